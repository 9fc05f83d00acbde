"""An issue: composed from the store, drawn, written, remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefings import brief_json
from briefings.errors import RenderError
from briefings.run.desk import Desk, Tick, quiet
from briefings.run.files import write
from briefings.run.hand.stories import remember
from briefings.run.intake.gather import digest
from briefings.run.issues.composing import as_version, composed, gathered, like, looks
from briefings.run.issues.periods import Asked, period_options
from briefings.run.issues.verify import faults
from briefings.store import IssueRecord
from briefings.types import Artifact, Period

if TYPE_CHECKING:
    from briefings.brief import ComposeInput
    from briefings.brief_types import Brief
    from briefings.config import Config
    from briefings.run.hand.stories import Grouped
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
    from briefings.render import render

    name, settings = desk.config.brief(name)
    period = asked.resolve(desk.now, period_options(settings))
    brief, inputs, found = _made(desk, name, period, tick)
    others = [_in_language(inputs, code) for code in _languages(desk.config, settings)]
    _held(desk, brief, *others)
    artifacts = render(brief, formats, desk.config.templates, looks(settings))
    artifacts += tuple(artifact for one in others for artifact in render(one, ("json",)))
    paths = write(desk.config.output / period.label, {a.name: a.data for a in artifacts})
    _remember(desk, inputs, brief, artifacts)
    remember(desk, found)
    write(desk.config.output, {"index.html": _index(desk)})
    missing = tuple(
        f"{s.name}: {s.reason or s.state}" for s in inputs.sources if s.state in ("failing", "dead")
    )
    return Issue(brief, paths, missing)


def preview(desk: Desk, name: str | None, asked: Asked, formats: Sequence[str]) -> tuple[Path, ...]:
    """Draws the issue as ``generate`` would write it, into a folder of its own; it is no version of anything."""
    from briefings.render import render

    name, settings = desk.config.brief(name)
    brief, _, _ = _made(desk, name, asked.resolve(desk.now, period_options(settings)), quiet)
    _held(desk, brief)
    artifacts = render(brief, formats, desk.config.templates, looks(settings))
    return write(desk.config.output / "preview", {a.name: a.data for a in artifacts})


def _made(desk: Desk, name: str, period: Period, tick: Tick) -> tuple[Brief, ComposeInput, Grouped]:
    """The issue as the store, the configuration and a person's hand have it now."""
    digest(desk, tick)
    inputs, found = gathered(desk, name, desk.config.brief(name)[1], period, tick)
    return *_versioned(desk.store, inputs), found


def _held(desk: Desk, *briefs: Brief) -> None:
    """Raises ``RenderError`` when a line stands in no source that it cites."""
    if wrong := [fault for one in briefs for fault in faults(one, desk)]:
        raise RenderError("Nothing was written, the brief would say what no source says: " + " ".join(wrong))


def _versioned(store: Store, inputs: ComposeInput) -> tuple[Brief, ComposeInput]:
    """The issue with its version, the last one's if nothing changed, else the next; and what it was composed from.

    A change of the configuration that changes nothing in the issue makes no version: it stays as it was written.
    """
    records = store.issues(inputs.options.name)
    written = [r for r in records if r.label == inputs.period.label]
    if written:
        last = brief_json.load(written[-1].data)
        same = as_version(like(inputs, last), records, last.version)
        brief = composed(same)
        if brief_json.dump(brief) == written[-1].data:
            return brief, same
    inputs = as_version(inputs, records, written[-1].version + 1 if written else 1)
    return composed(inputs), inputs


def _languages(config: Config, settings: BriefSettings) -> list[str]:
    """Languages of the brief's lists beside its own: each gets an edition of its own."""
    lists = [config.settings.lists[name] for name in settings.lists]
    asked = {reader.language for of in lists for reader in (of, *of.recipients)}
    return sorted(asked - {"", settings.language})


def _in_language(inputs: ComposeInput, language: str) -> Brief:
    return composed(replace(inputs, options=replace(inputs.options, language=language)))


def _remember(desk: Desk, inputs: ComposeInput, brief: Brief, artifacts: Sequence[Artifact]) -> None:
    files: Mapping[str, str] = {a.name: hashlib.sha256(a.data).hexdigest() for a in artifacts}
    record = IssueRecord(
        inputs.options.name, inputs.period.label, brief.version, desk.now, brief_json.dump(brief), files
    )
    desk.store.put_issue(record)
    named = {"brief": record.name, "period": record.label, "version": brief.version}
    desk.store.log("generate", {**named, "files": sorted(files.values())}, desk.now)


def _index(desk: Desk) -> bytes:
    from briefings.render import index

    return index(desk.store.issues())
