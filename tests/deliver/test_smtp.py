"""The connection: encrypted, authenticated, or not used at all."""

from __future__ import annotations

import ssl

import pytest
import trustme

from briefings.deliver import Server, SmtpOptions, build
from briefings.deliver.smtp import Outcome
from briefings.errors import DeliveryError
from tests.deliver.server import Office, running
from tests.deliver.test_post import letters

AUTHORITY = trustme.CA()


def contexts() -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The server's and one that trusts it."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("localhost", "127.0.0.1").configure_cert(server)
    client = ssl.create_default_context()
    AUTHORITY.configure_trust(client)
    return server, client


def mail() -> bytes:
    (ana,) = letters("ana")
    return build(ana)


def hand_over(options: SmtpOptions, context: ssl.SSLContext | None) -> Outcome:
    server = Server(options, context)
    try:
        return server.send("desk@example.org", "ana@example.org", mail(), lambda: None)
    finally:
        server.close()


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_mail_goes_over_an_encrypted_line(tls: str) -> None:
    office = Office()
    served, trusting = contexts()
    with running(office, tls=tls, context=served) as port:
        options = SmtpOptions("localhost", port, "starttls" if tls == "starttls" else "implicit", timeout=5)
        assert hand_over(options, trusting).state == "sent"
    assert len(office.taken) == 1


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_a_certificate_that_nobody_vouches_for_stops_the_mail(tls: str) -> None:
    office = Office()
    served, _ = contexts()
    with running(office, tls=tls, context=served) as port:
        options = SmtpOptions("localhost", port, "starttls" if tls == "starttls" else "implicit", timeout=5)
        outcome = hand_over(options, None)
    assert outcome.state == "later"
    assert "certificate" in outcome.answer.lower()
    assert office.taken == []


def test_a_server_without_starttls_is_refused() -> None:
    office = Office()
    with running(office) as port, pytest.raises(DeliveryError, match="does not offer starttls"):
        hand_over(SmtpOptions("localhost", port, "starttls", timeout=5), None)
    assert office.taken == []


def test_the_login_is_given_over_the_encrypted_line() -> None:
    office = Office()
    served, trusting = contexts()
    with running(office, tls="starttls", context=served, auth=True) as port:
        options = SmtpOptions("localhost", port, "starttls", "desk", "secret", timeout=5)
        assert hand_over(options, trusting).state == "sent"


def test_a_wrong_password_stops_everything_without_showing_it() -> None:
    served, trusting = contexts()
    with running(Office(), tls="starttls", context=served, auth=True) as port:
        options = SmtpOptions("localhost", port, "starttls", "desk", "wrong-one", timeout=5)
        with pytest.raises(DeliveryError, match="refused the login of desk") as caught:
            hand_over(options, trusting)
    assert "wrong-one" not in str(caught.value)
