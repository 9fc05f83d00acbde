"""Whence texts come: outlet, republisher, wire, owner; the same event told by many counts by those who saw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.stories.origins.credits import wire
from briefings.stories.origins.origins import Credit, origins

if TYPE_CHECKING:
    from random import Random

WIRES = frozenset({"tass", "interfax", "ria-novosti", "sputnik"})
FAMILIES = {
    "RIA Novosti": "Rossiya Segodnya", "Sputnik": "Rossiya Segodnya", "TASS": "tass",
    "Radio Ozodi": "RFE/RL", "RFE/RL": "RFE/RL",
}  # fmt: skip


def keys(*credits_: Credit, copied: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [origin.key for origin in origins(credits_, copied, FAMILIES, WIRES)]


def test_a_chain_of_three_has_the_origin_of_its_first() -> None:
    found = keys(
        Credit("a", 10, publisher="TASS"),
        Credit("b", 10, publisher="Khaama Press", wire="TASS"),
        Credit("c", 11, publisher="Khaama Press", republisher="nsn.asia"),
        copied=((1, 2),),
    )
    assert found == ["wire:tass"] * 3


def test_copies_without_a_credit_have_the_agency_among_them_as_origin() -> None:
    outlets = ("KazTAG", "Interfax", "24.kg", "")
    credits_ = [Credit(str(at), 10, publisher=name, size=900 - at) for at, name in enumerate(outlets)]
    assert keys(*credits_, copied=((0, 1), (1, 2), (2, 3))) == ["wire:interfax"] * 4


def test_an_agency_is_one_origin_whether_it_is_met_itself_or_retold_and_alone() -> None:
    assert keys(Credit("a", publisher="TASS")) == keys(Credit("b", publisher="Avesta", wire="TASS"))


def test_agencies_and_outlets_of_one_owner_are_one_origin() -> None:
    found = keys(Credit("a", publisher="Avesta", wire="RIA Novosti"), Credit("b", publisher="Sputnik"))
    assert found == ["family:rossiya-segodnya"] * 2
    assert len(set(keys(Credit("a", publisher="Radio Ozodi"), Credit("b", publisher="RFE/RL")))) == 1


def test_twelve_outlets_of_two_wires_are_two_origins() -> None:
    credits_ = [Credit(f"{at:02d}", 10, publisher=f"Outlet {at}") for at in range(10)]
    credits_ += [Credit("10", 10, publisher="TASS"), Credit("11", 10, publisher="Interfax")]
    copied = tuple((at, 10 + at % 2) for at in range(10))
    assert set(keys(*credits_, copied=copied)) == {"wire:tass", "wire:interfax"}


NAMES = st.sampled_from(["TASS", "Sputnik", "Avesta", "Kaktus", ""])


@given(
    st.lists(st.tuples(NAMES, NAMES, st.integers(1, 3)), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=6),
    st.randoms(use_true_random=False),
)
def test_the_order_of_documents_and_of_copies_says_nothing(
    given_: list[tuple[str, str, int]], pairs: list[tuple[int, int]], chance: Random
) -> None:
    credits_ = [Credit(str(at), day, publisher=name, wire=by) for at, (name, by, day) in enumerate(given_)]
    copied = [(a, b) for a, b in pairs if max(a, b) < len(credits_)]
    order = list(range(len(credits_)))
    chance.shuffle(order)
    place = {at: number for number, at in enumerate(order)}
    shuffled = origins(
        [credits_[at] for at in order], [(place[b], place[a]) for a, b in copied[::-1]], FAMILIES, WIRES
    )
    assert [shuffled[place[at]] for at in range(len(order))] == list(
        origins(credits_, copied, FAMILIES, WIRES)
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Астана. 6 ноября. ИНТЕРФАКС - Первая партия уйдёт весной.", "Interfax"),
        ("АСТАНА. КАЗИНФОРМ – Президент принял посла.", "Kazinform"),
        ("MOSCOW, November 7. /TASS/. The minister spoke.", "TASS"),
        ("“I told TASS last year and I tell you: not one metre,” the minister said in Kandahar.", ""),
        ("Милиция задержала фотографа агентства ТАСС у здания, сказал его адвокат.", ""),
        ("Мост закрыт, передаёт «Интерфакс».", "Interfax"),
        ("The bridge is closed until Monday. — AFP", "AFP"),
        ("The bridge is closed until Monday, said the man of AFP", ""),
    ],
)
def test_bare_texts_credit_an_agency_where_it_is_their_source(text: str, name: str) -> None:
    assert wire(text) == name
