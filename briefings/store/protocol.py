"""What a store promises: the docstrings are the contract, and one test suite holds every store to it.

Every method is one transaction: done as a whole or not at all, also when the process is killed in the middle.
Several processes may use one store at the same time. Lists come in a fixed order that does not depend on the
order in which things were put in. Every method raises ``StoreError`` when the store cannot be used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Protocol

from briefings.types import Article, Fetched, Memory, Poll, Queued, Tag, Tagged


@dataclass(frozen=True, slots=True)
class Added:
    """What became of documents that were handed in; both lists hold SHA-256 in the order of arrival."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    """Already stored, or twice in the same batch."""


@dataclass(frozen=True, slots=True)
class IssueRecord:
    """One version of one issue of a brief as it was written."""

    name: str
    """Of the brief in the configuration: ``central-asia``."""
    label: str
    """Of the period: ``2024-W48``."""
    version: int
    created: datetime
    data: bytes
    """Its ``brief.json``."""
    files: Mapping[str, str]
    """File name -> SHA-256 of its bytes."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Something that a person set by hand."""

    id: int
    kind: str
    """``issue``, ``story``, ``article``, ``source`` ..."""
    subject: str
    """What it is about: ``central-asia/2024-W48``, a story id ..."""
    payload: Mapping[str, object]
    author: str
    at: datetime
    undone: bool = False


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event in the store's append-only log."""

    id: int
    at: datetime
    event: str
    """``import``, ``generate``, ``send``, ``release`` ..."""
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Pruned:
    """How much retention removed."""

    documents: int = 0
    files: int = 0
    """Files that these documents were split from."""
    polls: int = 0


@dataclass(frozen=True, slots=True)
class Find:
    """Which articles are wanted; every condition that is set must be met."""

    start: date | None = None
    """Its last possible day is not before this one; leaves undated articles out."""
    end: date | None = None
    """Its first possible day is not after this one; leaves undated articles out."""
    ids: tuple[str, ...] | None = None
    quarantined: bool | None = None
    """True: only those that are kept out of briefs; False: only the others. A released one counts among the
    others and comes with ``quarantine`` empty."""
    undated: bool | None = None
    """True: only those without a date; False: only those with one."""
    search: str = ""
    """Every word occurs in title or text, whatever its case."""
    retrieved_by: datetime | None = None
    """Only what was retrieved until then."""


EVERYTHING = Find()


