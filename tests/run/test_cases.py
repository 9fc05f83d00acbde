"""Hard cases, from documents as they come in to the finished brief: reading, watching, grouping and composing in one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

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


def test_case_1_next_thursday_has_two_days_and_both_are_printed(tmp_path: Path) -> None:
    text = "CSTO leaders will hold a summit next Thursday in Astana, the secretariat said. It concerns the border."
    brief = issue(tmp_path, "2025-W01", item("CSTO summit to be held", "2024-12-30", text))

    (event,) = [line for line in brief.events if "summit" in line.name.lower()]
    assert event.date_text == "2 or 9 Jan 2025"


@pytest.mark.parametrize(("verb", "when"), [("was held", "past"), ("will be held", "to come")])
def test_case_2_thursday_told_on_thursday_is_that_day(tmp_path: Path, verb: str, when: str) -> None:
    text = f"A meeting of the CSTO foreign ministers {verb} on Thursday in Astana, the secretariat said."
    brief = issue(tmp_path, "2024-W48", item("CSTO ministers in Astana", "2024-11-28", text))

    days = {line.start for line in brief.events}
    assert days <= {"2024-11-28"}
    assert days or when == "past"
    assert not any(line.ahead for line in brief.events)


def test_case_3_a_month_is_in_no_count_but_named(tmp_path: Path) -> None:
    monthly = item("Guards tell of a calm month at the gate", "2024-11")
    brief = issue(tmp_path, "2024-W48", item("Lorries wait at the gate", "2024-11-27"), monthly)

    assert row(brief).reports == 1
    assert any("Nov 2024 only" in note and "calm month" in note for note in brief.coverage.notes)


def test_case_4_an_evening_in_kabul_is_the_next_week_in_dushanbe(tmp_path: Path) -> None:
    late = item("Gate shut late at night", "2024-12-01T23:40:00+04:30")
    brief = issue(tmp_path, "2024-W48", item("Lorries wait at the gate", "2024-11-27"), late)

    assert row(brief).reports == 1
    assert [("Gate shut late" in line, "2024-W49" in line) for line in brief.coverage.moved] == [(True, True)]


@pytest.mark.parametrize(
    ("day", "week"), [("2024-02-26 00:30", "2024-W08"), ("2024-03-04 00:30", "2024-W10")]
)
def test_case_5_almaty_moved_its_clock_on_1_march_2024(tmp_path: Path, day: str, week: str) -> None:
    """Half past midnight there was half past eleven in Dushanbe before that day, and is half past midnight since."""
    kazakh = item(
        "Lorries wait at the Tajik-Afghan gate", day, source="Tengrinews", url="https://tengrinews.kz/news/1"
    )
    brief = issue(tmp_path, week, kazakh)

    assert row(brief).reports == 1


def test_case_6_an_afghan_date_is_its_day(tmp_path: Path) -> None:
    body = (
        "کابل، ۸ قوس ۱۴۰۳\nمسئولان سرحدی گفتند که مرز تاجیکستان و افغانستان برای موترهای باربری باز است.\n"
        "آنان افزودند که روزانه ده‌ها موتر از این گذرگاه می‌گذرند و کار گمرک ادامه دارد."
    )
    text = page("مرز تاجیکستان و افغانستان باز است", body, language="fa")
    brief = issue(tmp_path, "2024-W48", pages={"fa.html": text})

    assert [reference.published for reference in brief.references] == ["2024-11-28"]


def test_case_7_new_year_s_friday_belongs_to_week_53(tmp_path: Path) -> None:
    brief = issue(tmp_path, "2026-W53", item("Lorries wait at the gate", "2027-01-01"))

    assert (brief.period.week, brief.period.start, brief.period.end) == (
        "2026-W53",
        "2026-12-28",
        "2027-01-03",
    )
    assert row(brief).reports == 1
    assert [path.name for path in tmp_path.glob("output/2026-W53/*")] == [
        "central-asia_2026-W53_v1_TLP-GREEN_en.json"
    ]


def test_case_8_an_old_page_with_a_new_date_is_no_news(tmp_path: Path) -> None:
    old = item(
        "Lorries wait at the gate", "2024-11-27", "В 2019 году на таджикско-афганской границе ждали фуры."
    )
    brief = issue(tmp_path, "2024-W48", old | {"url": "https://vakhsh.example/2019/05/lorries", "lang": "ru"})

    assert row(brief).reports == 0
    assert brief.stories == ()


@pytest.mark.parametrize(
    ("source", "url", "week"),
    [
        ("Dawn", "https://www.dawn.com/news/1", "2025-W14"),
        ("Mesa Times", "https://mesa.example/1", "2025-W10"),
    ],
)
def test_case_9_a_date_in_figures_is_read_as_its_source_writes_it(
    tmp_path: Path, source: str, url: str, week: str
) -> None:
    brief = issue(tmp_path, week, item("Lorries wait at the gate", "03/04/2025", source=source, url=url))

    assert row(brief).reports == 1


def test_case_9_of_an_unknown_outlet_it_is_no_day(tmp_path: Path) -> None:
    known = item("Guards count lorries", "2025-03-04")
    brief = issue(
        tmp_path, "2025-W10", known, item("Lorries wait at the gate", "03/04/2025", source="Nobody's Paper")
    )

    assert row(brief).reports == 1
    assert brief.coverage.undated == 1


def test_case_13_a_story_of_two_weeks_keeps_its_id(tmp_path: Path) -> None:
    first = item(
        "Roof falls at the Panji Poyon gate", "2024-11-23", f"A roof fell at the Panji Poyon gate. {GATE}"
    )
    second = item(
        "Roof of the Panji Poyon gate is mended",
        "2024-11-26",
        "The roof that fell at the Panji Poyon gate on the Tajik-Afghan border is mended, a customs clerk said.",
    )
    project = start(tmp_path).folder
    (project / "items.jsonl").write_text(json.dumps(first) + "\n" + json.dumps(second), "utf-8")
    with run.opened(load(project / "config.yaml"), NOW) as desk:
        run.import_(desk, [str(project / "items.jsonl")])
        before = run.generate(desk, None, run.Asked("2024-W47"), ("json",)).brief
        after = run.generate(desk, None, run.Asked("2024-W48"), ("json",)).brief

    assert [s.id for s in before.stories] == [s.id for s in after.stories]
    assert (after.stories[0].status, after.stories[0].since_week, after.stories[0].added) == (
        "continuing",
        "2024-W47",
        1,
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
