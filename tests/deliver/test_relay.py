"""A second server takes over what the first has surely not taken."""

from __future__ import annotations

from collections import Counter

import pytest

from briefings.deliver import Relay, Server, SmtpOptions, post
from briefings.errors import DeliveryError
from tests.deliver.server import Office, running
from tests.deliver.test_post import Kept, letters

ANA = "ana@example.org"


def sent(first: int, second: int) -> str:
    relay = Relay([Server(SmtpOptions("127.0.0.1", port, timeout=5)) for port in (first, second)])
    (receipt,) = post(Kept(), letters("ana"), relay, lambda _seconds: None)
    relay.close()
    return receipt.state


def test_the_next_server_takes_over_when_one_is_not_there() -> None:
    office = Office()
    with running(office) as port:
        assert sent(9, port) == "sent"
    assert len(office.taken) == 1


def test_the_next_server_takes_over_when_one_asks_to_wait() -> None:
    busy, free = Office(busy=Counter({ANA: 1})), Office()
    with running(busy) as first, running(free) as second:
        assert sent(first, second) == "sent"
    assert (len(busy.taken), len(free.taken)) == (0, 1)


@pytest.mark.parametrize(
    ("first", "state"),
    [(Office(drop_after={ANA}), "uncertain"), (Office(refuse={ANA}), "refused"), (Office(), "sent")],
)
def test_what_one_server_took_or_refused_for_good_goes_to_no_other(first: Office, state: str) -> None:
    other = Office()
    with running(first) as one, running(other) as two:
        assert sent(one, two) == state
    assert other.taken == []


def test_two_servers_without_encryption_are_an_error() -> None:
    with running(Office()) as one, running(Office()) as two:
        relay = Relay([Server(SmtpOptions("127.0.0.1", port, "starttls", timeout=5)) for port in (one, two)])
        with pytest.raises(DeliveryError, match="starttls"):
            post(Kept(), letters("ana"), relay, lambda _seconds: None)
