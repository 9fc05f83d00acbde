"""Faults of bad automatic briefs, F04 to F25, looked for in one finished issue made of documents that ask for them.

F01 to F03 are of stories (``tests/stories``); F25 to F35, of page and mail, stand in ``test_page_faults`` and ``test_acceptance``.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from briefings.brief.language import lint
from briefings.brief_types import Line
from tests.cases.bad_week import CHROME, HEADLINES, LOADED, NAMESAKES, OLD, RETRACTED, fill
from tests.cases.week import Finished, Week, desk

MONDAY = datetime(2024, 12, 2, 4, 0, tzinfo=UTC)
SATURDAY = datetime(2024, 11, 30, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    made = desk(tmp_path_factory.mktemp("bad"))
    fill(made)
    return made


@pytest.fixture(scope="module")
def issue(week: Week) -> Finished:
    return week.issue("2024-W48", now=MONDAY, formats=("json", "html", "pdf"))


def lines(issue: Finished) -> list[Line]:
    """Everything that is said in sentences."""
    brief = issue.brief
    told = [line for story in brief.stories for line in (*story.reported, *story.comments)]
    return [*brief.bottom_line_parts, *brief.key_points, *told, *brief.also_noted]


def own_words(issue: Finished) -> list[str]:
    """What the brief says in its own voice: all that is neither a source's sentence nor its title."""
    brief = issue.brief
    said = [re.sub(r"“[^”]*”", "", line.text) for line in lines(issue) if line.basis == "composed"]
    said += [story.headline for story in brief.stories if story.headline_basis == "composed"]
    said += [row.reason + row.suggestion + row.unusual for row in (*brief.borders, *brief.bodies)]
    said += [change.text for change in (*brief.changes.new, *brief.changes.continuing, *brief.changes.quiet)]
    caveats = [caveat for story in brief.stories for caveat in (*story.caveats, story.dateline)]
    return [*said, *caveats, *brief.method, *(event.caveat for event in brief.events)]


def test_the_bad_week_has_something_to_print(issue: Finished) -> None:
    assert len(issue.brief.stories) >= 8
    assert "Stories" in issue.page
    assert "Stories" in issue.paper


@pytest.mark.parametrize("title", HEADLINES)
def test_f04_no_loud_asking_baiting_or_cut_title_heads_a_story(issue: Finished, title: str) -> None:
    assert title not in {story.headline for story in issue.brief.stories}
    assert title not in {line.text for line in lines(issue)}


def test_f04_reports_under_such_titles_are_told_all_the_same(issue: Finished) -> None:
    """Otherwise no title would prove anything: the report is in a story, in words of its own or of the house."""
    titles = {r.n: r.title for r in issue.brief.references}
    told = {titles[n] for story in issue.brief.stories for line in story.reported for n in line.refs}
    assert len(told & set(HEADLINES)) >= 3


def test_f04_a_title_that_heads_a_story_is_signed(issue: Finished) -> None:
    titled = [story for story in issue.brief.stories if story.headline_basis == "title"]

    references = {reference.n: reference for reference in issue.brief.references}
    assert titled
    for story in titled:
        assert any(story.headline in references[n].title for n in story.headline_refs)
    assert not [line.text for line in lines(issue) if re.search(r"(…|\.\.\.)[”»]?$", line.text)]


@pytest.mark.parametrize("words", CHROME)
def test_f05_what_hangs_on_pages_is_not_printed(issue: Finished, words: str) -> None:
    assert "Snow closed the pass" in issue.page
    for text in (issue.page, issue.paper):
        assert " ".join(words.split()[:4]) not in text


def test_f06_headlines_beside_a_report_are_no_news(issue: Finished) -> None:
    snow = issue.story("border.tj-cn")

    assert not {t.id for t in snow.topics} & {"body.taliban", "country.am", "theme.terrorism"}
    for word in ("attack kills nine", "Putin", "салон", "теннис", "WTA", "объявления"):
        assert word not in issue.page


