"""Hard cases, from documents as they come in to the finished brief: reading, watching, grouping and composing in one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from briefings import run
from briefings.brief_types import Brief, TopicRow
from briefings.config import load
from tests.project import start

NOW = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
GATE = (
    "Guards said that twelve lorries waited on the Tajik-Afghan border. The gate at Panji Poyon stayed open."
)
AMERICAN = "  - {id: mesa, name: Mesa Times, url: https://mesa.example/feed, language: en, country: US, day_first: false}\n"


def item(
    title: str, date: str, text: str = GATE, source: str = "Vakhsh Courier", **more: str
) -> dict[str, str]:
    slug = re.sub(r"\W+", "-", title.lower())[:40]
    entry = {
        "source": source,
        "title": title,
        "date": date,
        "text": text,
        "url": f"https://vakhsh.example/{slug}",
    }
    return entry | more


def issue(
    folder: Path, week: str, *items: Mapping[str, str], pages: Mapping[str, str] | None = None
) -> Brief:
    """The brief of a week, made from these items and pages by the program itself."""
    project = start(folder).folder
    config = project / "config.yaml"
    config.write_text(config.read_text("utf-8").replace("\nsources:\n", f"\nsources:\n{AMERICAN}"), "utf-8")
    inbox = project / "inbox"
    inbox.mkdir()
    if items:
        lines = "\n".join(json.dumps(entry, ensure_ascii=False) for entry in items)
        (inbox / "items.jsonl").write_text(lines, "utf-8")
    for name, page in (pages or {}).items():
        (inbox / name).write_text(page, "utf-8")
    with run.opened(load(project / "config.yaml"), NOW) as desk:
        run.import_(desk, [str(inbox)])
        return run.generate(desk, None, run.Asked(week), ("json",)).brief


def row(brief: Brief, topic: str = "border.tj-af") -> TopicRow:
    return next(entry for entry in brief.borders if entry.id == topic)


def page(title: str, body: str, head: str = "", aside: str = "", language: str = "en") -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n"))
    return (
        f"<html lang='{language}'><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><aside>{aside}</aside></body></html>"
    )


def test_f06_sidebars_are_no_news(tmp_path: Path) -> None:
    aside = "<ul><li><a href='/1'>Taliban attack kills nine in Kabul</a></li><li><a href='/2'>Putin visits Yerevan</a></li></ul>"
    head = "<meta property='article:published_time' content='2024-11-27T10:00:00+05:00'>"
    brief = issue(tmp_path, "2024-W48", pages={"a.html": page("Lorries wait at the gate", GATE, head, aside)})

    assert {topic.id for story in brief.stories for topic in story.topics} >= {"border.tj-af"}
    assert not {"body.taliban", "country.am"} & {
        topic.id for story in brief.stories for topic in story.topics
    }


def test_f08_the_day_of_retrieval_dates_nothing(tmp_path: Path) -> None:
    brief = issue(tmp_path, "2027-W01", pages={"a.html": page("Lorries wait at the gate", GATE)})

    assert row(brief).reports == 0


def test_f15_namesakes_make_no_story(tmp_path: Path) -> None:
    titles = {
        "Georgia Bulldogs beat Alabama in Atlanta": "The Georgia Bulldogs won in Atlanta, Georgia, on Saturday night.",
        "Border-Gavaskar Trophy: India win in Perth": "India won the first test of the Border-Gavaskar Trophy in Perth.",
        "FC Khyber sign a striker": "FC Khyber signed a striker from the second league on Tuesday.",
        "CIS Controls updated": "The CIS Controls for safe computers were updated, the authors said.",
    }
    items = [item(title, "2024-11-27", text) for title, text in titles.items()]
    brief = issue(tmp_path, "2024-W48", *items)

    assert brief.stories == ()
    assert brief.also_noted == ()
    assert brief.coverage.relevant == 0


def test_f20_a_watched_border_without_reports_stays(tmp_path: Path) -> None:
    brief = issue(tmp_path, "2024-W48", item("Lorries wait at the gate", "2024-11-27"))

    quiet = row(brief, "border.kg-tj")
    assert (quiet.reports, quiet.state) == (0, "quiet")
    assert "no reports collected" in quiet.reason


def test_f23_the_brief_s_own_voice_takes_no_side(tmp_path: Path) -> None:
    """Loaded names stand in a source's words only."""
    text = (
        "Оккупанты в Арцахе и так называемые террористы стянули силы к границе Армении и Азербайджана, заявил чиновник. "
        "Бандиты бежали, сообщил он."
    )
    brief = issue(
        tmp_path,
        "2024-W48",
        item("Оккупанты стянули силы к границе Армении и Азербайджана", "2024-11-27", text, lang="ru"),
    )

    own = [line.text for s in brief.stories for line in s.reported if line.basis == "composed"]
    own += [
        brief.bottom_line,
        *(line.text for line in brief.key_points),
        *(s.headline for s in brief.stories),
    ]
    assert brief.stories
    assert not re.search(r"artsakh|occup|terrorist|so-called|bandit", " ".join(own), re.IGNORECASE)
