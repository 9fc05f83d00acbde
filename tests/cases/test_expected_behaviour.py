"""The numbered cases of what is expected, each from documents as they come in to the finished issue.

Cases 1 to 9 are of dates and weeks, 13 to 15 of stories that go on, 32 and the last of the product as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.cases.week import Finished, Week, desk, item, page
from tests.deliver.server import Office, running
from tests.sources.server import Server

GATE = (
    "Guards said that twelve lorries waited on the Tajik-Afghan border since the morning, most of them with flour. "
    "The gate at Panji Poyon stayed open until the evening, a customs clerk said."
)
FERRY = (
    "A ferry carried cattle over the river at the Tajik-Afghan border on market day, its captain said. "
    "Officials of both banks count the animals by hand and stamp every paper twice."
)
WALL = (
    "Soldiers painted the wall of a post at the Tajik-Afghan border white and blue, the commander said. "
    "The paint was a gift of two villages, whose children had written their names on the old one."
)
CLERKS = (
    "Eleven clerks were hired for the customs house at the Tajik-Afghan border, its director said on the telephone. "
    "They begin with a course in handwriting, because the printer has been out of order since spring."
)


@pytest.fixture
def week(tmp_path: Path) -> Week:
    return desk(tmp_path)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


# Dates and weeks


def test_case_1_next_thursday_has_two_days_and_both_are_printed(week: Week) -> None:
    text = "CSTO leaders will hold a summit next Thursday in Astana, the secretariat said. It concerns the border."
    week.add(item("CSTO summit to be held in Astana", "2024-12-30", text))
    issue = week.issue("2025-W01")

    (event,) = issue.brief.events
    assert (event.start, event.end, event.precision) == ("2025-01-02", "2025-01-09", "ambiguous")
    assert event.date_text == "2 or 9 Jan 2025"
    assert "2 or 9 Jan" in issue.page
    assert not re.search(r"(?<!2 or )\b[29] Jan(?! 2025 \(date)", issue.page.replace("Thu 9", ""))
    assert [reference.published for reference in issue.brief.references] == ["2024-12-30"]


@pytest.mark.parametrize(
    ("verb", "hour", "status"), [("was held", "20:00", "past"), ("will be held", "07:00", "announced")]
)
def test_case_2_thursday_told_on_thursday_is_that_day(week: Week, verb: str, hour: str, status: str) -> None:
    """What was held stands in the timeline as held, what will be held as announced; neither is a week away."""
    text = f"A meeting of the CSTO foreign ministers {verb} on Thursday in Astana, the secretariat said."
    week.add(item("CSTO ministers in Astana", f"2024-11-28T{hour}:00+05:00", text))
    issue = week.issue("2024-W48")

    assert [(e.start, e.end, e.status, e.ahead) for e in issue.brief.events] == [
        ("2024-11-28", "2024-11-28", status, False)
    ]


def test_case_3_a_month_is_in_no_count_but_named_in_each_of_its_weeks(week: Week) -> None:
    (week.folder / "month.txt").write_text(
        f"Новости\nНоябрь\n2024\n\nGuards tell of a calm month at the gate\n\n{GATE}\n\n{FERRY}\n", "utf-8"
    )
    assert week.run("import", str(week.folder / "month.txt")).status == 0
    week.add(item("Lorries wait at the gate", "2024-11-27", GATE.replace("twelve", "nine")))

    issues = {number: week.issue(f"2024-W{number}") for number in (43, 44, 46, 48, 49)}
    named = {
        number: any("calm month" in note and "Nov 2024 only" in note for note in issue.brief.coverage.notes)
        for number, issue in issues.items()
    }

    assert named == {43: False, 44: True, 46: True, 48: True, 49: False}
    assert {number: issue.row().reports for number, issue in issues.items()} == {
        43: 0,
        44: 0,
        46: 0,
        48: 1,
        49: 0,
    }
    assert all("calm month" not in r.title for issue in issues.values() for r in issue.brief.references)
    assert not re.search(r"\b1 Nov\b", issues[46].page)


def test_case_4_an_evening_in_kabul_is_the_next_week_in_dushanbe(week: Week) -> None:
    text = f"{GATE} Tajikistan and Afghanistan will hold talks on the border on 5 December in Kabul, he said."
    late = item(
        "Gate shut late at night", "2024-12-01T23:40:00+04:30", text, "Amu TV", url="https://amu.tv/1"
    )
    week.add(item("Ferry carries cattle", "2024-11-27", FERRY), late)
    before, after = (week.issue(label) for label in ("2024-W48", "2024-W49"))

    assert (before.row().reports, after.row().reports) == (1, 1)
    for issue in (before, after):
        (moved,) = issue.brief.coverage.moved
        assert "Gate shut late" in moved
        assert "Sun 1 Dec 2024 23:40 (UTC+04:30)" in moved
        assert "2024-W49" in moved
        assert moved in issue.page
    assert [event.start for event in after.brief.events] == ["2024-12-05"]


def test_case_5_almaty_moved_its_clock_on_1_march_2024(week: Week) -> None:
    """The local times of two days in one week, and of two midnights that belong to another week in Dushanbe."""
    times = ("2024-02-28 23:30", "2024-03-01 23:30", "2024-02-26 00:30", "2024-03-04 00:30")
    titles = ("Flour waits", "Cattle cross", "Wall is painted", "Clerks are hired")
    texts = (GATE, FERRY, WALL, CLERKS)
    for n, (time, title, text) in enumerate(zip(times, titles, texts, strict=True)):
        week.add(item(title, time, text, "Tengrinews", url=f"https://tengrinews.kz/news/{n}"))

    found = {label: week.issue(label).brief.references for label in ("2024-W08", "2024-W09", "2024-W10")}

    assert {label: sorted(r.published for r in references) for label, references in found.items()} == {
        "2024-W08": ["2024-02-26T00:30:00+06:00"],
        "2024-W09": ["2024-02-28T23:30:00+06:00", "2024-03-01T23:30:00+05:00"],
        "2024-W10": ["2024-03-04T00:30:00+05:00"],
    }


@pytest.mark.parametrize(
    ("written", "day", "label"),
    [("کابل، ۸ قوس ۱۴۰۳", "2024-11-28", "2024-W48"), ("تهران، ۱۴ آبان ۱۴۰۳", "2024-11-04", "2024-W45")],
)
def test_case_6_an_afghan_and_an_iranian_date_are_their_days(
    week: Week, written: str, day: str, label: str
) -> None:
    body = (
        f"{written}\nمسئولان سرحدی گفتند که مرز تاجیکستان و افغانستان برای موترهای باربری باز است.\n"
        "آنان افزودند که روزانه ده‌ها موتر از این گذرگاه می‌گذرند و کار گمرک ادامه دارد."
    )
    week.add(fa=page("مرز تاجیکستان و افغانستان باز است", body, language="fa"))
    issue = week.issue(label)

    assert [reference.published for reference in issue.brief.references] == [day]
    assert issue.row().reports == 1


def test_case_7_new_year_s_friday_belongs_to_week_53(week: Week) -> None:
    week.add(item("Lorries wait at the gate", "2027-01-01", GATE), item("Ferry", "2027-01-04", FERRY))
    old, new = (week.issue(label) for label in ("2026-W53", "2027-W01"))

    period = old.brief.period
    assert (period.week, period.start, period.end) == ("2026-W53", "2026-12-28", "2027-01-03")
    assert old.files[".json"].name == "central-asia_2026-W53_v1_TLP-GREEN_en.json"
    assert (new.brief.period.week, new.brief.period.start) == ("2027-W01", "2027-01-04")
    assert [r.published for issue in (old, new) for r in issue.brief.references] == [
        "2027-01-01",
        "2027-01-04",
    ]


def test_case_8_an_old_page_with_a_new_date_is_no_news_and_said_to_be_left_out(week: Week) -> None:
    feed = (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Vakhsh Courier</title><item>"
        "<title>Фуры ждут на таджикско-афганской границе</title><link>https://vakhsh.example/2019/05/fury</link>"
        "<pubDate>Wed, 27 Nov 2024 09:30:00 +0500</pubDate><description>В 2019 году на таджикско-афганской границе "
        "ждали сорок фур, сообщили тогда на таможне. Водители ночевали в кабинах.</description></item></channel></rss>"
    )
    (week.folder / "feed.xml").write_text(feed, "utf-8")
    assert week.run("import", str(week.folder / "feed.xml")).status == 0
    issue, later = week.issue("2024-W48"), week.issue("2024-W49")

    (note,) = [note for note in issue.brief.coverage.notes if "Фуры ждут" in note]
    assert "May 2019" in note
    assert "27 Nov 2024" in note
    assert note in issue.page
    assert (issue.row().reports, issue.brief.stories, issue.brief.also_noted) == (0, (), ())
    assert not any("Фуры ждут" in note for note in later.brief.coverage.notes)


def test_case_9_a_date_in_figures_is_read_as_its_outlet_writes_it(week: Week) -> None:
    """4 March to an American outlet, 3 April to a Pakistani one, either to one of which nothing is known."""
    week.configure(
        "\nsources:\n",
        "\nsources:\n  - {id: mesa, name: Mesa Times, url: https://mesa.example/feed, language: en, country: US}\n",
    )
    week.add(
        item("Lorries wait at the gate", "03/04/2025", GATE, "Dawn", url="https://www.dawn.com/news/1"),
        item("Ferry carries cattle", "03/04/2025", FERRY, "Mesa Times", url="https://mesa.example/1"),
        item("Clerks stamp papers", "03/04/2025", CLERKS, "Nobody's Paper"),
    )
    march, april = (week.issue(label) for label in ("2025-W10", "2025-W14"))

    assert [(r.outlet, r.date_text) for r in march.brief.references] == [("Mesa Times", "4 Mar 2025")]
    assert [(r.outlet, r.date_text) for r in april.brief.references] == [("Dawn", "3 Apr 2025")]
    for issue in (march, april):
        assert issue.brief.coverage.undated == 1
        assert any(
            "Clerks stamp papers" in n and "4 Mar 2025 or 3 Apr 2025" in n for n in issue.brief.coverage.notes
        )


# Stories that go on


def test_case_13_a_story_of_two_weeks_keeps_its_id_and_says_what_is_new(week: Week) -> None:
    fallen = "A roof fell on Saturday at the Panji Poyon gate on the Tajik-Afghan border; nobody was hurt, a clerk said. "
    mended = (
        "The roof that fell at the Panji Poyon gate on the Tajik-Afghan border is mended, a customs clerk said. "
        "Carpenters from Kunduz worked on it for two days and one night."
    )
    week.add(item("Roof falls at the Panji Poyon gate", "2024-11-23", fallen + GATE))
    week.add(item("Roof of the Panji Poyon gate is mended", "2024-11-26", mended, "Khyber Ledger"))
    before, after = (week.issue(label) for label in ("2024-W47", "2024-W48"))

    (first,), (second,) = before.brief.stories, after.brief.stories
    assert second.id == first.id
    assert (first.status, second.status, second.since_week) == ("new", "continuing", "2024-W47")
    assert (second.added, len(second.articles), after.row().reports, after.row().previous) == (1, 1, 1, 1)
    (change,) = after.brief.changes.continuing
    assert (change.story, "+1 report" in change.text, "W47" in change.text) == (first.id, True, True)
    assert (second.week_number, "mended" in change.text) == (2, True)
    assert change.text in after.page


def test_case_14_the_latest_figure_is_told_and_the_others_stand_in_their_order(week: Week) -> None:
    text = (
        "{} people were killed in a clash on the Kyrgyz-Tajik border near Vorukh on Tuesday, the border service said{}. "
        "Shots were heard at the water gate for an hour, and the road to Isfara was closed for lorries and for buses."
    )
    title = "{} killed in clash on the Kyrgyz-Tajik border"
    week.add(
        item(title.format("Three"), "2024-11-26T08:00:00+05:00", text.format("Three", "")),
        item(title.format("Five"), "2024-11-26T20:00:00+05:00", text.format("Five", " in the evening")),
        item(
            title.format("Four") + ", earlier figure corrected",
            "2024-11-27T12:00:00+05:00",
            text.format("Four", ", correcting its earlier figure"),
        ),
    )
    issue = week.issue("2024-W48")

    story = issue.story("border.kg-tj")
    assert [[entry[:2] + entry[3:] for entry in figure.series] for figure in story.figures] == [
        [("2024-11-26", 3, False), ("2024-11-26", 5, False), ("2024-11-27", 4, True)]
    ]
    assert all(refs for figure in story.figures for _, _, refs, _ in figure.series)
    assert story.headline.startswith("Four killed")
    assert "Four" in issue.brief.bottom_line
    assert not re.search(r"\b(Three|Five|3|5) (people were )?killed", issue.brief.bottom_line)
    assert not [p.text for p in issue.brief.key_points if re.search(r"\b(Three|Five)\b", p.text)]
    assert [c.story for c in issue.brief.changes.corrected] == [story.id]
    assert re.search(r"Tue 26 Nov: 3.*Tue 26 Nov: 5.*Wed 27 Nov: 4", issue.page)


TAKEN_BACK = "an earlier version of this report said that the bridge will be closed; it stays open."


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Week, list[Finished], Office]:
    """An issue that was sent, then the outlet's correction: W47 as sent, W48, and W47 once more, sent."""
    week = desk(tmp_path_factory.mktemp("corrected"))
    first = item(
        "Bridge on the Tajik-Afghan border to close",
        "2024-11-20",
        "The bridge at Ishkashim on the Tajik-Afghan border will be closed in December, the district head said. "
        + FERRY,
    )
    now = first | {
        "text": f"Correction: {TAKEN_BACK}\n\nThe bridge at Ishkashim on the Tajik-Afghan border stays open in December, "
        f"the district head said. {FERRY}"
    }
    office, monday, next_monday = Office(), at("2024-11-25T04:00:00Z"), at("2024-12-02T04:00:00Z")
    with running(office) as port:
        week.configure("port: 2525", f"port: {port}")
        week.add(first, now=at("2024-11-21T00:00:00Z"))
        issues = [week.issue("2024-W47", now=monday, formats=("pdf", "json", "html"))]
        send(week, "2024-W47", monday)
        week.add(now, item("Lorries wait at the gate", "2024-11-27", GATE), now=at("2024-11-28T00:00:00Z"))
        issues.append(week.issue("2024-W48", now=next_monday))
        issues.append(week.issue("2024-W47", now=next_monday, formats=("pdf", "json", "html")))
        send(week, "2024-W47", next_monday)
    return week, issues, office


