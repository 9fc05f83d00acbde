"""Documents in: fetched, kept as they came, read and tagged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.errors import UsageError
from briefings.run.desk import Desk, Tick, clock, quiet
from briefings.types import Article, Fetched, Poll, Problem, Source

if TYPE_CHECKING:
    from briefings.config import Config
    from briefings.reading import Block, Profile
    from briefings.run.intake.readers import Read
    from briefings.sources import LoadOptions

_BATCH = 32_000_000
"""Bytes of documents that are put into the store at once; a killed import keeps what it had, and is done again."""
_OVERHEAD = 1000
"""Bytes that a document takes up besides its own."""
_PORTION = 30_000_000
"""Characters of articles that are held until it is known what their outlets repeat."""
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
    from briefings.reading import Outlets
    from briefings.run.intake.readers import read_batch
    from briefings.run.intake.splitter import load

    documents: list[Fetched] = []
    problems: list[Problem] = []
    for item in load(paths, clock()):
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
    from briefings.run.intake.splitter import load

    problems: list[Problem] = []

    def documents() -> Iterator[Fetched]:
        for item in load(paths, desk.now, options):
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
        size += len(document.raw) + _OVERHEAD
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def collect(desk: Desk, wanted: Sequence[str] = (), tick: Tick = quiet) -> Report:
    """Polls sources, keeps and reads what they bring; a source that fails is a line of the report."""
    from briefings import sources
    from briefings.run.intake.answers import Answers
    from briefings.run.intake.splitter import load

    chosen = desk.config.sources
    if unknown := sorted(set(wanted) - {s.id for s in chosen}):
        raise UsageError(
            f"No such source: {', '.join(unknown)}; configured are {', '.join(s.id for s in chosen)}"
        )
    polled = [s for s in chosen if s.type != "none" and (not wanted or s.id in wanted)]
    polls = list[Poll]()
    with Answers() as answered:
        options = sources.CollectOptions(load=load, answered=answered)
        for batch in sources.collect_batches(polled, desk.store.memories(), desk.now, options):
            polls += (replace(poll, documents=()) for poll in desk.store.put_polls(batch))
            tick(len(polls), len(polled))
    quarantined = digest(desk, tick)
    return Report(sum(p.new for p in polls), 0, quarantined, (), tuple(polls))


def ask(chosen: Sequence[Source], tick: Tick = quiet) -> tuple[Poll, ...]:
    """What sources answer now, by their ids; keeps nothing, and asks also those that are to be spared."""
    from briefings import sources
    from briefings.run.intake.answers import Answers
    from briefings.run.intake.splitter import load

    polls = list[Poll]()
    with Answers() as answered:
        options = sources.CollectOptions(force=True, load=load, answered=answered)
        for poll in sources.collect(chosen, {}, clock(), options):
            polls.append(poll)
            tick(len(polls), len(chosen))
    return tuple(sorted(polls, key=lambda poll: poll.source))


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
    quarantined: dict[str, int] = {}
    progress = _Progress(tick, len(waiting))
    reading = readers.read(desk.store.documents(waiting), desk.outlets)
    for portion in _portions(progress.over(reading)):
        articles = {sha: found.articles for sha, found in portion.items()}
        marks = {sha: found.marks for sha, found in portion.items()}
        profile, holding = _repeated(desk, marks)
        progress.total += len(holding)
        for document, found in progress.over(
            readers.read(desk.store.documents(holding), desk.outlets, profile)
        ):
            articles[document.sha256] = found.articles
        quarantined |= {sha: sum(bool(a.quarantine) for a in held) for sha, held in articles.items()}
        _put(desk, READER_VERSION, articles, marks)
    return sum(quarantined.values())


@dataclass(slots=True)
class _Progress:
    """How far the reading is, over all its passes."""

    tick: Tick
    total: int
    done: int = 0

    def over(self, found: Iterable[tuple[Fetched, Read]]) -> Iterator[tuple[Fetched, Read]]:
        """The same, each counted as it comes."""
        for one in found:
            self.done += 1
            self.tick(self.done, self.total)
            yield one


def _portions(found: Iterable[tuple[Fetched, Read]]) -> Iterator[dict[str, Read]]:
    """What was read, in portions that fit in memory."""
    portion: dict[str, Read] = {}
    size = 0
    for document, held in found:
        portion[document.sha256] = held
        size += sum(_OVERHEAD + len(article.text) for article in held.articles)
        if size > _PORTION:
            yield portion
            portion, size = {}, 0
    if portion:
        yield portion


def _put(
    desk: Desk,
    reader: str,
    articles: dict[str, tuple[Article, ...]],
    marks: Mapping[str, frozenset[Block]],
) -> None:
    """Stores articles some at a time, each let go of, those known from earlier first.

    What a killed run leaves out is read again.
    """
    while articles:
        part = [articles.popitem() for _ in range(min(_PART, len(articles)))]
        desk.store.put_articles(reader, part, {sha: marks[sha] for sha, _ in part if sha in marks})


def _repeated(desk: Desk, marks: Mapping[str, frozenset[Block]]) -> tuple[Profile, list[str]]:
    """What outlets repeat, and the documents, new ones and old ones, that hold such a paragraph."""
    from briefings.reading import Profile

    earlier = desk.store.blocks({block.outlet for blocks in marks.values() for block in blocks})
    before = Profile.of(earlier)
    now = Profile.of((*earlier, *(block for blocks in marks.values() for block in blocks)))
    holding = {sha for sha, blocks in marks.items() if now.repeats(blocks)}
    return now, sorted(holding | set(desk.store.holding(now.pairs - before.pairs)))
