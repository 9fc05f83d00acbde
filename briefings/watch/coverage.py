"""What a watch list did over stored articles: what fired, what never did, and names it may be missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefings.types import Tagged
from briefings.watch.languages import language_of
from briefings.watch.model import WatchList
from briefings.watch.surface import key

_IN_BRACKETS = re.compile(r"\s?\(([^()\n]{2,60})\)")
_NOT_A_NAME = re.compile(r"\d{3}|https?:|[.;:]|^\W*$")
_SEEN_TWICE = 2
"""A name in brackets is proposed once two articles give it: one may be a slip."""


@dataclass(frozen=True)
class Coverage:
    """How often each topic and alias fired."""

    articles: int
    fired: dict[str, int] = field(default_factory=dict)
    """Articles by topic, primary or secondary."""
    aliases: dict[tuple[str, str], int] = field(default_factory=dict)
    """Articles by (topic, alias)."""
    silent: tuple[str, ...] = ()
    """Topics that no article had."""
    unused: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Aliases, as written in the list, that never fired, of topics that did."""
    proposed: tuple[tuple[str, str, str, int], ...] = ()
    """(topic, language, name seen in brackets right behind it, articles), most seen first."""


def coverage(items: Iterable[Tagged], watchlist: WatchList) -> Coverage:
    """Return what the watch list did over these articles."""
    fired: Counter[str] = Counter()
    aliases: Counter[tuple[str, str]] = Counter()
    proposed: Counter[tuple[str, str, str]] = Counter()
    number = 0
    for item in items:
        number += 1
        for tag in item.tags:
            if tag.level in ("primary", "secondary"):
                fired[tag.topic] += 1
            aliases.update({(tag.topic, span.alias) for span in tag.spans if span.rule != "implied"})
        proposed.update(set(_beside(item, watchlist)))
    silent = tuple(t.id for t in watchlist.topics if t.id not in fired)
    return Coverage(
        articles=number,
        fired=dict(fired.most_common()),
        aliases=dict(aliases.most_common()),
        silent=silent,
        unused=_unused(watchlist, aliases, fired),
        proposed=tuple(
            (*found, count)
            for found, count in sorted(proposed.items(), key=lambda pair: (-pair[1], pair[0]))
            if count >= _SEEN_TWICE
        ),
    )


def _unused(
    watchlist: WatchList, aliases: Counter[tuple[str, str]], fired: Counter[str]
) -> dict[str, tuple[str, ...]]:
    found = {}
    for entry in watchlist.entries:
        if entry.topic.id in fired:
            idle = tuple(
                a.text for a in entry.aliases if a.rule == "alias" and (entry.topic.id, a.text) not in aliases
            )
            if idle:
                found[entry.topic.id] = idle
    return found


def _beside(item: Tagged, watchlist: WatchList) -> Iterator[tuple[str, str, str]]:
    """Yield names in brackets right behind a topic that are no alias of it: ``Name of the Body (NB)``."""
    for tag in item.tags:
        known = (
            {key(alias.text) for alias in watchlist.by_id[tag.topic].aliases}
            if tag.topic in watchlist.by_id
            else None
        )
        if known is None or tag.kind == "theme":
            continue
        for span in tag.spans:
            text = item.article.title if span.zone == "title" else item.article.text
            bracket = _IN_BRACKETS.match(text, span.end)
            name = bracket.group(1).strip() if bracket else ""
            if name and key(name) not in known and not _NOT_A_NAME.search(name) and name[0].isupper():
                yield tag.topic, item.article.language or language_of(name), name
