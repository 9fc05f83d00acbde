"""What a reader asked for: some sections, times in a zone of his own, a neutral title."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from briefings.brief.language import wording
from briefings.brief.sections.references import walk
from briefings.brief_types import Changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.brief_types import Brief, EventLine

SECTIONS: Mapping[str, Mapping[str, Any]] = {
    "borders": {"borders": (), "bodies": ()},
    "changes": {"changes": Changes()},
    "ahead": {"events": ()},
    "trends": {"strip": ()},
    "stories": {"stories": (), "themes": ()},
    "noted": {"also_noted": ()},
}
"""Section -> the fields that are empty without it. Summary, coverage, corrections and sources are in every edition."""


def only(brief: Brief, sections: Iterable[str]) -> Brief:
    """The brief with these sections; none named means all. References nobody cites any more go, too."""
    wanted = set(sections)
    if not wanted:
        return brief
    without = [name for name in SECTIONS if name not in wanted]
    fields = {field: value for name in without for field, value in SECTIONS[name].items()}
    hidden = dict.fromkeys((*brief.brief.left_out, *without))
    edition = replace(brief, brief=replace(brief.brief, left_out=tuple(hidden)), **fields)
    cited = {n for numbers in walk(edition) for n in numbers}
    return replace(edition, references=tuple(r for r in brief.references if r.n in cited))


def in_zone(brief: Brief, zone: str) -> Brief:
    """The brief with each event's hour in a reader's zone beside its own; none named changes nothing."""
    if not zone or zone == brief.period.timezone:
        return brief
    return replace(brief, events=tuple(_beside(event, ZoneInfo(zone)) for event in brief.events))


def _beside(event: EventLine, zone: ZoneInfo) -> EventLine:
    """``10:00 (UTC+05:00)`` with ``= 06:00 Europe/Berlin`` as a remark; the date where it is another one."""
    hour, _, rest = event.time.partition(" ")
    offset = rest.strip("()").removeprefix("UTC") or "+00:00"
    try:
        moment = datetime.fromisoformat(f"{event.start[:10]}T{hour}{offset}").astimezone(zone)
    except ValueError:
        return event
    same = moment.date().isoformat() == event.start[:10]
    told = f"= {moment:%H:%M}" if same else f"= {moment:%Y-%m-%d %H:%M}"
    remark = f"{told} {zone.key} ({wording.offset(moment)})"
    return replace(event, caveat=f"{event.caveat}; {remark}" if event.caveat else remark)


def discreet(brief: Brief, title: str) -> Brief:
    """The brief under a neutral title, which names its files, too; none given changes nothing."""
    if not title:
        return brief
    name = "-".join(re.findall(r"[a-z0-9]+", title.lower())) or "notes"
    identity = replace(brief.brief, title=title, name=name, issuer="", contact="")
    return replace(brief, brief=identity)
