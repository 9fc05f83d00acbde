"""What the matcher promises whatever the text."""

import json
import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings import watch
from briefings.types import Article, Tag, Tagged

PIECES = [
    "Tajik-Afghan border",
    "ОДКБ",
    "طالبان",
    "塔利班",
    "CSTO",
    " ",
    "\n\n",
    ". ",
    "\u202e",
    "\x00",
    "«",
    "’",
    "İ",
    "x" * 40,
    "#",
]


def _levels(tags: tuple[Tag, ...]) -> dict[str, str]:
    return {tag.topic: tag.level for tag in tags}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=12).map("".join))
def test_spans_are_always_the_words_they_say(matcher: watch.Matcher, text: str) -> None:
    for tag in matcher.tag_text(text[:30], text):
        for span in tag.spans:
            zone = text[:30] if span.zone == "title" else text
            assert zone[span.start : span.end] == span.matched


@settings(max_examples=40, deadline=None)
@given(
    st.permutations(
        ["The CSTO met.", "Kabul was calm.", "Shots fell on the Tajik-Afghan border.", "Talks went on."]
    )
)
def test_the_same_sentences_have_the_same_topics_in_any_order(
    matcher: watch.Matcher, order: list[str]
) -> None:
    found = {tag.topic for tag in matcher.tag_text("", " ".join(order), "en")}
    assert found == {tag.topic for tag in matcher.tag_text("", " ".join(sorted(order)), "en")}
    assert {"body.csto", "border.tj-af", "country.af", "country.tj"} <= found


def test_tagging_twice_gives_the_same(matcher: watch.Matcher) -> None:
    text = "The CSTO and the Taliban met on the Tajik-Afghan border."
    assert matcher.tag_text("", text, "en") == matcher.tag_text("", text, "en")


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\u202e\u202e", "。"])
def test_empty_texts_have_no_topic(matcher: watch.Matcher, text: str) -> None:
    assert matcher.tag_text(text, text) == ()


def test_five_megabytes_take_a_moment_and_not_more(matcher: watch.Matcher) -> None:
    text = "The CSTO met near the Tajik-Afghan border and said so, again and again. " * 70_000
    began = time.process_time()
    assert _levels(matcher.tag_text("", text, "en"))["body.csto"] == "primary"
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "word", ["CSTO ", "Georgia Tech ", "CSTO. ", "Russia, Tajikistan, ", "塔利班", "запрещена * "]
)
def test_one_word_without_end_does_not_hold_up_the_rest(matcher: watch.Matcher, word: str) -> None:
    began = time.process_time()
    matcher.tag_text(word * 3000, "The Taliban. " + word * (100_000 // len(word)))
    assert time.process_time() - began < 10


def test_a_text_without_any_blank_is_survived(matcher: watch.Matcher) -> None:
    assert matcher.tag_text("", "x" * 300_000 + "/CSTO/" * 1000, "en") is not None


def test_a_hundred_thousand_aliases_are_compiled() -> None:
    aliases = [f"Council number {number}" for number in range(100_000)]
    tree = {"bodies": [{"id": "body.many", "name": "Many", "aliases": {"en": aliases}}]}
    matcher = watch.compile(watch.parse(tree, "many"))
    assert _levels(matcher.tag_text("", "Then Council number 99999 met.", "en")) == {"body.many": "secondary"}


def test_what_is_kept_between_runs_survives_json_and_changes_nothing(
    watchlist: watch.WatchList,
) -> None:
    watchlist = replace(watchlist, entries=watchlist.entries[:30])
    cache: dict[str, object] = {}
    matcher = watch.compile(watchlist, cache)
    kept = json.loads(json.dumps(cache))
    again = watch.compile(watchlist, kept)
    assert len(kept) == len(watchlist.entries)
    assert again.table.meanings == matcher.table.meanings


def test_a_changed_topic_is_worked_out_anew() -> None:
    cache: dict[str, object] = {}
    for name in ("Danube Council", "Sava Council"):
        tree = {"bodies": [{"id": "body.x", "name": "X", "aliases": {"en": [name]}}]}
        matcher = watch.compile(watch.parse(tree, "x"), cache)
        assert matcher.tag_text("", f"The {name} met.", "en")


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2024, 5, 1), True),
        (date(2026, 1, 20), True),
        (date(2026, 6, 1), False),
        (date(2021, 1, 1), False),
    ],
)
def test_an_office_holder_stands_for_the_office_while_he_holds_it(
    matcher: watch.Matcher, day: date, counts: bool
) -> None:
    tags = matcher.tag_text("", "Tasmagambetov spoke in the evening.", "en", day)
    assert ("body.csto" in _levels(tags)) is counts


def test_a_dateline_is_no_place_of_action(matcher: watch.Matcher) -> None:
    text = "BISHKEK, November 27. /TASS/. The president spoke about the budget of his own country."
    assert "country.kg" not in _levels(matcher.tag_text("Budget talks", text, "en"))


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Rahmon receives a letter", "country.tj"),
        ("Talks end in Dushanbe", "country.tj"),
        ("Leaders of the post-Soviet security bloc agree", "body.csto"),
        ("Жапаров подписал указ", "country.kg"),
        ("В Алма-Ате прошёл митинг", "country.kz"),
    ],
)
def test_leaders_capitals_and_paraphrases_stand_for_states_and_bodies(
    matcher: watch.Matcher, title: str, topic: str
) -> None:
    assert topic in _levels(matcher.tag_text(title, ""))


