"""Ids of stories hold: over runs, weeks and splits, and whatever the order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings import stories
from briefings.stories.identity import name
from briefings.stories.texts.features import Bare
from tests.stories.look_alikes import BULLETINS, DISPATCH, ELSEWHERE, FIGURES, NEXT, OWN_REPORT, TITLES
from tests.stories.make import item
from tests.stories.test_group import WEEK


def docs(*keys: str) -> list[Bare]:
    """Documents ``a3``: its key, and the day of November."""
    return [Bare(key, "", "", day=739190 + int(key[1:])) for key in keys]


@settings(max_examples=50)
@given(st.permutations(WEEK), st.lists(st.sampled_from(WEEK), min_size=1))
def test_ids_of_an_earlier_run_are_kept_whatever_they_were(
    shuffled: list[object], drawn: list[object]
) -> None:
    first = stories.group(drawn)  # type: ignore[arg-type]
    known = {member.article: f"2024-w40/{story.id[-6:]}" for story in first for member in story.members}
    again = stories.group(drawn, previous=known)  # type: ignore[arg-type]
    assert {m.article: story.id for story in again for m in story.members} == known
    whole = stories.group(shuffled, previous=known)  # type: ignore[arg-type]
    for story in whole:
        had = {known[m.article] for m in story.members if m.article in known}
        assert story.id in had or not had or any(story.id != other.id and other.id in had for other in whole)


@pytest.mark.parametrize("clusters", [[("a1",), ("a2", "a3")], [("a2", "a3"), ("a1",)]])
def test_a_story_that_splits_leaves_its_id_with_the_larger_part(clusters: list[tuple[str, ...]]) -> None:
    found = name([docs(*keys) for keys in clusters], dict.fromkeys(("a1", "a2", "a3"), "2024-w40/one"))
    ids = dict(zip(clusters, found, strict=True))
    assert ids["a2", "a3"] == "2024-w40/one" != ids["a1",]


@pytest.mark.parametrize("clusters", [[("a1",), ("a2",)], [("a2",), ("a1",)]])
def test_of_equal_parts_the_one_with_the_earlier_article_keeps_it(clusters: list[tuple[str, ...]]) -> None:
    found = name([docs(*keys) for keys in clusters], dict.fromkeys(("a1", "a2"), "2024-w40/one"))
    assert dict(zip(clusters, found, strict=True))["a1",] == "2024-w40/one"


def test_stories_that_become_one_keep_the_id_of_the_larger() -> None:
    known = {"a1": "2024-w40/small", "a2": "2024-w40/large", "a3": "2024-w40/large"}
    assert name([docs("a1", "a2", "a3", "a4")], known) == ["2024-w40/large"]


def test_a_new_story_is_named_after_its_first_article_so_that_later_ones_change_nothing() -> None:
    (first,) = name([docs("b1")], {})
    assert name([docs("a2", "b1", "c3")], {}) == name([docs("c3", "b1")], {}) == [first]
    assert name([docs("b1", "d1")], {}) == name([docs("d1", "b1")], {}) == [first]
    assert name([docs("b1"), docs("a2")], {}) == name([docs("a2"), docs("b1")], {})[::-1]


TEXTS = [
    *(item(f"{language}-first", TITLES[language][0], "\n".join(DISPATCH[language]), "2024-11-25",
           "border.kg-tj", language=language) for language in ("en", "ru")),
    item("en-next", "96 lorries used the Karamyk crossing", "\n".join([*NEXT["en"], *DISPATCH["en"][-2:]]),
         "2024-11-26", "border.kg-tj"),
    item("en-own", TITLES["en"][1], OWN_REPORT["en"], "2024-11-26", "border.kg-tj"),
    item("en-else", "Parliament debates roads", "\n".join(ELSEWHERE["en"] * 2), "2024-11-26", "country.kg"),
    *(item(f"daily-{n}", BULLETINS["en-border"][0].format(d=n),
           BULLETINS["en-border"][1].format(d=n, **dict(zip("abcef", FIGURES[n], strict=True))),
           f"2024-11-2{5 + n}", "country.kg") for n in range(3)),
]  # fmt: skip


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from("xyz")), max_size=4), st.booleans())
def test_a_text_printed_again_elsewhere_changes_no_story_and_adds_no_origin(
    printed: list[tuple[object, str]], backwards: bool
) -> None:
    before = {s.id: s for s in stories.group(TEXTS)}
    again = {
        f"z-{one.article.id}-{outlet}": item(  # type: ignore[attr-defined]
            f"z-{one.article.id}-{outlet}",  # type: ignore[attr-defined]
            one.article.title,  # type: ignore[attr-defined]
            one.article.text,  # type: ignore[attr-defined]
            one.article.published.value[:10],  # type: ignore[attr-defined]
            " ".join(tag.topic for tag in one.tags),  # type: ignore[attr-defined]
            language=one.article.language,  # type: ignore[attr-defined]
        )
        for one, outlet in printed
    }
    whole = [*TEXTS, *again.values()]
    after = {s.id: s for s in stories.group(whole[::-1] if backwards else whole)}
    assert after.keys() == before.keys()
    for story, old in before.items():
        own = {m.article for m in old.members}
        assert after[story].origins == old.origins
        assert {m.article for m in after[story].members} == own | {z for z in again if z[2:-2] in own}
