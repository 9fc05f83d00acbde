"""The doors of the room: tagged articles, or bare texts, to stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from briefings.pause import collector_paused
from briefings.stories import theme
from briefings.stories.clusters.cluster import Clusters, cluster
from briefings.stories.clusters.options import ClusterOptions
from briefings.stories.figures.figures import figures
from briefings.stories.identity import name
from briefings.stories.kin import related
from briefings.stories.origins.credits import wire
from briefings.stories.origins.origins import Credit, Origin, joined, origins, slug
from briefings.stories.repeats.copies import copies
from briefings.stories.texts import features
from briefings.stories.texts.reader import read
from briefings.text import clean
from briefings.types import Article, Member, Story, Tagged, When

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from briefings.stories.clusters.memory import Memory
    from briefings.types import Event, Figure, Tag

_SAID = ("title", "text", "lang", "date", "url")
"""What a bare document says."""
_NEVER = datetime.min.replace(tzinfo=UTC)
"""When bare documents were retrieved: nobody says."""


@collector_paused()
def group(
    items: Sequence[Tagged],
    families: Mapping[str, str] | None = None,
    previous: Mapping[str, str] | None = None,
    options: ClusterOptions | None = None,
    memory: Memory | None = None,
    wires: Collection[str] = (),
) -> tuple[Story, ...]:
    """Return the stories that the articles tell, each article in exactly one, ordered by id.

    ``families`` maps an outlet's printed name to its owner, ``wires`` are the printed names of agencies, ``previous``
    maps an article's id to the id of the story that it was in. The order of ``items`` does not matter; a repeated
    article counts once. ``memory`` spares work on days that were grouped before; it changes no story.
    """
    unique = {item.article.id: item for item in _unique(items)}
    found = cluster(map(features.bare, unique.values()), options or ClusterOptions(), memory)
    ids = name([[found.documents[at] for at in members] for members in found.clusters], previous or {})
    evidence = _evidence(found)
    agencies = frozenset(map(slug, wires))
    stories = [
        _story(
            ids[n], [unique[found.documents[at].id] for at in members], evidence[n], families or {}, agencies
        )
        for n, members in enumerate(found.clusters)
    ]
    return related(sorted(stories, key=lambda story: story.id))


def _unique(items: Sequence[Tagged]) -> list[Tagged]:
    """Each article once, by id; of several versions the latest retrieved."""
    canonical = sorted(
        items, key=lambda item: (item.article.retrieved, item.article.sha256, item.article.title)
    )
    return [item for _, item in sorted({item.article.id: item for item in canonical}.items())]


def rebuilt(
    items: Sequence[Tagged],
    families: Mapping[str, str] | None = None,
    options: ClusterOptions | None = None,
    wires: Collection[str] = (),
) -> Callable[[str, Sequence[str]], Story]:
    """Return what makes a story of an id and of ids of articles among ``items``: for ``apply_edits``."""
    by_id = {item.article.id: item for item in _unique(items)}
    chosen, agencies = options or ClusterOptions(), frozenset(map(slug, wires))

    def make(story: str, articles: Sequence[str]) -> Story:
        own = [by_id[article] for article in sorted(set(articles)) if article in by_id]
        found, _ = copies(read([features.bare(item) for item in own]), chosen.copies)
        ids = [item.article.id for item in own]
        copied = tuple((ids[copy.a], ids[copy.b], copy.shared) for copy in found)
        return _story(story, own, _Evidence(copied, ()), families or {}, agencies)

    return make


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Why articles are one story, by their ids."""

    copied: tuple[tuple[str, str, float], ...]
    """The second repeats the first, and what share of the shorter text."""
    nearest: tuple[tuple[float, str, str], ...]
    given: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What is told as one whatever its words, and by which of them."""


def _evidence(found: Clusters) -> list[_Evidence]:
    """Return the evidence of each cluster."""
    of = {at: number for number, members in enumerate(found.clusters) for at in members}
    copied: list[list[tuple[str, str, float]]] = [[] for _ in found.clusters]
    near: list[list[tuple[float, str, str]]] = [[] for _ in found.clusters]
    ids, pairs = [one.id for one in found.documents], found.nearest
    for copy in found.copies:
        if of[copy.a] == of[copy.b]:
            copied[of[copy.a]].append((ids[copy.a], ids[copy.b], copy.shared))
    for a, b, score in zip(*(part.tolist() for part in (pairs.a, pairs.b, pairs.score)), strict=True):
        near[of[a]].append((score, ids[a], ids[b]))
    given: list[list[tuple[str, tuple[str, ...]]]] = [[] for _ in found.clusters]
    for what, reports in found.given:
        for number in sorted({of[at] for at in reports}):
            given[number].append((what, tuple(sorted(ids[at] for at in reports if of[at] == number))))
    return [
        _Evidence(
            tuple(sorted(own)),
            tuple(nearest),
            tuple(one for one in sorted(groups) if len(one[1]) > 1),
        )
        for own, nearest, groups in zip(copied, near, given, strict=True)
    ]


def _story(
    story_id: str,
    items: Sequence[Tagged],
    evidence: _Evidence,
    families: Mapping[str, str],
    agencies: frozenset[str],
) -> Story:
    own = sorted(items, key=lambda item: item.article.id)
    place = {item.article.id: n for n, item in enumerate(own)}
    copied = [(place[a], place[b]) for a, b, _ in evidence.copied]
    origin = origins([_credit(item) for item in own], copied, families, agencies)
    days, counts = _days(own), figures(own)
    return Story(
        id=story_id,
        members=_members(own, origin, counts),
        topics=theme.topics(own),
        theme=theme.theme(own),
        first_seen=days[0],
        last_seen=days[-1],
        outlets=len({_outlet(item) for item in own}),
        origins=len({one.key for one in origin}),
        figures=counts,
        events=_events(own),
        why=_why(evidence),
    )


def _members(
    items: Sequence[Tagged], origin: Sequence[Origin], counts: Sequence[Figure]
) -> tuple[Member, ...]:
    """Return what each article is in the story, in order of publication.

    A text that comes again with other counts, or with a notice that something was wrong, adds no origin, but it is
    news and no copy.
    """
    told: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for figure in counts:
        for article in figure.articles:
            told[article].add((figure.what, figure.value))
    made = []
    for item, one in zip(items, origin, strict=True):
        key, copy_of, why = item.article.id, one.copy_of, one.why
        if copy_of and item.article.notices:
            copy_of, why = "", f"{why}; with a correction"
        elif copy_of and told[key] and told[key] != told[copy_of]:
            copy_of, why = "", f"{why}; with other counts"
        made.append((_day(item) or date.max, Member(key, one.key, copy_of, why)))
    return tuple(member for _, member in sorted(made, key=lambda pair: (pair[0], pair[1].article)))


def _credit(item: Tagged) -> Credit:
    article = item.article
    day = _day(item)
    return Credit(
        article.id,
        day.toordinal() if day else None,
        article.publisher or article.source,
        article.republisher,
        article.wire,
        len(article.text),
    )


def _outlet(item: Tagged) -> str:
    article = item.article
    return article.publisher or article.republisher or article.source or article.id


def _day(item: Tagged) -> date | None:
    return item.article.published.start if item.article.published else None


def _days(items: Sequence[Tagged]) -> list[date]:
    """Days of publication; the day of retrieval only where no article of the story has a date."""
    dated = [day for item in items if (day := _day(item))]
    return sorted(dated or [item.article.retrieved.date() for item in items])


def _events(items: Sequence[Tagged]) -> tuple[Event, ...]:
    every = [event for item in items for event in item.article.events]
    return tuple(sorted(every, key=lambda e: (e.when.start, e.when.end, e.name, e.place, e.sentence)))


def _why(evidence: _Evidence) -> tuple[str, ...]:
    copied = [f"{b} repeats {a} ({shared:.0%} of the shorter text)" for a, b, shared in evidence.copied]
    given = [f"told of {what}: {', '.join(reports)}" for what, reports in evidence.given]
    return (*given, *copied, *(f"{a} ~ {b}: {score:.2f}" for score, a, b in evidence.nearest))


@collector_paused()
def group_texts(
    documents: Sequence[Mapping[str, Any]],
    options: ClusterOptions | None = None,
    memory: Memory | None = None,
    tag: Callable[[Article], tuple[Tag, ...]] | None = None,
) -> dict[str, list[Any]]:
    """Group bare documents ``{id, title, text, lang, date?, url?}`` without a store.

    ``tag`` gives their watched topics, which tell events apart that share few words, and put together those that do.

    Returns ``{"stories": [[id…]…], "copies": [[id…]…], "origins": [{story, count}…]}``; every id stands in
    exactly one story, ``story`` is its position.
    """
    unique: dict[str, Mapping[str, Any]] = {}
    for document in documents:
        key = str(document["id"])
        unique[key] = max(unique[key], document, key=_said) if key in unique else document
    bare = (_bare(document, tag) for document in unique.values())
    found = cluster(bare, options or ClusterOptions(), memory)
    ids = [one.id for one in found.documents]
    credit = [
        Credit(one.id, one.day, one.outlet, wire=wire(one.text), size=len(one.text))
        for one in found.documents
    ]
    copied = [(copy.a, copy.b) for copy in found.copies]
    origin = origins(credit, copied)
    stories = _by_id(found.clusters, ids)
    return {
        "stories": [[unique[ids[at]]["id"] for at in members] for members in stories],
        "copies": [[unique[ids[at]]["id"] for at in members] for members in _by_id(joined(copied), ids)],
        "origins": [
            {"story": number, "count": len({origin[at].key for at in members})}
            for number, members in enumerate(stories)
        ],
    }


def _said(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return all that a document says, in an order: of two under one id the later counts."""
    return sorted((key, str(value)) for key, value in document.items())


