"""The date line that readers of a page see by its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefings.reading.dates.stamp import stamp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml.etree import _Element

    from briefings.reading.dates.clues import Clues
    from briefings.types import When

_SKIP = frozenset(
    {
        "script",
        "style",
        "noscript",
        "nav",
        "footer",
        "aside",
        "select",
        "button",
        "svg",
        "template",
        "iframe",
    }
)
_ASIDE = re.compile(
    r"relat|recommend|sidebar|teaser|comment|footer|\bnav|menu|widget|popular|latest|trend|ticker|archiv|calendar|"
    r"most-?read|\btoday|clock|breadcrumb|advert|promo|newsletter|read-?more|see-?also|similar|kommentar",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"\d{4}|[۰-۹]{4}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2}(?!\d)")
_DATED = re.compile(r"publi|date|datum|time|posted|created|byline|meta|info|stamp", re.IGNORECASE)
_META = re.compile(r"\bmeta\b|\bdate\b|publish", re.IGNORECASE)
_UPDATED = re.compile(
    r"updat|modif|aktualisiert|ge[äa]ndert|stand:|обновл|измен|mis à jour|actualiz|güncelle|bearbeitet|last edited",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"publish|posted|veröffentlicht|erstellt|опубликован|written|publié|publicad|pubblicat|yayın|انتشار|ersch",
    re.IGNORECASE,
)
_LONGEST = 110
"""Characters of a line that still can be a date line."""
_LABEL = 60
"""Characters of a line that only says when the page was published: label, weekday, day, time and zone."""
_PARTS = 30
"""Characters of a date that is put together from its parts."""
_SURE, _PLAUSIBLE = -2.0, 8.0
"""Costs below which a line is taken for the date line even against the mark-up: anywhere, and right by the title."""
_CERTAIN = 0.8
"""Share of words with the page's title (and a bonus for ``h1``) at which no better heading is looked for."""
_AFTER, _BEFORE = 45, 14
"""Text nodes behind and before the title in which its date line stands."""


class _Line(NamedTuple):
    """A short text of a page with where it stands."""

    order: int
    words: str
    machine: str
    about: str
    """Class, id and ``itemprop`` of its element and of the one around it."""
    linked: bool


class Seen(NamedTuple):
    """The date line of a page."""

    when: When
    cost: float
    """How unlikely it is to be the day of publication: 0 is a plain line right behind the title."""

    distance: int
    """Text nodes behind the title."""

    @property
    def sure(self) -> bool:
        """Whether it stands right by the title and looks like a date line."""
        return self.cost < _SURE or (self.cost < _PLAUSIBLE and 0 < self.distance < 5)


def visible(
    tree: _Element, clues: Clues, languages: tuple[str, ...], declared: frozenset[date] = frozenset()
) -> Seen | None:
    """Return the date of the line nearest to the title; ``None`` when there is none near it.

    ``declared`` are the days that the mark-up states: they tell 06/01 from 01/06.
    """
    lines, title = _lines(tree)
    if title is None:
        return None
    best: Seen | None = None
    for line in lines:
        distance = line.order - title
        if not -_BEFORE <= distance <= _AFTER:
            continue
        cost = _cost(line, distance)
        if best and cost >= best.cost:
            continue
        when = _date(line, clues, languages, declared)
        if when and not _to_come(when, clues):
            best = Seen(when, cost, distance)
    return best


def labelled(tree: _Element, clues: Clues, languages: tuple[str, ...]) -> When | None:
    """Return the day that lines anywhere in the main part call that of publication; ``None`` if they name several.

    Several days are those of a list, of which none need be the page's.
    """
    lines = (
        _Line(0, words, "", "", linked=False)
        for _, words in _texts(tree)
        if len(words) <= _LABEL and _FIRST.match(words)
    )
    dates = (_date(line, clues, languages) for line in lines)
    days = {when.start: when for when in dates if when and not _to_come(when, clues)}
    return next(iter(days.values())) if len(days) == 1 else None


def _to_come(when: When, clues: Clues) -> bool:
    return clues.retrieved is not None and (when.start - clues.retrieved.date()).days > 1


def _cost(line: _Line, distance: int) -> float:
    """Weigh how unlikely a line is to be the date line; found on pages by reading them, not by fitting."""
    cost = float(distance) if distance >= 0 else 22 - 2.0 * distance
    if _DATED.search(line.about):
        cost -= 18
    if _FIRST.search(line.words) or _FIRST.search(line.about):
        cost -= 12
    if _UPDATED.search(line.words) or _UPDATED.search(line.about):
        cost += 25
    # A machine's date without words is often that of a teaser.
    return cost + len(line.words) / 5 + (15 if line.linked else 0) + (0 if line.words else 14)


