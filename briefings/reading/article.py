"""One document in, its articles out: what the page really says, each inferred field with its basis."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from briefings.pause import collector_paused
from briefings.reading import boilerplate, comment, events, language, quotes
from briefings.reading.boilerplate import Block, Profile
from briefings.reading.chain import Chain, chain
from briefings.reading.dates import Clues, published
from briefings.reading.decode import decode, unescape
from briefings.reading.draft import Draft
from briefings.reading.mail import parse_mail
from briefings.reading.outlets import Outlets, site_of
from briefings.reading.page import parse_html
from briefings.reading.pdf import BROKEN, MISSING, parse_pdf
from briefings.reading.quarantine import reason
from briefings.reading.record import parse_record
from briefings.reading.scrape import parse_text
from briefings.reading.urls import canonical
from briefings.text import clean
from briefings.types import RECORD, Article, Fetched, Quote, Source, When

READER_VERSION = "7"
"""Raised whenever the same bytes are read differently: stored documents are then read again."""

_SHORT = 150
"""Characters under which a text is a headline's echo (docs/method.md, limits)."""
_LONGEST = 200_000
"""Characters of the longest text that is kept: a book's chapter, ten times the longest report seen."""
_TITLE = 500
"""Characters of the longest title that is kept; a headline has a fifth of that."""
_READ = 2_000_000
"""Characters of a text file among which its article is looked for."""
_SURE = 0.999
"""Confidence from which a short text's own words overrule the stated language."""
_SCRIPTS = {
    **dict.fromkeys(("en", "uz", "tk", "az", "tr", "de", "fr", "es", "it"), ("Latn",)),
    **dict.fromkeys(("ru", "tg", "ky", "kk", "uk", "be"), ("Cyrl",)),
    **dict.fromkeys(("fa", "ps", "ur", "ar"), ("Arab",)),
}
_NOTICE = re.compile(
    r"^\W*(correction|corrected|clarification|editor[’']?s note|retraction|retracted|update|исправлен\w*|поправка"
    r"|уточнение|опровержение|اصلاحیه|اصلاح|تصحیح|ислоҳ|tuzatish|түзету)\b\s*[:.—–-]?\s*(.{8,})",
    re.IGNORECASE,
)
_RETRACTS = re.compile(r"retract|withdrawn|опроверж|отозван|снят\w* с публикации", re.IGNORECASE)


@dataclass(frozen=True)
class Parsed:
    """A document with what its parser found; parsing is the dear part, so it is done once."""

    document: Fetched
    drafts: tuple[Draft, ...]

    @cached_property
    def marks(self) -> tuple[tuple[str, ...], ...]:
        """The marks of each draft's paragraphs."""
        return tuple([boilerplate.marks(draft.paragraphs) for draft in self.drafts])


def parse(document: Fetched) -> Parsed:
    """Finds the articles in a document's bytes; nothing is raised, whatever they are."""
    return Parsed(document, _drafts(document) or (Draft(),))


def blocks(parsed: Parsed, outlets: Outlets) -> frozenset[Block]:
    """The marks of a document's paragraphs, for the profile of its outlet."""
    return frozenset(
        block
        for draft, marks in zip(parsed.drafts, parsed.marks, strict=True)
        for block in boilerplate.blocks(_outlet_key(draft, parsed.document, outlets), draft.title, marks)
    )


def read(parsed: Parsed, outlets: Outlets, profile: Profile) -> tuple[Article, ...]:
    """The articles of a document. One that cannot be used comes with ``quarantine`` set and nothing is raised."""
    drafts = zip(parsed.drafts, parsed.marks, strict=True)
    return tuple(_article(draft, marks, parsed.document, outlets, profile) for draft, marks in drafts)


def unread(document: Fetched, why: str) -> Article:
    """The quarantined article of a document that its reader could not finish."""
    url = canonical(document.url) if document.url else None
    return Article(
        id=_identity(url, "", "", document),
        title="",
        text="",
        language="",
        published=None,
        retrieved=document.retrieved,
        sha256=document.sha256,
        url=url,
        source=document.source,
        quarantine=why,
    )


