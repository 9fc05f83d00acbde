from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefings.brief import compose
from briefings.brief_types import Changes
from briefings.types import Figure, Tagged
from tests.brief.make import article, given, story, tagged


def report(n: int, day: str, outlet: str = "Khyber Ledger") -> Tagged:
    text = f"Guards at gate {n} said on the record that traffic had stopped for reason number {n}."
    return tagged(
        article(f"Gate report {n} from the river", text, day, outlet), "border.tj-af", "theme.border-security"
    )


def test_a_story_of_two_weeks_is_one_story_and_counts_only_what_is_new() -> None:
    """Case 13."""
    saturday, tuesday = report(1, "2024-11-30"), report(2, "2024-12-03")
    whole = story("2024-w48/gate", saturday, tuesday)
    first = compose(given(story("2024-w48/gate", saturday), items=[saturday]))

    second = compose(given(whole, items=[saturday, tuesday], week="2024-W49", previous=(first,)))

    assert [s.id for s in first.stories] == [s.id for s in second.stories] == ["2024-w48/gate"]
    assert (first.stories[0].status, second.stories[0].status) == ("new", "continuing")
    assert second.stories[0].articles == (tuesday.article.id,)
    assert (second.stories[0].since_week, second.stories[0].week_number, second.stories[0].added) == (
        "2024-W48",
        2,
        1,
    )
    assert [c.text for c in second.changes.continuing] == [
        "Gate report 2 from the river: +1 report since W48"
    ]
    assert second.changes.new == ()


def test_a_story_without_new_reports_has_gone_quiet_under_its_old_number() -> None:
    old, other = report(1, "2024-11-26"), report(2, "2024-12-03")
    first = compose(given(story("2024-w48/gate", old), items=[old]))

    second = compose(
        given(
            story("2024-w48/gate", old),
            story("2024-w49/b", other),
            items=[old, other],
            week="2024-W49",
            previous=(first,),
        )
    )

    quiet = second.changes.quiet
    assert [(c.number, c.text) for c in quiet] == [
        ("W48-1", "Gate report 1 from the river: last report Tue 26 Nov 2024")
    ]


def test_a_first_run_without_earlier_issues_finds_what_went_quiet_in_the_store() -> None:
    old = [report(n, "2024-11-26", f"Outlet {n}") for n in range(3)]
    now = report(9, "2024-12-03")

    second = compose(
        given(story("2024-w48/gate", *old), story("2024-w49/b", now), items=[*old, now], week="2024-W49")
    )

    assert [c.number for c in second.changes.quiet] == ["W48"]


def test_more_reports_escalate_only_when_there_are_many_more() -> None:
    """Fault F21: 1 -> 2 is no escalation."""
    before = [report(1, "2024-11-26")]
    few, many = [report(n, "2024-12-03") for n in (2, 3)], [report(n, "2024-12-03") for n in range(2, 7)]

    some = compose(given(story("2024-w48/gate", *before, *few), items=before + few, week="2024-W49"))
    lots = compose(given(story("2024-w48/gate", *before, *many), items=before + many, week="2024-W49"))

    assert (len(some.changes.escalated), len(some.changes.continuing)) == (0, 1)
    assert lots.changes.escalated[0].text.endswith("5 reports, against 1 in the period before")


def test_a_higher_count_and_a_first_official_source_escalate() -> None:
    before, now = report(1, "2024-11-26"), report(2, "2024-12-03")
    official = report(3, "2024-12-03", "Ministry Gazette")
    figures = (
        Figure("killed", 3, date(2024, 11, 26), (before.article.id,)),
        Figure("killed", 5, date(2024, 12, 3), (now.article.id,)),
    )

    risen = compose(
        given(story("2024-w48/g", before, now, figures=figures), items=[before, now], week="2024-W49")
    )
    confirmed = compose(
        given(story("2024-w48/g", before, official), items=[before, official], week="2024-W49")
    )

    assert risen.changes.escalated[0].text.endswith("killed now 5, earlier 3")
    assert confirmed.changes.escalated[0].text.endswith("first report by an official source")