class Store(Protocol):
    """Documents, articles, tags, story ids, issues, polls, edits and the log of one user or team."""

    url: str
    """Where it is, without a password."""

    def close(self) -> None:
        """Let go of files and connections; closing twice is harmless."""
        ...

    # Documents: raw bytes as they came.

    def add_documents(self, documents: Iterable[Fetched]) -> Added:
        """Keep documents; a document is its SHA-256, so what is already there is left as it first came.

        A ``Fetched`` with ``whole`` set is kept apart, as the file that others were split from; it is neither
        counted in ``Added`` nor returned by ``documents``.
        """
        ...

    def documents(self, shas: Sequence[str] | None = None) -> Iterator[Fetched]:
        """Stored documents in order of their SHA-256: all of them, or those of ``shas``."""
        ...

    def paths(self, shas: Sequence[str]) -> Mapping[str, str]:
        """Where documents lay when they came in, by SHA-256."""
        ...

    def unread(self, reader: str) -> tuple[str, ...]:
        """SHA-256 of the documents that ``reader`` (its version) has not yet read, sorted."""
        ...

    def whole(self, sha256: str) -> Fetched | None:
        """The file that documents were split from."""
        ...

    def prune(
        self, documents: datetime | None, polls: datetime | None, keep: Collection[str], *, dry: bool = False
    ) -> Pruned:
        """Remove documents retrieved, and polls made, before these times (None: none of them).

        Documents whose SHA-256 is in ``keep`` stay. With a document go its articles, their tags and marks, and the
        file that it was split from when nothing else came from that. A poll never brings a removed document back,
        an import does. With ``dry`` nothing is removed.
        """
        ...

    # Articles: what a reader made of a document.

    def put_articles(
        self,
        reader: str,
        readings: Iterable[tuple[str, Sequence[Article]]],
        blocks: Mapping[str, Iterable[tuple[str, str, str]]] = MappingProxyType({}),
    ) -> None:
        """Record that ``reader`` read documents: (SHA-256, the articles in it) each.

        Replaces what an earlier reader made of these documents. Two documents may hold the same article id:
        both readings are kept as its versions. ``blocks`` are the marks of the documents' paragraphs, as (outlet,
        mark, title) by SHA-256; they replace earlier ones of the same documents.
        """
        ...

    def blocks(self, outlets: Iterable[str]) -> frozenset[tuple[str, str, str]]:
        """(outlet, mark, title) of every paragraph of these outlets."""
        ...

    def holding(self, marks: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """SHA-256 of the documents that hold a paragraph with one of these (outlet, mark), sorted."""
        ...

    def articles(self, find: Find = EVERYTHING) -> tuple[Article, ...]:
        """One current version of each article, by (first possible day, id), undated ones last.

        The current version is one that is not quarantined, has more than a headline and is the latest
        retrieved; of equals, the one with the smallest SHA-256.
        """
        ...

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """Every reading of one article, oldest retrieval first: a changed title is a version of its own."""
        ...

    def release(self, article_id: str) -> bool:
        """Let a quarantined article into briefs, whatever later readings say; False when it is not held."""
        ...

    # Tags: found by one watch list in one wording.

    def put_tags(self, watch_digest: str, items: Iterable[Tagged]) -> None:
        """Keep the tags that the watch list with this digest gives; they hold for these wordings."""
        ...

    def tags(self, watch_digest: str, articles: Iterable[Article]) -> Mapping[str, tuple[Tag, ...]]:
        """Article id -> its tags, for those articles that this watch list has tagged in this very wording."""
        ...

    # Stories.

    def story_ids(self) -> Mapping[str, str]:
        """Article id -> the story id it was last given."""
        ...

    def put_story_ids(self, ids: Mapping[str, str]) -> None:
        """Remember story ids of articles; a later id replaces an earlier one."""
        ...

    # Issues.

    def put_issue(self, issue: IssueRecord) -> None:
        """Keep an issue, or add files to what is kept of it.

        Raises ``StoreError`` when this version exists with other bytes.
        """
        ...

    def issues(self, name: str = "", label: str = "") -> tuple[IssueRecord, ...]:
        """Issues of one brief (or all), by (name, label, version)."""
        ...

    # Polls.

    def put_polls(self, polls: Sequence[Poll]) -> tuple[Poll, ...]:
        """Keep polls, each with its documents, its line in the history and its memory, in one transaction.

        The file that documents were split from is kept when one of them was new: a feed that only changes its own
        date is no new evidence. A document that several bring is new to the first of them.
        Returns them with ``new`` filled in (and ``memory.last_new``); their documents are those that were new.
        """
        ...

    def polls(
        self, source: str = "", start: datetime | None = None, end: datetime | None = None
    ) -> tuple[Poll, ...]:
        """The history by (time, source), without documents; ``end`` is exclusive."""
        ...

    def memories(self) -> Mapping[str, Memory]:
        """Source id -> what its last poll left."""
        ...

    # The outbox.

    def enqueue(self, copies: Sequence[Queued]) -> None:
        """Put copies into the outbox; those whose id is there already stay as they are."""
        ...

    def outbox(self, mailing: str = "") -> tuple[Queued, ...]:
        """Copies of one mailing (or all), by (mailing, recipient)."""
        ...

    def settle(self, copy: Queued) -> None:
        """Replace a copy's state, answer and attempts."""
        ...

    # A person's hand, the log, odds and ends.

    def add_edit(
        self, kind: str, subject: str, payload: Mapping[str, object], author: str, at: datetime
    ) -> Edit:
        """Keep what a person set; nothing is ever overwritten."""
        ...

    def edits(self, kind: str = "", subject: str = "", *, undone: bool | None = False) -> tuple[Edit, ...]:
        """Edits in the order in which they were made; ``undone`` None means both."""
        ...

    def undo_edit(self, edit_id: int) -> bool:
        """Mark an edit as taken back; False when there is none such or it already is."""
        ...

    def log(self, event: str, detail: Mapping[str, object], at: datetime) -> None:
        """Append a line to the log."""
        ...

    def log_lines(self, event: str = "") -> tuple[LogLine, ...]:
        """The log in order."""
        ...

    def meta(self, key: str) -> str | None:
        """A remembered value."""
        ...

    def put_meta(self, key: str, value: str) -> None:
        """Remember a value."""
        ...
