"""A ranked story becomes the block that is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.brief.events import calendar, happenings
from briefings.brief.language import wording
from briefings.brief.material import marking, naming, sentences
from briefings.brief.telling import headlines
from briefings.brief.telling.reported import tell
from briefings.brief_types import OTHER_THEME, FigureLine, Line, StoryBlock, ThemeBlock, TopicLevel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefings.brief.events.same_event import Dated
    from briefings.brief.material.inputs import BriefOptions
    from briefings.brief.material.survey import Material, Strand
    from briefings.brief.weighing.rank import Ranked
    from briefings.types import Event

_LEADING = 2
"""Stories that get five reported sentences; later ones get three."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many stories are printed in full, as one line, and as a note."""

    full: int
    lines: int
    noted: int


def budget(options: BriefOptions) -> Budget:
    """Return what the pages hold: front matter and annex take about three, a page holds three to four stories."""
    full = options.full_stories
    if full is None:
        full = max(1, round((options.max_pages - 3.5) * 3))
    return Budget(full, options.line_stories, options.also_noted)


class Blocks:
    """The blocks of ranked stories, each made once however often the pages are planned."""

    def __init__(self, ranked: Sequence[Ranked], dated: Sequence[Dated], material: Material) -> None:
        self._ranked, self._dated, self._material = ranked, dated, material
        self._made: dict[tuple[int, bool], StoryBlock] = {}

    def within(self, plan: Budget) -> tuple[StoryBlock, ...]:
        """Return the blocks of the stories that the pages hold, in rank order.

        A story of which only a title is known is one line, wherever it ranks: there is nothing more to print.
        """
        found: list[StoryBlock] = []
        for place in range(1, min(plan.full + plan.lines, len(self._ranked)) + 1):
            found.append(self._block(place, sum(b.full for b in found) < plan.full))
        return tuple(found)

    def _block(self, place: int, full: bool) -> StoryBlock:
        if (place, full) not in self._made:
            entry = self._ranked[place - 1]
            self._made[place, full] = block(place, entry, self._dated, self._material, full=full)
        return self._made[place, full]


def block(
    place: int, ranked: Ranked, dated: Sequence[Dated], material: Material, *, full: bool
) -> StoryBlock:
    """Return the block of the story in place ``place`` (from 1)."""
    strand, edits = ranked.strand, material.given.edits
    event = happenings.main_event(strand, dated)
    assessed, so_what = edits.assessed.get(strand.story.id), edits.so_what.get(strand.story.id)
    title = headlines.headline(strand, event, material)
    told = tell(strand, material, 5 if place <= _LEADING else 3)
    lines = _beside(title, told.lines)
    full = full and bool(lines or told.quotes or assessed or so_what)
    levels = _levels(strand, material)
    tlp, basis = marking.of_story(
        strand.story.id, (i.article for i in (*strand.now, *strand.earlier)), material
    )
    return StoryBlock(
        id=strand.story.id,
        number=place,
        headline=title.text,
        headline_basis=title.basis,
        headline_refs=material.ref(title.articles),
        theme=naming.theme(strand, material) or OTHER_THEME,
        topics=levels,
        articles=tuple(item.article.id for item in strand.now),
        outlets=len(strand.outlets),
        origins=len(strand.origins),
        origin_names=_origin_names(strand, material),
        first_seen=_first_day(strand).isoformat(),
        last_seen=_last_day(strand).isoformat(),
        since_week=_week(strand, material),
        status=_status(strand),
        reported=lines if full else _one(lines, title.text),
        comments=told.comments if full else (),
        quotes=told.quotes if full else (),
        figures=_figures(strand, material) if full else (),
        assessed=assessed.text if assessed else "",
        so_what=so_what.text if so_what else "",
        grades=_grades(strand, material),
        score=dict(ranked.score),
        dateline=_dateline(strand, event, levels, material),
        week_number=1 + len(material.periods) - 1 - _column(strand, material),
        added=len(strand.fresh) if strand.earlier else 0,
        caveats=tuple(_caveats(strand, event, material)),
        full=full,
        tlp=tlp,
        tlp_basis=basis,
    )


def _one(lines: tuple[Line, ...], headline: str) -> tuple[Line, ...]:
    """The line that stands for all of them: the one nearest to the headline, the first of equals."""
    about = sentences.tokens(headline)
    best = max(
        lines,
        key=lambda line: (line.label == "reported", len(about & sentences.tokens(line.text))),
        default=None,
    )
    return (best,) if best else ()


