"""TLP decides who may get what."""

from __future__ import annotations

import pytest

from briefings.deliver import Recipient, admit
from briefings.errors import DeliveryError

ANA = Recipient("ana@example.org", tlp="TLP:AMBER+STRICT")
BEK = Recipient("bek@elsewhere.example", tlp="TLP:AMBER+STRICT")
CAI = Recipient("cai@example.org", tlp="TLP:GREEN")


def names(tlp: str, ceiling: str = "TLP:RED", suppressed: tuple[str, ...] = ()) -> list[str]:
    admitted, _ = admit(tlp, ceiling, [ANA, BEK, CAI], sender="desk@example.org", suppressed=suppressed)
    return [r.address.partition("@")[0] for r in admitted]


def test_red_is_never_sent_to_a_list() -> None:
    with pytest.raises(DeliveryError, match="named persons"):
        names("TLP:RED")


def test_a_brief_above_the_lists_ceiling_goes_to_nobody() -> None:
    with pytest.raises(DeliveryError, match="nothing was sent"):
        names("TLP:AMBER", "TLP:GREEN")


def test_a_person_gets_nothing_above_his_ceiling() -> None:
    assert names("TLP:AMBER") == ["ana", "bek"]
    assert names("TLP:GREEN") == ["ana", "bek", "cai"]


def test_amber_strict_stays_in_the_senders_domain() -> None:
    assert names("TLP:AMBER+STRICT") == ["ana"]


def test_who_has_unsubscribed_gets_nothing() -> None:
    assert names("TLP:GREEN", suppressed=("ANA@example.org",)) == ["bek", "cai"]


def test_an_address_that_stands_twice_gets_one_copy() -> None:
    twice = [ANA, Recipient("ANA@example.org")]
    admitted, refused = admit("TLP:GREEN", "TLP:GREEN", twice, sender="desk@example.org")
    assert (admitted, refused) == ((ANA,), ())


def test_the_reason_is_told() -> None:
    _, refused = admit("TLP:AMBER", "TLP:AMBER", [CAI], sender="desk@example.org")
    assert [r.reason for r in refused] == ["may get up to TLP:GREEN, the brief is TLP:AMBER"]
