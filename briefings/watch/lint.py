"""What is doubtful about a watch list that can be read: clashes, names that never or always match, gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from briefings.types import TopicKind
from briefings.watch import patterns
from briefings.watch.matcher import Matcher
from briefings.watch.model import Alias, Entry
from briefings.watch.surface import key
from briefings.watch.table import NO_ENTRY, Meaning

Weight = Literal["error", "warning", "note"]

_COMMON_SHARE = 0.7
"""A language that this share of a kind's topics has is one that the others miss."""
_VACANT = timedelta(days=120)
_EVERYWHERE = frozenset(
    """the and for with from that this news state border security minister president government talks
    и в на по с о для что это как из за новости глава президент страна власти
    در از به که این با برای ва дар аз ба ва бо va uchun bilan жана менен және мен үчүн үшін ve için ile və üçün
    և է մասին და რომ 的 在 和 是""".split()  # noqa: SIM905  words are read as words
)
"""Words that stand in nearly every text of their language."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubtful thing."""

    topic: str
    weight: Weight
    rule: str
    """``clash``, ``never``, ``everywhere``, ``languages``, ``vacant``, ``slow``, ``example``."""
    text: str


def lint(matcher: Matcher, today: date) -> tuple[Finding, ...]:
    """Return everything doubtful, errors first. ``today`` decides whose term is over."""
    found = [*_clashes(matcher)]
    for entry in matcher.watchlist.entries:
        found += [
            *_never(entry, matcher.watchlist.unmatched_names),
            *_everywhere(entry),
            *_slow(entry),
            *_vacant(entry, today),
        ]
    found += [*_languages(matcher.watchlist.entries), *examples(matcher)]
    order = {"error": 0, "warning": 1, "note": 2}
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (order[f.weight], f.topic, f.rule, f.text)))


def of_topic(matcher: Matcher, topic: str) -> tuple[Finding, ...]:
    """Return what is doubtful about one topic, among the others as well: clashes and examples that fail."""
    entry = matcher.watchlist.by_id.get(topic)
    if entry is None:
        return ()
    clashes = (f for f in _clashes(matcher) if topic == f.topic or topic in f.text.partition("belongs to")[2])
    found = (*of_entry(entry), *clashes, *examples(matcher, topic))
    return tuple(f for f in found if f.weight != "note")


def of_entry(entry: Entry) -> tuple[Finding, ...]:
    """Return what is doubtful about the names and patterns of one topic by themselves."""
    return (*_never(entry, ()), *_everywhere(entry), *_slow(entry))


def examples(matcher: Matcher, only: str = "") -> Iterator[Finding]:
    """Run the ``match`` and ``avoid`` texts that stand beside each topic; yield those that fail."""
    for entry in matcher.watchlist.entries:
        if only and entry.topic.id != only:
            continue
        for text in entry.match:
            if not _fires(matcher, entry.topic.id, text):
                yield Finding(entry.topic.id, "error", "example", f"must match and does not: {text}")
        for text in entry.avoid:
            if _fires(matcher, entry.topic.id, text):
                yield Finding(entry.topic.id, "error", "example", f"must not match and does: {text}")


def _fires(matcher: Matcher, topic: str, text: str) -> bool:
    return any(tag.topic == topic and tag.level != "negated" for tag in matcher.tag_text("", text))


def _clashes(matcher: Matcher) -> Iterator[Finding]:
    """Two topics of one kind must not share an unambiguous alias."""
    entries = matcher.watchlist.entries
    for meanings in matcher.table.meanings:
        for kind in ("body", "border", "theme", "country"):
            sharing = _unconditional(meanings, entries, kind)
            if len(sharing) > 1:
                first, *others = sorted(sharing)
                alias = sharing[first]
                yield Finding(
                    first,
                    "warning",
                    "clash",
                    f"'{alias.text}' ({alias.lang}) also belongs to {', '.join(others)}; make it ambiguous in one",
                )


def _unconditional(
    meanings: Sequence[Meaning], entries: Sequence[Entry], kind: TopicKind
) -> dict[str, Alias]:
    return {
        entries[m.entry].topic.id: m.alias
        for m in meanings
        if m.entry != NO_ENTRY
        and not m.excludes
        and not m.alias.conditions
        and m.alias.rule != "area"
        and entries[m.entry].topic.kind == kind
    }


def _never(entry: Entry, unmatched: Sequence[str]) -> Iterator[Finding]:
    names = {key(name) for name in unmatched}
    excluded = {key(phrase) for phrase in entry.exclude}
    for alias in entry.aliases:
        form = key(alias.text)
        if form in excluded:
            yield _finding(
                entry, alias, "error", "never", "is excluded by the topic itself and can never match"
            )
        elif form in names:
            yield _finding(entry, alias, "error", "never", "is among the names that are not matched")
        elif alias.conditions and not any(condition.testable for condition in alias.conditions):
            yield _finding(
                entry, alias, "note", "never", "is ambiguous without a condition, so it never counts"
            )


def _everywhere(entry: Entry) -> Iterator[Finding]:
    for alias in entry.aliases:
        if alias.conditions or alias.rule == "flag":
            continue
        if key(alias.text) in _EVERYWHERE:
            yield _finding(entry, alias, "error", "everywhere", "stands in nearly every text")
        elif len(alias.text) <= 2 and alias.lang != "zh":
            yield _finding(
                entry, alias, "warning", "everywhere", "is very short; make it ambiguous with conditions"
            )
        elif alias.rule == "stem" and len(alias.text) < 4:
            yield _finding(entry, alias, "warning", "everywhere", "is a very short stem")


def _slow(entry: Entry) -> Iterator[Finding]:
    for lang, pattern in entry.patterns:
        if not patterns.literals(pattern):
            yield Finding(
                entry.topic.id,
                "warning",
                "slow",
                f"the {lang} pattern '{pattern}' holds no fixed word: tried everywhere",
            )


def _vacant(entry: Entry, today: date) -> Iterator[Finding]:
    """The last known holder of an office has left it, and nobody is listed after him."""
    last = {alias.place: alias.until for alias in entry.aliases if alias.rule == "head"}
    ends = [date.fromisoformat(until) for until in last.values() if until]
    if ends and all(last.values()) and max(ends) < today - _VACANT:
        yield Finding(
            entry.topic.id, "note", "vacant", f"nobody is listed in office after {max(ends).isoformat()}"
        )


def _languages(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Languages that most topics of a kind have and this one lacks."""
    for kind in ("body", "country", "theme"):
        topics = [entry for entry in entries if entry.topic.kind == kind]
        spoken = {entry.topic.id: {alias.lang for alias in entry.aliases if alias.lang} for entry in topics}
        counts = Counter(lang for langs in spoken.values() for lang in langs)
        common = {lang for lang, count in counts.items() if count >= _COMMON_SHARE * len(topics)}
        for topic, langs in spoken.items():
            missing = sorted(common - langs)
            if missing:
                yield Finding(topic, "note", "languages", f"has no alias in {', '.join(missing)}")


def _finding(entry: Entry, alias: Alias, weight: Weight, rule: str, text: str) -> Finding:
    return Finding(entry.topic.id, weight, rule, f"'{alias.text}' ({alias.lang or 'any'}) {text}")
