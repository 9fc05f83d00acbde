"""JSON interfaces: what to ask, and the records in the answer. No I/O.

ReliefWeb (https://apidoc.reliefweb.int) and GDELT DOC 2.0
(https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/) are asked by their search words alone; any other interface
by its address, with a mapping where its keys are not recognised.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from briefings.sources.formats import columns, tables, text
from briefings.sources.formats.sheets import Row
from briefings.types import Fetched, Source

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Interface:
    """How one public interface is asked and read."""

    words: str
    """Parameter that holds the search words."""
    parameters: tuple[tuple[str, str], ...]
    """Sent unless the configured address says otherwise."""
    records: str
    """Where its answers hold the list of records; missing or empty when nothing was found."""
    record: Callable[[Record], Record]
    """The fields of a record out of one entry of the answer."""
    pace: float = 0.0
    """Seconds between two requests, where it asks for more than our own."""


def address(source: Source) -> str:
    """Where a source is asked: its own address, completed for an interface that is known."""
    known = _KNOWN.get(source.type)
    if known is None:
        return source.url
    parts = urlsplit(source.url)
    said = parse_qsl(parts.query, keep_blank_values=True)
    names = {name for name, _ in said}
    wanted = [(known.words, source.query), *known.parameters]
    said += [(name, value) for name, value in wanted if value and name not in names]
    return urlunsplit(parts._replace(query=urlencode(said)))


def pace(source: Source) -> float:
    """Seconds that the source's interface wants between two requests; 0 when it says nothing."""
    known = _KNOWN.get(source.type)
    return known.pace if known else 0.0


def rows(raw: bytes, source: Source) -> Iterator[Row]:
    """The records of an answer, none when it found nothing.

    Raises ``ValueError``, with the server's own words when it is no JSON.
    """
    content = text.decode(raw)
    try:
        tree = json.loads(content)
    except ValueError as error:  # GDELT says what is wrong with a query in plain text, as a good answer
        said = " ".join(re.sub(r"<[^<>]*>", " ", content[:2000]).split())[:160]
        raise ValueError(f"it is not JSON but says: {said}") from error
    known = _KNOWN.get(source.type)
    if known is None:
        yield from tables.entries(tree, source.records)
        return
    found = columns.at(tree, known.records) or []
    for where, entry in tables.entries(found):
        yield where, known.record(entry) if isinstance(entry, dict) else entry


def links(records: Iterable[Fetched]) -> Iterator[str]:
    """Addresses of records that hold no text of their own."""
    for each in records:
        fields = json.loads(each.raw)
        if not (fields.get("text") or fields.get("html")) and fields.get("url"):
            yield str(fields["url"])


def _reliefweb(entry: Record) -> Record:
    date = columns.at(entry, "date.original") or columns.at(entry, "date.created") or ""
    return {
        "title": entry.get("title"),
        "html": entry.get("body-html"),
        "text": "" if entry.get("body-html") else entry.get("body"),
        "url": entry.get("url_alias") or entry.get("url"),
        # A report's day is written as midnight, which is no time of day.
        "date": re.sub(r"T00:00:00(\.0+)?(Z|\+00:00)$", "", str(date)),
        "publisher": entry.get("source"),
        "language": columns.at(entry, "language.code"),
        "format": entry.get("format"),
    }


def _gdelt(entry: Record) -> Record:
    seen = str(entry.get("seendate") or "")
    return {
        "title": re.sub(
            r"\s+([,.:;!?%])", r"\1", str(entry.get("title") or "")
        ),  # it splits words from signs
        "url": entry.get("url"),
        # When GDELT saw the page, a quarter of an hour to a day after it came out: of use as a day alone.
        "date": re.sub(r"^(\d{4})(\d\d)(\d\d)T.*$", r"\1-\2-\3", seen),
        "publisher": entry.get("domain"),
        "language": entry.get("language"),
    }


_FIELDS = ("title", "body", "body-html", "date", "url", "url_alias", "source", "language", "format")
_KNOWN: Mapping[str, Interface] = {
    "reliefweb": Interface(
        "query[value]",
        (
            ("limit", "100"),
            ("preset", "latest"),
            *((f"fields[include][{n}]", f) for n, f in enumerate(_FIELDS)),
        ),
        "data",
        _reliefweb,
    ),
    # "Please limit requests to one every 5 seconds", it answers to those who do not.
    "gdelt": Interface(
        "query",
        (
            ("mode", "ArtList"),
            ("format", "json"),
            ("maxrecords", "250"),
            ("sort", "DateDesc"),
            ("timespan", "1w"),
        ),
        "articles",
        _gdelt,
        pace=5.0,
    ),
}
