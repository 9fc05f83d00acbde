"""What an issue is composed from: the store, the configuration and a person's hand, as one input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from briefings import __version__, brief_json
from briefings.brief_types import Brief
from briefings.run.desk import Desk, Tick, quiet
from briefings.run.hand.entries import edits_for
from briefings.run.hand.stories import Grouped, grouped
from briefings.run.issues.coverage import source_notes, source_states
from briefings.run.issues.fit import fitted
from briefings.run.issues.periods import period_options
from briefings.run.issues.window import Window, overlaps, told, window
from briefings.store import Find, IssueRecord
from briefings.types import Period, Topic

if TYPE_CHECKING:
    from briefings.brief import BriefOptions, ComposeInput
    from briefings.config import Config
    from briefings.render import RenderOptions
    from briefings.settings import BriefSettings

ORIGIN = ("configuration", "watch_list")
"""Keys of the manifest that change with every change of the configuration, whether the brief changes or not."""


def looks(settings: BriefSettings) -> RenderOptions:
    """Paper and template of a brief."""
    from briefings.render import RenderOptions

    return RenderOptions(settings.paper, settings.template)


def gathered(
    desk: Desk, name: str, settings: BriefSettings, period: Period, tick: Tick = quiet
) -> tuple[ComposeInput, Grouped]:
    """The input of an issue, cut to its pages, and the stories that were found."""
    held = window(desk, settings, period, tick)
    found = grouped(desk, held.news)
    inputs = compose_input(desk, name, settings, period, held, found)
    # What changed since the issues before takes room too.
    inputs = as_version(inputs, desk.store.issues(name), 1)
    return fitted(inputs, desk.config.templates, looks(settings)), found


def compose_input(
    desk: Desk, name: str, settings: BriefSettings, period: Period, held: Window, found: Grouped
) -> ComposeInput:
    """Everything that the store, the configuration and a person's hand have for an issue."""
    from briefings.brief import ComposeInput
    from briefings.brief.material.period import cutoff

    kept_out = desk.store.articles(Find(quarantined=True))
    return ComposeInput(
        options=_options(desk.config, name, settings),
        period=period,
        schedule=period_options(settings),
        cutoff=cutoff(period, desk.now),
        items=held.items,
        stories=found.stories,
        topics=_topics(desk.config, settings),
        sources=source_states(desk, period, held.items),
        problems=source_notes(desk, period),
        outlets=desk.config.outlets,
        quarantined=tuple(a for a in kept_out if overlaps(a, period) or held.came_with(a)),
        languages=desk.config.watchlist.languages,
        edits=edits_for(desk, name, period, found, told(found.stories, held, period)),
        generator=f"briefings {__version__}",
        manifest={
            "configuration": desk.config.digest,
            "watch_list": desk.config.watchlist.digest,
            "generator": __version__,
            "looks": f"{settings.template}, {settings.paper}",
        },
    )


def composed(inputs: ComposeInput) -> Brief:
    """The issue; what is marked above its own marking is not in it."""
    from briefings.brief import compose, cut

    return cut(compose(inputs), inputs.options.tlp).brief


def as_version(inputs: ComposeInput, records: Sequence[IssueRecord], version: int) -> ComposeInput:
    """The input for a version of the issue; ``records`` are all issues of this brief."""
    own = [r for r in records if r.label == inputs.period.label and r.version < version]
    before = (*_earlier(records, inputs.period), *(brief_json.load(r.data) for r in own))
    return replace(inputs, version=version, previous=before)


def like(inputs: ComposeInput, written: Brief) -> ComposeInput:
    """The input under the configuration that an issue was written with, as far as the manifest tells."""
    kept = {key: written.manifest[key] for key in ORIGIN if key in written.manifest}
    return replace(inputs, manifest={**inputs.manifest, **kept})


def _options(config: Config, name: str, settings: BriefSettings) -> BriefOptions:
    from briefings.brief import BriefOptions

    return BriefOptions(
        name=name,
        title=settings.title,
        tlp=settings.tlp,
        unmarked=settings.unmarked,
        language=settings.language,
        issuer=settings.issuer or config.settings.house_style.issuer,
        contact=settings.contact or config.settings.house_style.contact,
        sample=settings.sample,
        max_pages=settings.max_pages,
        first_issue=settings.first_issue,
    )


def _topics(config: Config, settings: BriefSettings) -> tuple[Topic, ...]:
    topics = config.watchlist.topics
    return tuple(t for t in topics if t.id in settings.topics) if settings.topics else topics


def _earlier(records: Sequence[IssueRecord], period: Period) -> tuple[Brief, ...]:
    """The latest version of every issue of the brief that ended before this period does."""
    latest: dict[str, Brief] = {}
    for record in records:
        if record.label != period.label:
            brief = brief_json.load(record.data)
            if brief.period.end < period.end.date().isoformat():
                latest[record.label] = brief
    return tuple(latest[label] for label in sorted(latest))


def parts(before: Brief, now: Brief) -> list[str]:
    """Names of the parts that differ, as brief.json has them; of stories how many."""
    differ = [f.name for f in fields(Brief) if getattr(before, f.name) != getattr(now, f.name)]
    if "stories" in differ:
        old, new = ({s.id: s for s in brief.stories} for brief in (before, now))
        changed = sum(old[key] != new[key] for key in old.keys() & new.keys())
        counts = f"{len(new.keys() - old.keys())} new, {len(old.keys() - new.keys())} gone, {changed} changed"
        differ[differ.index("stories")] = f"stories ({counts})"
    return differ