def test_where_nothing_came_before_nothing_is_new() -> None:
    item = report(1, "2024-11-26")

    brief = compose(given(story("2024-w48/g", item), items=[item]))

    assert brief.stories
    assert brief.changes == Changes()


def test_copies_are_no_new_reports() -> None:
    first, copy = report(1, "2024-11-26"), report(1, "2024-11-27", "Vakhsh Courier")
    copied = story(
        "2024-w48/g", first, copy, origins=["wire:x", "wire:x"], copies={copy.article.id: first.article.id}
    )

    brief = compose(given(copied, items=[first, copy, report(2, "2024-11-20")]))

    assert brief.changes.new[0].text.endswith("first report, 1 independent origin")
    assert (brief.stories[0].origins, len(brief.stories[0].articles)) == (1, 2)


def test_figures_are_a_dated_series_and_the_latest_one_heads_the_story() -> None:
    """Case 14: 3, then 5, then 4 with the earlier figure corrected."""
    texts = [
        ("3 killed at the gate, guards say", 3, "2024-11-26"),
        ("5 killed at the gate, guards say", 5, "2024-11-26"),
    ]
    texts.append(("4 killed at the gate, guards say", 4, "2024-11-27"))
    items = [
        tagged(
            article(title, f"The guards put the number of killed at {n} that day.", day, f"Outlet {n}"),
            "border.tj-af",
        )
        for title, n, day in texts
    ]
    figures = tuple(
        Figure("killed", n, date.fromisoformat(day), (item.article.id,), corrected=n == 4)
        for item, (_, n, day) in zip(items, texts, strict=True)
    )

    brief = compose(given(story("2024-w48/g", *items, figures=figures), items=items))

    only = brief.stories[0]
    assert only.headline == "4 killed at the gate, guards say"
    assert [(day, value, fixed) for day, value, _, fixed in only.figures[0].series] == [
        ("2024-11-26", 3, False),
        ("2024-11-26", 5, False),
        ("2024-11-27", 4, True),
    ]
    assert only.status == "corrected"
    assert "killed now 4, earlier figure corrected" in brief.changes.corrected[0].text
    assert any(
        "Sources differ on killed: 3 (Outlet 3) and 5 (Outlet 5)." in caveat for caveat in only.caveats
    )


def test_a_withdrawn_article_of_last_week_is_corrected_and_not_repeated() -> None:
    """Case 15 and fault F19."""
    wrong = report(1, "2024-11-26")
    first = compose(given(story("2024-w48/g", wrong), items=[wrong]))
    changed = replace(wrong.article, sha256="f" * 64, notices=("retraction: the report on gate 1 was wrong",))
    now = report(2, "2024-12-03")
    items = [replace(wrong, article=changed), now]

    second = compose(given(story("2024-w48/g", *items), items=items, week="2024-W49", previous=(first,)))

    assert [(c.issue, c.text) for c in second.corrections] == [
        ("2024-W48", "Khyber Ledger: retraction: the report on gate 1 was wrong")
    ]
    assert [c.number for c in second.changes.corrected if not c.story] == ["W48"]
    assert "gate 1 said" not in " ".join(line.text for s in second.stories for line in s.reported)
    assert second.references[second.corrections[0].refs[0] - 1].article == changed.id


def test_a_new_version_says_what_it_changes() -> None:
    one, more = report(1, "2024-11-26"), report(2, "2024-11-27")
    first = compose(given(story("2024-w48/a", one), items=[one]))

    second = compose(
        given(
            story("2024-w48/a", one),
            story("2024-w48/b", more),
            items=[one, more],
            previous=(first,),
            version=2,
        )
    )

    assert [c.text for c in second.corrections] == [
        "Version 2 replaces version 1: stories added: 1, taken out: 0, changed: 0."
    ]


def test_an_old_text_republished_is_no_news() -> None:
    """Fault F18."""
    old, again = report(1, "2024-11-26"), report(1, "2024-12-03", "Vakhsh Courier")
    told = story("2024-w48/g", old, again, copies={again.article.id: old.article.id})

    brief = compose(given(told, items=[old, again], week="2024-W49"))

    assert brief.stories == ()
    assert next(r.reports for r in brief.borders if r.id == "border.tj-af") == 0
