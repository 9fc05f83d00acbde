"""Bottom line and key points: a source's own sentences, or fields and counts; a person may replace each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.brief.events import calendar, happenings
from briefings.brief.language import wording
from briefings.brief.material import naming
from briefings.brief.material.sentences import dangling, stems, tidy, uncapped
from briefings.brief.telling import composing, headlines
from briefings.brief_types import Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.brief.events.same_event import Dated
    from briefings.brief.material.survey import Material, Strand
    from briefings.brief.weighing.rank import Ranked
    from briefings.brief_types import StoryBlock
    from briefings.types import Event

MOST_WORDS = 45
"""Of the bottom line (docs/method.md, limits)."""
_ATTRIBUTION = 7
"""Words that "Reported by an outlet on a day." takes: a sentence that leaves them room is preferred."""
MOST_POINT_WORDS = 35
"""Of a key point (docs/method.md, limits)."""
MOST_POINTS = 5
_SAID = 0.8
"""Share of its words in the bottom line from which a point repeats it."""
_SHARED = 0.3
"""Share of a headline's words that a sentence must have to stand for it; below that it tells of a side of the story."""
LEAST_POINTS = 3


def bottom_line(
    ranked: Sequence[Ranked], blocks: Sequence[StoryBlock], dated: Sequence[Dated], material: Material
) -> tuple[Line, ...]:
    """Return the bottom line, sentence by sentence; an empty period says so."""
    own, edit = material.words.language, material.given.edits.bottom_line
    if edit is not None:
        # No reference: no source says what a person words.
        return (Line(edit.text, (), own, "person", blocks[0].id if blocks else ""),)
    if not ranked:
        return (Line(_nothing(material), (), own, "composed"),)
    strand, first = ranked[0].strand, blocks[0]
    event = happenings.main_event(strand, dated)
    unknown = material.words.say("no_outcome")
    if event is not None and (unknown in first.caveats or calendar.is_ahead(event, material)):
        parts = [_event_line(event, strand, material)]
    else:
        parts = _told(strand, first, event, material)
    if unknown in first.caveats and sum(_length(p.text) for p in parts) + _length(unknown) <= MOST_WORDS:
        parts.append(Line(unknown, (), own, "composed", first.id))
    return tuple(parts)


def _told(strand: Strand, story: StoryBlock, event: Event | None, material: Material) -> list[Line]:
    """A sentence of the story with who says so and when; else a title, quoted and attributed, and what it rests on."""
    own, say = material.words.language, material.words.say
    lead = _lead(story, own, MOST_WORDS - _ATTRIBUTION) or _lead(story, own, MOST_WORDS)
    counts = {
        "reports": material.words.count("reports", len(strand.fresh)),
        "origins": material.words.count("origins", story.origins),
    }
    if lead is not None and lead.basis == "composed":
        key = "told_only" if len(strand.now) == 1 else "told_count"
        if event is not None and story.headline_basis == "composed" and len(strand.now) > 1:
            key = "told_story" if _length(lead.text) + _length(story.headline) <= MOST_WORDS - 12 else key
        rests = say(key, headline=story.headline, **counts)
        return [lead, Line(rests, story.headline_refs, own, "composed", story.id)]
    if lead is not None and lead.basis == "source":
        return _attributed(lead, strand, counts, material)
    title = headlines.best_title(strand, material)
    if title is None:
        return [_summed(strand, story, counts, material)]
    quoted = say("told_title", title=tidy(title.title), **composing.by(title, material))
    named = event is not None and story.headline_basis == "composed"
    room = _length(quoted) + _length(story.headline) <= MOST_WORDS - 12
    key = "told_only" if len(strand.now) == 1 else "told_story" if named and room else "told_rests"
    lines = [
        Line(quoted, material.ref([title]), own, "composed", story.id),
        *_elsewhere(strand, story, material),
        Line(say(key, headline=story.headline, **counts), story.headline_refs, own, "composed", story.id),
    ]
    return lines if sum(_length(line.text) for line in lines) <= MOST_WORDS else [lines[0], lines[-1]]


def _summed(strand: Strand, story: StoryBlock, counts: Mapping[str, str], material: Material) -> Line:
    """What all reports speak of, where none has a sentence or title that can be printed here."""
    text = composing.summed(strand, counts, material)
    text = text or material.words.say("told_headline", title=story.headline, **counts)
    return Line(text, story.headline_refs, material.words.language, "composed", story.id)


