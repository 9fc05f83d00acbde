"""Who an article comes from: outlet, grade, kind, and the chain of hands it passed through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefings.text.scripts import script
from briefings.types import Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.brief.language.words import Words
    from briefings.types import Article

_UNKNOWN = Source("", "")
SCRIPTS: Mapping[str, str] = {"ru": "Cyrl", "fa": "Arab"}
"""Script in which readers of a language expect the names of outlets."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The known outlets, found by id, printed name or host."""

    by_id: Mapping[str, Source]
    by_name: Mapping[str, Source]
    by_host: Mapping[str, Source]

    def outlet(self, article: Article) -> Source:
        """Return what is known of the outlet whose text it is."""
        if article.publisher:
            return self.by_name.get(article.publisher.casefold(), _UNKNOWN)
        return self.by_id.get(article.source) or self.by_host.get(_host(article.url), _UNKNOWN)

    def name(self, article: Article, words: Words) -> str:
        """Return the outlet's printed name: publisher, configured source, republisher or host."""
        known = article.publisher or self.outlet(article).name
        known = known or article.republisher or _host(article.url)
        return self.local(known, words) if known else words.say("unnamed")

    def local(self, name: str, words: Words) -> str:
        """Return the name as the language's readers know it: ``ТАСС`` for TASS; else as it is."""
        wanted = SCRIPTS.get(words.language)
        source = self.by_name.get(name.casefold())
        if source is None or wanted is None or script(name) == wanted:
            return name
        return next((known for known in source.names if script(known) == wanted), name)

    def chain(self, article: Article, words: Words) -> str:
        """Return ``Khaama Press, via ru24.net, after TASS``."""
        name = self.name(article, words)
        parts = [name]
        if article.republisher and self.local(article.republisher, words) != name:
            parts.append(words.say("via", outlet=self.local(article.republisher, words)))
        wire = self.local(article.wire, words)
        if wire and wire.casefold() != name.casefold():
            parts.append(words.say("after", wire=wire))
        return words.say("comma").join(parts)

    def is_state(self, article: Article) -> bool:
        """Say whether the outlet is known as state media or as an official voice of a state."""
        kind = self.outlet(article).kind.casefold()
        return "state" in kind and "non-state" not in kind and "private" not in kind

    def is_official(self, article: Article) -> bool:
        """Say whether the outlet is a government or an organisation speaking for itself."""
        return "official" in self.outlet(article).kind.casefold()


def directory(outlets: Sequence[Source]) -> Directory:
    """Index outlets; where two claim a name or host, the first one listed has it."""
    by_name: dict[str, Source] = {}
    by_host: dict[str, Source] = {}
    for source in outlets:
        for name in (source.name, *source.names):
            by_name.setdefault(name.casefold(), source)
        for host in source.hosts:
            by_host.setdefault(host.removeprefix("www."), source)
    return Directory({source.id: source for source in reversed(outlets)}, by_name, by_host)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:  # an address that no parser accepts, such as http://[
        return ""