def send(week: Week, label: str, now: datetime) -> None:
    ran = week.run("send", "--week", label, SOURCE_DATE_EPOCH=f"{now.timestamp():.0f}")
    assert ran.status == 0, ran.err


def test_case_15_the_next_issue_lists_the_outlet_s_correction(
    corrected: tuple[Week, list[Finished], Office],
) -> None:
    _, (_, next_issue, _), _ = corrected

    assert [(c.issue, TAKEN_BACK in c.text) for c in next_issue.brief.corrections] == [("2024-W47", True)]
    assert any(TAKEN_BACK in change.text for change in next_issue.brief.changes.corrected)
    assert TAKEN_BACK.rstrip(".") in next_issue.page


def test_case_15_the_old_story_is_marked_in_a_new_version(
    corrected: tuple[Week, list[Finished], Office],
) -> None:
    _, (old, _, new), _ = corrected

    (before,), (after,) = old.brief.stories, new.brief.stories
    assert (before.id, before.status) == (after.id, "new")
    assert (after.status, new.brief.version) == ("corrected", 2)
    assert any(c.issue == "2024-W47" and TAKEN_BACK in c.text for c in new.brief.corrections)
    assert any(
        "Version 2 replaces version 1" in c.text and "changed: 1" in c.text for c in new.brief.corrections
    )


