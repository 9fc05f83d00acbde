"""The brief as one paragraph: sort, rank, tell, count, compare, number.

``compose`` does no input or output and reads no clock. It never words a judgment: what it prints is a source's own
sentence, a line made of fields and counts, or what a person entered.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.brief import blocks as story_blocks
from briefings.brief import edits
from briefings.brief.events import calendar, event_edits, happenings
from briefings.brief.language import wording
from briefings.brief.material import sentences
from briefings.brief.material.corrections import corrections
from briefings.brief.material.period import next_close
from briefings.brief.material.survey import survey
from briefings.brief.sections import changes, summary, tables
from briefings.brief.sections.coverage import Unprinted, coverage
from briefings.brief.sections.method import method
from briefings.brief.sections.references import number
from briefings.brief.telling import headlines, originals
from briefings.brief.telling.quoted import quoted
from briefings.brief.weighing.concepts import spoken_of
from briefings.brief.weighing.counts import count
from briefings.brief.weighing.rank import rank
from briefings.brief_types import SCHEMA, Brief, Identity, Issue, Line, PeriodLine
from briefings.pause import collector_paused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.brief.material.inputs import BriefOptions, ComposeInput
    from briefings.brief.material.survey import Material
    from briefings.brief.weighing.rank import Ranked
    from briefings.brief_types import Coverage


def compose(given: ComposeInput) -> Brief:
    """Compose the issue; an empty input gives a valid brief that says so."""
    return Composing(given).brief(given.options)


class Composing:
    """An input, sorted and weighed once, that becomes an issue under any plan of its pages."""

    @collector_paused()
    def __init__(self, given: ComposeInput) -> None:
        given = replace(given, cutoff=given.cutoff.astimezone(ZoneInfo(given.period.timezone)))
        self._material = material = survey(given)
        self._ranked, self._named, self._bare = _printable(rank(material))
        self._dated = happenings.gather((i for i in given.items if i.article.id in material.column), material)
        self._counts = count(material)
        self._blocks = story_blocks.Blocks(self._ranked, self._dated, material)
        self._notes: dict[str, Line] = {}

    @collector_paused()
    def brief(self, options: BriefOptions) -> Brief:
        """Return the issue under options that differ from those of the input in how many stories it prints."""
        plan = story_blocks.budget(options)
        blocks, material, counts = self._blocks.within(plan), self._material, self._counts
        rest = self._ranked[len(blocks) :] + self._named
        noted = tuple(map(self._note, rest[: plan.noted]))
        lead = originals.beneath(
            summary.bottom_line(self._ranked, blocks, self._dated, material), blocks, material
        )
        told = calendar.lines(self._dated, material)
        box = coverage(blocks, counts, Unprinted(len(rest) - len(noted), len(self._bare)), material)
        draft = Brief(
            schema=SCHEMA,
            brief=_identity(material.given),
            period=_period(material.given),
            version=material.given.version,
            issue=_issue(material.given),
            bottom_line=" ".join(line.text for line in lead),
            bottom_line_parts=lead,
            key_points=originals.beneath(summary.key_points(blocks, material, lead), blocks, material),
            themes=story_blocks.themes(blocks, material),
            stories=quoted(blocks, material),
            borders=tables.rows("border", counts, blocks, material),
            bodies=tables.rows("body", counts, blocks, material),
            weeks=tuple(period.label for period in material.periods),
            strip=tables.strip(counts, material),
            changes=changes.changes(blocks, material),
            events=calendar.counted(event_edits.edited(told, material), material),
            also_noted=noted,
            coverage=_with_notes(box, (*edits.notes(material), *event_edits.vanished(told, material))),
            corrections=corrections(blocks, material),
            references=(),
            method=method(box, material),
            manifest=_manifest(material),
        )
        return number(draft, material)

    def _note(self, entry: Ranked) -> Line:
        """Return the one line of a story below the threshold."""
        strand, material = entry.strand, self._material
        if strand.story.id not in self._notes:
            title = headlines.headline(strand, None, material)
            self._notes[strand.story.id] = Line(
                title.text,
                material.ref(title.articles[:1]),
                material.words.language,
                title.basis,
                strand.story.id,
            )
        return self._notes[strand.story.id]


def _printable(ranked: Sequence[Ranked]) -> tuple[list[Ranked], list[Ranked], list[Ranked]]:
    """Stories with a sentence or whole title to print, those of which but a subject can be named, and the others.

    Of a title that is cut off the brief says in its own words what it is on: a call, a ceasefire. A pin makes no text.
    """
    fit: list[Ranked] = []
    named: list[Ranked] = []
    bare: list[Ranked] = []
    for entry in ranked:
        told = [item.article for item in entry.strand.fresh]
        if any(map(sentences.prints, entry.strand.fresh)):
            fit.append(entry)
        elif not any(map(sentences.retracted, told)) and spoken_of(told):
            named.append(entry)
        else:
            bare.append(entry)
    return fit, named, bare


def _identity(given: ComposeInput) -> Identity:
    o = given.options
    return Identity(o.name, o.title, o.tlp, o.language, o.sample, o.issuer, o.contact)


def _period(given: ComposeInput) -> PeriodLine:
    period = given.period
    return PeriodLine(
        week=period.label,
        start=period.start.date().isoformat(),
        end=wording.last_day(period.end).isoformat(),
        timezone=period.timezone,
        offset=wording.offset(period.start),
        cutoff=given.cutoff.isoformat(timespec="seconds"),
        kind=period.kind,
    )


def _issue(given: ComposeInput) -> Issue:
    """Place in the series: the week's own number, or counted from the first issue."""
    earlier = sorted(
        {b.period.week for b in given.previous if b.period.end < given.period.end.date().isoformat()}
    )
    earlier = [label for label in earlier if label != given.period.label]
    close = next_close(given.period, given.schedule)
    return Issue(
        _number(given), earlier[-1] if earlier else None, close.date().isoformat() if close else None
    )


def _number(given: ComposeInput) -> int:
    period, first = given.period, given.options.first_issue
    if period.kind == "range":
        return 1 + len({b.period.week for b in given.previous if b.period.week != period.label})
    if not first:
        return _ordinal(period.label)
    days = {"weekly": 7, "daily": 1}.get(period.kind)
    start, now = _day_of(first), _day_of(period.label)
    if days is None:
        return 12 * (now.year - start.year) + now.month - start.month + 1
    return (now - start).days // days + 1


def _ordinal(label: str) -> int:
    """Number of the week, month or day in its year."""
    if len(label) == 10:
        return date.fromisoformat(label).timetuple().tm_yday
    return int(re.sub(r"^\d+-W?", "", label))


def _day_of(label: str) -> date:
    """First day of a labelled week, month or day."""
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", label):
        return date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return date.fromisoformat(label if len(label) == 10 else f"{label}-01")


def _with_notes(box: Coverage, notes: tuple[str, ...]) -> Coverage:
    return replace(box, notes=(*box.notes, *notes))


def _manifest(material: Material) -> dict[str, object]:
    """Inputs with their hashes: enough to see whether a brief was made from the same documents."""
    given = material.given
    current = len(material.periods) - 1
    used = [i.article for key, i in sorted(material.relevant.items()) if material.column[key] == current]
    return {
        **given.manifest,
        "generator": given.generator,
        "articles": {article.id: article.sha256 for article in used},
        "items_in_window": len(given.items),
    }