def read_batch(documents: Iterable[Fetched], outlets: Outlets) -> list[tuple[Fetched, tuple[Article, ...]]]:
    """Reads documents that belong to no store: what they repeat is worked out over the batch alone."""
    with collector_paused():
        parsed = [parse(document) for document in documents]
        profile = Profile.of(block for one in parsed for block in blocks(one, outlets))
        return [(one.document, read(one, outlets, profile)) for one in parsed]


def _drafts(document: Fetched) -> tuple[Draft, ...]:
    """What a parser makes of the bytes."""
    kind = document.media_type.partition(";")[0]
    if kind == RECORD:
        return (parse_record(document.raw),)
    if kind == "message/rfc822":
        return parse_mail(document.raw)
    if kind == "application/pdf":
        return (parse_pdf(document.raw),)
    text = decode(document.raw, document.headers)
    if text is None:
        return (Draft(flags=("unreadable",)),)
    if kind in ("text/html", "application/xhtml+xml"):
        return (parse_html(text),)
    return (parse_text(unescape(text[:_READ])),)


def _outlet_key(draft: Draft, document: Fetched, outlets: Outlets) -> str:
    """Which outlet's habits a document follows."""
    host = site_of(document.url or draft.url)
    known = outlets.by_host(host) if host else None
    return known.id if known else host or document.source or draft.site


def _article(
    draft: Draft, marks: tuple[str, ...], document: Fetched, outlets: Outlets, profile: Profile
) -> Article:
    own = profile.without_repeated(_outlet_key(draft, document, outlets), draft.paragraphs, marks)
    notices, own = _notices(own)
    cut = len(own) < len(draft.paragraphs) - len(notices)
    own, shortened = _limited(own)
    text = clean("\n\n".join(own))
    title = " ".join(clean(draft.title[:_READ]).split())
    shortened, title = shortened or len(title) > _TITLE, title[:_TITLE]
    url = canonical(document.url or draft.url or "") if (document.url or draft.url) else None
    source = outlets.by_id(document.source) if document.source else None
    links = chain(draft, url, source, outlets, text)
    spoken = _language(title, text, draft.language or (links.outlet.language if links.outlet else ""))
    when = published(_clues(draft, document, links.outlet or source, url, _Said(title, text, spoken)))
    flags = _flags(draft, text, cut=cut, shortened=shortened, note=when.note if when else "")
    article = Article(
        id=_identity(url, title, "\n".join(draft.paragraphs), document),
        title=title,
        text=text,
        language=spoken,
        published=when,
        retrieved=document.retrieved,
        sha256=document.sha256,
        url=url,
        url_variants=tuple(sorted({u for u in (document.url, draft.url) if u and u != url})),
        source=document.source,
        publisher=links.publisher,
        republisher=links.republisher,
        wire=links.wire,
        author=draft.author,
        section=draft.section,
        format=draft.format,
        notices=notices,
        flags=flags,
        quarantine=_quarantine(draft, document, title, text),
        basis=_basis(draft, links, when),
    )
    return article if article.quarantine else _understood(article)


def _basis(draft: Draft, links: Chain, when: When | None) -> dict[str, str]:
    """What each inferred field rests on, and the words that were cut since they tell whence the text comes."""
    found = draft.basis | dict(links.basis)
    if when:
        found["published"] = when.note or when.basis
    if draft.credits:
        found["provenance"] = "; ".join(draft.credits)[:_TITLE]
    return found