def test_case_15_the_old_file_is_kept_and_said_to_be_superseded(
    corrected: tuple[Week, list[Finished], Office],
) -> None:
    week, (old, _, new), _ = corrected

    assert old.files[".pdf"].is_file()
    assert old.files[".pdf"] != new.files[".pdf"]
    index = (week.folder / "output" / "index.html").read_text("utf-8")
    marked = {
        issue.brief.version: "superseded by version 2" in part
        for part in index.split("<section>")
        for issue in (old, new)
        if issue.files[".pdf"].name in part
    }
    assert marked == {1: True, 2: False}


def test_case_15_who_got_the_old_issue_gets_a_correction_that_threads(
    corrected: tuple[Week, list[Finished], Office],
) -> None:
    _, _, office = corrected

    first, second = (message_from_bytes(mail, policy=default) for _, mail in office.taken)
    assert [address for address, _ in office.taken] == ["analyst@example.org"] * 2
    assert second["Subject"].startswith("CORRECTION v2")
    assert second["In-Reply-To"] == first["Message-ID"]
    body = second.get_body(("plain",))
    assert body is not None
    assert TAKEN_BACK in " ".join(body.get_content().split())


# The product


@pytest.fixture
def server() -> Iterator[Server]:
    running_ = Server()
    yield running_
    running_.shutdown()
    running_.server_close()


