"""The date that a web page states: in its mark-up, and on the line that its readers see.

The day in the address comes first: it is set once. Then the line right by the title, which is what the outlet prints
and in its own zone; then what is declared as the day of publication (JSON-LD, ``article:published_time``). Vague
declarations (``meta name=date``), which content systems move with every edit, come next. A line far from the title
counts where it says itself that it is of publication; what merely looks like a date in the source is asked last.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefings.reading.dates.address import from_url
from briefings.reading.dates.stamp import EVERY, stamp
from briefings.reading.dates.visible import labelled, visible
from briefings.reading.dates.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from briefings.reading.dates.clues import Clues
    from briefings.reading.dates.visible import Seen
    from briefings.types import When

_PUBLISHED = re.compile(
    r"^(?:(?:og:)?(?:article[:._-])?publish(?:ed|ing)?[_-]?(?:time|date|at|on)?|(?:og:|bt:|mrf:)?pub_?date|"
    r"article:published(?:_time)?|og:article:published_time|date_?published|publish_?date|publication[_-]?date|"
    r"sailthru\.date|parsely-pub-date|vr:published-time|dc\.date\.issued|dcterms\.issued|dc\.issued|"
    r"cxenseparse:recs:publishtime|rnews:datepublished|article_date_original|displaydate|citation_publication_date|"
    r"prism\.publicationdate|hcf-date|ptime|news:publication_date)$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"^(?:date|dc\.?date(?:\.created)?|dcterms\.(?:date|created)|date_?created|created|article:created|og:pubdate|"
    r"article\.created|timestamp|datetime|citation_date|revised|issued)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"Article|Posting|Report|NewsItem|WebPage|Review|Recipe|CreativeWork|Discussion")
_LD_DATE = re.compile(r'"(datePublished|dateCreated)"\s*:\s*"([^"]{8,40})"')
_NEAR = 12.0
"""Cost up to which a visible line may correct a declared day by one."""
_OLD = timedelta(days=180)
"""A printed line so much younger than all that is declared is the day on which the page was served."""
_UTC = re.compile(r"(?:Z|[+-]00:?00|GMT|UTC)\s*$")


class _Declared(NamedTuple):
    """A date with the words in which it is declared."""

    when: When
    words: str


def from_html(clues: Clues) -> When | None:
    """Read the page's own statement of its day of publication; ``None`` when it makes none."""
    tree = clues.tree if clues.tree is not None else parse(clues.html)
    if tree is None:
        return _guess(clues)
    languages = _languages(tree, clues)
    stated = _read(_stated(tree), clues, languages)
    seen = visible(tree, clues, languages, frozenset(item.when.start for item in stated))
    address = from_url(clues.url) or from_url(_canonical(tree))
    if address and address.precision == "day" and _possible(address, clues):
        return _by_address(address, stated, seen)
    vague = _read(_vague(tree), clues, languages)
    if seen and seen.sure and not _of_today(seen, stated or vague):
        return _at(seen.when, stated, seen)
    if stated:
        return _by_declaration(_agreed(stated), seen)
    if seen and not _of_today(seen, vague):
        return seen.when
    other = vague[0].when if vague else labelled(tree, clues, languages)
    return other or _within(_guess(clues), address)


def _by_address(address: When, stated: list[_Declared], seen: Seen | None) -> When:
    """Take the address, unless what is declared and printed agree on a day beside it: then it holds the draft's."""
    agreed = seen and seen.sure and any(item.when.start == seen.when.start for item in stated)
    if seen and agreed and abs((seen.when.start - address.start).days) <= 1:
        return seen.when
    return _at(address, stated, seen)


def _by_declaration(best: _Declared, seen: Seen | None) -> When:
    """Take the declared time, unless it is in UTC and the printed line has the outlet's own day beside it."""
    if (
        seen
        and seen.cost < _NEAR
        and _UTC.search(best.words)
        and abs((seen.when.start - best.when.start).days) == 1
    ):
        return seen.when
    return best.when


def _within(guess: When | None, address: When | None) -> When | None:
    """Drop a guess that the month in the address belies, or that only repeats it as its first day."""
    if guess is None or address is None:
        return guess
    inside = address.start < guess.start <= address.end
    return guess if inside else None


