"""Names in the language of the brief: topics, places, outlets, and the lines composed of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefings import config
from briefings.brief import compose
from briefings.brief.language.local_names import place
from briefings.brief.language.words import words
from briefings.brief.material.directory import directory
from briefings.brief_types import Brief
from briefings.reading.events import places
from briefings.types import Figure, Source, Span, Tagged, Topic
from tests.brief.make import OUTLETS, TOPICS, article, event, given, on, story, tagged
from tests.project import ROOT

TAJIK = "Қоровулон гузаргоҳро бастанд, ду сарбоз захмӣ шуд."


def told(language: str, *, topics: tuple[Topic, ...] = TOPICS, name: str = "", body: str = "") -> Brief:
    entry = article("Гузаргоҳ баста шуд", TAJIK, language="tg", outlet="Steppe Wire")
    if name:
        entry = replace(
            entry, events=(event(name, "2024-12-04", "Bishkek, Kyrgyzstan", TAJIK, country="KG"),)
        )
    item = tagged(entry, "border.tj-af", *((body,) if body else ()))
    figures = (Figure("wounded", 2, on("2024-11-27").start, (entry.id,)),)
    made = given(story("s/one", item, figures=figures), items=(item,), topics=topics)
    return compose(replace(made, options=replace(made.options, language=language)))


@pytest.mark.parametrize(
    ("language", "name"), [("ru", "Таджикистан–Афганистан"), ("fa", "تاجیکستان–افغانستان")]
)
def test_a_border_without_a_title_is_the_pair_of_its_countries(language: str, name: str) -> None:
    assert told(language).borders[0].name == name


def test_a_title_of_the_watch_list_is_printed_before_any_alias() -> None:
    titled = replace(TOPICS[0], titles={"ru": "Пяндж"}, aliases={"ru": ("таджикско-афганская граница",)})

    assert told("ru", topics=(titled, *TOPICS[1:])).borders[0].name == "Пяндж"


def test_the_word_border_stands_once() -> None:
    adjective = replace(TOPICS[0], aliases={"ru": ("таджикско-афганская граница",)})
    line = told("ru", topics=(adjective, *TOPICS[1:])).stories[0].reported[0].text

    assert "таджикско-афганская граница" in line
    assert line.count("граница") == 1


def test_counts_of_reports_that_nobody_here_can_read_are_given() -> None:
    assert told("en").stories[0].reported[0].text.endswith(" Counts given: 2 wounded.")
    assert told("fa").stories[0].reported[0].text.endswith("۲ زخمی.")


@pytest.mark.parametrize("language", ["ru", "fa"])
def test_every_place_of_the_gazetteer_has_a_name_in_every_language(language: str) -> None:
    known = [places.printed(place) for place in places.known()]
    left = [name for name in known if place(name, "", language) == name and "," in name]

    assert left == []


def test_a_place_is_printed_in_the_language_of_the_brief() -> None:
    line = next(iter(told("ru", name="Нишасти СААД", body="body.csto").events))

    assert line.place == "Бишкек, Киргизия"


@pytest.mark.parametrize("language", ["ru", "fa"])
def test_every_shipped_topic_and_kind_of_outlet_has_a_name_in_every_language(language: str) -> None:
    settings = config.load(Path(ROOT / "config.yaml"))
    nameless = [
        topic.id
        for topic in settings.watchlist.topics
        if topic.kind != "border" and not (topic.titles.get(language) or topic.aliases.get(language))
    ]
    kinds = {outlet.kind for outlet in settings.outlets if outlet.kind}
    untold = [kind for kind in kinds if words(language).outlet_kind(kind) == kind]

    assert (nameless, untold) == ([], [])


def test_an_outlet_has_the_name_that_its_readers_know() -> None:
    known = directory([*OUTLETS, Source("tass", "TASS", names=("ТАСС", "تاس"))])

    assert [known.local("TASS", words(language)) for language in ("en", "ru", "fa")] == [
        "TASS",
        "ТАСС",
        "تاس",
    ]
    assert known.local("Khyber Ledger", words("ru")) == "Khyber Ledger"


def meeting(name: str, language: str, *topics: str) -> str:
    sentence = f"{name} 4 декабря."
    entry = article(name, sentence, language=language, events=(event(name, "2024-12-04", sentence=sentence),))
    item: Tagged = tagged(entry, *topics)
    return next((line.name for line in compose(given(story("s/one", item), items=(item,))).events), "")


@pytest.mark.parametrize(
    ("name", "language", "topics", "printed"),
    [
        ("Встреча лидеров ОДКБ", "ru", ("body.csto",), "Leaders’ meeting (CSTO)"),
        ("Визит", "ru", ("country.tj", "country.kg"), "Visit (Tajikistan and Kyrgyzstan)"),
        ("Голосование", "ru", ("country.kg",), "Vote (Kyrgyzstan)"),
        ("Брифинг о ходе ремонта", "ru", ("country.tj",), "Briefing on repairs (Tajikistan)"),
        ("Заседание", "ru", ("country.tj", "country.af", "country.kg", "country.ru"), ""),
    ],
)
def test_an_event_says_what_it_is_and_whom_it_concerns(
    name: str, language: str, topics: tuple[str, ...], printed: str
) -> None:
    assert meeting(name, language, *topics) == printed


def test_a_name_that_mentions_nobody_gets_whom_it_concerns() -> None:
    sentence = "The vote on the investment deal is to be held on 4 December."
    entry = article(
        "Deal to be put to vote",
        sentence,
        events=(event("Vote on investment deal", "2024-12-04", sentence=sentence),),
    )
    item = tagged(entry, "country.kg")
    at = sentence.index("held")
    spans = (Span("text", at, at + 4, "", ""),)
    item = Tagged(entry, tuple(replace(tag, spans=spans) for tag in item.tags))

    (line,) = compose(given(story("s/one", item), items=(item,))).events

    assert line.name == "Vote on investment deal (Kyrgyzstan)"


def test_both_countries_are_named() -> None:
    sentence = "Rail officials of both countries are to meet on 4 December."
    entry = article(
        "Wagons wait at the bridge",
        sentence,
        events=(event("Meeting of rail officials of both countries", "2024-12-04", sentence=sentence),),
    )
    item = tagged(entry, "border.tj-af")
    spans = (Span("title", 0, 6, "", ""),)
    item = Tagged(entry, tuple(replace(tag, spans=spans) for tag in item.tags))

    (line,) = compose(given(story("s/one", item), items=(item,))).events

    assert line.name == "Meeting of rail officials (Tajikistan–Afghanistan border)"
