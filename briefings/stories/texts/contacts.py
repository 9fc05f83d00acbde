"""Who speaks with whom, as far as that is what a title tells."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.stories.texts import kinds

_OPENING = 300
"""Characters of a text that say by what two spoke when the title does not."""
_MOST = 3
"""States that speak with each other; where more do, it is a gathering, which has a name."""
DAYS = 1
"""Days between two reports of one call: one outlet writes on the evening, one on the day after."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A call, a message or a meeting of two states or more."""

    states: frozenset[str]
    """Those whose persons of office the title names if it names two, else all of its title."""
    persons: frozenset[tuple[str, str]]
    """Those persons, each with the state."""
    channel: str
    """``phone``, ``written`` or ``talks``."""
    day: int

    def other(self, contact: Contact) -> bool:
        """Whether the two are not one: other parties, other persons, another day, or one by telephone only."""
        return (
            not (self.states <= contact.states or contact.states <= self.states)
            or self._of_others(contact)
            or self.channel != contact.channel
            or abs(self.day - contact.day) > DAYS
        )

    def _of_others(self, contact: Contact) -> bool:
        """Whether for one state each names persons, and they have none in common."""
        for state in self.states & contact.states:
            own, theirs = ({name for of, name in one.persons if of == state} for one in (self, contact))
            if own and theirs and not own & theirs:
                return True
        return False


def told(
    title: str, text: str, day: int | None, titled: frozenset[str], speakers: frozenset[tuple[str, str]]
) -> Contact | None:
    """Return the contact that the title tells; none of a title that names a body, whose meeting is an occasion.

    ``titled`` are the topics that it names, ``speakers`` the persons of office, each with its topic.
    """
    if day is None or any(topic.startswith("body.") for topic in titled):
        return None
    persons = frozenset(one for one in speakers if one[0].startswith("country."))
    states = frozenset(state for state, _ in persons)
    if len(states) < 2:
        states = frozenset(topic for topic in titled if topic.startswith("country."))
    if not 2 <= len(states) <= _MOST or not kinds.contact(title):
        return None
    said = kinds.channels(title)
    if said == ["talks"]:
        said = [*(way for way in kinds.channels(text[:_OPENING]) if way == "phone"), *said]
    return Contact(states, persons, said[0], day)