def _date(
    line: _Line, clues: Clues, languages: tuple[str, ...], declared: frozenset[date] = frozenset()
) -> When | None:
    """Read the words, which are in the outlet's zone; the machine's date where the words hold none."""
    for words in (line.words, line.machine):
        if not words or not _MAYBE.search(words):
            continue
        # "4. 2. 2022" is written with spaces in German and Czech.
        tight = re.sub(r"(?<=\d)([./])\s+(?=\d)", r"\1", words)
        when = stamp(tight, "markup", timezone=clues.timezone, day_first=clues.day_first, languages=languages)
        if when and declared and when.start not in declared:
            swapped = stamp(tight, "markup", timezone=clues.timezone, day_first=False, languages=languages)
            when = swapped if swapped and swapped.start in declared else when
        if when and when.precision in {"day", "minute", "second"} and when.start.year >= 1995:
            return when
    return None


def _lines(tree: _Element) -> tuple[list[_Line], int | None]:
    """Return the lines that may hold a date and the order of the title among all text nodes.

    The title is the heading (or the element called a title) that shares most words with the page's own.
    """
    lines: list[_Line] = []
    wanted = _title_words(tree)
    title: tuple[float, int] | None = None
    for order, (element, words) in enumerate(_texts(tree)):
        if title and title[0] >= _CERTAIN and order > title[1] + _AFTER:
            break
        around = element.getparent()
        heading = _heading(element, around)
        if heading:
            shared = len(wanted & _words(words)) / max(3, len(_words(words)))
            rank = shared + (0.3 if heading == "h1" else 0)
            certain = heading in {"h1", "h2"} or shared > 0.6
            if certain and (title is None or rank > title[0]):
                title = (rank, order)
        parts = around if len(words) <= 2 and words.isdecimal() else None
        line, machine = words if parts is None else _joined(parts), _machine(element)
        if len(line) <= _LONGEST and (_MAYBE.search(line) or _MAYBE.search(machine)):
            about = _about(element) + (" " + _about(around) if around is not None else "")
            lines.append(_Line(order, _published(line), machine, about, linked=element.tag == "a"))
    return lines, title[1] if title else None


def _machine(element: _Element) -> str:
    """A date that an element holds for programs."""
    names = ("datetime",) if element.tag == "time" else ("title", "data-timestamp")
    return next((value for name in names if (value := element.get(name))), "")


def _joined(frame: _Element) -> str:
    """The words of a date whose day, month and year are elements of their own; ``""`` when it holds more."""
    words = " ".join(" ".join(map(str, frame.itertext())).split())
    return words if len(words) <= _PARTS else ""


def _published(words: str) -> str:
    """Of a line that names the day of an edit first, what it says of publication."""
    first = _FIRST.search(words)
    return words[first.start() :] if first and _UPDATED.search(words, 0, first.start()) else words


def _heading(element: _Element, around: _Element | None) -> str:
    for item in (element, around):
        if item is not None and item.tag in {"h1", "h2", "h3"}:
            return str(item.tag)
    return "title" if "title" in _about(element).lower() and element.tag != "title" else ""


def _title_words(tree: _Element) -> set[str]:
    for element in tree.iter("meta"):
        if element.get("property") == "og:title":
            return _words(element.get("content") or "")
    title = tree.find(".//title")
    return _words(title.text or "") if title is not None else set()


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.lower()))


def _texts(tree: _Element) -> Iterator[tuple[_Element, str]]:
    """Yield (element, words) of every text node outside what surrounds an article."""
    stack: list[tuple[_Element, bool]] = [(tree, False)]
    kept = _around_titles(tree)
    while stack:
        element, tail = stack.pop()
        if tail:
            words = " ".join((element.tail or "").split())
            around = element.getparent()
            if words and around is not None:
                yield around, words
            continue
        if not isinstance(element.tag, str) or element.tag in _SKIP:
            continue
        if element not in kept and _ASIDE.search(_about(element)) and not _META.search(_about(element)):
            continue
        words = " ".join((element.text or "").split())
        if words or (element.tag == "time" and element.get("datetime")):
            yield element, words
        for child in reversed(element):
            stack.append((child, True))
            stack.append((child, False))


def _around_titles(tree: _Element) -> set[_Element]:
    """Return what surrounds a title: such a part is never an aside, whatever its class says."""
    kept = {tree, *tree.iter("html", "body", "main", "article")}
    for heading in tree.iter("h1"):
        kept.update(heading.iterancestors())
    return kept


def _about(element: _Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
