"""Nobody gets a second copy, and everybody ends as sent, refused or uncertain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefings.deliver import (
    Letter,
    Mailing,
    PostOptions,
    Protection,
    Recipient,
    Server,
    SmtpOptions,
    forget,
    post,
)
from briefings.errors import DeliveryError
from briefings.types import Artifact, Queued, Receipt
from tests.deliver.server import Office, running

MAILING = Mailing(
    key="central-asia/2024-W48/v1",
    subject="[TLP:GREEN] Weekly 2024-W48",
    text="The text edition.",
    html="<p>The HTML edition.</p>",
    sender="desk@example.org",
    sent_at=datetime(2024, 12, 2, 4, 0, tzinfo=UTC),
    list_name="desk",
)


class Kept:
    """An outbox in memory with the contract of the store's."""

    def __init__(self) -> None:
        self.copies: dict[str, Queued] = {}

    def enqueue(self, copies: Sequence[Queued]) -> None:
        for copy in copies:
            self.copies.setdefault(copy.id, copy)

    def outbox(self, mailing: str) -> tuple[Queued, ...]:
        return tuple(c for c in self.copies.values() if c.mailing == mailing)

    def settle(self, copy: Queued) -> None:
        self.copies[copy.id] = copy


def people(*names: str) -> list[Recipient]:
    return [Recipient(f"{name}@example.org", name.title()) for name in names]


def letters(*names: str) -> list[Letter]:
    return [Letter(MAILING, person) for person in people(*names)]


def send(office: Office, outbox: Kept, *names: str) -> dict[str, Receipt]:
    with running(office) as port:
        server = Server(SmtpOptions("127.0.0.1", port, timeout=5))
        receipts = post(outbox, letters(*names), server, lambda _seconds: None)
        server.close()
    return {r.recipient.partition("@")[0]: r for r in receipts}


def test_everybody_gets_one_copy_and_a_second_run_sends_nothing() -> None:
    office, outbox = Office(), Kept()
    for _ in range(2):
        assert {r.state for r in send(office, outbox, "ana", "bek", "cai").values()} == {"sent"}
    assert sorted(address for address, _ in office.taken) == [
        f"{n}@example.org" for n in ("ana", "bek", "cai")
    ]


def test_a_refusal_at_rcpt_is_final_and_costs_nobody_else() -> None:
    office = Office(refuse={"bek@example.org"})
    receipts = send(office, Kept(), "ana", "bek", "cai")
    assert [receipts[n].state for n in ("ana", "bek", "cai")] == ["sent", "refused", "sent"]
    assert "550" in receipts["bek"].detail


def test_a_refusal_after_data_is_never_repeated() -> None:
    office, outbox = Office(reject={"ana@example.org"}), Kept()
    assert send(office, outbox, "ana")["ana"].state == "refused"
    (copy,) = outbox.copies.values()
    assert copy.attempts == 1


def test_a_busy_server_is_asked_again() -> None:
    office = Office()
    office.busy["ana@example.org"] = 2
    assert send(office, Kept(), "ana")["ana"].state == "sent"
    assert len(office.taken) == 1


def test_a_server_that_stays_busy_is_given_up_until_the_next_run() -> None:
    office, outbox = Office(), Kept()
    office.busy["ana@example.org"] = 4
    receipt = send(office, outbox, "ana")["ana"]
    assert receipt.state == "queued"
    assert "gave up after 4 attempts" in receipt.detail
    assert send(office, outbox, "ana")["ana"].state == "sent"


def test_a_line_dropped_in_the_middle_of_a_mail_gives_nobody_two() -> None:
    office, outbox = Office(), Kept()
    office.cut["ana@example.org"] = 1
    for _ in range(2):
        state = send(office, outbox, "ana")["ana"].state
    # The dot may have gone out before the break was noticed: then nobody can know, and nothing is repeated.
    assert (state, len(office.taken)) in (("sent", 1), ("uncertain", 0))


def test_what_is_uncertain_is_repeated_when_a_person_says_so() -> None:
    office, outbox = Office(drop_after={"ana@example.org"}), Kept()
    send(office, outbox, "ana")
    office.drop_after.clear()
    assert forget(outbox, MAILING.key, "ana@example.org")
    assert send(office, outbox, "ana")["ana"].state == "sent"
    assert not forget(outbox, MAILING.key, "ana@example.org")


