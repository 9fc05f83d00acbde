"""Documents in, a finished issue out, through the real commands; and what a reader of it sees."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html

from briefings import brief_json
from briefings.brief_types import Brief, CoverageSource, StoryBlock, TopicRow
from tests.project import Here, start
from tests.render.pdf_reading import words

AFTER = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
"""After every week that the tests speak of."""


@dataclass(frozen=True)
class Finished:
    """The files of an issue."""

    files: Mapping[str, Path]
    """Path by suffix."""

    @cached_property
    def brief(self) -> Brief:
        """What ``brief.json`` says."""
        return brief_json.load(self.files[".json"].read_bytes())

    @cached_property
    def tree(self) -> Any:
        """The page, without its fonts and pictures."""
        page = self.files[".html"].read_text("utf-8")
        tree: Any = html.fromstring(re.sub(r"data:[\w/;,+=-]+", "", page))
        for part in tree.xpath("//style|//script"):
            part.drop_tree()
        return tree

    @cached_property
    def page(self) -> str:
        """The words of the page, on one line."""
        return " ".join(self.tree.text_content().split())

    @cached_property
    def paper(self) -> str:
        """The words of the PDF, on one line."""
        return words(self.files[".pdf"].read_bytes())

    @cached_property
    def calendar(self) -> str:
        """The ``.ics`` file, unfolded."""
        return self.files[".ics"].read_text("utf-8").replace("\r\n ", "")

    def row(self, topic: str = "border.tj-af") -> TopicRow:
        """The row of a border or body."""
        return next(row for row in (*self.brief.borders, *self.brief.bodies) if row.id == topic)

    def story(self, topic: str) -> StoryBlock:
        """The only story about a topic."""
        (found,) = self.stories(topic)
        return found

    def stories(self, topic: str) -> list[StoryBlock]:
        """Stories that are about a topic."""
        return [s for s in self.brief.stories if any(t.id == topic for t in s.topics)]

    def source(self, name: str) -> CoverageSource:
        """A source in the coverage box."""
        return next(s for s in self.brief.coverage.sources if s.name == name)


class Week(Here):
    """A desk with the shipped configuration."""

    def add(self, *items: Mapping[str, Any], now: datetime = AFTER, **pages: str) -> None:
        """Imports items (as lines of a ``.jsonl``) and saved web pages (``name=markup``)."""
        inbox = self.folder / f"inbox-{len(list(self.folder.glob('inbox-*')))}"
        inbox.mkdir()
        if items:
            lines = "\n".join(json.dumps(item, ensure_ascii=False) for item in items)
            (inbox / "items.jsonl").write_text(lines, "utf-8")
        for name, page in pages.items():
            (inbox / f"{name}.html").write_text(page, "utf-8")
        ran = self.run("import", str(inbox), SOURCE_DATE_EPOCH=f"{now.timestamp():.0f}")
        assert ran.status == 0, ran.err

    def issue(
        self, *asked: str, now: datetime = AFTER, formats: Sequence[str] = ("json", "html")
    ) -> Finished:
        """The issue of a week (``2024-W48``) or of what other options ask for."""
        chosen = ("--week", *asked) if len(asked) == 1 else asked
        epoch = f"{now.timestamp():.0f}"
        ran = self.run("generate", *chosen, "--format", ",".join(formats), SOURCE_DATE_EPOCH=epoch)
        assert ran.status in (0, 3), ran.err
        return Finished({Path(line).suffix: Path(line) for line in ran.out.split()})

    def configure(self, old: str, new: str) -> None:
        """Changes a line of the configuration."""
        file = self.folder / "config.yaml"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")


def desk(folder: Path) -> Week:
    """A new desk."""
    made = start(folder, Week)
    assert isinstance(made, Week)
    return made


def item(title: str, date: str, text: str, source: str = "Vakhsh Courier", **more: str) -> dict[str, str]:
    """A line of an export; its address is made of its title."""
    slug = re.sub(r"\W+", "-", title.lower())[:60].strip("-")
    host = re.sub(r"\W+", "-", source.lower())
    entry = {"source": source, "title": title, "date": date, "text": text}
    return entry | {"url": f"https://{host}.example/{slug}", "lang": "en"} | more


def page(title: str, body: str, head: str = "", aside: str = "", language: str = "en") -> str:
    """A saved web page; each line of the body is a paragraph."""
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n"))
    return (
        f"<html lang='{language}'><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><aside>{aside}</aside></body></html>"
    )


def published(moment: str) -> str:
    """The mark-up of a page that says when it was published."""
    return f"<meta property='article:published_time' content='{moment}'>"
