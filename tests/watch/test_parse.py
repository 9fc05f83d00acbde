"""A watch list that is wrong says everything that is wrong, and where."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings import watch
from briefings.brief.sections.tables import DASHED
from briefings.errors import ConfigError
from briefings.watch import lint
from briefings.watch.patterns import refused

Tree = dict[str, Any]


def body(**more: Any) -> Tree:
    return {"id": "body.x", "name": "X", "aliases": {"en": ["The X Council"]}, **more}


def mistakes(tree: Tree) -> str:
    with pytest.raises(ConfigError) as caught:
        watch.parse(tree, "mine.yaml")
    return str(caught.value)


def test_every_border_that_is_drawn_dashed_says_why_in_each_language_of_a_brief(
    watchlist: watch.WatchList,
) -> None:
    topics = [entry.topic for entry in watchlist.entries]
    dashed = [topic for topic in topics if DASHED.search(topic.status.lower())]
    assert len(dashed) >= 8
    assert [topic.id for topic in dashed if set(topic.statuses) != {"ru", "fa"}] == []


def test_every_mistake_is_listed_at_once() -> None:
    tree = {
        "regoin": ["TJ"],
        "bodies": [
            body(),
            body(),
            body(
                id="body.y",
                parent="body.xx",
                aliases={"en": ["a"], "English": ["b"]},
                heads=[{"from": "soon"}],
            ),
        ],
        "borders": [{"id": "border.one", "countries": ["TJ"]}],
    }
    said = mistakes(tree)
    assert "unknown key 'regoin'; did you mean 'region'?" in said
    assert "body.x: this id is used twice" in said
    assert "its parent 'body.xx' does not exist; did you mean 'body.x'?" in said
    assert "'a' is a single letter" in said
    assert "'English' is not a language code" in said
    assert "a border needs two different countries" in said
    assert "heads.from: 'soon' is not a day" in said
    assert all(line.startswith("mine.yaml: ") for line in said.splitlines())


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"(a+)+b", "takes for ever"),
        (r"(?:\w+\s*)*border", "takes for ever"),
        (r"(x|x)*z", "takes for ever"),
        (r"border.*guards", "takes for ever"),
        (r"\w*\w*z", "takes for ever"),
        (r"(a{1,900}){1,900}b", "takes for ever"),
        (r"\W+(?:[\w'-]+\W+){0,5}?border", "takes for ever"),
        (r"(?=(a+)+)b", "takes for ever"),
        (r"border(", "no regular expression"),
        (r"(?:border)?", "matches an empty text"),
        ("x" * 700, "longer than"),
    ],
)
def test_a_pattern_that_could_run_away_is_refused(pattern: str, reason: str) -> None:
    assert reason in refused(pattern)
    assert reason in mistakes({"bodies": [body(patterns={"en": [pattern]})]})


def test_the_shipped_patterns_are_not_refused(watchlist: watch.WatchList) -> None:
    assert not [p for entry in watchlist.entries for _, p in entry.patterns if refused(p)]


@pytest.mark.parametrize("tree", [[], "text", 3, None])
def test_what_is_no_mapping_is_refused(tree: Any) -> None:
    with pytest.raises(ConfigError):
        watch.parse(tree, "mine.yaml")


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["id", "kind", "name", "aliases", "ambiguous", "heads", "en"]), inner, max_size=4
        ),
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["bodies", "borders", "countries", "themes", "region"]), JSON, max_size=3)
)
def test_any_tree_is_read_or_refused_with_reasons(tree: Tree) -> None:
    with suppress(ConfigError):
        assert watch.parse(tree, "mine.yaml").entries is not None


def test_a_border_of_any_two_countries_needs_no_more_than_their_codes() -> None:
    tree = {"borders": [{"id": "border.ml-bf", "name": "Mali–Burkina Faso", "countries": ["ML", "BF"]}]}
    matcher = watch.compile(watch.parse(tree, "sahel"))
    for text, language in (
        ("The army closed the Mali-Burkina Faso border.", "en"),
        ("Fire was opened on the Malian-Burkinabe border.", "en"),
        ("Стрельба на малийско-буркинийской границе.", "ru"),
        ("Армия закрыла границу Мали и Буркина-Фасо.", "ru"),
        ("ارتش مرز مالی و بورکینافاسو را بست.", "fa"),
        ("Ordu Mali-Burkina Faso sınırını kapattı.", "tr"),
    ):
        assert [tag.topic for tag in matcher.tag_text("", text, language)] == ["border.ml-bf"], text


def test_own_topics_change_those_of_a_list(watchlist: watch.WatchList) -> None:
    own: list[Tree] = [
        {"id": "body.csto", "priority": 3, "aliases": {"en": ["the Seven"]}, "without": ["СПАД"]},
        {"id": "body.un", "disabled": True},
        {"id": "body.my-council", "kind": "body", "name": "My Council", "aliases": {"en": ["My Council"]}},
    ]
    merged = watch.merge([watchlist], own)
    csto = merged.by_id["body.csto"]
    texts = {alias.text for alias in csto.aliases}
    assert csto.topic.priority == 3
    assert {"the Seven", "CSTO"} <= texts
    assert "СПАД" not in texts
    assert "body.un" not in merged.by_id
    assert merged.by_id["body.my-council"].topic.regional
    assert merged.digest != watchlist.digest


def test_a_new_topic_of_which_only_the_name_is_known_is_found_by_it(watchlist: watch.WatchList) -> None:
    own: list[Tree] = [
        {"id": "body.lake", "kind": "body", "name": "Lake Council"},
        {"id": "body.ozero", "kind": "body", "name": "Озёрный совет"},
    ]
    matcher = watch.compile(watch.merge([replace(watchlist, entries=())], own))
    for text, language, topic in (
        ("The Lake Council met.", "en", "body.lake"),
        ("Заявление Озёрного совета.", "ru", "body.ozero"),
    ):
        assert [tag.topic for tag in matcher.tag_text("", text, language)] == [topic]


def test_what_cannot_change_a_tag_does_not_change_its_digest(watchlist: watch.WatchList) -> None:
    same = watch.merge(
        [watchlist], [{"id": "body.csto", "priority": 3, "name": "The Treaty", "match": ["CSTO met."]}]
    )
    other = watch.merge([watchlist], [{"id": "body.csto", "aliases": {"en": ["the Seven"]}}])
    assert same.tagging == watchlist.tagging != other.tagging
    assert same.digest != watchlist.digest


def test_changing_a_topic_that_does_not_exist_is_refused(watchlist: watch.WatchList) -> None:
    with pytest.raises(ConfigError, match=r"no such topic to change; did you mean 'body.csto'"):
        watch.merge([watchlist], [{"id": "body.csto1", "without": ["x"]}])


def test_the_order_of_a_list_does_not_change_its_digest(watchlist: watch.WatchList) -> None:
    assert replace(watchlist, entries=watchlist.entries[::-1]).digest == watchlist.digest


def test_medium_aliases_are_off_until_switched_on(watchlist: watch.WatchList) -> None:
    text = "The Tashkent Treaty was signed in 1992."
    watchlist = replace(watchlist, entries=(watchlist.by_id["body.csto"],))
    off = watch.compile(watch.merge([watchlist], []))
    assert "body.csto" not in {tag.topic for tag in off.tag_text("", text, "en")}
    on = watch.compile(watch.merge([watchlist], [{"id": "body.csto", "medium": True}]))
    assert "body.csto" in {tag.topic for tag in on.tag_text("", text, "en")}


def test_lint_tells_clashes_and_names_that_never_or_always_match() -> None:
    tree = {
        "bodies": [
            body(),
            body(id="body.y", aliases={"en": ["The X Council", "the"]}),
            body(id="body.z", aliases={"en": ["Zed Group"]}, exclude=["Zed Group"], match=["Nothing here"]),
        ]
    }
    found = {(f.topic, f.rule) for f in lint.lint(watch.compile(watch.parse(tree, "mine")), date(2025, 1, 1))}
    assert {
        ("body.x", "clash"),
        ("body.y", "everywhere"),
        ("body.z", "never"),
        ("body.z", "example"),
    } <= found


def test_the_shipped_lists_have_no_lint_errors(matcher: watch.Matcher) -> None:
    assert not [f for f in lint.lint(matcher, date(2026, 11, 24)) if f.weight == "error"]


def test_the_shipped_list_has_examples_and_no_name_that_can_never_count(matcher: watch.Matcher) -> None:
    assert sum(len(entry.match) + len(entry.avoid) for entry in matcher.watchlist.entries) >= 40
    assert not [f for f in lint.lint(matcher, date(2026, 11, 24)) if f.rule in ("never", "example")]
