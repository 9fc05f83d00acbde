"""What the page can do: each function is one the commands call, too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from briefings import run
from briefings.desk.form import sheet
from briefings.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.config import Config
    from briefings.run import Asked, Review
    from briefings.stories import StoryEdit
    from briefings.stories.edits import Action

Fields = Mapping[str, Sequence[str]]
"""What a form sent: every field with its values."""

_HERE = "the page"
_UNCHANGED = "Nothing was changed."
_LINE = re.compile(rf"^{_HERE}:\d+: ")


@dataclass(frozen=True)
class Work:
    """One issue on the desk, and who reviews it."""

    config: Config
    name: str | None
    asked: Asked
    author: str

    def review(self) -> Review:
        """The issue as it stands."""
        with run.opened(self.config) as desk:
            return run.review(desk, self.name, self.asked)

    def drawn(self) -> bytes:
        """Its HTML edition as it stands."""
        with run.opened(self.config) as desk:
            return run.drawn(desk, self.name, self.asked)

    def do(self, what: str, fields: Fields) -> str:
        """Does one thing and says in a sentence what was done.

        Raises ``UsageError`` and ``ConfigError`` with what is wrong, every mistake at once.
        """
        return _ACTIONS[what](self, fields)


def _save(work: Work, fields: Fields) -> str:
    held = work.review()
    based_on = _first(fields, "based_on")
    said = {name: values[-1] for name, values in fields.items()}
    text = sheet(held.own, int(based_on) if based_on.isdecimal() else 0, said)
    try:
        with run.opened(work.config) as desk:
            number = run.apply_sheet(desk, work.name, work.asked, text, _HERE, work.author)
    except ConfigError as error:
        raise ConfigError([_LINE.sub("", told) for told in error.mistakes]) from None
    return f"Kept as edit {number}." if number else _UNCHANGED


def _take_back(work: Work, _fields: Fields) -> str:
    with run.opened(work.config) as desk:
        gone = run.undo_edit(desk, work.name, work.asked)
    return f"Taken back: edit {gone.id} by {gone.author or 'nobody named'}."


def _hand(work: Work, fields: Fields) -> str:
    from briefings.stories import StoryEdit

    action, _, story = _first(fields, "do").partition("|")
    if action not in _DONE:
        raise UsageError(f"There is no '{action}' of a story.")
    ticked, other = tuple(fields.get("article", ())), _first(fields, f"with|{story}")
    others = {"merge": (other,) if other else (), "split": ticked, "move": ticked}.get(action, ())
    if action in _NOTHING_CHOSEN and (not others or (action == "move" and not other)):
        raise UsageError(_NOTHING_CHOSEN[action])
    kept = _save(work, fields)
    edit: StoryEdit = StoryEdit(
        cast("Action", action), other if action == "move" else story, other=others, author=work.author
    )
    with run.opened(work.config) as desk:
        run.edit_story(desk, edit)
    return _both(kept, _DONE[action])


def _hand_back(work: Work, fields: Fields) -> str:
    kept = _save(work, fields)
    with run.opened(work.config) as desk:
        gone = run.undo_story(desk, _first(fields, "do").partition("|")[2])
    return _both(kept, f"Taken back: {gone.action} of {gone.story}.")


def _write(work: Work, fields: Fields) -> str:
    kept = _save(work, fields)
    with run.opened(work.config) as desk:
        made = run.generate(desk, work.name, work.asked, ("pdf", "html", "json"))
    return _both(kept, f"Version {made.version} is written: " + ", ".join(str(path) for path in made.paths))


def _both(kept: str, done: str) -> str:
    """What was filled in is kept with whatever button is pressed, so that nothing typed is lost."""
    return done if kept == _UNCHANGED else f"{kept} {done}"


_ACTIONS: Mapping[str, Callable[[Work, Fields], str]] = {
    "save": _save,
    "take-back": _take_back,
    "hand": _hand,
    "hand-back": _hand_back,
    "write": _write,
}
ACTIONS = frozenset(_ACTIONS)

_NOTHING_CHOSEN = {
    "merge": "Choose the other story, which is to be put into this one.",
    "split": "Tick the articles that are to be a story of their own.",
    "move": "Tick the articles that are to be moved, and choose the other story.",
}
_DONE = {
    "merge": "The stories are one.",
    "split": "The articles are a story of their own.",
    "move": "The articles are moved.",
    "pin": "The story stands before all others.",
    "drop": "The story is left out; the issue says how many were.",
}


def _first(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "")