def test_case_32_a_border_whose_feeds_are_closed_is_not_monitored(week: Week, server: Server) -> None:
    """Two of three feeds answer 403 since Tuesday: no zero, no arrow, no "quiet"."""
    feeds = {
        "barred/a": "TJ",
        "barred/b": "TJ",
        "plain/c": "TJ",
        "plain/d": "KG",
        "plain/e": "UZ",
        "plain/f": "AM",
    }
    lines = "".join(
        f"  - {{id: feed-{n}, name: Feed {n}, url: '{server.url}/{path}', country: {country}, allow_private: true}}\n"
        for n, (path, country) in enumerate(feeds.items())
    )
    config = week.folder / "config.yaml"
    text = config.read_text("utf-8").partition("\nsources:\n")[0]
    config.write_text(f"{text}\nsources:\n{lines}", "utf-8")
    for day in range(7):
        server.barred = day >= 1
        moment = at("2024-11-25T06:00:00Z") + timedelta(days=day)
        ran = week.run("collect", SOURCE_DATE_EPOCH=f"{moment.timestamp():.0f}")
        assert ran.status == (3 if server.barred else 0), ran.err
    issue = week.issue("2024-W48", now=at("2024-12-02T04:00:00Z"), formats=("json", "html", "pdf"))

    row = issue.row()
    assert (row.state, row.history[-1], row.arrow, row.suggestion) == ("not monitored", None, "", "")
    assert row.reason == "2 of 3 feeds failing since Tue 26 Nov"
    assert [issue.source(f"Feed {n}").state for n in range(3)] == ["failing", "failing", "silent"]
    assert "403" in issue.source("Feed 0").reason
    for text in (issue.page, issue.paper):
        assert "2 of 3 feeds failing since Tue 26 Nov" in text
    (cells,) = issue.tree.xpath("//tr[th[contains(., 'Tajikistan–Afghanistan')]]")
    assert "hatch" in "".join(cells.xpath(".//td/@class"))
    assert not re.search(r"\b0\b|↓", cells.text_content())


