"""Who may get a brief, by its TLP 2.0 marking (FIRST, August 2022)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Refusal:
    """A recipient who does not get the brief."""

    recipient: Recipient
    reason: str


def admit(
    tlp: str, ceiling: str, recipients: Sequence[Recipient], *, sender: str, suppressed: Sequence[str] = ()
) -> tuple[tuple[Recipient, ...], tuple[Refusal, ...]]:
    """Those of a list who may get a brief of this marking, and the others with the reason.

    ``sender`` is the From address: TLP:AMBER+STRICT stays in its domain. Raises ``DeliveryError`` when the list as
    a whole may not get it: TLP:RED is for persons named one by one, never for a list.
    """
    if tlp == "TLP:RED":
        raise DeliveryError(
            "TLP:RED is for named persons only: it is never sent to a list. Hand it over in person."
        )
    if ORDER.index(tlp) > ORDER.index(ceiling):
        raise DeliveryError(f"The list may get up to {ceiling}, the brief is {tlp}: nothing was sent.")
    refused = {r.address: reason for r in recipients if (reason := _reason(tlp, r, sender, suppressed))}
    admitted = tuple(r for r in _once(recipients) if r.address not in refused)
    return admitted, tuple(Refusal(r, refused[r.address]) for r in _once(recipients) if r.address in refused)


def _once(recipients: Sequence[Recipient]) -> tuple[Recipient, ...]:
    """Each address once, in order, whatever its case."""
    seen: dict[str, Recipient] = {}
    for recipient in recipients:
        seen.setdefault(recipient.address.casefold(), recipient)
    return tuple(seen.values())


def _reason(tlp: str, recipient: Recipient, sender: str, suppressed: Sequence[str]) -> str:
    if recipient.address.casefold() in {address.casefold() for address in suppressed}:
        return "has unsubscribed"
    if ORDER.index(tlp) > ORDER.index(recipient.tlp):
        return f"may get up to {recipient.tlp}, the brief is {tlp}"
    if tlp == "TLP:AMBER+STRICT" and _domain(recipient.address) != _domain(sender):
        return f"TLP:AMBER+STRICT stays in {_domain(sender)}"
    return ""


def _domain(address: str) -> str:
    return address.rpartition("@")[2].casefold()
