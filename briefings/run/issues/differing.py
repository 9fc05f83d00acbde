"""In what a file differs from the issue that it claims to be: in the words of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import cast

from briefings import brief_json
from briefings.brief_types import Brief
from briefings.errors import BriefingsError
from briefings.run.desk import Desk
from briefings.run.intake.bounded import Lost
from briefings.run.issues.composing import looks, parts
from briefings.run.issues.saying import said

_MOST = 5
"""Places that are told; whoever has rewritten a brief is found out by the first."""
_AROUND = 4
"""Words around a place."""
_ALIKE = 0.5
"""Below it two texts are not versions of each other: the ratio of ``difflib``, which calls .6 a close match."""


def differing(desk: Desk, path: Path, data: bytes, brief: Brief) -> Iterator[str]:
    """What the file says and the issue does not, and the other way round.

    Pages are compared with the issue as it is drawn now: its words are kept in the store, its looks are not.
    """
    try:
        if path.suffix == ".json":
            yield f"These parts differ: {', '.join(parts(brief, brief_json.load(data))) or 'none, only the layout'}."
            return
        drawn = _drawn(desk, path, brief)
    except BriefingsError as error:
        yield f"What differs cannot be told: {error}"
        return
    kind = path.suffix.removeprefix(".")
    theirs, ours = said(data, kind), said(drawn, kind)
    for read in (theirs, ours):
        if isinstance(read, Lost):
            yield f"What differs cannot be told: the file {read.reason}."
            return
    yield from places(cast("Sequence[str]", theirs), cast("Sequence[str]", ours))


def _drawn(desk: Desk, path: Path, brief: Brief) -> bytes:
    """The issue in the format that the file's name tells."""
    from briefings.render import render

    settings = desk.config.brief(brief.brief.name)[1]
    name = "archive" if path.stem.endswith("_archive") else path.suffix.removeprefix(".")
    return render(brief, [name], desk.config.templates, looks(settings))[0].data


def places(theirs: Sequence[str], ours: Sequence[str]) -> Iterator[str]:
    """A sentence for each place at which two rows of words differ."""
    if theirs == ours:
        yield "Its words and links are those of the issue: it differs in looks, or in what no reader sees."
        return
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        yield "It has little in common with the issue, or much of that is missing."
        return
    changes = [(a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    for a, b, c, d in changes[:_MOST]:
        yield f"It says “{_around(theirs, c, d)}” where the issue says “{_around(ours, a, b)}”."
    if len(changes) > _MOST:
        yield f"It differs in {len(changes) - _MOST} more places."


def _around(words: Sequence[str], first: int, last: int) -> str:
    """The words of a place with those beside it; addresses stand in a list and explain none of their neighbours."""
    before, after = words[max(first - _AROUND, 0) : first], words[last : last + _AROUND]
    near = ([w for w in part if not w.startswith(("http", "#"))] for part in (before, after))
    return " ".join([*next(near), *words[first:last], *next(near)])
