"""A person's hand on the calendar: two entries that are one event, a wrong date, an entry that is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefings.brief.language import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.brief.material.inputs import EventEdit
    from briefings.brief.material.survey import Material
    from briefings.brief_types import EventLine


def edited(lines: Iterable[EventLine], material: Material) -> list[EventLine]:
    """Return the lines with every edit applied, by date; an edit of an event that is not there changes nothing."""
    edits = material.given.edits.events
    found = {line.id: line for line in lines}
    for name in sorted(edits.keys() & found.keys()):
        target = _target(name, edits)
        if target != name and target in found:
            line, other = found.pop(name), found[target]
            refs = tuple(dict.fromkeys((*other.refs, *line.refs)))
            topics = tuple(dict.fromkeys((*other.topics, *line.topics)))
            found[target] = replace(other, refs=refs, topics=topics)
        elif edits[name].drop:
            del found[name]
    made = (_set(line, edits[line.id], material) if line.id in edits else line for line in found.values())
    return sorted(made, key=lambda line: line.start)


def vanished(lines: Iterable[EventLine], material: Material) -> tuple[str, ...]:
    """Return a note for each edit of an event that is not among the lines as the sources give them."""
    known = {line.id for line in lines}
    gone = sorted(material.given.edits.events.keys() - known)
    return tuple(material.words.say("event_gone", event=name) for name in gone)


def _target(name: str, edits: Mapping[str, EventEdit]) -> str:
    """The event that an event is said to be, followed to the end; a circle ends where it began."""
    seen = [name]
    while name in edits and edits[name].same_as and edits[name].same_as not in seen:
        seen.append(name := edits[name].same_as)
    return name


def _set(line: EventLine, edit: EventEdit, material: Material) -> EventLine:
    values = {key: getattr(edit, key) for key in ("name", "place", "status") if getattr(edit, key)}
    if not values and not edit.date:
        return line
    say = material.words.say
    notes = [line.caveat, say("by_hand_date", date=line.date_text) if edit.date else say("by_hand")]
    line = replace(line, caveat=" ".join(note for note in notes if note), basis="person", **values)
    return _moved(line, date.fromisoformat(edit.date), material) if edit.date else line


def _moved(line: EventLine, day: date, material: Material) -> EventLine:
    """The line on another day: its hour is no longer known."""
    today = (material.given.cutoff - timedelta(microseconds=1)).date()
    return replace(
        line,
        start=day.isoformat(),
        end=day.isoformat(),
        precision="day",
        time="",
        ahead=day > today,
        date_text=wording.day(day, material.words),
    )