SUMMIT = "The CSTO summit on the Tajik-Afghan border will be held on {} November in Astana, the {} said."


def test_bonus_a_postponed_event_moves_in_the_calendar_and_is_said_to_have_moved(week: Week) -> None:
    week.add(item("CSTO summit to be held in Astana", "2024-11-20", SUMMIT.format(28, "secretariat")))
    before = week.issue("2024-W47", now=at("2024-11-25T04:00:00Z"), formats=("json", "html", "ics"))
    moved = (
        "The CSTO summit on the Tajik-Afghan border in Astana has been postponed from 28 November to 5 December, the "
        "secretariat said. Hotels in the city were told on Wednesday morning."
    )
    week.add(item("CSTO summit in Astana postponed", "2024-11-27", moved, "Khyber Ledger"))
    after = week.issue("2024-W48", now=at("2024-12-02T04:00:00Z"), formats=("json", "html", "ics"))

    (old,), (new,) = before.brief.events, after.brief.events
    assert (old.start, old.status, old.sequence, new.id) == ("2024-11-28", "announced", 0, old.id)
    assert (new.start, new.status, new.sequence) == ("2024-12-05", "postponed", 1)
    assert "28 Nov 2024" in new.caveat
    uid = f"UID:{old.id}@central-asia.briefings"
    assert (uid in before.calendar, uid in after.calendar) == (True, True)
    assert ("SEQUENCE:0" in before.calendar, "SEQUENCE:1" in after.calendar) == (True, True)
    assert "DTSTART;VALUE=DATE:20241205" in after.calendar
    assert re.search(r"postponed", after.page)


