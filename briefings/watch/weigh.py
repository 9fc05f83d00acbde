"""From places where a topic stands to its level: the weights of ``matching.weight``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from briefings.types import Level, Span, Tag, Topic
from briefings.watch.candidates import Candidate
from briefings.watch.model import Entry
from briefings.watch.page import Page
from briefings.watch.table import Table

_PRIMARY = 4.0
_SECONDARY = 2.0

_MEMBERSHIP = re.compile(
    r" (?:member|founding|участник|член|входят|عضو|اعضا|аъзо|a'zo|азо|мүше|мүчө|agza|անդամ|üzv|üye|წევრ|成员)"
)
_FILLER = re.compile(
    r"[\s,;،、]*(?:and|и|و|ва|va|hem|жана|және|мен|menen|menen|և|və|ve|და|和|,|the|to|с|по)?[\s,;]*",
    re.IGNORECASE,
)
_LIST = 3
"""Countries in a row that make a list of members."""

_DENIED_BEFORE = re.compile(
    r"(?:\bnot|\bnever|\bneither|\bnor|\brather than| не| ни| на дар| нет| نه|نہ|不在|不是|并非| ոչ թե| არა) ?"
    r"(?:[^\s]+ ){0,3}$"
)
_DENIED_AFTER = re.compile(r"^\S? ?(?:emas|эмас|эмес|емес|değil|deyil|däl|нест|نیست|نبود|نہیں)(?!\w)")
_HOSTED = re.compile(
    r"summit|meeting|session|talks|conference|forum|gather|council|consultations|exercise|drill|саммит|заседан|встреч"
    r"|переговор|форум|конференц|сесси|учени|نشست|اجلاس|саммит|нишаст|вохӯр|маҷлис|sammit|yig'ilish|uchrashuv|жиын"
    r"|отуруш|жыйын|zirve|toplantı|görüş|գագաթ|հանդիպ|სამიტ|შეხვედრ|峰会|会议"
)
_IN = re.compile(r"(?: in| at| to| в| во| на| در| дар| ba| in the| city of)$")
_CAPITAL_OF = re.compile(r", the capital of$|, столица$")
_LOCATIVE = re.compile(r"^(?:'?[dt][ae]|[дт][ае]|[дт][әе]|ում|ში)\b")


def placed(found: Candidate, page: Page) -> tuple[Literal["title", "text"], int, int]:
    """Return zone and offsets of a candidate as evidence is given."""
    if found.start < page.shift:
        return "title", found.start, min(found.end, len(page.title))
    return "text", found.start - page.shift, found.end - page.shift


def tags(kept: Sequence[Candidate], page: Page, entries: Sequence[Entry], table: Table) -> tuple[Tag, ...]:
    """Weigh what was found into tags, strongest first; a border brings its countries along."""
    listed = _membership(kept, page, entries)
    grouped: dict[int, list[Candidate]] = {}
    for found in kept:
        grouped.setdefault(found.meaning.entry, []).append(found)
    made = {number: _tag(entries[number].topic, found, page, listed) for number, found in grouped.items()}
    for number, places in grouped.items():
        _imply(entries[number], places, page, made, table)
    ordered = sorted(made.values(), key=lambda tag: (_ORDER[tag.level], -tag.weight, tag.topic))
    return tuple(ordered)


_ORDER: Mapping[Level, int] = {"primary": 0, "secondary": 1, "mention": 2, "negated": 3}


def _tag(topic: Topic, found: Sequence[Candidate], page: Page, listed: frozenset[int]) -> Tag:
    if topic.kind == "border":
        denied = [c for c in found if _denied(c, page)]
        if len(denied) == len(found):
            return Tag(topic.id, topic.kind, "negated", 0.0, _spans(found, page))
        found = [c for c in found if c not in denied]
    counted = [c for c in found if id(c) not in listed]
    weight = sum(page.weight(number) for number in sorted({page.told(c.start, c.sentence) for c in counted}))
    level = _level(weight)
    if level == "primary" and topic.kind == "country" and all(_hosts(c, page) for c in counted):
        level = "secondary"
    return Tag(topic.id, topic.kind, level, weight, _spans(found, page))


def _level(weight: float) -> Level:
    if weight >= _PRIMARY:
        return "primary"
    return "secondary" if weight >= _SECONDARY else "mention"


def _spans(found: Iterable[Candidate], page: Page) -> tuple[Span, ...]:
    """One span for each stretch; of aliases that share it, the one in the text's own language is named."""
    chosen: dict[tuple[int, int], Candidate] = {}
    for c in found:
        at = c.start, c.end
        if at not in chosen or (
            c.alias.lang in page.languages and chosen[at].alias.lang not in page.languages
        ):
            chosen[at] = c
    spans = []
    for c in chosen.values():
        zone, start, end = placed(c, page)
        words = page.joined[c.start : c.end]
        spans.append(Span(zone, start, end, words, c.alias.text, c.alias.rule, c.alias.place))
    return tuple(spans)


