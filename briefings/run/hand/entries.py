"""What a person sets for an issue: each sheet is kept whole, with its author and time, and the last one holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from briefings.errors import UsageError
from briefings.run.desk import Desk
from briefings.run.hand.stories import Grouped, story_edits

if TYPE_CHECKING:
    from briefings.brief import Edit, Edits
    from briefings.store import Edit as Kept
    from briefings.types import Period

KIND = "issue"
"""Of these edits in the store."""

_MOST_PLACES = 8
"""Changes that a refusal names one by one."""

Place = tuple[str, ...]
"""Where a value stands in a sheet: ``("stories", ID, "headline")``."""


@dataclass(frozen=True)
class Value:
    """A value with who set it and when; whoever leaves it as it was is not its author."""

    value: object
    author: str
    at: str


def subject(name: str, label: str) -> str:
    """What edits of an issue are kept under."""
    return f"{name}/{label}"


def held(desk: Desk, name: str, label: str) -> tuple[Kept, ...]:
    """The sheets of an issue that were not taken back, oldest first."""
    return desk.store.edits(KIND, subject(name, label))


def keep(desk: Desk, about: str, payload: Mapping[str, object], based_on: int, author: str) -> int | None:
    """Keeps a sheet and says its number; ``None`` when it changes nothing.

    Raises ``UsageError`` when somebody else has kept one since the sheet was made.
    """
    before = desk.store.edits(KIND, about)
    last = before[-1] if before else None
    if (last.id if last else 0) != based_on:
        raise UsageError(_overtaken(before, based_on))
    if flat(payload) == flat(last.payload if last else {}):
        return None
    made = desk.store.add_edit(KIND, about, payload, author, desk.now)
    between = [e for e in desk.store.edits(KIND, about) if based_on < e.id < made.id]
    if between:  # kept by another process after the look above
        desk.store.undo_edit(made.id)
        raise UsageError(_overtaken((*before, *between), based_on))
    return made.id


def undo(desk: Desk, about: str) -> Kept:
    """Takes the last sheet back. Raises ``UsageError`` when there is none."""
    kept = desk.store.edits(KIND, about)
    if not kept or not desk.store.undo_edit(kept[-1].id):
        raise UsageError(f"There is no edit of {about} to take back.")
    return kept[-1]


def flat(payload: Mapping[str, object]) -> dict[Place, object]:
    """Every single value with its place; pins and drops are one value each, for their order counts."""
    found: dict[Place, object] = {}
    for key, value in payload.items():
        if key in ("stories", "arrows", "events"):
            for name, part in cast("Mapping[str, Mapping[str, object]]", value).items():
                found |= {(key, name, field): text for field, text in part.items()}
        elif key in ("key_points", "corrections"):
            found |= {(key, str(n)): item for n, item in enumerate(cast("Sequence[object]", value))}
        else:
            found[(key,)] = list(value) if isinstance(value, tuple) else value
    return found


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """Places at which two sheets differ, as one reads them."""
    old, new = flat(before), flat(after)
    return [".".join(place) for place in sorted(old.keys() | new.keys()) if old.get(place) != new.get(place)]


def edits_for(desk: Desk, name: str, period: Period, found: Grouped, printed: frozenset[str]) -> Edits:
    """Everything that a person set which concerns an issue.

    ``printed`` are the stories that have a report in its period: what was done to others does not concern it.
    """
    from briefings.brief import Edit, Edits, EventEdit
    from briefings.brief_types import Correction

    values = _values(held(desk, name, period.label))

    def entered(place: Place, reason: str = "") -> Edit | None:
        own = values.get(place)
        return Edit(str(own.value), own.author, own.at, reason) if own else None

    def of(key: str, field: str) -> dict[str, Edit]:
        places = [place for place in values if place[0] == key and place[-1] == field]
        reasons = {p[1]: values.get((key, p[1], "reason")) for p in places}
        made = {p[1]: entered(p, str(r.value) if (r := reasons[p[1]]) else "") for p in places}
        return {name: edit for name, edit in made.items() if edit}

    points = sorted((int(p[1]), p) for p in values if p[0] == "key_points")
    entries = sorted((int(p[1]), v.value) for p, v in values.items() if p[0] == "corrections")
    events: dict[str, dict[str, Any]] = {}
    for place, value in values.items():
        if place[0] == "events":
            events.setdefault(place[1], {})[place[2]] = value.value
    own = _listed(values, "pins"), _listed(values, "drops")
    pins, drops, renamed = _standing(desk, found, printed)
    return Edits(
        bottom_line=entered(("bottom_line",)),
        key_points=tuple(edit for _, p in points if (edit := entered(p))),
        headlines={**renamed, **of("stories", "headline")},
        assessed=of("stories", "assessed"),
        so_what=of("stories", "so_what"),
        marks=of("stories", "tlp"),
        arrows=of("arrows", "arrow"),
        events={name: EventEdit(**fields) for name, fields in events.items()},
        reviewed_by=entered(("reviewed_by",)),
        pins=tuple(dict.fromkeys((*own[0], *(story for story in pins if story not in own[1])))),
        drops=tuple(sorted({*own[1], *(story for story in drops if story not in own[0])})),
        corrections=tuple(Correction(**cast("dict[str, Any]", entry)) for _, entry in entries),
        vanished=_vanished(desk, found, period),
    )


def _standing(
    desk: Desk, found: Grouped, printed: frozenset[str]
) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, Edit]]:
    """Pins, drops and headlines that were set for stories themselves, for whatever issue they stand in."""
    from briefings.brief import Edit

    edited = found.edited
    last = {edit.text: edit for edit in story_edits(desk).values() if edit.action == "rename"}
    renamed = {
        story: Edit(text, last[text].author, last[text].at, last[text].reason)
        for story, text in edited.headlines
        if story in printed
    }
    pins = tuple(story for story in edited.pins if story in printed)
    return pins, tuple(story for story in edited.drops if story in printed), renamed


def _vanished(desk: Desk, found: Grouped, period: Period) -> tuple[str, ...]:
    """Stories of this period that an edit names and that are no longer there."""
    known = {story.id for story in (*found.found, *found.stories)}
    named = {edit.story for edit in story_edits(desk).values()} - known
    return tuple(sorted(story for story in named if story.startswith(f"{period.label.lower()}/")))


def _values(kept: Sequence[Kept]) -> dict[Place, Value]:
    values: dict[Place, Value] = {}
    for edit in kept:
        now = flat(edit.payload)
        fresh = {place: Value(value, edit.author, edit.at.isoformat()) for place, value in now.items()}
        values = {p: values[p] if p in values and values[p].value == v.value else v for p, v in fresh.items()}
    return values


def _listed(values: Mapping[Place, Value], key: str) -> tuple[str, ...]:
    own = values.get((key,))
    return tuple(cast("list[str]", own.value)) if own else ()


def _overtaken(kept: Sequence[Kept], based_on: int) -> str:
    """What happened since a sheet was made, and the way out."""
    was: Mapping[str, object] = next((e.payload for e in kept if e.id == based_on), {})
    way = "Take a new sheet with `briefings edit --show`, put your changes into it and apply that."
    if not kept:
        return f"The sheet is based on edit {based_on}, which has been taken back. {way}"
    last = kept[-1]
    who = f"{last.author or 'Somebody'} has changed this issue since your sheet was made"
    places = changed(was, last.payload)
    more = [f"{len(places) - _MOST_PLACES} more"] if len(places) > _MOST_PLACES else []
    what = ", ".join([*places[:_MOST_PLACES], *more]) or "nothing that differs"
    when = f"edit {last.id} of {last.at:%Y-%m-%d %H:%M} UTC, your sheet is based on {based_on}"
    return f"{who} ({when}): {what}. Nothing was kept. {way}"