def _limited(paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The first paragraphs up to the greatest length, and whether any were left out."""
    if sum(map(len, paragraphs)) <= _LONGEST:
        return paragraphs, False
    kept: list[str] = []
    room = _LONGEST
    for paragraph in paragraphs:
        if room <= 0:
            break
        kept.append(paragraph[:room])
        room -= len(paragraph)
    return tuple(kept), True


def _understood(article: Article) -> Article:
    """The article with what its sentences hold: statements, events, passages, the outlet's own comment."""
    passages = language.passages(article.text, article.language) if len(article.text) > _SHORT else ()
    told = events.extract(article.title, article.text, article.language, article.published)
    found: dict[str, Any] = {
        "passages": passages,
        "quotes": _quotes(article, passages),
        "events": tuple(replace(event, articles=(article.id,)) for event in told),
        "comment": comment.comment(article.text),
    }
    return replace(article, **found) if any(found.values()) else article


def _quotes(article: Article, passages: tuple[tuple[int, int, str], ...]) -> tuple[Quote, ...]:
    """The statements of an article, those of each passage by the words of saying of its own language."""
    text = article.text
    for start, end, _ in passages:
        text = text[:start] + " " * (end - start) + text[end:]
    parts = [(0, text, article.language)]
    parts += [(start, article.text[start:end], spoken) for start, end, spoken in passages]
    found = [
        replace(quote, start=offset + quote.start)
        for offset, words, spoken in parts
        for quote in quotes.extract(
            words,
            spoken,
            published=article.published,
            wire=article.wire,
            publisher=article.publisher,
        )
    ]
    return tuple(sorted(found, key=lambda quote: quote.start) if passages else found)


def _language(title: str, text: str, hint: str) -> str:
    """Language of the text.

    A headline is too short to overrule what its document or outlet says of itself, unless it is in another script.
    """
    sample = text if len(text) > _SHORT else f"{title}. {text}"
    fits = len(sample) < 2 * _SHORT and language.majority_script(sample) in _SCRIPTS.get(hint, ())
    if fits and (len(sample) < _SHORT or language.is_plainly(sample, hint)):
        return hint
    found = language.identify(sample, hint)
    return hint if fits and found.confidence < _SURE else found.language


class _Said(NamedTuple):
    """What an article says, in which language (ISO 639-1)."""

    title: str
    text: str
    language: str


def _clues(draft: Draft, document: Fetched, outlet: Source | None, url: str | None, said: _Said) -> Clues:
    """What the draft, its text and its outlet tell of the date."""
    return Clues(
        text=said.text,
        title=said.title,
        language=said.language,
        retrieved=document.retrieved,
        html=draft.html,
        tree=draft.tree,
        url=url,
        headers=document.headers,
        given=draft.given,
        given_basis=draft.given_basis,
        header_lines=draft.header_lines,
        timezone=outlet.timezone if outlet else "",
        day_first=outlet.day_first if outlet else None,
    )


def _notices(paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(notices of correction or retraction, the other paragraphs)."""
    found = {p: m for p in paragraphs if (m := _NOTICE.match(p)) and m[1].casefold() != "update"}
    notices = tuple(
        f"{'retraction' if _RETRACTS.search(p) else 'correction'}: {m[2].strip()}" for p, m in found.items()
    )
    return notices, tuple(p for p in paragraphs if p not in found)


def _flags(draft: Draft, text: str, *, cut: bool, shortened: bool, note: str) -> tuple[str, ...]:
    flags = {*draft.flags}
    if len(text) < _SHORT:
        flags.add("headline-only")
    if shortened:
        flags.add("shortened")
    if cut:
        flags.add("boilerplate-cut")
        if not text:
            flags.discard("truncated")
    if note.startswith("archive"):
        flags.add("archive")
    return tuple(sorted(flags - {"unreadable", BROKEN, MISSING}))


def _quarantine(draft: Draft, document: Fetched, title: str, text: str) -> str:
    if told := {BROKEN, MISSING} & {*draft.flags}:
        return told.pop()
    if "unreadable" in draft.flags:
        return "no text: a binary file"
    if "hostile" in draft.flags:
        return "a page built to break its reader"
    page = draft.html or "\n".join(draft.header_lines)
    return reason(title, text, _visible(page), headline_counts=document.media_type.startswith(RECORD))


def _visible(page: str) -> str:
    return re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", page[:20000], flags=re.DOTALL | re.IGNORECASE)


def _identity(url: str | None, title: str, text: str, document: Fetched) -> str:
    said = (
        f"{title}\n{text}" if title or text else document.sha256
    )  # those that say nothing are not one another
    return hashlib.sha256((url or said).encode()).hexdigest()[:16]
