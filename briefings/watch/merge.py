"""Several watch lists and the topics of a configuration -> one watch list."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefings.types import Topic
from briefings.watch.languages import language_of
from briefings.watch.model import CountryWords, Entry, WatchList
from briefings.watch.parse import Mistakes, check, entry

_REPLACED = ("name", "full_name", "status", "statuses", "note", "timezone", "parent", "titles")
_CHANGE_ONLY = {"disabled", "without", "medium"}
_FOUND_BY = {
    "aliases",
    "names",
    "stems",
    "patterns",
    "paraphrases",
    "heads",
    "crossings",
    "areas",
    "places",
    "capital",
}


def merge(lists: Sequence[WatchList], own: Sequence[Mapping[str, Any]] = ()) -> WatchList:
    """Merge watch lists, then apply a configuration's own topics and changes by id.

    An own topic whose id a list has changes that topic: aliases, exclusions, conditions and patterns are added,
    other settings replaced; ``without: [word]`` takes aliases away, ``disabled: true`` the whole topic. Raises
    ``ConfigError`` with every mistake.
    """
    mistakes = Mistakes("topics")
    entries: dict[str, Entry] = {}
    words: dict[str, CountryWords] = {}
    for one in lists:
        words |= one.words
        for e in one.entries:
            entries[e.topic.id] = _joined(entries[e.topic.id], e) if e.topic.id in entries else e
    region = tuple(dict.fromkeys(code for one in lists for code in one.region))
    seen: set[str] = set()
    for number, tree in enumerate(own):
        _apply(tree, number, entries, region, seen, mistakes)
    check(tuple(entries.values()), mistakes)
    mistakes.stop()
    kept = tuple(entries.values())
    return WatchList(
        id="+".join(one.id for one in lists),
        title=", ".join(one.title for one in lists),
        entries=kept,
        region=region,
        words=words,
        unmatched_names=tuple(dict.fromkeys(name for one in lists for name in one.unmatched_names)),
        languages=tuple(sorted({alias.lang for e in kept for alias in e.aliases if alias.lang})),
        medium=any(one.medium for one in lists),
    )


def _apply(
    tree: Mapping[str, Any],
    number: int,
    entries: dict[str, Entry],
    region: Sequence[str],
    seen: set[str],
    mistakes: Mistakes,
) -> None:
    name = tree.get("id")
    if not isinstance(name, str) or "." not in name:
        mistakes.add(f"topics[{number}]", f"id {name!r} is not of the form kind.name, such as body.nato")
        return
    if name in seen:
        mistakes.add(name, "this id is used twice; give one of the two another id")
        return
    seen.add(name)
    known = entries.get(name)
    plain = {key: value for key, value in tree.items() if key not in _CHANGE_ONLY}
    if known is None:
        _refuse_changes(tree, name, entries, mistakes)
        entries[name] = entry({"regional": True, **_named(plain)}, None, region, mistakes)
        return
    if tree.get("disabled"):
        del entries[name]
        orphans = [e for e in entries.values() if e.topic.parent == name]
        entries.update({e.topic.id: replace(e, topic=replace(e.topic, parent="")) for e in orphans})
        return
    base: dict[str, Any] = {"kind": known.topic.kind, "countries": list(known.topic.countries), "aliases": {}}
    change = entry({**base, **plain}, known.topic.kind, region, mistakes)
    entries[name] = _changed(known, change, tree)


def _named(tree: Mapping[str, Any]) -> Mapping[str, Any]:
    """A topic of which nothing but the name is known is found by its name."""
    if not tree.get("name") or _FOUND_BY & set(tree) or str(tree.get("kind")) == "border":
        return tree
    return {**tree, "aliases": {language_of(str(tree["name"])): [str(tree["name"])]}}


def _refuse_changes(
    tree: Mapping[str, Any], name: str, entries: Mapping[str, Entry], mistakes: Mistakes
) -> None:
    """A topic that no list has must bring everything itself."""
    if _CHANGE_ONLY & set(tree):
        near = difflib.get_close_matches(name, list(entries), 1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        mistakes.add(name, f"there is no such topic to change{hint}")


def _joined(first: Entry, second: Entry) -> Entry:
    return replace(
        first,
        aliases=tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        exclude=tuple(dict.fromkeys((*first.exclude, *second.exclude))),
        patterns=tuple(dict.fromkeys((*first.patterns, *second.patterns))),
        match=tuple(dict.fromkeys((*first.match, *second.match))),
        avoid=tuple(dict.fromkeys((*first.avoid, *second.avoid))),
        topic=replace(first.topic, regional=first.topic.regional or second.topic.regional),
    )


def _changed(known: Entry, change: Entry, tree: Mapping[str, Any]) -> Entry:
    without = tree.get("without", ())
    gone = {without} if isinstance(without, str) else {str(text) for text in without or ()}
    joined = _joined(known, change)
    aliases = (*joined.aliases, *known.medium) if tree.get("medium") else joined.aliases
    return replace(
        joined,
        topic=_topic(known.topic, change.topic, tree),
        aliases=tuple(alias for alias in aliases if alias.text not in gone),
    )


def _topic(known: Topic, change: Topic, tree: Mapping[str, Any]) -> Topic:
    given = {name: getattr(change, name) for name in _REPLACED if name in tree}
    if "tz" in tree:
        given["timezone"] = change.timezone
    for name in ("priority", "regional", "countries"):
        if name in tree:
            given[name] = getattr(change, name)
    return replace(known, **given)