def test_bonus_a_cancelled_event_is_cancelled_in_the_calendar(week: Week) -> None:
    week.add(item("CSTO summit to be held in Astana", "2024-11-20", SUMMIT.format(28, "secretariat")))
    week.issue("2024-W47", now=at("2024-11-25T04:00:00Z"), formats=("json", "ics"))
    off = (
        "The CSTO summit on the Tajik-Afghan border that was to be held on 28 November in Astana has been cancelled, the "
        "secretariat said. Hotels in the city were told on Tuesday morning."
    )
    week.add(item("CSTO summit in Astana cancelled", "2024-11-26", off, "Khyber Ledger"))
    noon = at("2024-11-27T07:00:00Z")
    after = week.issue(
        "--from", "2024-11-21", "--to", "2024-11-27", now=noon, formats=("json", "html", "ics")
    )

    (event,) = after.brief.events
    assert (event.start, event.status, event.sequence) == ("2024-11-28", "cancelled", 1)
    assert "STATUS:CANCELLED" in after.calendar
    assert "SEQUENCE:1" in after.calendar


def test_bonus_two_organisers_who_give_two_days_are_both_printed_with_their_sources(week: Week) -> None:
    one = item("CSTO summit to be held on 28 November", "2024-11-20", SUMMIT.format(28, "secretariat"))
    other = item(
        "CSTO summit to be held on 29 November", "2024-11-20", SUMMIT.format(29, "host"), "Khyber Ledger"
    )
    week.add(one, other)
    issue = week.issue("2024-W47", now=at("2024-11-25T04:00:00Z"))

    outlets = {r.n: r.outlet for r in issue.brief.references}
    assert [(e.start, [outlets[n] for n in e.refs]) for e in issue.brief.events] == [
        ("2024-11-28", ["Vakhsh Courier"]),
        ("2024-11-29", ["Khyber Ledger"]),
    ]
    first, second = issue.brief.events
    assert ("29 Nov 2024" in first.caveat, "28 Nov 2024" in second.caveat) == (True, True)
    for text in (first.date_text.removesuffix(" 2024"), second.date_text.removesuffix(" 2024"), first.caveat):
        assert text in issue.page


def test_the_cases_read_their_files_back(week: Week) -> None:
    """What the other tests look at is what was written: an issue without documents has no story on its page."""
    issue = week.issue("2024-W48")

    assert json.loads(issue.files[".json"].read_text("utf-8"))["stories"] == []
    assert issue.brief.stories == ()
    assert "Lorries" not in issue.page
