"""Who wrote it, who retold it, who passed it on: publisher, wire, republisher, each with its basis."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.reading.credit import FOOT, closes, opens, spoken
from briefings.reading.draft import Draft
from briefings.reading.outlets import Outlets, site_of
from briefings.types import Source

_APPEARED = re.compile(
    r"(?:appeared first on|first appeared on|published (?:by|on|in|at))\s+(.{2,80}?)\.?$", re.IGNORECASE
)
_STATED = re.compile(
    r"^(?:Source|Источник|منبع|Manba|Дереккөз|Kaynak)\s*[:：]\s*(.{2,80}?)\.?$", re.IGNORECASE
)
_HOST_LINE = re.compile(r"^(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})/?$", re.IGNORECASE)

# A wire is credited where a verb of saying, a preposition of source or a dateline's slashes stand beside its name.
_BEFORE = re.compile(
    r"(?:\btold|\bto|according to|as reported by|reported by|citing|cites|quoted by|with inputs? from|via"
    r"|interview with"
    r"|сообща\w+|сообщил\w*|переда[её]т|передал\w*|пишет|информиру\w+|заявил\w*|рассказал\w*|ссылк\w+ на|по данным"
    r"|по информации|به گزارش|به نقل از|به گفته|нақл аз|хабар медиҳад|ба иқтибос аз|xabariga ko[ʻ'‘’]ra"
    r"|хабарлауынша|деп хабарлады|деп (?:кабарлады|билдирди)|maʼlumotiga"
    r"|deb xabar ber\w+)\s+(?:(?:the|в|the state|state|news|agency|агентств\w+|информагентств\w+"
    r"|корреспондент\w*|news agency|خبرگزاری|خبرگزاری‌|آژانس|ағентлиги|агентлігі|хабаргузории"
    r"|оҷонсии)\s+){0,3}[«\"“/(]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[»\"”]?(?:\s*/\.?(?:\s|$)|\)|\s*[/)]|\s+(?:reported|reports|said|says|news agency|quoted|writes|cited"
    r"|сообщ\w+|переда\w+|пишет|информиру\w+|уточня\w+|отмеча\w+|хабар|гузориш|xabar|хабарлайды|گزارش|نوشت|bildirdi))",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^\W{0,3}[A-ZА-ЯЁ][^\n/(–—]{2,60}[/(–—]\s*")
"""``BISHKEK, November 27. /TASS/.`` or ``АСТАНА, 17 дек –`` at the head of a text."""
_LEAD = 1500
"""Characters in which a retelling names its source; later mentions are often of other statements."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Names as printed; ``""`` where nothing is known."""

    publisher: str = ""
    republisher: str = ""
    wire: str = ""
    outlet: Source | None = None
    """The publisher, where the directory knows it."""
    basis: tuple[tuple[str, str], ...] = ()


def chain(draft: Draft, url: str | None, source: Source | None, outlets: Outlets, text: str) -> Chain:
    """The chain of one article; ``source`` is the configured source that delivered it."""
    credited, credit_basis = _credited(draft)
    carrier, carrier_basis = _carrier(draft, url, source, outlets)
    outlet = outlets.by_name(credited) if credited else None
    if credited and not (outlet and outlet.role == "wire"):
        publisher = outlet.name if outlet else credited
        republisher = "" if not carrier or carrier == publisher else carrier
        basis = [("publisher", credit_basis), *([("republisher", carrier_basis)] if republisher else [])]
    else:
        known = outlets.by_name(carrier) if carrier else None
        passing = bool(known and known.role == "republisher")
        publisher, republisher = ("", carrier) if passing else (carrier, "")
        outlet = None if passing else known
        basis = [("republisher" if passing else "publisher", carrier_basis)] if carrier else []
    wire = _wire(draft, text, outlets, credited)
    if wire and not publisher and not republisher and _DATELINE.match(text):
        publisher, outlet = wire, outlets.by_name(wire)
        basis.append(("publisher", "dateline"))
    if wire and wire == publisher:
        wire = ""
    if wire:
        basis.append(("wire", "credit in the text"))
    return Chain(publisher, republisher, wire, outlet, tuple(basis))


def _credited(draft: Draft) -> tuple[str, str]:
    for line in draft.credits:
        for pattern, basis in ((_APPEARED, "closing line"), (_STATED, "source line")):
            found = pattern.search(line)
            if found and len(found[1].split()) <= 6:
                return found[1].strip(' .«»"“”'), basis
    return "", ""


def _carrier(draft: Draft, url: str | None, source: Source | None, outlets: Outlets) -> tuple[str, str]:
    """Whose page or feed it stood on."""
    by_host = outlets.by_host(site_of(url)) if url else None
    if by_host:
        return by_host.name, "host of the address"
    if source is not None and source.role != "republisher":
        return source.name, "delivering source"
    if draft.site:
        known = outlets.by_name(draft.site)
        return (known.name if known else draft.site), "stated by the document"
    for line in draft.header_lines:
        host = _HOST_LINE.match(line)
        known = outlets.by_name(host[1] if host else line) or _named_in(line, outlets)
        if known:
            return known.name, "line above the text"
        if host:
            return host[1], "line above the text"
    return (site_of(url), "host of the address") if url else ("", "")


def _named_in(line: str, outlets: Outlets) -> Source | None:
    """The outlet that a line names beside a date or an author: ``Kunduz Post, 27 November``."""
    parts = [part.strip(" *_") for part in re.split(r"[|·•,—–]|\s-\s", line)] if len(line) < 100 else []
    return next((known for part in parts if len(part) > 3 and (known := outlets.by_name(part))), None)


def _wire(draft: Draft, text: str, outlets: Outlets, credited: str) -> str:
    named = outlets.by_name(credited) if credited else None
    if named and named.role == "wire":
        return named.name
    for part in (text[:_LEAD], draft.title, *draft.credits):
        said = spoken(part)
        for start, end, name in outlets.wires_in(part):
            before, after = part[max(0, start - 60) : start], part[end : end + 30]
            if any(begin <= start < stop for begin, stop in said) or not _whole_word(part, start, end):
                continue
            if _is_credit(before, after) or opens(part[:start], after):
                wire = outlets.by_name(name)
                if wire:
                    return wire.name
    return _closing(text[-FOOT:], outlets)


def _closing(end: str, outlets: Outlets) -> str:
    """The wire whose name closes the text."""
    named = (
        outlets.by_name(name)
        for start, stop, name in outlets.wires_in(end)
        if _whole_word(end, start, stop) and closes(end[:start], end[stop:])
    )
    return next((wire.name for wire in named if wire), "")


def _is_credit(before: str, after: str) -> bool:
    slashed = before.rstrip().endswith(("/", "(")) and after.lstrip().startswith(("/", ")"))
    dateline = bool(re.search(r"[–—-]\s*$", before)) and after.startswith((".", " –", " —"))
    return (
        slashed
        or dateline
        or bool(_BEFORE.search(before))
        or bool(_AFTER.match(after) and not after.startswith(")"))
    )


def _whole_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