def _of_today(seen: Seen, declared: list[_Declared]) -> bool:
    """Tell the day of the visit, which some sites print in their head, from that of an old page."""
    return bool(declared) and all(seen.when.start - item.when.start > _OLD for item in declared)


def _at(day: When, stated: list[_Declared], seen: Seen | None) -> When:
    """Give the day its time where a declaration or the visible line names one of the same day."""
    if day.instant:
        return day
    timed = [item.when for item in stated] + ([seen.when] if seen else [])
    return next((when for when in timed if when.instant and when.start == day.start), day)


def _canonical(tree: _Element) -> str | None:
    for element in tree.iter("link", "meta"):
        if element.get("rel") == "canonical":
            return element.get("href")
        if element.get("property") == "og:url":
            return element.get("content")
    return None


def parse(source: str) -> _Element | None:
    """Parse a page leniently; ``None`` when nothing can be made of it."""
    from lxml import etree, html

    if not source.strip():
        return None
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True)
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _read(declared: Iterable[str], clues: Clues, languages: tuple[str, ...]) -> list[_Declared]:
    found = []
    for words in declared:
        when = stamp(words, "markup", timezone=clues.timezone, day_first=clues.day_first, languages=languages)
        if when and when.precision in {"day", "minute", "second"} and _possible(when, clues):
            found.append(_Declared(when, words))
    return found


def _possible(when: When, clues: Clues) -> bool:
    latest = clues.retrieved.date() if clues.retrieved else None
    return when.start.year >= 1995 and (latest is None or (when.start - latest).days <= 1)


def _agreed(stated: list[_Declared]) -> _Declared:
    """Return the day that most declarations name, the earliest on a tie: later ones are edits."""
    days = Counter(item.when.start for item in stated)
    most = max(days.values())
    return min((item for item in stated if days[item.when.start] == most), key=lambda item: item.when.start)


def _languages(tree: _Element, clues: Clues) -> tuple[str, ...]:
    """Return the languages of the page's dates: its own, or all when it names none or one that we cannot read.

    Tags are often those of a template, and many a language writes its dates as another does: Japanese as Chinese.
    """
    tag = str(tree.get("lang") or "")[:2].lower()
    declared = tag if tag in LANGUAGES else ""
    first = tuple(dict.fromkeys(item for item in (clues.language, declared, "en") if item))
    return (
        first + tuple(item for item in (*EVERY, "it", "pt", "ar") if item not in first)
        if not declared
        else first
    )


def _stated(tree: _Element) -> Iterator[str]:
    yield from _linked(tree, "datePublished")
    yield from _meta(tree, _PUBLISHED)
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        if element.get("itemprop") == "datePublished" or (
            element.tag == "time" and element.get("pubdate") is not None
        ):
            yield element.get("datetime") or element.get("content") or element.get("title") or _text(element)
            break


def _vague(tree: _Element) -> Iterator[str]:
    yield from _linked(tree, "dateCreated")
    yield from _meta(tree, _VAGUE)


def _meta(tree: _Element, names: re.Pattern[str]) -> Iterator[str]:
    met: set[str] = set()
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name not in met and names.match(name):
            # The first of a name is the page's; those of teasers follow it.
            met.add(name)
            yield element.get("content") or ""


def _linked(tree: _Element, key: str) -> Iterator[str]:
    """Yield the date of the first article in the page's JSON-LD; those of teasers follow it."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = script.text or ""
        if key not in source:
            continue
        try:
            nodes = list(_nodes(json.loads(source, strict=False)))
        except (ValueError, RecursionError):
            nodes = [{"@type": "Article", name: value} for name, value in _LD_DATE.findall(source)]
        dated = [
            node
            for node in nodes
            if isinstance(node.get(key), str | int) and _ARTICLE.search(str(node.get("@type")))
        ]
        if dated:
            yield str(dated[0][key])
            return


def _nodes(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item)
    elif isinstance(data, dict):
        yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            if isinstance(data.get(name), dict | list):
                yield from _nodes(data[name])


def _text(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _guess(clues: Clues) -> When | None:
    """Ask htmldate, which also searches the source for anything like a date; 1 January is a copyright line."""
    from htmldate import find_date

    latest = clues.retrieved.date().isoformat() if clues.retrieved else None
    found = find_date(clues.html, original_date=True, url=clues.url, max_date=latest)
    return stamp(found, "markup") if found and not found.endswith("-01-01") else None