def test_f07_publisher_republisher_and_wire_keep_their_places(issue: Finished) -> None:
    (reference,) = [r for r in issue.brief.references if "border programme" in r.title]

    assert (reference.outlet, reference.chain) == ("Khaama Press", "Khaama Press, via ru24.net, after TASS")
    assert "via ru24.net, after TASS" in issue.page
    story = next(s for s in issue.brief.stories if reference.article in s.articles)
    assert (story.outlets, story.origins, story.origin_names) == (1, 1, ("TASS",))


def test_f08_the_day_of_retrieval_dates_nothing_and_a_month_no_first_of_it(issue: Finished) -> None:
    assert issue.brief.coverage.undated == 1
    assert not [r for r in issue.brief.references if "sing at the gate" in r.title]
    scraped = next(r for r in issue.brief.references if "border programme" in r.title)
    assert (scraped.published, scraped.date_text) == ("2024-11-27", "27 Nov 2024 (date inferred)")
    assert not re.search(r"\b1 Nov\b", issue.page)


def test_f08_what_is_dated_after_the_cut_off_is_left_out_and_counted(week: Week) -> None:
    early = week.issue("2024-W48", now=SATURDAY, formats=("json",))

    assert not [r for r in early.brief.references if r.title == "Gate in the future"]
    assert any("after the cut-off: 1" in note for note in early.brief.coverage.notes)


def test_f09_a_quotation_has_its_own_speaker(issue: Finished) -> None:
    quotes = [quote for story in issue.brief.stories for quote in story.quotes]

    elders = next(q for q in quotes if "by hours" in q.text)
    assert (elders.speaker, elders.text) == (
        "Salim Karimov",
        "We divided the water by hours, as our grandfathers did",
    )
    assert all(quote.speaker for quote in quotes)
    assert not [q.text for q in quotes if "Nobody was asked" in q.text]


def test_f10_indirect_speech_stands_in_no_quotation_marks_and_retellings_say_so(issue: Finished) -> None:
    quotes = [quote for story in issue.brief.stories for quote in story.quotes]

    assert "“nobody from the capitals" not in issue.page
    assert not [q.text for q in quotes if "nobody from the capitals" in q.text]
    papers = [q for q in quotes if "papers for the Tajik-Afghan border" in q.text]
    assert [(q.channel, q.wording) for q in papers] == [("TASS", "retranslated")]


def test_f11_an_outlet_s_opinion_is_labelled_and_no_key_point(issue: Finished) -> None:
    comments = [line for story in issue.brief.stories for line in story.comments]

    (opinion,) = [line.text for line in comments if "will depend on cooperation" in line.text]
    rest = [line.text for line in lines(issue) if line not in comments]
    assert not [text for text in rest if "will depend on cooperation" in text]
    assert re.search(r"Outlet’s comment.{0,80}" + re.escape(opinion[:40]), issue.page)


def test_f12_f13_f24_the_brief_s_own_words_judge_nothing(issue: Finished) -> None:
    assert [fault for text in own_words(issue) for fault in lint.composed(text)] == []
    assert not re.search(r"complex and dynamic|in conclusion|remains to be seen", issue.page, re.IGNORECASE)


def test_f14_a_list_of_members_makes_nobody_active(issue: Finished) -> None:
    story = next(
        s
        for s in issue.brief.stories
        if any("TASS" in n for n in s.origin_names) and "border.tj-af" in str(s)
    )

    assert not {t.id for t in story.topics} & {"country.am", "country.by"}
    assert not [line.text for line in lines(issue) if "are members of the CSTO" in line.text]


def test_f15_namesakes_are_nowhere(issue: Finished) -> None:
    titles = {reference.title for reference in issue.brief.references}

    assert not titles & set(NAMESAKES)
    for word in ("Bulldogs", "Gavaskar", "FC Khyber", "CIS Controls", "collie", "TTPs"):
        assert word not in issue.page


