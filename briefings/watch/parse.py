"""A watch list's YAML tree -> WatchList, with every mistake listed at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast, get_args

from briefings.errors import ConfigError
from briefings.types import Topic, TopicKind
from briefings.watch import patterns
from briefings.watch.borders import called, is_country
from briefings.watch.model import Alias, Condition, CountryWords, Entry, WatchList

SECTIONS: Mapping[str, TopicKind] = {
    "countries": "country",
    "bodies": "body",
    "borders": "border",
    "themes": "theme",
}
_TOP = {"schema", "id", "title", "compiled", "note", "region", "languages", "unmatched_names", *SECTIONS}
_TOPIC = {
    "id", "kind", "subtype", "name", "full_name", "definition", "confidence", "countries", "status", "statuses",
    "parent", "note", "aliases", "aliases_medium", "ambiguous", "exclude", "stems", "patterns", "heads",
    "crossings", "areas", "places", "capital", "seat", "iso2", "iso3", "demonym", "tz", "names", "adjectives",
    "compounds", "regional", "priority", "match", "avoid", "paraphrases", "flag", "stands_for", "composed",
    "titles",
}  # fmt: skip
_OF_ONE_COUNTRY = {"service", "force", "ministry", "mission", "de-facto authority"}
_MIXED = re.compile(r"[a-z][а-яё]|[а-яё][a-z]", re.IGNORECASE)
_PLACE = {"name", "type", "sides", "country", "level", "aliases", "ambiguous", "confidence", "note"}
_HEAD = {"role", "name", "from", "to", "aliases"}
_AMBIGUOUS = {"alias", "lang", "case_sensitive", "needs_any", "never_with", "why"}


@dataclass
class Mistakes:
    """Collects what is wrong, each with the list and the place in it."""

    where: str
    found: list[str] = field(default_factory=list)

    def add(self, place: str, reason: str) -> None:
        """Note one mistake."""
        self.found.append(f"{self.where}: {place}: {reason}")

    def keys(self, tree: Mapping[str, Any], known: set[str], place: str) -> None:
        """Note unknown keys, with the nearest known one."""
        for name in tree:
            if name not in known:
                near = difflib.get_close_matches(str(name), known, 1)
                self.add(place, f"unknown key '{name}'" + (f"; did you mean '{near[0]}'?" if near else ""))

    def stop(self) -> None:
        """Raise everything found so far, if anything."""
        if self.found:
            raise ConfigError(self.found)


def parse(data: Mapping[str, Any], where: str) -> WatchList:
    """Read one watch list. ``where`` names it in messages. Raises ``ConfigError`` with every mistake."""
    mistakes = Mistakes(where)
    if not isinstance(data, Mapping):
        raise ConfigError([f"{where}: a watch list is a mapping with any of {', '.join(SECTIONS)}."])
    mistakes.keys(data, _TOP, "top level")
    region = strings(data.get("region", ()), "region", mistakes)
    entries: list[Entry] = []
    words: dict[str, CountryWords] = {}
    for section, kind in SECTIONS.items():
        for tree in _sequence(data.get(section, ()), section, mistakes):
            entries.append(entry(tree, kind, region, mistakes))
            if kind == "country":
                words[str(tree.get("iso2", ""))] = country_words(tree, mistakes)
    check(entries, mistakes)
    mistakes.stop()
    return WatchList(
        id=str(data.get("id", where)),
        title=str(data.get("title", where)),
        entries=tuple(entries),
        region=region,
        words=words,
        unmatched_names=strings(data.get("unmatched_names", ()), "unmatched_names", mistakes),
        languages=tuple(sorted({alias.lang for e in entries for alias in e.aliases if alias.lang})),
    )


def check(entries: Sequence[Entry], mistakes: Mistakes) -> None:
    """Note what entries say wrongly of each other: ids used twice, parents that do not exist."""
    seen: set[str] = set()
    known = {e.topic.id for e in entries}
    for e in entries:
        if e.topic.id in seen:
            mistakes.add(e.topic.id, "this id is used twice; give one of the two another id")
        seen.add(e.topic.id)
        if e.topic.parent and e.topic.parent not in known:
            near = difflib.get_close_matches(e.topic.parent, known, 1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            mistakes.add(e.topic.id, f"its parent '{e.topic.parent}' does not exist{hint}")


def entry(
    tree: Mapping[str, Any], kind: TopicKind | None, region: Sequence[str], mistakes: Mistakes
) -> Entry:
    """Read one topic."""
    place = str(tree.get("id", "a topic without id"))
    mistakes.keys(tree, _TOPIC, place)
    topic = _topic(tree, kind, region, place, mistakes)
    conditions = _conditions(tree.get("ambiguous", ()), place, mistakes)
    aliases = [*_own_aliases(tree, topic, place, mistakes), *_places(tree, topic, place, mistakes)]
    listed = {(alias.text, alias.lang) for alias in aliases}
    extra = [Alias(text, lang) for text, lang in conditions if (text, lang) not in listed]
    return Entry(
        topic=topic,
        aliases=tuple(_with_conditions(alias, conditions) for alias in (*aliases, *extra)),
        exclude=strings(tree.get("exclude", ()), f"{place}.exclude", mistakes),
        patterns=tuple(_patterns(tree.get("patterns", {}), place, mistakes)),
        match=strings(tree.get("match", ()), f"{place}.match", mistakes),
        composed=bool(tree.get("composed", True)),
        stands_for=bool(
            tree.get("stands_for", str(tree.get("subtype")) in _OF_ONE_COUNTRY and len(topic.countries) == 1)
        ),
        avoid=strings(tree.get("avoid", ()), f"{place}.avoid", mistakes),
        medium=tuple(
            _by_language(tree.get("aliases_medium", {}), f"{place}.aliases_medium", "alias", mistakes)
        ),
    )


def _topic(
    tree: Mapping[str, Any], kind: TopicKind | None, region: Sequence[str], place: str, mistakes: Mistakes
) -> Topic:
    if not isinstance(tree.get("id"), str) or not tree["id"].strip():
        mistakes.add(place, "a topic needs an id such as 'body.nato'")
    said = str(tree.get("kind", kind or place.partition(".")[0]))
    if said not in get_args(TopicKind):
        mistakes.add(place, f"kind '{said}' is none of {', '.join(get_args(TopicKind))}")
    countries = strings(tree.get("countries", tree.get("iso2", ())), f"{place}.countries", mistakes)
    for code in countries:
        if not (len(code) == 2 and code.isascii() and code.isupper()):
            mistakes.add(f"{place}.countries", f"'{code}' is not a two-letter ISO country code such as TJ")
        elif not is_country(code):
            mistakes.add(f"{place}.countries", f"no country has the ISO code '{code}'")
    if said == "border" and len(set(countries)) != 2 and not tree.get("aliases"):
        mistakes.add(place, "a border needs two different countries, or names of its own under aliases")
    priority = tree.get("priority", 1)
    if isinstance(priority, bool) or not isinstance(priority, int | float) or not 0 <= priority <= 10:
        mistakes.add(f"{place}.priority", f"'{priority}' is not a number from 0 to 10")
        priority = 1
    default = said in {"country", "border"} and any(code in region for code in countries)
    return Topic(
        id=place,
        kind=cast("TopicKind", said),
        name=str(tree.get("name") or (called(countries) if said == "border" else "") or place),
        full_name=str(tree.get("full_name", "")),
        countries=countries,
        regional=bool(tree.get("regional", default)),
        priority=float(priority),
        status=str(tree.get("status", "")),
        statuses=_titles(tree, "statuses", place, mistakes),
        timezone=str(tree.get("tz", "")),
        parent=str(tree.get("parent", "")),
        note=str(tree.get("note", tree.get("definition", ""))),
        aliases=_display(tree),
        titles=_titles(tree, "titles", place, mistakes),
    )


def _titles(tree: Mapping[str, Any], key: str, place: str, mistakes: Mistakes) -> dict[str, str]:
    """The names or the statuses to print, by language."""
    titles = tree.get(key, {})
    if not isinstance(titles, Mapping) or not all(isinstance(t, str) and t.strip() for t in titles.values()):
        mistakes.add(f"{place}.{key}", "expected one text a language, such as {ru: Охрана границ}")
        return {}
    return {str(language): title.strip() for language, title in titles.items()}


def _display(tree: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    shown = tree.get("names") or tree.get("aliases") or {}
    if not isinstance(shown, Mapping):
        return {}
    return {
        str(lang): tuple(str(t) for t in texts[:2])
        for lang, texts in shown.items()
        if isinstance(texts, list)
    }


def _own_aliases(tree: Mapping[str, Any], topic: Topic, place: str, mistakes: Mistakes) -> Iterator[Alias]:
    for name, rule in (
        ("aliases", "alias"),
        ("names", "alias"),
        ("paraphrases", "paraphrase"),
        ("adjectives", "adjective"),
        ("capital", "capital"),
        ("seat", "seat"),
        ("stems", "stem"),
    ):
        yield from _by_language(tree.get(name, {}), f"{place}.{name}", rule, mistakes)
    for alias in _by_language(tree.get("compounds", {}), f"{place}.compounds", "compound", mistakes):
        if alias.lang == "ru":  # such a half word stands nowhere else: российско-киргизский
            yield alias
    if tree.get("flag", topic.kind == "country") and topic.kind == "country" and len(topic.countries) == 1:
        yield Alias("".join(chr(ord(letter) + 127397) for letter in topic.countries[0]), "", "flag")
    for head in _sequence(tree.get("heads", ()), f"{place}.heads", mistakes):
        mistakes.keys(head, _HEAD, f"{place}.heads")
        dates = [_day(head, name, place, mistakes) for name in ("from", "to")]
        for alias in _by_language(head.get("aliases", {}), f"{place}.heads", "head", mistakes):
            yield Alias(
                alias.text,
                alias.lang,
                "head",
                since=dates[0],
                until=dates[1],
                place=str(head.get("name", "")),
            )


def _day(head: Mapping[str, Any], name: str, place: str, mistakes: Mistakes) -> str:
    said = str(head.get(name, ""))
    try:
        return said and date.fromisoformat(said).isoformat()
    except ValueError:
        mistakes.add(f"{place}.heads.{name}", f"'{said}' is not a day such as 2024-11-28")
        return ""


def _places(tree: Mapping[str, Any], topic: Topic, place: str, mistakes: Mistakes) -> Iterator[Alias]:
    for name, rule in (("crossings", "crossing"), ("areas", "area"), ("places", "area")):
        for spot in _sequence(tree.get(name, ()), f"{place}.{name}", mistakes):
            mistakes.keys(spot, _PLACE, f"{place}.{name}")
            called = str(spot.get("name", ""))
            countries = strings(spot.get("country", topic.countries), f"{place}.{called}.country", mistakes)
            conditions = _conditions(spot.get("ambiguous", ()), f"{place}.{called}", mistakes)
            found = list(_by_language(spot.get("aliases", {}), f"{place}.{called}", rule, mistakes))
            listed = {(alias.text, alias.lang) for alias in found}
            found += [Alias(text, lang, rule) for text, lang in conditions if (text, lang) not in listed]
            for alias in found:
                made = Alias(alias.text, alias.lang, rule, place=called, countries=countries)
                yield _with_conditions(made, conditions)


def _with_conditions(alias: Alias, conditions: Mapping[tuple[str, str], tuple[Condition, ...]]) -> Alias:
    found = conditions.get((alias.text, alias.lang))
    if not found:
        return alias
    return Alias(
        alias.text, alias.lang, alias.rule, found, alias.since, alias.until, alias.place, alias.countries
    )


def _conditions(
    trees: object, place: str, mistakes: Mistakes
) -> dict[tuple[str, str], tuple[Condition, ...]]:
    found: dict[tuple[str, str], tuple[Condition, ...]] = {}
    for tree in _sequence(trees, f"{place}.ambiguous", mistakes):
        mistakes.keys(tree, _AMBIGUOUS, f"{place}.ambiguous")
        if not tree.get("alias"):
            mistakes.add(f"{place}.ambiguous", "an entry without 'alias'")
            continue
        at = str(tree["alias"]), str(tree.get("lang", ""))
        condition = Condition(
            case_sensitive=bool(tree.get("case_sensitive", False)),
            needs_any=strings(tree.get("needs_any", ()), f"{place}.ambiguous.needs_any", mistakes),
            never_with=strings(tree.get("never_with", ()), f"{place}.ambiguous.never_with", mistakes),
            why=str(tree.get("why", "")),
        )
        found[at] = (*found.get(at, ()), condition)
    return found


def _patterns(tree: object, place: str, mistakes: Mistakes) -> Iterator[tuple[str, str]]:
    for alias in _by_language(tree, f"{place}.patterns", "pattern", mistakes, short=True):
        reason = patterns.refused(alias.text)
        if reason:
            mistakes.add(f"{place}.patterns.{alias.lang}", f"'{alias.text}' is refused: {reason}")
        else:
            yield alias.lang, alias.text


def country_words(tree: Mapping[str, Any], mistakes: Mistakes) -> CountryWords:
    """Read the words that border names are composed from."""

    def table(name: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for alias in _by_language(tree.get(name, {}), f"{tree.get('id')}.{name}", "alias", mistakes):
            found[alias.lang] = (*found.get(alias.lang, ()), alias.text)
        return found

    return CountryWords(table("names"), table("adjectives") | table_of(tree, mistakes), table("compounds"))


def table_of(tree: Mapping[str, Any], mistakes: Mistakes) -> dict[str, tuple[str, ...]]:
    """Return the English demonym as an adjective where none is given."""
    del mistakes
    given = tree.get("adjectives", {})
    if isinstance(given, Mapping) and "en" not in given and tree.get("demonym"):
        return {"en": (str(tree["demonym"]),)}
    return {}


def _by_language(
    tree: object, place: str, rule: str, mistakes: Mistakes, *, short: bool = False
) -> Iterator[Alias]:
    if not isinstance(tree, Mapping):
        mistakes.add(place, "expected languages with lists of words, such as {en: [NATO], ru: [НАТО]}")
        return
    for lang, texts in tree.items():
        if not (isinstance(lang, str) and 2 <= len(lang) <= 3 and lang.islower()):
            mistakes.add(place, f"'{lang}' is not a language code such as en or ru")
            continue
        for text in strings(texts, f"{place}.{lang}", mistakes):
            reason = "" if short else _bad_alias(text, lang)
            if reason:
                mistakes.add(f"{place}.{lang}", reason)
            else:
                yield Alias(text, lang, rule)


def _bad_alias(text: str, lang: str) -> str:
    letters = [sign for sign in text if sign.isalnum()]
    if not letters:
        return f"'{text}' holds no letter, so it can never match"
    if text.upper() != text and any(_MIXED.search(word) for word in text.split()):
        return f"'{text}' mixes Latin and Cyrillic letters in one word, so it can never match; type it anew"
    if len(letters) == 1 and lang != "zh":
        return f"'{text}' is a single letter and would match nearly everything; write a longer alias"
    if len(text) > 300:
        return f"an alias of {len(text)} characters is no name; keep it under 300"
    return ""


def strings(value: object, place: str, mistakes: Mistakes) -> tuple[str, ...]:
    """Return a list of strings; one string stands for a list of one."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Sequence):
        mistakes.add(place, f"expected a list of words, found {value!r}")
        return ()
    for item in value:
        if not isinstance(item, str):
            hint = "; put it in quotation marks" if isinstance(item, bool | int | float) else ""
            mistakes.add(place, f"expected words, found {item!r}{hint}")
    return tuple(item for item in value if isinstance(item, str) and item.strip())


def _sequence(value: object, place: str, mistakes: Mistakes) -> Iterator[Mapping[str, Any]]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        mistakes.add(place, "expected a list")
        return
    for item in value:
        if isinstance(item, Mapping):
            yield item
        else:
            mistakes.add(place, f"expected a mapping, found {item!r}")
