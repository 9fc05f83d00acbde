"""The directory of outlets: by host, by any of their names, wires and republishers apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefings.text import fold
from briefings.types import Source

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_SHARED: Mapping[str, tuple[str, ...]] = {
    "t.me": ("s",), "telegram.me": ("s",), "facebook.com": ("groups", "pages"), "x.com": (), "twitter.com": (),
    "vk.com": (), "ok.ru": ("group",), "instagram.com": (), "youtube.com": ("c", "channel", "user"), "medium.com": (),
    "dzen.ru": (), "tiktok.com": (),
}  # fmt: skip
"""Hosts of platforms, with the parts of a path that stand before the channel's name."""


_MOST_ASKED = 4096
"""Hosts whose outlet is remembered; each article asks three times."""


_LONGEST = 500
"""Characters of a name or an address that are looked at; what is remembered must have an end."""


class Outlets:
    """Known outlets, each found by what a page says of it."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = tuple(sources)
        self._hosts: dict[str, Source] = {}
        self._names: dict[str, Source] = {}
        self._ids: dict[str, Source] = {}
        self._asked: dict[str, Source | None] = {}
        for source in self.sources:
            self._ids.setdefault(source.id, source)
            for host in (*source.hosts, site_of(source.url)):
                if host:
                    self._hosts.setdefault(host.removeprefix("www."), source)
            for name in (source.name, source.id, *source.names):
                self._names.setdefault(_key(name), source)

    def by_id(self, source_id: str) -> Source | None:
        """The outlet with this id."""
        return self._ids.get(source_id)

    def by_host(self, host: str) -> Source | None:
        """The outlet that publishes under a host or under a parent of it: ``tj.news.example`` → ``news.example``."""
        if host not in self._asked:
            if len(self._asked) > _MOST_ASKED:
                self._asked.clear()
            parts = host.casefold().removeprefix("www.").split(".")
            found = (self._hosts.get(".".join(parts[n:])) for n in range(len(parts) - 1))
            self._asked[host] = next((outlet for outlet in found if outlet), None)
        return self._asked[host]

    def by_name(self, name: str) -> Source | None:
        """The outlet with this name or credit name, whatever its case, quotes and dashes; or with this host."""
        return self._names.get(_key(name[:_LONGEST])) or (self.by_host(name) if "." in name else None)

    @cached_property
    def wires(self) -> tuple[Source, ...]:
        """Agencies whose texts others retell."""
        return tuple(s for s in self.sources if s.role == "wire")

    @cached_property
    def republishers(self) -> tuple[Source, ...]:
        """Aggregators: recognised, never counted as a source."""
        return tuple(s for s in self.sources if s.role == "republisher")

    @cached_property
    def _credits(self) -> tuple[str, ...]:
        names = {n for wire in self.wires for n in (wire.name, *wire.names) if len(n) > 1}
        return tuple(sorted({*names, *(name.upper() for name in names)}))  # datelines shout: ``ИНТЕРФАКС``

    def wires_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, name) of every credit name of a wire; one in capitals is met in capitals only (AP, not "ap")."""
        for number, start, end in _automaton(self._credits).find_matches_as_indexes(text):
            yield start, end, self._credits[number]


@lru_cache(maxsize=8)
def _automaton(names: tuple[str, ...]) -> AhoCorasick:
    """Not kept in the directory, which is sent to the processes that read."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)


def site_of(url: str | None) -> str:
    """Whose site an address is of: its host, and on a platform that many share its channel: ``t.me/example``."""
    return _site(url[:_LONGEST]) if url else ""


@lru_cache(maxsize=4096)  # an article asks six times for its own
def _site(url: str) -> str:
    try:
        parts = urlsplit(url)
        full = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    host = full.removeprefix("m.")
    if host not in _SHARED:
        return full
    steps = [step for step in parts.path.split("/") if step and step not in _SHARED[host]]
    return f"{host}/{steps[0].casefold()}" if steps else host


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(name).text).strip()
