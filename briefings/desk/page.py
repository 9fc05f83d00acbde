"""How the page looks: the review filled into its template."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefings.brief.language.lint import VOCABULARIES
from briefings.brief.material.marking import ORDER
from briefings.render.language.languages import direction
from briefings.render.page.addresses import address
from briefings.run.analyst.sheet import MOST_POINTS, STATUSES

if TYPE_CHECKING:
    from jinja2 import Environment

    from briefings.brief_types import StoryBlock
    from briefings.desk.actions import Fields
    from briefings.run import Review

_SHOWN = 4000
"""Characters of an article's text that the page holds; the address leads to the rest."""


def drawn(review: Review, notes: Sequence[str], mistakes: str = "", typed: Fields | None = None) -> bytes:
    """The page of an issue; ``typed`` is what a refused form held, so that nothing typed is lost."""
    own = review.own.model_dump()
    printed = [block.id for block in review.brief.stories]
    left = [block for block in review.plain.stories if block.id not in printed]
    return _fill(
        "review.html.j2",
        review=review,
        stories=[(block, _plain(review, block)) for block in review.brief.stories],
        left=left,
        pinned={edit.story for edit in review.hand.values() if edit.action == "pin"},
        rows=[row for row in (*review.brief.borders, *review.brief.bodies) if row.reports],
        notes=notes,
        mistakes=mistakes.splitlines(),
        value=_Values(own, typed or {}),
        points=range(MOST_POINTS),
        corrections=range(len(own["corrections"]) + 1),
        markings=ORDER,
        statuses=STATUSES,
        terms=VOCABULARIES[review.vocabulary],
    )


def anchor(story: str) -> str:
    """A story's place on the page."""
    return re.sub(r"[^a-z0-9]+", "-", story.lower())


def refused(why: str) -> bytes:
    """A page that says one sentence."""
    return _fill("refused.html.j2", why=why)


class _Values:
    """What stands in a field: what was typed last, else what is set."""

    def __init__(self, own: Mapping[str, object], typed: Fields) -> None:
        self._own = own
        self._typed = typed

    def __call__(self, *steps: str | int) -> str:
        name = "|".join(map(str, steps))
        if name in self._typed:
            return self._typed[name][-1]
        found: object = self._own
        for step in steps:
            if isinstance(found, Mapping):
                found = found.get(step, "")
            elif isinstance(found, list) and isinstance(step, int):
                found = found[step] if step < len(found) else ""
        return found if isinstance(found, str) else "yes" if found is True else ""


def _plain(review: Review, block: StoryBlock) -> str:
    """The headline that the program composes."""
    return next((b.headline for b in review.plain.stories if b.id == block.id), block.headline)


def _fill(template: str, **values: object) -> bytes:
    return _environment().get_template(template).render(**values).encode()


def _opening(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("briefings.desk", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "address": address,
        "anchor": anchor,
        "opening": _opening,
        "direction": direction,
    }
    return made