def _elsewhere(strand: Strand, story: StoryBlock, material: Material) -> list[Line]:
    """What the reports in other languages speak of, where they are most of the story: the title is of the others."""
    own = material.words.language
    told = [line for line in story.reported if line.basis == "composed" and line.label == "reported"]
    foreign = sum(item.article.language != own for item in strand.fresh)
    return [replace(told[0], label="")] if told and 2 * foreign > len(strand.fresh) else []


def _attributed(lead: Line, strand: Strand, counts: Mapping[str, str], material: Material) -> list[Line]:
    """The sentence with its outlet and day behind it and, where there is room, how many tell of it."""
    source = next(i.article for i in strand.fresh if set(material.ref([i.article])) & set(lead.refs))
    for key in ("told_by", "told_by_short") if len(strand.now) > 1 else ("told_by_short",):
        text = material.words.say(key, **counts, **composing.by(source, material))
        if _length(lead.text) + _length(text) <= MOST_WORDS:
            return [lead, Line(text, lead.refs, material.words.language, "composed", lead.story)]
    return [lead]


def key_points(
    blocks: Sequence[StoryBlock], material: Material, above: Sequence[Line] = ()
) -> tuple[Line, ...]:
    """Return three to five points, one story each, as far as there are stories that tell more than their topic.

    No theme gets a third one while others wait; none repeats the bottom line (``above``).
    """
    own, edits = material.words.language, material.given.edits.key_points
    if edits:
        return tuple(Line(edit.text, (), own, "person") for edit in edits[:MOST_POINTS])
    said = " ".join(line.text for line in above)
    strands = {strand.story.id: strand for strand in material.strands}
    blocks = [story for story in blocks if not _told_out(story, said, own)] or blocks
    telling = [story for story in blocks if _telling(story, strands[story.id], material)]
    blocks = telling or blocks
    chosen: list[StoryBlock] = []
    for strict in (True, False):
        for story in blocks:
            crowded = strict and sum(c.theme == story.theme for c in chosen) >= 2
            if story not in chosen and not crowded and len(chosen) < MOST_POINTS:
                chosen.append(story)
    return tuple(_point(s, strands[s.id], said, material) for s in sorted(chosen, key=lambda s: s.number))


def _told_out(story: StoryBlock, said: str, own: str) -> bool:
    """Whether the bottom line holds all that the story has: it quotes its title, or there is no other sentence."""
    lead = _lead(story, own, MOST_POINT_WORDS, said)
    if lead is None or lead.basis == "source":
        text = lead.text if lead else story.headline
        return text in said or _overlap(text, said) >= _SAID
    return any(line.text in said for line in story.reported) or story.headline in said


def _overlap(text: str, said: str) -> float:
    words = stems(text)
    return len(words & stems(said)) / max(1, len(words))


def _telling(story: StoryBlock, strand: Strand, material: Material) -> bool:
    """Whether a point says more than that there was a report, and in sentences with their capitals."""
    lead = _lead(story, material.words.language, MOST_POINT_WORDS)
    if lead is not None and lead.basis != "composed":
        return not uncapped(lead.text)
    known = composing.spoken([i.article for i in strand.fresh], material) or naming.theme(strand, material)
    return story.headline_basis != "composed" or bool(known)


def _point(story: StoryBlock, strand: Strand, said: str, material: Material) -> Line:
    """The story's best sentence that the bottom line has not; of several titles the one that stands best for it."""
    own = material.words.language
    lead = _lead(story, own, MOST_POINT_WORDS, said)
    if lead is not None and lead.basis == "title":
        title = headlines.best_title(strand, material)
        if (
            title is not None
            and _length(title.title) <= MOST_POINT_WORDS
            and tidy(title.title) not in said
            and not _outdated(story) & set(material.ref([title]))
        ):
            lead = Line(tidy(title.title), material.ref([title]), own, "title", story.id)
    point = lead or Line(story.headline, story.headline_refs, own, story.headline_basis, story.id)
    return _signed(point, strand, material) if point.basis == "title" else point


