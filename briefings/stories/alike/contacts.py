"""Calls and meetings: who spoke with whom on which day is one event, in whatever words and language it is told."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefings.stories.texts import kinds
from briefings.stories.texts.contacts import DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.texts.contacts import Contact
    from briefings.stories.texts.features import Doc

_OTHER, _NONE = 0.1, 0.3
"""Factors: the event is just who spoke with whom; what one of them did that day is of a visit, seldom of a call."""
_OPENING = 600
"""Characters of a text that would tell of the call that another report is about."""


def contacts(
    docs: Sequence[Doc], free: Sequence[int], developments: Sequence[Sequence[int]] = ()
) -> list[list[int]]:
    """Return positions of the reports of each call or meeting among those that are ``free``; none stands in two.

    A call that is told of in two ``developments`` joins no more than one of them.
    """
    of = {at: number for number, reports in enumerate(developments) for at in reports}
    told: dict[frozenset[str], list[tuple[int, Contact]]] = defaultdict(list)
    for at in free:
        if docs[at].bare.titled and (contact := docs[at].contact):
            told[contact.states].append((at, contact))
    found = []
    for _, reports in sorted(told.items(), key=lambda pair: sorted(pair[0])):
        found += _apart(sorted(reports, key=lambda one: (one[1].day, one[0])))
    return [sorted(own) for own in found if len(own) > 1 and len({of[at] for at in own if at in of}) < 2]


def _apart(reports: Sequence[tuple[int, Contact]]) -> list[list[int]]:
    """Return the reports on the same states by calls: each joins the first call that is no other than its own."""
    calls: list[list[tuple[int, Contact]]] = []
    for at, contact in reports:
        same = (call for call in calls if not any(contact.other(one) for _, one in call))
        if (call := next(same, None)) is None:
            calls.append([(at, contact)])
        else:
            call.append((at, contact))
    return [[at for at, _ in call] for call in calls]


def of_another(a: Doc, b: Doc) -> float:
    """Return a factor when one tells of a call or meeting and the other of another one, or of none; else 0."""
    one, other = a.contact, b.contact
    if one and other:
        return _OTHER if one.other(other) else 0.0
    return (_beside(one, b) if one else 0.0) or (_beside(other, a) if other else 0.0)


def _beside(contact: Contact, doc: Doc) -> float:
    """Return the factor for a report that tells of no call in its title, or of one of whom it does not say."""
    title, begin = doc.bare.title, doc.bare.text[:_OPENING]
    of_talks = kinds.contact(title)
    said = kinds.channels(title if of_talks else f"{title}\n{begin}")
    named = doc.bare.titled if of_talks else doc.bare.topics.keys()
    late = of_talks and doc.bare.day is not None and abs(contact.day - doc.bare.day) > DAYS
    if contact.channel in said and len(contact.states & named) > 1 and not late:
        return 0.0
    if of_talks:
        return _OTHER
    return 0.0 if contact.channel == "talks" else _NONE