def _by_id(groups: Iterable[Sequence[int]], ids: Sequence[str]) -> list[list[int]]:
    """Return groups, and the members of each, in the order of the documents' ids."""
    ordered = (sorted(members, key=ids.__getitem__) for members in groups)
    return sorted(ordered, key=lambda members: ids[members[0]])


def _host(url: str) -> str:
    if not url:
        return ""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # ``http://[``
        return ""


def _bare(document: Mapping[str, Any], tag: Callable[[Article], tuple[Tag, ...]] | None) -> features.Bare:
    title, text, language, dated, url = (str(document.get(key) or "") for key in _SAID)
    key, title, text, language = str(document["id"]), clean(title), clean(text), clean(language)
    day, outlet = _day_of(dated), _host(url)
    if tag is None:
        return features.Bare(key, title, text, language, {}, day.toordinal() if day else None, outlet=outlet)
    when = When(day.isoformat(), "day", "given", day, day) if day else None
    article = Article(key, title, text, language, when, _NEVER, "", publisher=outlet)
    return features.bare(Tagged(article, tag(article)))


@lru_cache(maxsize=1 << 10)
def _day_of(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def explain(story: Story, items: Sequence[Tagged]) -> tuple[str, ...]:
    """Return lines that say why the story is one, and whence each article comes."""
    inside = {member.article for member in story.members}
    own = [item for item in _unique(items) if item.article.id in inside]
    titles = {item.article.id: item.article.title for item in own}
    lines = [
        f"{story.id}: {len(story.members)} articles, {story.outlets} outlets, {story.origins} origins, "
        f"{story.first_seen} to {story.last_seen}"
    ]
    lines += [f"  {m.article} {titles.get(m.article, '')!r}: {m.origin} ({m.why})" for m in story.members]
    lines += [f"  {reason}" for reason in story.why]
    return (
        *lines,
        *(f"  {line}" for line in _shared(own)),
        *(f"  see also {o}: {w}" for o, w in story.related),
    )


def _shared(own: Sequence[Tagged]) -> list[str]:
    """For each article the words, topics and concepts (``of.``) that it has in common with at least one other."""
    docs = read([features.bare(item) for item in own])
    keys = {
        doc.id: doc.heading | doc.bare.topics.keys() | {f"of.{one}" for one in doc.concepts} for doc in docs
    }
    spread = Counter(key for own in keys.values() for key in own)
    found = []
    for doc in docs:
        common = sorted(key for key in keys[doc.id] if spread[key] > 1)
        found.append(f"{doc.id} shares {', '.join(common) or 'names and numbers of the text'}")
    return found if len(found) > 1 else []