def _beside(title: headlines.Headline, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The reported lines without the title that already stands above them."""
    return tuple(line for line in lines if not (line.basis == "title" and line.text == title.text))


def themes(blocks: Sequence[StoryBlock], material: Material) -> tuple[ThemeBlock, ...]:
    """Group blocks by theme, in the order of each theme's first story."""
    groups: dict[str, list[str]] = {}
    for entry in blocks:
        groups.setdefault(entry.theme, []).append(entry.id)
    other = material.words.say("other_theme")
    names = {t: other if t == OTHER_THEME else naming.topic_name(t, material) for t in groups}
    return tuple(ThemeBlock(t, names[t], tuple(ids)) for t, ids in groups.items())


def _levels(strand: Strand, material: Material) -> tuple[TopicLevel, ...]:
    """Topics that count in the story's articles, at the highest level they have there."""
    found: dict[str, str] = {}
    for item in strand.now:
        for tag in material.counted(item):
            if found.get(tag.topic) != "primary":
                found[tag.topic] = tag.level
    order = {topic: place for place, topic in enumerate(material.topics)}
    ids = sorted(found, key=lambda t: (found[t] != "primary", order[t]))
    return tuple(TopicLevel(t, found[t], naming.topic_name(t, material)) for t in ids)


def _origin_names(strand: Strand, material: Material) -> tuple[str, ...]:
    """Printed names of the independent origins: the agency where a wire is behind it, else the outlet."""
    names: dict[str, str] = {}
    for item in strand.now:
        key, article = material.origin(item.article.id), item.article
        wire = not key.startswith("outlet:") and article.wire
        names.setdefault(key, wire or material.outlet(article))
    return tuple(dict.fromkeys(names[key] for key in strand.origins if key in names))


def _first_day(strand: Strand) -> date:
    published = (*strand.earlier, *strand.now)[0].article.published
    return published.start if published else strand.story.first_seen


def _last_day(strand: Strand) -> date:
    published = strand.now[-1].article.published
    return published.start if published else strand.story.last_seen


def _column(strand: Strand, material: Material) -> int:
    return min(material.column[item.article.id] for item in (*strand.earlier, *strand.now))


def _week(strand: Strand, material: Material) -> str:
    return material.periods[_column(strand, material)].label


def _status(strand: Strand) -> str:
    if any(item.article.notices for item in strand.now) or strand.corrected:
        return "corrected"
    return "continuing" if strand.earlier else "new"


def _figures(strand: Strand, material: Material) -> tuple[FigureLine, ...]:
    """Counts that sources give, by day; only those of articles that this issue may cite."""
    ids = {item.article.id: item.article for item in strand.now}
    series: dict[str, list[tuple[str, int, tuple[int, ...], bool]]] = {}
    for figure in sorted(strand.story.figures, key=lambda f: (f.what, f.side, f.day, f.value)):
        cited = [ids[a] for a in figure.articles if a in ids][:2]
        if cited:
            entry = (figure.day.isoformat(), figure.value, material.ref(cited), figure.corrected)
            series.setdefault(naming.counted(figure.what, figure.side, material), []).append(entry)
    return tuple(FigureLine(what, tuple(entries)) for what, entries in series.items())


def _grades(strand: Strand, material: Material) -> str:
    """``F6`` or ``B6–F6``. Credibility 1 is for a person to give; two origins only allow it to be proposed."""
    letters = sorted({material.outlets.outlet(item.article).grade for item in strand.now})
    return f"{letters[0]}6" if len(letters) == 1 else f"{letters[0]}6–{letters[-1]}6"


def _dateline(strand: Strand, event: Event | None, levels: Sequence[TopicLevel], material: Material) -> str:
    """``Thu 28 Nov 2024 · Astana · CSTO · TJ–AF``: the event's date, or days of publication said to be such."""
    words = material.words
    place = naming.place_name(event, material) if event else ""
    if event:
        parts = [wording.when(event.when, words), place]
    else:
        parts = [
            words.say(
                "published", date=wording.span(_now_start(strand), _last_day(strand), words, weekday=True)
            )
        ]
    shown = [t for t in levels if t.level == "primary" and material.topics[t.id].kind != "theme"]
    shown = [t for t in shown if material.topics[t.id].regional] or shown
    parts += [name for t in shown[:4] if (name := _short(t, material)) not in place.split(words.say("comma"))]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _now_start(strand: Strand) -> date:
    published = strand.now[0].article.published
    return published.start if published else strand.story.first_seen


def _short(topic: TopicLevel, material: Material) -> str:
    known = material.topics[topic.id]
    return "–".join(known.countries) if known.kind == "border" and len(known.countries) == 2 else topic.name


def _caveats(strand: Strand, event: Event | None, material: Material) -> list[str]:
    say, found = material.words.say, []
    if event and calendar.outcome_unknown(event, _topics(strand, material), material):
        found.append(say("no_outcome"))
    found += _disagreements(strand, material)
    if len(strand.now) > 1 and len(strand.origins) == 1:
        found.append(say("one_origin"))
    if all("headline-only" in item.article.flags for item in strand.now):
        found.append(say("headline_only"))
    if all(material.outlets.is_state(item.article) for item in strand.now):
        found.append(say("state_only"))
    return found


def _topics(strand: Strand, material: Material) -> list[str]:
    found = {tag.topic for item in strand.now for tag in material.counted(item) if tag.kind != "theme"}
    return sorted(found)


def _disagreements(strand: Strand, material: Material) -> list[str]:
    """Counts on which sources of the same day differ: both are printed, with who says which.

    Where each side counts its own, two counts that name no side may be of two sides.
    """
    say = material.words.say
    by_what: dict[tuple[str, str, date], dict[int, str]] = {}
    articles = {item.article.id: item.article for item in strand.now}
    for figure in strand.story.figures:
        for key in figure.articles:
            if key in articles and not figure.corrected:
                by_what.setdefault((figure.what, figure.side, figure.day), {}).setdefault(
                    figure.value, material.outlet(articles[key])
                )
    found = []
    sided = {what for what, side, _ in by_what if side}
    for (what, side, _), values in sorted(by_what.items()):
        if len(set(values.values())) > 1 and (side or what not in sided):
            said = [material.words.say("value_by", value=v, outlet=o) for v, o in sorted(values.items())]
            found.append(
                say("disagree", what=naming.counted(what, side, material), values=material.words.listed(said))
            )
    return found
