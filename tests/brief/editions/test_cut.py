"""An edition for readers below the marking holds nothing that they may not get, and says that it is cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st

from briefings import brief_json
from briefings.brief import BriefOptions, Edit, Edits, EventEdit, compose, cut
from briefings.brief.material.marking import ORDER, above
from briefings.brief.sections.references import walk
from briefings.brief_types import Brief, Correction, TopicRow
from briefings.types import Source, SourceState, Tagged
from tests.brief.make import OUTLETS, article, event, given, story, tagged

AMBER = BriefOptions("central-asia", "Weekly", tlp="TLP:AMBER", unmarked="TLP:GREEN")
SECRETS = ("Quillback", "Marrowby", "Fennick", "Oddment", "Tarnwick")
"""One word for each article: its title, text, outlet and address hold it."""


def told(n: int) -> Tagged:
    word = SECRETS[n]
    return tagged(
        article(
            f"{word} gate shut by border guards",
            f"Guards said that the {word} gate was shut on the spot. The {word} summit is held on 4 December.",
            "2024-11-26",
            f"{word} Courier",
            source=word.lower(),
            events=(
                event(f"{word} summit", "2024-12-04", word, f"The {word} summit is held on 4 December."),
            ),
        ),
        ("border.tj-af", "border.kg-tj", "body.csto", "country.tj", "country.kg")[n],
        "theme.border-clashes",
    )


ITEMS = tuple(told(n) for n in range(len(SECRETS)))
STORIES = tuple(story(f"2024-w48/s{n}", item) for n, item in enumerate(ITEMS))


def composed(
    marks: tuple[str, ...],
    edits: Edits = Edits(),  # noqa: B008
    options: BriefOptions = AMBER,
    only: Sequence[int] = range(len(SECRETS)),
) -> Brief:
    """The brief of these articles, each marked by its source; of ``only`` some of them."""
    own = tuple(
        Source(word.lower(), f"{word} Courier", tlp=mark) for word, mark in zip(SECRETS, marks, strict=True)
    )
    polled = tuple(SourceState(s.id, s.name, "ok", None, 1) for s in own)
    brief = compose(
        given(
            *(STORIES[n] for n in only),
            items=[ITEMS[n] for n in only],
            outlets=(*OUTLETS, *own),
            sources=polled,
            options=options,
            edits=edits,
        )
    )
    assert len(brief.stories) == len(only)
    return brief


def test_what_is_marked_above_is_nowhere_in_the_edition() -> None:
    edition = cut(composed(("TLP:AMBER", "", "", "TLP:AMBER", "")), "TLP:GREEN")

    text = brief_json.dump(edition.brief).decode()
    assert [word for word in SECRETS if word in text or word.lower() in text] == [
        "Marrowby",
        "Fennick",
        "Tarnwick",
    ]
    assert edition.brief.brief.tlp == "TLP:GREEN"
    assert edition.left_out >= 2
    assert f"({edition.left_out} items)" in edition.brief.coverage.notes[0]
    assert edition.brief.coverage.notes[0].startswith("This edition is cut to TLP:GREEN: ")


@settings(max_examples=60, deadline=None)
@whatever(
    st.tuples(*(st.sampled_from(("", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED")) for _ in SECRETS)),
    st.sampled_from(ORDER),
)
def test_whatever_the_marks_no_word_from_above_stays(marks: tuple[str, ...], ceiling: str) -> None:
    brief = composed(marks)
    edition = cut(brief, ceiling)

    text = brief_json.dump(edition.brief).decode().lower()
    own = min(ceiling, "TLP:AMBER", key=ORDER.index)
    over = [word for word, mark in zip(SECRETS, marks, strict=True) if above(mark or "TLP:GREEN", own)]
    assert [word for word in over if word.lower() in text] == []
    assert not above(edition.brief.brief.tlp, ceiling)
    cited = {n for numbers in walk(edition.brief) for n in numbers}
    assert cited == {reference.n for reference in edition.brief.references}


@settings(max_examples=40, deadline=None)
@whatever(
    st.tuples(*(st.sampled_from(("", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED")) for _ in SECRETS)),
    st.sampled_from(ORDER),
)
def test_its_numbers_are_those_of_a_brief_made_of_what_its_readers_may_know(
    marks: tuple[str, ...], ceiling: str
) -> None:
    """Else "12 articles, 3 printed" would tell them that there are nine."""
    own = min(ceiling, "TLP:AMBER", key=ORDER.index)
    open_ = [n for n, mark in enumerate(marks) if not above(mark or "TLP:GREEN", own)]
    edition = cut(composed(marks), ceiling).brief
    alone = composed(marks, only=open_)

    numbers = (
        "articles",
        "relevant",
        "outlets",
        "origins",
        "state_media",
        "languages",
        "quarantined",
        "undated",
    )
    assert {name: getattr(edition.coverage, name) for name in numbers} == {
        name: getattr(alone.coverage, name) for name in numbers
    }
    assert edition.method[0] == (alone.method[0] if open_ else alone.method[1])
    for there, here in ((edition.borders, alone.borders), (edition.bodies, alone.bodies)):
        assert {r.id: (r.reports, r.origins, r.history) for r in there if r.reports} == {
            r.id: (r.reports, r.origins, r.history) for r in here if r.reports
        }
        assert sorted((r.reports for r in there), reverse=True) == [r.reports for r in there]
    assert {row.id: row.counts for row in edition.strip if any(row.counts)} == {
        row.id: row.counts for row in alone.strip
    }
    assert [row.id for row in edition.strip if any(row.counts)] == [row.id for row in alone.strip]
    first = [theme.stories[0] for theme in edition.themes]
    assert first == [s.id for s in edition.stories if s.id in first]
    assert not {mark for mark in edition.coverage.below if not above(edition.brief.tlp, mark)}


def test_the_order_of_a_table_does_not_tell_what_was_taken_out() -> None:
    """A row with one report before rows with two was longer than they are."""
    many = [
        tagged(
            article(f"Gate {n} shut", f"Guards shut gate {n} in the fog of {place}.", "2024-11-26", f"{place} Post",
                    source=source),
            topic,
            "theme.border-clashes",
        )
        for n, (place, source, topic) in enumerate(
            [("Osh", "osh", "border.kg-tj"), ("Khorog", "khorog", "border.tj-af"), ("Zaranj", "zaranj", "border.tj-af"),
             ("Batken", "batken", "border.kg-tj"), ("Isfara", "isfara", "border.kg-tj")]
        )
    ]  # fmt: skip
    own = tuple(Source(name, f"{name.title()} Post", tlp="TLP:AMBER") for name in ("batken", "isfara"))
    blocks = tuple(story(f"2024-w48/s{n}", item) for n, item in enumerate(many))
    brief = compose(given(*blocks, items=many, outlets=(*OUTLETS, *own), options=AMBER))
    assert [(r.id, r.reports) for r in brief.borders][:2] == [("border.kg-tj", 3), ("border.tj-af", 2)]
    edition = cut(brief, "TLP:GREEN").brief
    assert [(r.id, r.reports) for r in edition.borders][:2] == [("border.tj-af", 2), ("border.kg-tj", 1)]


def test_gaps_that_name_no_item_stay() -> None:
    brief = composed(("TLP:AMBER", "", "", "", ""))
    edition = cut(brief, "TLP:GREEN").brief
    (first,) = [note for note in brief.coverage.notes if "no earlier issue" in note]
    assert first in edition.coverage.notes


def test_a_story_goes_with_the_highest_of_its_sources() -> None:
    own = (Source("quillback", "Quillback Courier", tlp="TLP:AMBER"),)
    both = story("2024-w48/both", ITEMS[0], ITEMS[1])
    brief = compose(given(both, STORIES[2], items=ITEMS[:3], outlets=(*OUTLETS, *own), options=AMBER))
    assert {s.id: s.tlp for s in brief.stories} == {
        "2024-w48/both": "TLP:AMBER",
        "2024-w48/s2": "TLP:GREEN",
    }
    edition = cut(brief, "TLP:GREEN").brief
    assert [s.id for s in edition.stories] == ["2024-w48/s2"]
    assert "Marrowby gate" not in edition.bottom_line + "".join(p.text for p in edition.key_points)


def test_nothing_changes_for_those_who_may_get_it_all() -> None:
    brief = composed(("TLP:AMBER", "", "", "", ""))
    assert cut(brief, "TLP:AMBER").brief == brief
    assert cut(brief, "TLP:AMBER+STRICT").left_out == 0


def test_what_is_marked_above_the_brief_itself_is_left_out_of_it() -> None:
    edition = cut(composed(("TLP:RED", "", "", "", "")), "TLP:AMBER")
    assert "quillback" not in brief_json.dump(edition.brief).decode().lower()
    assert edition.brief.brief.tlp == "TLP:AMBER"


def test_an_unmarked_item_is_as_the_brief() -> None:
    options = replace(AMBER, unmarked="")
    edition = cut(composed(("", "TLP:GREEN", "", "", ""), options=options), "TLP:GREEN")
    assert [r.outlet for r in edition.brief.references] == ["Marrowby Courier"]


def test_a_persons_words_are_the_briefs_own_unless_he_marked_the_story() -> None:
    edits = Edits(
        bottom_line=Edit("The desk expects little."),
        key_points=(Edit("The desk's point."),),
        headlines={"2024-w48/s1": Edit("The desk's headline")},
        assessed={"2024-w48/s1": Edit("Unlikely to last."), "2024-w48/s0": Edit("Likely to last.")},
        so_what={"2024-w48/s1": Edit("Stay away.")},
        arrows={"border.tj-af": Edit("worse", reason="the desk's reason")},
        corrections=(Correction("2024-W47", "The desk's mistake."),),
        marks={"2024-w48/s0": Edit("TLP:GREEN")},
    )
    edition = cut(composed(("TLP:AMBER", "", "", "", ""), edits), "TLP:GREEN").brief
    text = brief_json.dump(edition).decode()
    assert [s for s in ("desk", "Unlikely", "Stay away") if s in text] == []
    assert next(s for s in edition.stories if s.id == "2024-w48/s0").assessed == "Likely to last."
    assert "Quillback" in text
    assert edition.bottom_line


def test_an_event_that_a_person_changed_is_the_briefs_own() -> None:
    first = composed(("",) * 5).events[0]
    edited = composed(("",) * 5, Edits(events={first.id: EventEdit(place="the desk's hall")}))
    assert any(event.place == "the desk's hall" for event in edited.events)
    assert not any(event.id == first.id for event in cut(edited, "TLP:GREEN").brief.events)


def test_a_story_that_a_person_marks_higher_goes() -> None:
    brief = composed(("",) * 5, Edits(marks={"2024-w48/s2": Edit("TLP:AMBER")}))
    edition = cut(brief, "TLP:GREEN").brief
    assert {s.id for s in brief.stories} - {s.id for s in edition.stories} == {"2024-w48/s2"}
    assert not any(point.story == "2024-w48/s2" for point in edition.key_points)


@pytest.mark.parametrize("hidden", ["by its source", "by a person"])
def test_a_row_that_is_hidden_looks_like_one_that_is_empty(hidden: str) -> None:
    """Neither missing, which would tell, nor "no reports collected", which would be false."""
    person = hidden == "by a person"
    edits = Edits(marks={"2024-w48/s0": Edit("TLP:AMBER")}) if person else Edits()
    brief = composed(("" if person else "TLP:AMBER", "", "", "", ""), edits)
    assert {row.id: row.state for row in brief.borders} == {
        "border.tj-af": "reports",
        "border.kg-tj": "reports",
        "border.cn-af": "quiet",
    }
    rows = {row.id: row for row in cut(brief, "TLP:GREEN").brief.borders}
    assert list(rows) == ["border.kg-tj", "border.cn-af", "border.tj-af"]
    assert rows["border.kg-tj"].reports == 1
    empty, taken = rows["border.cn-af"], rows["border.tj-af"]
    assert (empty.state, empty.reason) == ("not here", "no report in this edition")
    assert taken == replace(empty, id=taken.id, name=taken.name, countries=taken.countries)


def test_what_nobody_could_watch_is_still_said() -> None:
    brief = composed(("TLP:AMBER", "", "", "", ""))
    down = tuple(replace(r, state="not monitored", reason="2 of 3 feeds failing") if r.state == "quiet" else r
                 for r in brief.borders)  # fmt: skip
    (row,) = [
        r for r in cut(replace(brief, borders=down), "TLP:GREEN").brief.borders if r.id == "border.cn-af"
    ]
    assert (row.state, row.reason) == ("not monitored", "2 of 3 feeds failing")


def test_the_reason_of_a_row_is_a_story_that_stands_in_the_edition() -> None:
    """Of two stories on one border the first is taken out: the row points to the other, in its own number."""
    items = (ITEMS[0], tagged(ITEMS[1].article, "border.tj-af", "theme.sanctions-trade"))
    own = (Source("quillback", "Quillback Courier", tlp="TLP:AMBER"),)
    brief = compose(given(*STORIES[:2], items=items, outlets=(*OUTLETS, *own), options=AMBER))
    first, second = sorted(brief.stories, key=lambda told: told.id)
    assert f"(story {min(first.number, second.number)})" in brief.borders[0].reason
    row = cut(brief, "TLP:GREEN").brief.borders[0]
    assert (row.id, row.reports) == ("border.tj-af", 1)
    assert row.reason == f"Trade and sanctions (story {second.number})"


@settings(max_examples=40, deadline=None)
@whatever(
    st.tuples(*(st.sampled_from(("", "TLP:CLEAR", "TLP:AMBER", "TLP:RED")) for _ in SECRETS)),
    st.sampled_from(ORDER[:2]),
)
def test_no_row_tells_that_something_was_taken_out_of_it(marks: tuple[str, ...], ceiling: str) -> None:
    """The rows are those of an edition to which nothing else had ever been collected."""
    open_ = [n for n, mark in enumerate(marks) if not above(mark or "TLP:GREEN", ceiling)]
    rows = cut(composed(marks), ceiling).brief
    alone = cut(composed(marks, only=open_), ceiling).brief
    for there, here in ((rows.borders, alone.borders), (rows.bodies, alone.bodies)):
        assert [_bare(row) for row in there] == [_bare(row) for row in here]


def _bare(row: TopicRow) -> TopicRow:
    """Without the number of a story, which is that of the whole brief."""
    return replace(row, reason=re.sub(r"\d+", "N", row.reason))


def test_a_section_that_would_say_none_is_left_out_whole() -> None:
    edition = cut(composed(("TLP:AMBER",) * 5), "TLP:GREEN")
    assert edition.empty
    assert edition.brief.bottom_line.startswith("This edition is cut to TLP:GREEN")
    assert {"ahead", "stories"} <= set(edition.brief.brief.left_out)


def test_an_empty_week_is_an_empty_week_for_all() -> None:
    brief = compose(given(options=AMBER))
    edition = cut(brief, "TLP:GREEN").brief
    assert edition.bottom_line == brief.bottom_line != ""
    assert edition.brief.tlp == "TLP:GREEN"


@pytest.mark.parametrize(("language", "word"), [("ru", "сокращён"), ("fa", "کوتاه")])
def test_the_note_is_in_the_briefs_language(language: str, word: str) -> None:
    options = replace(AMBER, language=language)
    edition = cut(composed(("TLP:AMBER", "", "", "", ""), options=options), "TLP:GREEN")
    assert word in edition.brief.coverage.notes[0]