def test_no_more_leave_in_a_minute_than_the_server_allows() -> None:
    slept: list[float] = []
    with running(Office()) as port:
        server = Server(SmtpOptions("127.0.0.1", port, timeout=5))
        post(Kept(), letters("ana", "bek", "cai"), server, slept.append, PostOptions(per_minute=30))
        server.close()
    assert slept == [2.0, 2.0, 2.0]


def test_an_address_beyond_ascii_goes_to_a_server_that_takes_it() -> None:
    office = Office()
    assert send(office, Kept(), "жанар")["жанар"].state == "sent"
    ((address, _),) = office.taken
    assert address == "жанар@example.org"


def test_a_line_dropped_after_the_last_dot_is_uncertain_and_not_repeated() -> None:
    office, outbox = Office(drop_after={"ana@example.org"}), Kept()
    assert send(office, outbox, "ana", "bek")["ana"].state == "uncertain"
    assert send(office, outbox, "ana", "bek")["ana"].state == "uncertain"
    assert [address for address, _ in office.taken].count("ana@example.org") == 1


def test_a_copy_found_half_way_is_uncertain() -> None:
    office, outbox = Office(), Kept()
    send(office, outbox, "ana")
    (copy,) = outbox.copies.values()
    outbox.settle(Queued(copy.id, copy.mailing, copy.recipient, "sending", "", 1))
    assert send(office, outbox, "ana")["ana"].state == "uncertain"
    assert len(office.taken) == 1


def test_a_server_that_is_not_there_is_no_loss() -> None:
    outbox = Kept()
    server = Server(SmtpOptions("127.0.0.1", 9, timeout=2))
    receipts = post(outbox, letters("ana", "bek"), server, lambda _seconds: None)
    assert {r.state for r in receipts} == {"queued"}
    assert {copy.state for copy in outbox.copies.values()} == {"queued"}


def test_no_mail_goes_in_the_clear_beyond_this_machine() -> None:
    with pytest.raises(DeliveryError, match="starttls"):
        Server(SmtpOptions("mail.example.org", 25))


def test_a_server_that_turns_away_at_the_door_is_asked_again() -> None:
    office, outbox = Office(closed=2), Kept()
    assert send(office, outbox, "ana", "bek")["bek"].state == "sent"
    assert sorted(address for address, _ in office.taken) == ["ana@example.org", "bek@example.org"]


def test_a_full_box_is_tried_again_and_then_given_up_for_now() -> None:
    office, outbox = Office(full=Counter({"ana@example.org": 2, "bek@example.org": 9})), Kept()
    receipts = send(office, outbox, "ana", "bek")
    assert receipts["ana"].state == "sent"
    assert receipts["bek"].detail.startswith("gave up after 4 attempts: 452 4.2.2 mailbox full")
    assert {c.recipient: c.state for c in outbox.copies.values()} == {
        "ana@example.org": "sent",
        "bek@example.org": "queued",
    }


def test_a_key_that_cannot_be_used_stops_nobody_else() -> None:
    office, outbox = Office(), Kept()
    ana, bek = people("ana", "bek")
    both = [Letter(MAILING, replace(ana, protection=Protection(smime=b"no key"))), Letter(MAILING, bek)]
    with running(office) as port:
        server = Server(SmtpOptions("127.0.0.1", port, timeout=5))
        slept: list[float] = []
        receipts = post(outbox, both, server, slept.append)
        server.close()
    assert slept == []
    assert [(r.recipient[:3], r.state) for r in receipts] == [("ana", "queued"), ("bek", "sent")]
    assert "no certificate in PEM" in receipts[0].detail


def test_what_is_too_large_stops_everything_before_anything_leaves() -> None:
    office, outbox = Office(), Kept()
    huge = Artifact("weekly.pdf", "application/pdf", b"x" * 30 * 2**20)
    large = [
        Letter(MAILING, people("ana")[0]),
        Letter(replace(MAILING, attachments=(huge,)), people("bek")[0]),
    ]
    with running(office) as port:
        server = Server(SmtpOptions("127.0.0.1", port, timeout=5))
        with pytest.raises(DeliveryError, match="max_pages"):
            post(outbox, large, server, lambda _seconds: None)
        server.close()
    assert office.taken == []
