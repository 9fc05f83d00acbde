"""The analyst's hand on stories: kept in the store, applied after every grouping, taken back on request."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, cast

from briefings.errors import UsageError
from briefings.remembered import Remembered
from briefings.run.desk import Desk
from briefings.run.tags import tagged
from briefings.store import Find
from briefings.types import Story, Tagged

if TYPE_CHECKING:
    from briefings.config import Config
    from briefings.stories import Edited, StoryEdit
    from briefings.stories.edits import Action

KIND = "story"
"""Of these edits in the store."""


@dataclass(frozen=True)
class Grouped:
    """Stories as the program groups them, and after a person's hand."""

    found: tuple[Story, ...]
    edited: Edited

    @property
    def stories(self) -> tuple[Story, ...]:
        """As everything else sees them."""
        return self.edited.stories


def grouped(desk: Desk, items: Sequence[Tagged]) -> Grouped:
    """Stories among the items that concern the watched region, with every edit applied."""
    from briefings import stories as room
    from briefings import watch

    topics = desk.config.watchlist.topics
    inside = watch.in_scope(items, topics)
    families, wires = _families(desk.config), _wires(desk.config)
    found = room.group(inside, families, desk.store.story_ids(), memory=Remembered(), wires=wires)
    edits = story_edits(desk)
    if not edits:
        return Grouped(found, room.Edited(found))
    edited = room.apply_edits(found, list(edits.values()), room.rebuilt(inside, families, wires=wires))
    return Grouped(found, replace(edited, stories=_linked(edited.stories)))


def remember(desk: Desk, found: Grouped) -> None:
    """Keeps the ids that the program itself gave: an edit finds its story by them when new articles arrive."""
    desk.store.put_story_ids({m.article: s.id for s in found.found for m in s.members})


def story_edits(desk: Desk) -> Mapping[int, StoryEdit]:
    """The edits that hold, by number, in the order in which they were made."""
    from briefings.stories import StoryEdit

    return {
        edit.id: StoryEdit(
            action=cast("Action", edit.payload["action"]),
            story=edit.subject,
            other=tuple(cast("list[str]", edit.payload.get("other") or ())),
            text=str(edit.payload.get("text") or ""),
            author=edit.author,
            at=edit.at.isoformat(),
            reason=str(edit.payload.get("reason") or ""),
            held=tuple(
                (story, tuple(articles))
                for story, articles in cast("dict[str, list[str]]", edit.payload.get("held") or {}).items()
            ),
        )
        for edit in desk.store.edits(KIND)
    }


def edit_story(desk: Desk, edit: StoryEdit) -> int:
    """Keeps an edit and says its number. Raises ``UsageError`` when it names what is not there."""
    found = grouped(desk, _everything(desk))
    members = {s.id: tuple(m.article for m in s.members) for s in found.stories}
    reached = members | {gone: members[into] for gone, into in _reached(found.edited, members)}
    _check(edit, reached)
    remember(desk, found)
    held = tuple((s, tuple(reached[s])) for s in (edit.story, *edit.other) if s in reached)
    return _keep(desk, replace(edit, held=held))


def take_edits(desk: Desk, edits: Iterable[StoryEdit]) -> int:
    """Keeps those of another store's edits that this one has not, in their order; returns how many.

    What they name and is not here makes them a note, as when it had gone: its articles may come later.
    """
    known = {_said(edit) for edit in story_edits(desk).values()}
    fresh = [edit for edit in dict.fromkeys(edits) if _said(edit) not in known]
    for edit in fresh:
        _keep(desk, edit)
    return len(fresh)


def _said(edit: StoryEdit) -> StoryEdit:
    """What an edit says, whoever said it and when."""
    return replace(edit, author="", at="", reason="", held=())


def _keep(desk: Desk, edit: StoryEdit) -> int:
    payload = {
        key: value for key, value in asdict(edit).items() if key in ("action", "other", "text", "reason")
    }
    payload["held"] = dict(edit.held)
    return desk.store.add_edit(KIND, edit.story, payload, edit.author, desk.now).id


def _reached(edited: Edited, members: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Ids that an earlier merge took away, each with the story that an edit of it reaches."""
    into = dict(edited.merged)
    for gone in into:
        story = gone
        while story in into:
            story = into[story]
        if story in members:
            yield gone, story


def undo_story(desk: Desk, story: str = "") -> StoryEdit:
    """Takes the last edit back, or the last one of a story. Raises ``UsageError`` when there is none."""
    held = story_edits(desk)
    chosen = [number for number, edit in held.items() if story in ("", edit.story, *edit.other)]
    if not chosen or not desk.store.undo_edit(chosen[-1]):
        about = f" of '{story}'" if story else ""
        raise UsageError(f"There is no edit{about} to take back. See `briefings stories edits`.")
    return held[chosen[-1]]


def story_notes(desk: Desk) -> tuple[str, ...]:
    """What edits found nothing to hold on to."""
    return grouped(desk, _everything(desk)).edited.notes


def _everything(desk: Desk) -> tuple[Tagged, ...]:
    return tagged(desk, desk.store.articles(Find(quarantined=False)))


def _check(edit: StoryEdit, members: Mapping[str, Sequence[str]]) -> None:
    _known("story", edit.story, members)
    if edit.action == "merge":
        for other in edit.other:
            _known("story", other, members)
        if edit.story in edit.other:
            raise UsageError(f"'{edit.story}' cannot be merged with itself: name two stories.")
    if edit.action == "move":
        for article in edit.other:
            _known("article", article, [a for articles in members.values() for a in articles])
    if edit.action == "split":
        own = members[edit.story]
        for article in edit.other:
            _known("article", article, own, f" in '{edit.story}'")
        if set(own) <= set(edit.other):
            raise UsageError(f"These are all articles of '{edit.story}': leave at least one in it.")


def _known(what: str, name: str, known: Iterable[str], where: str = "") -> None:
    names = list(known)
    if name in names:
        return
    near = difflib.get_close_matches(name, names, 1)
    hint = (
        f"; did you mean '{near[0]}'?"
        if near
        else ". See `briefings stories` and `briefings stories explain`."
    )
    raise UsageError(f"There is no {what} '{name}'{where}{hint}")


def _linked(stories: Sequence[Story]) -> tuple[Story, ...]:
    """Without links to stories that were merged away."""
    alive = {story.id for story in stories}
    return tuple(replace(s, related=tuple(link for link in s.related if link[0] in alive)) for s in stories)


def _families(config: Config) -> Mapping[str, str]:
    return {outlet.name: outlet.family for outlet in config.outlets if outlet.family}


def _wires(config: Config) -> frozenset[str]:
    return frozenset(outlet.name for outlet in config.outlets if outlet.role == "wire")