def _imply(entry: Entry, found: Sequence[Candidate], page: Page, made: dict[int, Tag], table: Table) -> None:
    """Add the countries that a border, or a body of one country, stands for: at most secondary."""
    topic = entry.topic
    if topic.kind == "border":
        if made[table.numbers[topic.id]].level == "negated":
            return
    elif not entry.stands_for:
        return
    weight = made[table.numbers[topic.id]].weight
    for code in topic.countries:
        number = table.by_country.get(code)
        if number is None:
            continue
        own = made.get(number)
        level: Level = "secondary" if weight >= _SECONDARY else "mention"
        if own is None:
            spans = tuple(
                Span(s.zone, s.start, s.end, s.matched, s.alias, "implied") for s in _spans(found, page)
            )
            made[number] = Tag(f"country.{code.lower()}", "country", level, weight, spans)
        elif own.level == "mention" and level == "secondary":
            made[number] = Tag(own.topic, own.kind, level, own.weight, own.spans)


def _membership(kept: Sequence[Candidate], page: Page, entries: Sequence[Entry]) -> frozenset[int]:
    """Return the candidates (by identity) that only stand in a list of members."""
    countries = [c for c in kept if entries[c.meaning.entry].topic.kind == "country"]
    rows: list[list[Candidate]] = []
    for c in sorted(countries, key=lambda c: c.start):
        last = rows[-1][-1] if rows else None
        if (
            last
            and last.sentence == c.sentence
            and _FILLER.fullmatch(page.joined, last.end, max(c.start, last.end))
        ):
            rows[-1].append(c)
        else:
            rows.append([c])
    return frozenset(
        id(c)
        for row in rows
        if len(row) >= _LIST and row[0].sentence > 0 and _MEMBERSHIP.search(page.words(row[0].sentence))
        for c in row
    )


def _denied(found: Candidate, page: Page) -> bool:
    """Whether a border is named only to say that something did not happen there."""
    start, end = page.bounds(found.sentence)
    before = " ".join(page.joined[start : found.start].lower().split())
    after = " ".join(page.joined[found.end : end].lower().split())
    return bool(_DENIED_BEFORE.search(f" {before} ")) or bool(_DENIED_AFTER.match(f"{after} "))


def _hosts(found: Candidate, page: Page) -> bool:
    """Whether a country is only where a meeting is held: 'summit in Kazakhstan', 'in Astana'."""
    if found.alias.rule not in {"alias", "capital"}:
        return False
    start, end = page.bounds(found.sentence)
    before = page.joined[start : found.start].rstrip().lower()
    located = _IN.search(f" {before}") or _CAPITAL_OF.search(before)
    if not (located or _LOCATIVE.match(page.joined[found.end : end].lower())):
        return False
    return bool(_HOSTED.search(page.words(found.sentence)))
