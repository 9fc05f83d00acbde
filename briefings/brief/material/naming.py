"""Names of topics and places in the language of the brief, and which of them a story is about."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefings.brief.language import local_names
from briefings.brief.material.survey import COUNTED
from briefings.watch.borders import country_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.brief.material.survey import Material, Strand
    from briefings.types import Event, Tagged, Topic

_BRACKETS = re.compile(r" \(([^()]*)\)$")


def topic_name(topic: str, material: Material) -> str:
    """Return a topic's name in the brief's language; a border without one is the pair of its countries."""
    known, language = material.topics[topic], material.words.language
    if language == "en":
        return known.name
    if title := known.titles.get(language):
        return title
    if known.kind == "border" and len(known.countries) == 2:
        return "–".join(_countries(known, material))
    names = known.aliases.get(language, ())
    if not names and known.kind == "country" and len(known.countries) == 1:
        names = (country_name(known.countries[0], language),)
    return next(iter(names), "") or known.name


def counted(what: str, side: str, material: Material) -> str:
    """Return ``killed``; ``killed (Tajikistan)`` where each side counts its own."""
    said = material.words.say(f"figure_{what}")
    return f"{said} ({topic_name(side, material)})" if side else said


def prose_name(topic: str, material: Material, key: str = "border_name") -> str:
    """Return a topic's name as a sentence uses it: a border's pair of countries with the word for border.

    Where a language has an adjective for the pair, the first alias holds it: ``таджикско-афганская граница``.
    """
    name, known, words = topic_name(topic, material), material.topics[topic], material.words
    if known.kind != "border" or not re.fullmatch(r"[\w\s]+[–-][\w\s]+(?<! border)", name):
        return name
    said = next(iter(known.aliases.get(words.language, ())), "")
    noun = words.phrases.get("border_noun")
    if noun and noun in said.split():
        return said
    first, last = _countries(known, material)
    return words.say(key, first=first, last=last)


def together(topics: Sequence[str], material: Material, key: str = "border_name") -> str:
    """Return names in one sentence, without brackets that a neighbour makes needless: ``Afghanistan and Taliban``."""
    names = [prose_name(topic, material, key) for topic in topics]
    bare = [_BRACKETS.sub(lambda found: "" if found[1] in names else found[0], name) for name in names]
    return material.words.listed(bare)


def _countries(border: Topic, material: Material) -> tuple[str, ...]:
    """Names of a border's countries, as the watch list prints them, else after CLDR."""
    language = material.words.language
    return tuple(
        topic_name(topic, material)
        if (topic := f"country.{code.lower()}") in material.topics
        else country_name(code, language) or code
        for code in border.countries
    )


def place_name(event: Event, material: Material) -> str:
    """Return the event's place in the brief's language."""
    words = material.words
    return local_names.place(event.place, event.country, words.language, words.say("comma"))


def subjects(strand: Strand, material: Material, most: int = 3) -> tuple[str, ...]:
    """Return ids of the borders, bodies and countries that the story is about, most spoken of first.

    Countries outside the watched region stand only where there is nothing else, the two of a named border never.
    """
    tally = _tally(strand.fresh or strand.now, material, frozenset({"border", "body", "country"}))
    tally = {t: n for t, n in tally.items() if material.topics[t].regional} or tally
    found = [t for t, n in tally.items() if n >= 0.25 * max(tally.values())]
    borders = {
        c for t in found[:most] if material.topics[t].kind == "border" for c in material.topics[t].countries
    }
    return tuple(t for t in found if t.removeprefix("country.").upper() not in borders)[:most]


def theme(strand: Strand, material: Material) -> str:
    """Return the theme under which the story stands; blank when none of its reports of the period carries one.

    The story's own theme comes first, unless only a digest or an earlier report has it.
    """
    found = _tally(strand.now, material, frozenset({"theme"}))
    return strand.story.theme if strand.story.theme in found else next(iter(found), "")


def in_prose(name: str) -> str:
    """Return a theme's name inside a sentence: "Border security" loses its capital, "NATO" and "C5+1" do not."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _tally(items: Sequence[Tagged], material: Material, kinds: frozenset[str]) -> dict[str, int]:
    """Topics by how much the reports speak of them, most first."""
    counts: Counter[str] = Counter()
    for item in items:
        for tag in item.tags:
            if tag.kind in kinds and tag.level in COUNTED and tag.topic in material.topics:
                counts[tag.topic] += 4 if tag.level == "primary" else 1
    return {t: counts[t] for t in sorted(counts, key=lambda t: (-counts[t], t))}
