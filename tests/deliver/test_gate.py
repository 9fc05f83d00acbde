"""TLP decides who may get what."""

from __future__ import annotations

import pytest

from briefings.deliver import Circle, Recipient, admit
from briefings.errors import DeliveryError

ANA = Recipient("ana@example.org", tlp="TLP:AMBER+STRICT")
BEK = Recipient("bek@elsewhere.example", tlp="TLP:AMBER+STRICT")
CAI = Recipient("cai@example.org", tlp="TLP:GREEN")


OWN = frozenset({"example.org"})


def names(
    tlp: str, ceiling: str = "TLP:RED", suppressed: tuple[str, ...] = (), *, cut: bool = False
) -> list[str]:
    circle = Circle(ceiling, OWN, cut, frozenset(suppressed))
    admitted, _ = admit(tlp, circle, [ANA, BEK, CAI])
    return [f"{one.recipient.address.partition('@')[0]}{one.tlp[3:] if cut else ''}" for one in admitted]


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
    assert names("TLP:GREEN", suppressed=("ana@example.org",)) == ["bek", "cai"]


def test_an_address_that_stands_twice_gets_one_copy() -> None:
    twice = [ANA, Recipient("ANA@example.org")]
    admitted, refused = admit("TLP:GREEN", Circle("TLP:GREEN", OWN), twice)
    assert ([one.recipient for one in admitted], refused) == ([ANA], ())


def test_the_reason_is_told() -> None:
    _, refused = admit("TLP:AMBER", Circle("TLP:AMBER", OWN), [CAI])
    assert [r.reason for r in refused] == ["may get up to TLP:GREEN, the brief is TLP:AMBER"]


def test_where_a_list_is_to_be_cut_each_gets_what_he_may_get() -> None:
    assert names("TLP:RED", cut=True) == ["ana:AMBER+STRICT", "bek:AMBER", "cai:GREEN"]
    assert names("TLP:AMBER+STRICT", "TLP:AMBER", cut=True) == ["ana:AMBER", "bek:AMBER", "cai:GREEN"]
    assert names("TLP:GREEN", cut=True) == ["ana:GREEN", "bek:GREEN", "cai:GREEN"]


def test_a_second_domain_of_ones_own_is_inside() -> None:
    circle = Circle("TLP:RED", OWN | {"elsewhere.example"})
    assert len(admit("TLP:AMBER+STRICT", circle, [ANA, BEK])[0]) == 2
