"""Who may get a brief, by its TLP 2.0 marking (FIRST, August 2022)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefings.deliver.protect import OPEN, Protection
from briefings.errors import DeliveryError

ORDER = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""From the widest circle of readers to the narrowest."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person on a list."""

    address: str
    name: str = ""
    tlp: str = "TLP:AMBER"
    """Highest marking that this person may get."""
    formats: tuple[str, ...] = ("pdf",)
    """What is attached."""
    protection: Protection = OPEN
    """How the copy is locked for this person."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A recipient who does not get the brief."""

    recipient: Recipient
    reason: str


@dataclass(frozen=True, slots=True)
class Admission:
    """A recipient with the marking of the edition that he gets: the brief's own, or a lower one that it is cut to."""

    recipient: Recipient
    tlp: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A list as a circle of readers."""

    ceiling: str
    """Highest marking that may go to it."""
    domains: frozenset[str]
    """Mail domains of one's own organisation: TLP:AMBER+STRICT stays in them."""
    cut: bool = False
    """Whoever may not get the brief gets the edition cut to what he may get, instead of nothing."""
    suppressed: frozenset[str] = field(default=frozenset())
    """Addresses in lower case that get nothing."""


def admit(
    tlp: str, circle: Circle, recipients: Sequence[Recipient]
) -> tuple[tuple[Admission, ...], tuple[Refusal, ...]]:
    """Those of a list who get an edition, each with its marking, and the others with the reason.

    Raises ``DeliveryError`` when the list as a whole may not get the brief and it is not to be cut: TLP:RED is for
    persons named one by one, never for a list.
    """
    if not circle.cut and tlp == "TLP:RED":
        raise DeliveryError(
            "TLP:RED is for named persons only: it is never sent to a list. Hand it over in person."
        )
    if not circle.cut and rank(tlp) > rank(circle.ceiling):
        raise DeliveryError(f"The list may get up to {circle.ceiling}, the brief is {tlp}: nothing was sent.")
    admitted: list[Admission] = []
    refused: list[Refusal] = []
    for person in _once(recipients):
        highest = _highest(person, circle)
        if person.address.casefold() in circle.suppressed:
            refused.append(Refusal(person, "has unsubscribed"))
        elif rank(tlp) <= rank(highest):
            admitted.append(Admission(person, tlp))
        elif circle.cut:
            admitted.append(Admission(person, highest))
        else:
            refused.append(Refusal(person, _reason(tlp, person, circle)))
    return tuple(admitted), tuple(refused)


def rank(tlp: str) -> int:
    """Place of a label in ``ORDER``: the higher, the fewer may read it."""
    return ORDER.index(tlp)


def _highest(person: Recipient, circle: Circle) -> str:
    """The highest marking of which this person may get anything; no list gets TLP:RED."""
    inside = _domain(person.address) in circle.domains
    limits = [person.tlp, circle.ceiling, "TLP:AMBER+STRICT" if inside else "TLP:AMBER"]
    return min(limits, key=rank)


def _reason(tlp: str, person: Recipient, circle: Circle) -> str:
    if rank(tlp) > rank(person.tlp):
        return f"may get up to {person.tlp}, the brief is {tlp}"
    return f"TLP:AMBER+STRICT stays in {', '.join(sorted(circle.domains))}"


def _once(recipients: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Each address once, in order, whatever its case."""
    seen: dict[str, Recipient] = {}
    for recipient in recipients:
        seen.setdefault(recipient.address.casefold(), recipient)
    return tuple(seen.values())


def _domain(address: str) -> str:
    return address.rpartition("@")[2].casefold()