def test_f16_each_event_is_in_one_list_and_a_weekday_has_its_date(issue: Finished) -> None:
    for event in issue.brief.events:
        assert event.ahead is (event.start > "2024-12-01")
    meeting = [
        event for event in issue.brief.events if "body.csto" in event.topics and event.start == "2024-11-28"
    ]
    assert len(meeting) == 1
    assert meeting[0].ahead is False
    ahead = issue.tree.xpath("//section[contains(@class, 'ahead')]")
    assert ahead
    assert "28 Nov" not in " ".join(part.text_content() for part in ahead)
    named = [line for line in lines(issue) if line.label == "reported" and "on Tuesday" in line.text]
    assert named
    assert all("Tue 26 Nov 2024" in line.note for line in named)


def test_f17_weekday_and_date_agree_wherever_they_stand_together(issue: Finished) -> None:
    for text in (issue.page, issue.paper):
        found = re.findall(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) (\w{3}) (\d{4})", text)
        assert len(found) > 5
        for weekday, day, month, year in found:
            there = datetime.strptime(f"{day} {month} {year}", "%d %b %Y").replace(tzinfo=UTC)
            assert f"{there:%a}" == weekday


def test_f18_an_old_text_under_a_new_date_is_not_new(issue: Finished) -> None:
    assert OLD[:60] not in issue.page
    assert issue.row("border.kg-cn").reports == 0
    assert not [story for story in issue.stories("border.kg-cn") if story.status == "new"]


def test_f19_a_withdrawn_claim_is_not_repeated(issue: Finished) -> None:
    claim = RETRACTED.partition("\n\n")[2][:60]

    assert claim not in issue.page
    assert "Bridge falls at Sarasiya" not in {line.text for line in lines(issue)}
    assert "Bridge falls at Sarasiya" not in {story.headline for story in issue.brief.stories}


def test_f20_every_watched_border_is_named_and_none_silently(issue: Finished) -> None:
    assert len(issue.brief.borders) > 30
    for row in issue.brief.borders:
        assert row.name in issue.page
        assert row.state == ("reports" if row.reports else "quiet")


def test_f21_counts_are_reports_without_percentages_of_small_numbers(issue: Finished) -> None:
    row = issue.row("border.kz-kg")

    assert (row.reports, row.previous) == (1, 1)
    assert not re.search(r"\d ?%", issue.page)
    assert not [text for text in own_words(issue) if re.search(r"\d+ incidents?", text)]
    assert "not incidents" in issue.page


def test_f22_what_state_media_alone_tell_says_so(issue: Finished) -> None:
    fences = issue.story("border.uz-tm")

    assert "State media only." in fences.caveats
    assert issue.brief.coverage.state_media >= 1
    assert re.search(r"state (wire|media|agency)", issue.page)


def test_f23_the_brief_s_own_voice_takes_no_side(issue: Finished) -> None:
    """Loaded names stand in the source's own words only, in its language."""
    own = " ".join(own_words(issue))

    assert issue.story("border.am-az")
    assert not re.search(r"artsakh|occup|terrorist|so-called|bandit|оккуп|бандит", own, re.IGNORECASE)
    assert LOADED[:40] in issue.page


LEFT_OVERS = re.compile(
    r"\bNone\b(?!\.)|\bnan\b|\{\{|\}\}|\{%|&amp;amp;|\\n|lorem ipsum|undefined|Ð[¢Ÿ°]|Ã[©¤]|â€|\ufffd|\x00|<class '"
)


def test_f25_no_left_overs_of_programming_and_no_mojibake(issue: Finished) -> None:
    for text in (issue.page, issue.paper, issue.files[".json"].read_text("utf-8")):
        assert LEFT_OVERS.findall(text.replace("\\n", "") if text.startswith("{") else text) == []


def test_f25_no_heading_stands_over_nothing(issue: Finished) -> None:
    for section in issue.tree.xpath("//main//section[h2]"):
        heading = " ".join(section.xpath("./h2")[0].text_content().split())
        assert " ".join(section.text_content().split()) != heading
