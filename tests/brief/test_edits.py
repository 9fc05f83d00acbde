from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.brief import Edit, Edits, compose
from briefings.brief.language import lint
from briefings.brief_types import Brief, Correction
from briefings.types import Tagged
from tests.brief.make import article, given, story, tagged


def item(n: int, topic: str = "border.tj-af") -> Tagged:
    return tagged(
        article(f"Gate report {n}", f"Guards said that gate {n} was shut on the spot.", "2024-11-26"), topic
    )


ITEMS = (item(1), item(2), item(3, "country.kg"))
STORIES = tuple(story(f"2024-w48/s{n}", entry) for n, entry in enumerate(ITEMS, 1))


def edited(edits: Edits) -> Brief:
    return compose(given(*STORIES, items=ITEMS, edits=edits))


def test_a_person_may_replace_bottom_line_key_points_and_headlines() -> None:
    brief = edited(
        Edits(
            bottom_line=Edit("The gate is shut.", "desk"),
            key_points=(Edit("First."), Edit("Second.")),
            headlines={"2024-w48/s1": Edit("River gate shut for repairs")},
        )
    )

    assert brief.bottom_line == "The gate is shut."
    assert [(p.text, p.basis) for p in brief.key_points] == [("First.", "person"), ("Second.", "person")]
    first = next(s for s in brief.stories if s.id == "2024-w48/s1")
    assert (first.headline, first.headline_basis) == ("River gate shut for repairs", "person")


def test_pins_stand_first_and_drops_are_counted() -> None:
    brief = edited(Edits(pins=("2024-w48/s3",), drops=("2024-w48/s1",)))

    assert [s.id for s in brief.stories] == ["2024-w48/s3", "2024-w48/s2"]
    assert brief.stories[0].score["pin"] == 1.0
    assert "1 story taken out by hand." in brief.coverage.notes


def test_assessment_and_so_what_stand_in_the_story_and_bring_their_legend() -> None:
    brief = edited(Edits(assessed={"2024-w48/s1": Edit("The gate will likely stay shut. Confidence is low.")},
                         so_what={"2024-w48/s1": Edit("Plan a detour.")}))  # fmt: skip

    first = next(s for s in brief.stories if s.id == "2024-w48/s1")
    assert (first.assessed, first.so_what) == (
        "The gate will likely stay shut. Confidence is low.",
        "Plan a detour.",
    )
    assert any(
        paragraph.startswith("Likelihood: ") and "likely 55–80 %" in paragraph for paragraph in brief.method
    )


def test_no_legend_is_printed_when_nobody_judged() -> None:
    assert not any("Likelihood" in paragraph for paragraph in edited(Edits()).method)


@pytest.mark.parametrize(
    ("edit", "arrow", "note"),
    [
        (Edit("worse", reason="Freight crossing disputed"), "worse", ""),
        (Edit("worse"), "", "has no reason"),
        (Edit("up", reason="More"), "", "none of worse, same, better"),
    ],
)
def test_an_arrow_needs_a_word_and_a_reason(edit: Edit, arrow: str, note: str) -> None:
    brief = edited(Edits(arrows={"border.tj-af": edit}))

    row = next(r for r in brief.borders if r.id == "border.tj-af")
    assert row.arrow == arrow
    assert (row.reason == "Freight crossing disputed") is bool(arrow)
    assert any(note in n for n in brief.coverage.notes) if note else True


def test_nobody_s_arrow_is_blank() -> None:
    assert {row.arrow for row in edited(Edits()).borders} == {""}


def test_edits_of_what_is_gone_are_told_and_harm_nothing() -> None:
    gone = Edits(
        headlines={"2024-w47/old": Edit("Old")},
        pins=("2024-w47/older",),
        arrows={"border.xx": Edit("same", reason="x")},
    )

    brief = edited(gone)

    assert len(brief.stories) == len(edited(Edits()).stories)
    told = " ".join(brief.coverage.notes)
    assert all(name in told for name in ("2024-w47/old", "2024-w47/older", "border.xx"))


def test_corrections_entered_stand_in_the_register_and_the_changes() -> None:
    brief = edited(Edits(corrections=(Correction("2024-W47", "Torkham hours were unchanged."),)))

    assert brief.corrections == (Correction("2024-W47", "Torkham hours were unchanged."),)
    assert [c.text for c in brief.changes.corrected] == ["Torkham hours were unchanged."]


def test_entered_text_that_breaks_the_rules_is_noted() -> None:
    said = "It is highly likely, with high confidence, that it may close."

    brief = edited(Edits(assessed={"2024-w48/s1": Edit(said)}))

    told = " ".join(brief.coverage.notes)
    assert "not of the vocabulary" in told
    assert "sentence of its own" in told
    assert "no estimate" in told


def test_applying_edits_changes_nothing_else() -> None:
    plain, with_headline = edited(Edits()), edited(Edits(headlines={"2024-w48/s2": Edit("Another name")}))

    assert with_headline.borders == plain.borders
    assert with_headline.references == plain.references
    assert [replace(s, headline="", headline_basis="", reported=()) for s in with_headline.stories] == [
        replace(s, headline="", headline_basis="", reported=()) for s in plain.stories
    ]


@pytest.mark.parametrize(
    ("text", "vocabulary", "faults"),
    [
        ("The gate will likely stay shut.", "icd203", 0),
        ("The gate will probably stay shut.", "icd203", 0),
        ("That is highly improbable.", "icd203", 1),
        ("That is highly improbable.", "icd203-alternative", 0),
        ("A realistic possibility.", "phia", 0),
        ("We judge with moderate confidence that it is unlikely.", "icd203", 1),
        ("It is unlikely. We have moderate confidence.", "icd203", 0),
        ("It could close.", "icd203", 1),
        ("An unprecedented closure.", "icd203", 1),
    ],
)
def test_the_linter_knows_the_vocabularies(text: str, vocabulary: str, faults: int) -> None:
    assert len(lint.entered(text, vocabulary)) == faults


@pytest.mark.parametrize("text", ["Tensions are likely to rise.", "With high confidence.", "A massive blow."])
def test_composed_text_never_estimates(text: str) -> None:
    assert lint.composed(text)