def _signed(point: Line, strand: Strand, material: Material) -> Line:
    """A title with its outlet and day beside it: it seldom says itself who says it (fault F04)."""
    source = next((i.article for i in strand.fresh if set(material.ref([i.article])) & set(point.refs)), None)
    by = material.words.say("comma").join(composing.by(source, material).values()) if source else ""
    return replace(point, note="; ".join(part for part in (by, point.note) if part))


def _lead(story: StoryBlock, own: str, most: int, said: str = "") -> Line | None:
    """The short sentence in the brief's language that says most of what the headline says.

    A figure that a later report replaces is passed over, and what stands in ``said`` where there is anything else.
    """
    fit = [line for line in story.reported if line.lang == own and line.label == "reported"]
    fit = [line for line in fit if _length(line.text) <= most and _stands(line, story)]
    told = [line for line in fit if line.text in said]
    fit = [line for line in fit if line not in told]
    if told:
        # Not what was written before it: that would take the story back to where it began.
        fit = [line for line in fit if story.reported.index(line) > story.reported.index(told[-1])] or told
    fit = [line for line in fit if not _outdated(story) & set(line.refs)] or fit
    if story.headline_basis == "title":
        fit = [line for line in fit if line.basis != "composed"]
    fit = [line for line in fit if line.basis != "composed"] or fit
    about = stems(story.headline)
    if not fit:
        return None
    best = max(
        fit, key=lambda line: (len(about & stems(line.text)) - 0.5 * fit.index(line), -fit.index(line))
    )
    return replace(best, label="")


def _stands(line: Line, story: StoryBlock) -> bool:
    """Whether a sentence can stand for its story by itself: it names what the headline names, and whom.

    "Details are being discussed over a closed line" is true and tells nobody of what.
    """
    if line.basis != "source":
        return True
    about = stems(story.headline)
    names = stems(" ".join(topic.name for topic in story.topics if not topic.id.startswith("theme.")))
    shared = len(stems(line.text) & (about | names))
    titled = story.headline_basis == "title"
    if dangling(line.text) or headlines.OURS.search(line.text):
        return False
    return shared >= (max(2, _SHARED * len(about)) if titled else 1)


def _outdated(story: StoryBlock) -> set[int]:
    """References that give a figure which a later or corrected one of the same story replaces (case 14)."""
    old: set[int] = set()
    for figure in story.figures:
        day, value, refs, corrected = max(figure.series, key=lambda entry: (entry[3], entry[0]))
        for other_day, other, cited, _ in figure.series:
            if other != value and (corrected or other_day < day):
                old |= set(cited) - set(refs)
    return old


def _event_line(event: Event, strand: Strand, material: Material) -> Line:
    """Event, place, date, who said it and what it concerns: composed from fields."""
    ahead = calendar.is_ahead(event, material)
    articles = [item.article for item in strand.fresh if item.article.id in event.articles]
    say = material.words.say
    topics = [t for t in naming.subjects(strand, material) if material.topics[t].kind == "border"]
    about = (
        say("about", topics=material.words.listed([naming.prose_name(t, material) for t in topics]))
        if topics
        else ""
    )
    key = "bottom_ahead" if ahead else "bottom_event"
    text = say(
        key if event.place else f"{key}_noplace",
        event=event.name[:1].upper() + event.name[1:],
        place=naming.place_name(event, material),
        date=wording.when(event.when, material.words),
        outlet=material.outlets.chain(articles[0], material.words),
        about=about,
        status=say(f"status_{event.status}"),
    )
    return Line(text, material.ref(articles[:1]), material.words.language, "composed", strand.story.id)


def _nothing(material: Material) -> str:
    """What a period without stories may truly say: silence is not the same as not having listened."""
    say, period = material.words.say, material.given.period
    text = wording.period(period.start, period.end, material.words)
    polled = [s for s in material.given.sources if s.state != "imported"]
    if polled and all(s.state == "not polled" for s in polled) and not _anything(material):
        return say("nothing_asked", period=text, polled=len(polled))
    failed = [s for s in polled if s.state in {"failing", "dead", "not polled"}]
    if polled and len(failed) == len(polled):
        return say("nothing_failed", period=text, failed=len(failed), polled=len(polled))
    return say("nothing", period=text)


def _anything(material: Material) -> bool:
    """Whether any document of this period came in, whatever it is about."""
    return len(material.periods) - 1 in material.column.values()


def _length(text: str) -> int:
    return len(text.split())
