"""Once against a real mail server: over STARTTLS, with a refusal, a wait, a mail too large, and a real bounce."""

from __future__ import annotations

import ssl
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import trustme

from briefings.deliver import Bounce, Letter, PostOptions, Recipient, Server, SmtpOptions, post, read
from briefings.deliver.message import message_id
from briefings.types import Artifact
from tests.deliver.postfix import postfix
from tests.deliver.server import Office, running
from tests.deliver.test_post import MAILING, Kept

PEOPLE = ("ana", "bek", "gone", "later", "desk")
PDF = Artifact("weekly.pdf", "application/pdf", bytes(range(256)) * 400)


def test_a_real_server_takes_each_copy_once_and_its_bounce_is_understood() -> None:
    authority, trusting = trustme.CA(), ssl.create_default_context()
    authority.configure_trust(trusting)
    own = authority.issue_cert("localhost")
    chain = own.private_key_pem.bytes() + b"".join(blob.bytes() for blob in own.cert_chain_pems)
    mailing = replace(MAILING, text=".dot\n..two dots\nПриграничье\n", attachments=(PDF,))
    names = (*PEOPLE[:3], "nobody", "later")
    letters = [Letter(mailing, Recipient(f"{name}@example.org")) for name in names]
    outbox = Kept()
    next_one = Office(refuse={"gone@example.org"})
    with running(next_one) as further, postfix(PEOPLE, chain, further) as office:
        server = Server(SmtpOptions("localhost", office.port, "starttls", timeout=20), trusting)
        for _ in range(2):
            receipts = post(outbox, letters, server, lambda _seconds: None, PostOptions(backoff=(0.1,)))
        server.close()
        states = {r.recipient.partition("@")[0]: (r.state, r.detail.partition(" ")[0]) for r in receipts}
        boxes = {name: office.mails(name, 1) for name in ("ana", "bek", "desk")}
        log = (office.folder / "log").read_text("utf-8")
    assert states["ana"] == states["bek"] == states["gone"] == ("sent", "250")
    assert states["nobody"] == ("refused", "550")
    assert states["later"][0] == "queued"
    assert outbox.copies[message_id(mailing.key, "later@example.org", mailing.sender)].state == "queued"
    assert "TLS connection established" in log or "starttls=1" in log
    for name in ("ana", "bek"):
        (mail,) = boxes[name]
        message = message_from_bytes(mail, policy=default)
        assert isinstance(message, EmailMessage)
        body, (file,) = message.get_body(("plain",)), message.iter_attachments()
        assert body is not None
        assert body.get_content() == mailing.text
        assert file.get_content() == PDF.data
    (returned,) = boxes["desk"]
    (bounce,) = read(returned)
    assert isinstance(bounce, Bounce)
    assert bounce.copy == message_id(mailing.key, "gone@example.org", mailing.sender)
    assert (bounce.action, bounce.answer[:5]) == ("failed", "5.1.1")


def test_what_is_too_large_for_the_server_is_refused_and_not_tried_again() -> None:
    authority = trustme.CA()
    own = authority.issue_cert("localhost")
    chain = own.private_key_pem.bytes() + b"".join(blob.bytes() for blob in own.cert_chain_pems)
    large = replace(MAILING, attachments=(replace(PDF, data=b"x" * 2_000_000),))
    with postfix(PEOPLE, chain) as office:
        server = Server(SmtpOptions("localhost", office.port, timeout=20))
        letter = Letter(large, Recipient("ana@example.org"))
        (receipt,) = post(Kept(), [letter], server, lambda _seconds: None, PostOptions(backoff=()))
        server.close()
    assert receipt.state == "refused"
    assert receipt.detail.startswith("552 ")
