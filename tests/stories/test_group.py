from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefings import stories
from briefings.types import Story
from tests.stories.make import item

WEEK = [
    item("a1", "Guards exchange fire near Vorukh", "Guards exchanged fire near Vorukh on Tuesday.", "2024-11-26",
         "border.kg-tj theme.border-clashes"),
    item("a2", "Shooting reported near Vorukh", "Shots were heard near Vorukh, the guards said.", "2024-11-26",
         "border.kg-tj theme.border-clashes"),
    item("a3", "Summit opens in Astana", "Leaders of the CSTO met in Astana.", "2024-11-28", "body.csto"),
    item("a4", "Лидеры ОДКБ собрались в Астане", "Саммит ОДКБ прошёл в Астане.", "2024-11-28", "body.csto",
         language="ru"),
    item("a5", "Wheat price falls", "", "2024-11-29", "country.kz"),
    item("a6", "Wheat price falls in Kostanay", "Farmers of Kostanay complain.", "", "country.kz"),
]  # fmt: skip


def test_no_articles_make_no_stories() -> None:
    assert stories.group([]) == ()


@given(st.permutations(WEEK))
def test_the_order_of_the_input_does_not_matter(shuffled: list[object]) -> None:
    assert stories.group(shuffled) == stories.group(WEEK)  # type: ignore[arg-type]


@given(st.lists(st.sampled_from(WEEK)))
def test_every_article_stands_in_exactly_one_story(drawn: list[object]) -> None:
    found = stories.group(drawn)  # type: ignore[arg-type]
    members = [member.article for story in found for member in story.members]
    assert sorted(members) == sorted({one.article.id for one in drawn})  # type: ignore[attr-defined]


def test_a_repeated_article_changes_nothing() -> None:
    assert stories.group([*WEEK, WEEK[0], WEEK[3]]) == stories.group(WEEK)


@given(st.lists(st.sampled_from(WEEK)), st.permutations(WEEK))
def test_a_run_again_keeps_every_id_and_so_does_a_run_with_all_articles(
    drawn: list[object], shuffled: list[object]
) -> None:
    first = stories.group(drawn)  # type: ignore[arg-type]
    known = {member.article: story.id for story in first for member in story.members}
    assert stories.group(drawn, previous=known) == first  # type: ignore[arg-type]
    later = stories.group(shuffled, previous=known)  # type: ignore[arg-type]
    assert {story.id for story in later} >= {story.id for story in first if _stays(story, later)}
    assert later == stories.group(WEEK, previous=known)


def _stays(story: Story, later: tuple[Story, ...]) -> bool:
    """Whether its articles are still together, and no other known story's are with them."""
    own = {member.article for member in story.members}
    return any(own == {member.article for member in other.members} for other in later)


def test_origins_never_exceed_outlets_nor_outlets_articles() -> None:
    for story in stories.group(WEEK):
        assert story.origins <= story.outlets <= len(story.members)


def test_the_latest_version_of_an_article_counts_whatever_the_order() -> None:
    old, new = (
        WEEK[4],
        item("a5", "Wheat price rises in Kostanay", "Farmers of Kostanay rejoice.", topics="country.kz"),
    )
    new = replace(new, article=replace(new.article, retrieved=new.article.retrieved.replace(day=2)))
    assert stories.group([*WEEK, new]) == stories.group([new, *WEEK, old])


def test_explain_names_origins_reasons_and_what_is_shared() -> None:
    story = next(one for one in stories.group(WEEK) if "a1" in {member.article for member in one.members})
    lines = stories.explain(story, WEEK)
    assert lines[0].startswith(f"{story.id}: {len(story.members)} articles")
    assert all(
        any(member.article in line and member.origin in line for line in lines) for member in story.members
    )
    assert any("shares" in line and "vorukh" in line for line in lines)


def test_bare_documents_give_every_id_once_whatever_their_order() -> None:
    rows = [
        {
            "id": one.article.id,
            "title": one.article.title,
            "text": one.article.text,
            "lang": one.article.language,
        }
        for one in WEEK
    ]
    found = stories.group_texts(rows)
    assert sorted(key for members in found["stories"] for key in members) == sorted(row["id"] for row in rows)
    assert found == stories.group_texts(rows[::-1])


def test_odd_ids_and_addresses_of_bare_documents_are_taken_as_they_are() -> None:
    rows: list[dict[str, object]] = [
        {"id": "a\x07", "title": "Guards met near Osh", "text": "", "url": "http://[broken"},
        {"id": 7, "title": "Wheat price falls", "text": "", "url": "https://outlet.example/7"},
    ]
    assert stories.group_texts(rows)["stories"] == [[7], ["a\x07"]]


@given(st.permutations(range(4)))
def test_of_bare_documents_under_one_id_the_same_one_counts_in_any_order(order: list[int]) -> None:
    rows = [{"id": "a", "title": f"Wheat price falls {n} per cent in Osh", "text": ""} for n in range(3)]
    rows.append({"id": "b", "title": "Wheat price falls 2 per cent in Osh", "text": ""})
    found = stories.group_texts([rows[at] for at in order])
    assert (found["stories"], found["copies"]) == ([["a", "b"]], [["a", "b"]])
