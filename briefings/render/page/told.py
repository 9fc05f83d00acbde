"""What pages and plain editions tell alike: numbers behind a sentence, the lists of what changed."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.brief_types import Brief, Change


def cited(text: str, refs: Sequence[int]) -> str:
    """The sentence with its numbers before the full stop, as in ``The gate is shut [2][3].`` here."""
    if not refs:
        return text
    stop = text[-1:] if text[-1:] in ".。։۔" else ""
    return f"{text[: len(text) - len(stop)].rstrip()} {numbers(refs)}{stop}"


def numbers(refs: Sequence[int]) -> str:
    """``[2][3]``."""
    return "".join(f"[{n}]" for n in refs)


def change_lists(brief: Brief) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    """The five lists in their fixed order; none where a first issue has nothing to compare with."""
    c = brief.changes
    if not brief.issue.previous and not any((c.new, c.escalated, c.continuing, c.quiet, c.corrected)):
        return ()
    return (
        ("new", c.new),
        ("escalated", c.escalated),
        ("continuing", c.continuing),
        ("quiet", c.quiet),
        ("corrected", c.corrected),
    )