@pytest.mark.parametrize(
    ("text", "topic", "found"),
    [
        ("Torkham was closed to lorries.", "border.af-pk", True),
        ("A flood hit Herat.", "border.tm-af", False),
        ("A flood hit Herat.", "country.af", True),
        ("Border guards in Herat met their Turkmen colleagues.", "border.tm-af", True),
        ("Drones from Afghanistan were seen over Khatlon.", "border.tj-af", True),
    ],
)
def test_crossings_tag_their_border_and_areas_only_beside_a_border_word(
    matcher: watch.Matcher, text: str, topic: str, found: bool
) -> None:
    assert (topic in _levels(matcher.tag_text("", text, "en"))) is found


def test_an_explanation_says_why_something_does_not_count(matcher: watch.Matcher) -> None:
    verdicts = {e.topic: e.verdict for e in matcher.explain("", "The Georgia Bulldogs won.", "en")}
    assert "excluded" in verdicts["country.ge"]


def test_scope_asks_for_more_than_a_mention_of_something_of_the_region(matcher: watch.Matcher) -> None:
    told = (
        ("Kyrgyz president visits Tokyo", ""),
        ("NATO and the EU meet in Moscow", ""),
        ("Budget", "A long day.\n\nIt rained. Armenia was there."),
    )
    articles = [
        Article(title, title, text, "en", None, datetime(2024, 11, 28, tzinfo=UTC), "0" * 64)
        for title, text in told
    ]
    items = [Tagged(article, matcher.tag(article)) for article in articles]
    assert watch.in_scope(items, matcher.watchlist.topics) == items[:1]


def test_a_crossing_has_one_name_in_all_languages(matcher: watch.Matcher) -> None:
    texts = {"en": "Sherkhan Bandar is closed to lorries.", "ru": "Пункт пропуска «Нижний Пяндж» закрыт."}
    named = [
        {span.place for tag in matcher.tag_text("", text, language) for span in tag.spans if span.place}
        for language, text in texts.items()
    ]
    assert named == [{"Panji Poyon – Sher Khan Bandar"}] * 2


def test_a_title_that_is_the_cut_beginning_of_the_text_counts_once_and_whole(matcher: watch.Matcher) -> None:
    title = "🎙️ Opening words of the president at a meeting of the shanghai cooperation organisati"
    text = "🎙️ Opening words of the president at a meeting of the shanghai cooperation organisation, later in Baku."
    tags = {tag.topic: (tag.level, tag.weight) for tag in matcher.tag_text(title, text, "en")}
    assert tags["body.sco"] == ("secondary", 3.0), "the cut name is the title's"
    assert tags["country.az"] == ("secondary", 2.0), "what follows is the first paragraph's"


def test_a_headline_that_the_text_repeats_counts_once(matcher: watch.Matcher) -> None:
    title = "Border guards of Tajikistan hold exercises"
    tags = matcher.tag_text(title, f"{title}.\n\nThe weather was fine on Monday.", "en")
    assert {tag.weight for tag in tags if tag.topic == "country.tj"} == {3.0}


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        (
            "the minister took part in the second meeting of the heads of state of the shanghai cooperation organisati",
            "body.sco",
        ),
        (
            "on the first of october the minister spoke on the telephone to his colleagues and dear friends in #kazakhst",
            "country.kz",
        ),
        (
            "Министр принял участие в заседании совета министров иностранных дел стран Организации Договора о коллекти",
            "",
        ),
    ],
)
def test_a_name_that_the_cut_of_a_headline_went_through(
    matcher: watch.Matcher, title: str, topic: str
) -> None:
    found = {tag.topic for tag in matcher.tag_text(title, "")}
    assert topic in found if topic else "body.csto" not in found, "too little of a name is no name"


def test_a_short_headline_is_not_taken_for_cut(matcher: watch.Matcher) -> None:
    assert not matcher.tag_text("A visit to Kazakhst", "", "en")


def test_an_area_says_nothing_of_a_second_border_where_another_one_is_named(matcher: watch.Matcher) -> None:
    tags = _levels(matcher.tag_text("", "Taliban guards in Herat shut the crossing at Islam Qala.", "en"))
    assert tags["border.ir-af"] == "secondary"
    assert "border.tm-af" not in tags
    assert "country.tm" not in tags


@pytest.mark.parametrize(
    ("text", "language", "there"),
    [
        ("Tajikistan and Kyrgyzstan will sign a border agreement in Bishkek.", "en", True),
        ("Таджикистан и Кыргызстан завершили делимитацию.", "ru", True),
        ("Tajikistan, Kyrgyzstan and Uzbekistan will sign a border agreement.", "en", False),
        ("Tajikistan and Kyrgyzstan will sign a border guard contract.", "en", False),
    ],
)
def test_what_two_neighbours_settle_about_a_border_is_about_theirs(
    matcher: watch.Matcher, text: str, language: str, there: bool
) -> None:
    assert ("border.kg-tj" in _levels(matcher.tag_text("", text, language))) is there
