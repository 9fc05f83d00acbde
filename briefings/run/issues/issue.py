"""An issue: composed from the store, drawn, written, remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefings import __version__, brief_json
from briefings.errors import RenderError
from briefings.run.analyst.edits import edits_for
from briefings.run.analyst.hand import Grouped, grouped, remember
from briefings.run.desk import Desk, Tick, quiet
from briefings.run.files import write
from briefings.run.intake.gather import digest
from briefings.run.issues.coverage import source_notes, source_states
from briefings.run.issues.fit import fitted
from briefings.run.issues.periods import Asked, period_options
from briefings.run.issues.verify import faults
from briefings.run.issues.window import Window, overlaps, told, window
from briefings.store import Find, IssueRecord
from briefings.types import Artifact, Period, Topic

if TYPE_CHECKING:
    from briefings.brief import BriefOptions, ComposeInput
    from briefings.brief_types import Brief
    from briefings.config import Config
    from briefings.settings import BriefSettings
    from briefings.store import Store


@dataclass(frozen=True)
class Issue:
    """What was written, and what the collection lacks."""

    brief: Brief
    paths: tuple[Path, ...]
    missing: tuple[str, ...] = ()

    @property
    def version(self) -> int:
        """Version of the issue, from 1."""
        return self.brief.version


def generate(desk: Desk, name: str | None, asked: Asked, formats: Sequence[str], tick: Tick = quiet) -> Issue:
    """Writes the issue of a period; an unchanged issue keeps its version and its bytes."""
    from briefings.render import RenderOptions, render

    name, settings = desk.config.brief(name)
    looks = RenderOptions(settings.paper, settings.template)
    period = asked.resolve(desk.now, period_options(settings))
    digest(desk, tick)
    held = window(desk, settings, period, tick)
    found = grouped(desk, held.items)
    inputs = compose_input(desk, name, settings, period, held, found)
    inputs = fitted(inputs, desk.config.templates, looks)
    brief, inputs = _versioned(desk.store, inputs)
    others = [_in_language(inputs, code) for code in _languages(desk.config, settings)]
    if wrong := [fault for one in (brief, *others) for fault in faults(one, desk)]:
        raise RenderError("Nothing was written, the brief would say what no source says: " + " ".join(wrong))
    artifacts = render(brief, formats, desk.config.templates, looks)
    artifacts += tuple(artifact for one in others for artifact in render(one, ("json",)))
    paths = write(desk.config.output / period.label, {a.name: a.data for a in artifacts})
    _remember(desk, inputs, brief, artifacts)
    remember(desk, found)
    write(desk.config.output, {"index.html": _index(desk)})
    missing = tuple(
        f"{s.name}: {s.reason or s.state}" for s in inputs.sources if s.state in ("failing", "dead")
    )
    return Issue(brief, paths, missing)


def compose_input(
    desk: Desk, name: str, settings: BriefSettings, period: Period, held: Window, found: Grouped
) -> ComposeInput:
    """Everything that the store, the configuration and a person's hand have for an issue."""
    from briefings.brief import ComposeInput
    from briefings.brief.period import cutoff

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
        },
    )


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


def _versioned(store: Store, inputs: ComposeInput) -> tuple[Brief, ComposeInput]:
    """The issue with its version, the last one's if nothing changed, else the next; and what it was composed from."""
    records = store.issues(inputs.options.name)
    written = [r for r in records if r.label == inputs.period.label]
    earlier = _earlier(records, inputs.period)
    version = written[-1].version if written else 1
    before = (*earlier, *(brief_json.load(r.data) for r in written if r.version < version))
    inputs = replace(inputs, version=version, previous=before)
    brief = composed(inputs)
    if written and brief_json.dump(brief) != written[-1].data:
        before = (*earlier, *(brief_json.load(r.data) for r in written))
        inputs = replace(inputs, version=version + 1, previous=before)
        brief = composed(inputs)
    return brief, inputs


def composed(inputs: ComposeInput) -> Brief:
    """The issue; what is marked above its own marking is not in it."""
    from briefings.brief import compose, cut

    return cut(compose(inputs), inputs.options.tlp).brief


def _languages(config: Config, settings: BriefSettings) -> list[str]:
    """Languages of the brief's lists beside its own: each gets an edition of its own."""
    lists = [config.settings.lists[name] for name in settings.lists]
    asked = {reader.language for of in lists for reader in (of, *of.recipients)}
    return sorted(asked - {"", settings.language})


def _in_language(inputs: ComposeInput, language: str) -> Brief:
    return composed(replace(inputs, options=replace(inputs.options, language=language)))


def _earlier(records: Sequence[IssueRecord], period: Period) -> tuple[Brief, ...]:
    """The latest version of every issue of the brief that ended before this period does."""
    latest: dict[str, Brief] = {}
    for record in records:
        if record.label != period.label:
            brief = brief_json.load(record.data)
            if brief.period.end < period.end.date().isoformat():
                latest[record.label] = brief
    return tuple(latest[label] for label in sorted(latest))


def _remember(desk: Desk, inputs: ComposeInput, brief: Brief, artifacts: Sequence[Artifact]) -> None:
    files: Mapping[str, str] = {a.name: hashlib.sha256(a.data).hexdigest() for a in artifacts}
    record = IssueRecord(
        inputs.options.name, inputs.period.label, brief.version, desk.now, brief_json.dump(brief), files
    )
    desk.store.put_issue(record)
    detail = {"brief": record.name, "period": record.label, "version": brief.version}
    desk.store.log("generate", detail, desk.now)


def _index(desk: Desk) -> bytes:
    from briefings.render import index

    return index(desk.store.issues())
