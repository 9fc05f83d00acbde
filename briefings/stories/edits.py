"""The analyst's hand: merge, split, move, pin, drop and rename, as small edits that are applied after grouping.

An edit names stories by id and articles by id, so it holds when new articles arrive; what it names and is no
longer there makes it a note, never an error. New articles may put two stories into one, and one id is gone: an edit of
it is then one of the story that has its articles, unless it speaks of all of that (a headline, a drop). Undoing an edit
is leaving it out of the list.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefings.types import Story

Action = Literal["merge", "split", "move", "pin", "drop", "rename"]
ACTIONS: tuple[str, ...] = get_args(Action)


@dataclass(frozen=True, slots=True)
class StoryEdit:
    """One thing that a person did to a story, with who and when."""

    action: Action
    story: str
    """Id of the story that is kept, split, moved into, pinned, dropped or renamed."""
    other: tuple[str, ...] = ()
    """``merge``: ids of the stories that go into it; ``split`` and ``move``: ids of articles."""
    text: str = ""
    """``rename``: the headline."""
    author: str = ""
    at: str = ""
    """ISO 8601."""
    reason: str = ""
    held: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(id, its articles) of the stories that it names, when it was made."""


@dataclass(frozen=True, slots=True)
class Edited:
    """Stories after the analyst's hand."""

    stories: tuple[Story, ...]
    pins: tuple[str, ...] = ()
    """In the order in which they were pinned."""
    drops: tuple[str, ...] = ()
    headlines: tuple[tuple[str, str], ...] = ()
    """(story id, headline)."""
    notes: tuple[str, ...] = ()
    """Edits that found nothing to hold on to."""
    merged: tuple[tuple[str, str], ...] = ()
    """(id, id of the story that it went into)."""


def apply_edits(
    stories: Sequence[Story], edits: Sequence[StoryEdit], rebuild: Callable[[str, Sequence[str]], Story]
) -> Edited:
    """Return the stories with the edits applied in their order; the same edits twice change nothing more.

    ``rebuild`` makes a story of an id and its articles, so that counts of outlets and origins are those of
    the new membership.
    """
    work = _Work({story.id: tuple(m.article for m in story.members) for story in stories})
    for edit in edits:
        work.apply(edit)
    kept = {story.id: story for story in stories}
    made = []
    for story, articles in sorted(work.members.items()):
        same = story in kept and {m.article for m in kept[story].members} == set(articles)
        made.append(kept[story] if same else rebuild(story, articles))
    alive = work.members.keys()
    return Edited(
        stories=tuple(made),
        pins=tuple(story for story in work.pins if story in alive),
        drops=tuple(story for story in sorted(work.drops) if story in alive),
        headlines=tuple(sorted((s, text) for s, text in work.headlines.items() if s in alive)),
        notes=tuple(work.notes),
        merged=tuple(sorted(work.gone.items())),
    )


class _Work:
    """Membership while edits are applied; an id that was merged away leads to the story it went into."""

    def __init__(self, members: Mapping[str, Sequence[str]]) -> None:
        self.members = {story: list(articles) for story, articles in members.items()}
        self.gone: dict[str, str] = {}
        self.pins: list[str] = []
        self.drops: set[str] = set()
        self.headlines: dict[str, str] = {}
        self.notes: list[str] = []

    def apply(self, edit: StoryEdit) -> None:
        story = self._current(edit.story, edit)
        if story not in self.members and edit.action != "move":
            self.notes.append(f"{edit.action} of {edit.story}: there is no such story any more.")
        elif edit.action in ("drop", "rename") and self._larger(story, edit):
            self.notes.append(f"{edit.action} of {edit.story}: its articles are part of {story} now.")
        else:
            getattr(self, f"_{edit.action}")(story, edit)

    def _larger(self, story: str, edit: StoryEdit) -> bool:
        """Whether grouping has put what the edit speaks of into a story of which it is not the most."""
        held = dict(edit.held).get(edit.story, ())
        return story != self._followed(edit.story) and 2 * len(held) <= len(self.members[story])

    def _current(self, story: str, edit: StoryEdit) -> str:
        """Return the story that an edit means: the one of that id, or the one that has most of its articles now."""
        found = self._followed(story)
        if found in self.members:
            return found
        held = set(dict(edit.held).get(story, ()))
        shares = Counter(
            {other: len(held.intersection(articles)) for other, articles in self.members.items()}
        )
        most = max(shares, key=lambda other: (shares[other], other), default=found)
        return most if 2 * shares[most] > len(held) else found

    def _followed(self, story: str) -> str:
        while story in self.gone:
            story = self.gone[story]
        return story

    def _merge(self, story: str, edit: StoryEdit) -> None:
        for other in (self._current(named, edit) for named in edit.other):
            if other == story:
                continue
            if other in self.members:
                self.members[story] += self.members.pop(other)
                self.gone[other] = story
            else:
                self.notes.append(f"merge into {edit.story}: there is no story {other} any more.")

    def _split(self, story: str, edit: StoryEdit) -> None:
        """Put the articles into a story of their own, named after the first of them."""
        moved = [article for article in self.members[story] if article in edit.other]
        if not moved or len(moved) == len(self.members[story]):
            return
        week = story.partition("/")[0]
        own = f"{week}/split-{sha256(min(edit.other).encode()).hexdigest()[:6]}"
        self.members[story] = [article for article in self.members[story] if article not in moved]
        self.members.setdefault(own, []).extend(moved)

    def _move(self, story: str, edit: StoryEdit) -> None:
        if story not in self.members:
            self.notes.append(f"move into {edit.story}: there is no such story any more.")
            return
        holder = {article: other for other, articles in self.members.items() for article in articles}
        for article in edit.other:
            if article not in holder:
                self.notes.append(f"move into {edit.story}: there is no article {article} any more.")
            elif holder[article] != story:
                self._take(holder[article], article)
                self.members[story].append(article)
                holder[article] = story

    def _take(self, story: str, article: str) -> None:
        self.members[story].remove(article)
        if not self.members[story]:
            del self.members[story]

    def _pin(self, story: str, edit: StoryEdit) -> None:
        del edit
        if story not in self.pins:
            self.pins.append(story)
        self.drops.discard(story)

    def _drop(self, story: str, edit: StoryEdit) -> None:
        del edit
        self.drops.add(story)
        if story in self.pins:
            self.pins.remove(story)

    def _rename(self, story: str, edit: StoryEdit) -> None:
        self.headlines[story] = edit.text
