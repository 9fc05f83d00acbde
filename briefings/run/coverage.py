"""How the sources did in a period, from the polls and from what came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from briefings.run.desk import Desk
from briefings.types import Article, Period, Poll, Source, SourceState, Tagged

State = Literal["ok", "failing", "silent", "dead", "not polled", "imported"]

_FAILED = ("failing", "broken", "gone", "refused")


def source_states(desk: Desk, period: Period, items: Sequence[Tagged]) -> tuple[SourceState, ...]:
    """Every configured source, then every other outlet that an import brought items of, by name."""
    polls: dict[str, list[Poll]] = {}
    for poll in desk.store.polls(start=period.start, end=period.end):
        polls.setdefault(poll.source, []).append(poll)
    inside = [item.article for item in items if _inside(item.article, period)]
    by_source = Counter(a.source for a in inside)
    by_outlet = Counter(a.publisher for a in inside if not a.source)
    configured = desk.config.sources
    states = [_state(s, polls.get(s.id, []), by_source[s.id] + by_outlet[s.name]) for s in configured]
    known = {o.name: o for o in desk.config.outlets}
    others = sorted(set(by_outlet) - {s.name for s in configured} - {""})
    return (*states, *(_imported(known.get(name) or Source(name, name), by_outlet[name]) for name in others))


def _state(source: Source, polls: Sequence[Poll], items: int) -> SourceState:
    failed = [p for p in polls if p.state in _FAILED]
    asked = [p for p in polls if p.state != "waiting"]
    if not asked:
        return _described(source, "imported" if items else "not polled", items)
    if asked[-1].state not in _FAILED:
        return _described(source, "ok" if items else "silent", items)
    since = _since(asked, failed)
    described = _described(source, "dead" if asked[-1].state == "gone" else "failing", items)
    return replace(described, since=since.at.date(), reason=since.reason)


def _since(asked: Sequence[Poll], failed: Sequence[Poll]) -> Poll:
    """First poll of the failure that still lasts."""
    answered = [p.at for p in asked if p.state not in _FAILED]
    return next(p for p in failed if not answered or p.at > max(answered))


def _described(source: Source, state: State, items: int) -> SourceState:
    return SourceState(
        source.id, source.name, state, None, items, source.language, source.country, source.kind
    )


def _imported(source: Source, items: int) -> SourceState:
    return _described(source, "imported", items)


def _inside(article: Article, period: Period) -> bool:
    when = article.published
    last = (period.end - timedelta(microseconds=1)).date()
    return when is not None and when.start <= last and when.end >= period.start.date()
