"""Documents in: fetched, kept as they came, read and tagged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.errors import UsageError
from briefings.run.desk import Desk, Tick, clock, quiet
from briefings.types import Article, Fetched, Poll, Problem

if TYPE_CHECKING:
    from briefings.config import Config
    from briefings.reading import Block
    from briefings.sources import LoadOptions


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
    from briefings import reading, sources

    items = list(sources.load(paths, clock()))
    documents = [item for item in items if isinstance(item, Fetched) and not item.whole]
    problems = tuple(item for item in items if isinstance(item, Problem))
    outlets = reading.Outlets(config.outlets)
    found: list[tuple[str, Article]] = []
    for n, (document, articles) in enumerate(reading.read_batch(documents, outlets), 1):
        found += [(document.path, article) for article in articles]
        tick(n, len(documents))
    return Readings(tuple(found), problems)


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

    added = desk.store.add_documents(documents())
    quarantined = digest(desk, tick)
    desk.store.log(
        "import", {"paths": list(paths), "new": len(added.new), "problems": len(problems)}, desk.now
    )
    return Report(len(added.new), len(added.known), quarantined, tuple(problems))


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
    from briefings import reading

    documents = list(desk.store.documents(unread_by=reading.READER_VERSION))
    if not documents:
        return 0
    marks: dict[str, frozenset[reading.Block]] = {}
    readings: dict[str, Sequence[Article]] = {}
    for n, document in enumerate(documents, 1):
        parsed = reading.parse(document)
        marks[document.sha256] = reading.blocks(parsed, desk.outlets)
        readings[document.sha256] = reading.read(parsed, desk.outlets, reading.Profile())
        tick(n, len(documents))
    readings |= _without_repeated(desk, marks)
    desk.store.put_articles(reading.READER_VERSION, readings.items(), marks)
    return sum(bool(article.quarantine) for articles in readings.values() for article in articles)


def _without_repeated(desk: Desk, marks: Mapping[str, frozenset[Block]]) -> dict[str, Sequence[Article]]:
    """The documents that hold a paragraph which their outlet repeats, new ones and old ones, read without it."""
    from briefings import reading

    earlier = desk.store.blocks({block.outlet for blocks in marks.values() for block in blocks})
    before = reading.Profile.of(earlier)
    now = reading.Profile.of((*earlier, *(block for blocks in marks.values() for block in blocks)))
    holding = {sha for sha, blocks in marks.items() if now.repeats(blocks)}
    holding |= set(desk.store.holding(now.pairs - before.pairs))
    again = desk.store.documents(sorted(holding))
    return {one.sha256: reading.read(reading.parse(one), desk.outlets, now) for one in again}
