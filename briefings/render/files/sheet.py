"""The CSV edition: one line per source of a story, for spreadsheets."""

from __future__ import annotations

import csv as writer
import io
from collections.abc import Iterator
from pathlib import Path

from briefings.brief_types import Brief, Reference, StoryBlock
from briefings.render.inert import inert
from briefings.render.page.html import RenderOptions

HEAD = (
    *("issue", "tlp", "story", "story_id", "headline", "theme", "topics", "status"),
    *("first_seen", "last_seen", "since_week", "articles", "outlets", "origins"),
    *("reference", "outlet", "chain", "title", "language", "published", "grade", "url", "sha256"),
)


def csv(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:  # noqa: ARG001 -- a renderer's shape
    """UTF-8 with a byte-order mark, so that Excel reads it; no cell can become a formula."""
    clean, out = inert(brief), io.StringIO()
    table = writer.writer(out, lineterminator="\r\n")
    table.writerow(HEAD)
    table.writerows([cell(value) for value in row] for row in _rows(clean))
    return ("\ufeff" + out.getvalue()).encode()


def cell(value: object) -> str:
    """A value that a spreadsheet shows and never runs: formula signs get an apostrophe before them (OWASP)."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in "=+-@\t\r|%" and text else text


def _rows(brief: Brief) -> Iterator[tuple[object, ...]]:
    names = {theme.id: theme.name for theme in brief.themes}
    for story in brief.stories:
        shared = (
            brief.period.week,
            brief.brief.tlp,
            story.number,
            story.id,
            story.headline,
            names.get(story.theme, story.theme),
            " ".join(topic.id for topic in story.topics),
            story.status,
            story.first_seen,
            story.last_seen,
            story.since_week,
            len(story.articles),
            story.outlets,
            story.origins,
        )
        sources = _sources(brief, story)
        for r in sources:
            yield (
                *shared,
                r.n,
                r.outlet,
                r.chain,
                r.title,
                r.language,
                r.published,
                r.grade,
                r.url,
                r.sha256,
            )
        if not sources:
            yield (*shared, *[""] * (len(HEAD) - len(shared)))


def _sources(brief: Brief, story: StoryBlock) -> list[Reference]:
    members = set(story.articles)
    return [r for r in brief.references if r.article in members]
