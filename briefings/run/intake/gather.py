"""Documents in: fetched, kept as they came, read and tagged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.errors import UsageError
from briefings.run.desk import Desk, Tick, clock, quiet
from briefings.types import Article, Fetched, Poll, Problem

if TYPE_CHECKING:
    from briefings.config import Config
    from briefings.reading import Block, Profile
    from briefings.sources import LoadOptions

_BATCH = 32_000_000
"""Bytes of documents that are put into the store at once; a killed import keeps what it had, and is done again."""
_PART = 200
"""Documents whose articles are put into the store at once."""


@dataclass(frozen=True)
class Report:
    """What became of documents that came in."""

    new: int = 0
    known: int = 0
    quarantined: int = 0
    problems: tuple[Problem, ...] = ()
    polls: tuple[Poll, ...] = ()


@dataclass(frozen=True)
class Readings:
    """What was read from documents that are not kept, each with its path."""

    articles: tuple[tuple[str, Article], ...] = ()
    problems: tuple[Problem, ...] = ()


def read(config: Config, paths: Sequence[str], tick: Tick = quiet) -> Readings:
    """Reads what lies under paths without a store."""
    from briefings import sources
    from briefings.reading import Outlets
    from briefings.run.intake.readers import read_batch

    documents: list[Fetched] = []
    problems: list[Problem] = []
    for item in sources.load(paths, clock()):
        if isinstance(item, Problem):
            problems.append(item)
        elif not item.whole:
            documents.append(item)
    found = read_batch(documents, Outlets(config.outlets), tick)
    articles = tuple((document.path, article) for document, held in found for article in held)
    return Readings(articles, tuple(problems))


def import_(
    desk: Desk, paths: Sequence[str], tick: Tick = quiet, options: LoadOptions | None = None
) -> Report:
    """Keeps and reads what lies under paths or addresses; one bad document costs itself alone."""
    from briefings import sources

    problems: list[Problem] = []
    limits = options or sources.LoadOptions()

    def documents() -> Iterator[Fetched]:
        for item in sources.load(paths, desk.now, limits):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                yield item

    batches = [desk.store.add_documents(batch) for batch in _batches(documents())]
    new, known = sum(len(b.new) for b in batches), sum(len(b.known) for b in batches)
    quarantined = digest(desk, tick)
    desk.store.log("import", {"paths": list(paths), "new": new, "problems": len(problems)}, desk.now)
    return Report(new, known, quarantined, tuple(problems))


def _batches(documents: Iterable[Fetched]) -> Iterator[list[Fetched]]:
    """Documents in batches that fit in memory, however large the file is that they come from."""
    batch, size = list[Fetched](), 0
    for document in documents:
        batch.append(document)
        size += len(document.raw)
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def collect(desk: Desk, wanted: Sequence[str] = (), tick: Tick = quiet) -> Report:
    """Polls sources, keeps and reads what they bring; a source that fails is a line of the report."""
    from briefings import sources

    chosen = desk.config.sources
    if unknown := sorted(set(wanted) - {s.id for s in chosen}):
        raise UsageError(
            f"No such source: {', '.join(unknown)}; configured are {', '.join(s.id for s in chosen)}"
        )
    polled = [s for s in chosen if s.type != "none" and (not wanted or s.id in wanted)]
    polls: list[Poll] = []
    for poll in sources.collect(polled, desk.store.memories(), desk.now):
        polls.append(replace(desk.store.put_poll(poll), documents=()))
        tick(len(polls), len(polled))
    quarantined = digest(desk, tick)
    return Report(sum(p.new for p in polls), 0, quarantined, (), tuple(polls))


def digest(desk: Desk, tick: Tick = quiet) -> int:
    """Reads stored documents that this reader has not read; the number of those quarantined.

    What an outlet repeats is known from all its documents: those that came earlier and hold a paragraph that only now
    proves to be repeated are read again, so that the order of arrival does not matter.
    """
    from briefings.reading import READER_VERSION
    from briefings.run.intake import readers

    waiting = desk.store.unread(READER_VERSION)
    if not waiting:
        return 0
    articles: dict[str, Sequence[Article]] = {}
    marks: dict[str, frozenset[Block]] = {}
    for document, found in readers.read(desk.store.documents(waiting), desk.outlets):
        articles[document.sha256], marks[document.sha256] = found.articles, found.marks
        tick(len(articles), len(waiting))
    profile, holding = _repeated(desk, marks)
    again = readers.read(desk.store.documents(holding), desk.outlets, profile)
    for n, (document, found) in enumerate(again, 1):
        articles[document.sha256] = found.articles
        tick(len(waiting) + n, len(waiting) + len(holding))
    quarantined = sum(bool(article.quarantine) for held in articles.values() for article in held)
    while articles:  # a part at a time, each let go of; what a killed run leaves out is read again
        part = [articles.popitem() for _ in range(min(_PART, len(articles)))]
        desk.store.put_articles(READER_VERSION, part, {sha: marks[sha] for sha, _ in part if sha in marks})
    return quarantined


def _repeated(desk: Desk, marks: Mapping[str, frozenset[Block]]) -> tuple[Profile, list[str]]:
    """What outlets repeat, and the documents, new ones and old ones, that hold such a paragraph."""
    from briefings.reading import Profile

    earlier = desk.store.blocks({block.outlet for blocks in marks.values() for block in blocks})
    before = Profile.of(earlier)
    now = Profile.of((*earlier, *(block for blocks in marks.values() for block in blocks)))
    holding = {sha for sha, blocks in marks.items() if now.repeats(blocks)}
    return now, sorted(holding | set(desk.store.holding(now.pairs - before.pairs)))
