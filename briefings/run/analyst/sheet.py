"""What a person may set for an issue: the form of the sheet, and what is wrong with a filled-in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from briefings.brief.language.lint import entered, worded
from briefings.brief.material.marking import ORDER
from briefings.brief.sections.tables import ARROWS
from briefings.errors import ConfigError
from briefings.text import clean
from briefings.yaml_text import Lines, Location, nearest, parse, sentence

STATUSES = ("announced", "confirmed", "expected", "tentative", "postponed", "cancelled")
"""Of an event that is to come."""

MOST_POINTS = 5
"""Key points of an issue (docs/method.md, limits)."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _blank(cls, tree: Any) -> Any:
        """A key with nothing after it is a value that is not set."""
        return {k: v for k, v in tree.items() if v is not None} if isinstance(tree, Mapping) else tree

    @field_validator("*", mode="after")
    @classmethod
    def _tidy(cls, value: Any) -> Any:
        if isinstance(value, list):
            return [tidy(v) if isinstance(v, str) else v for v in value]
        return tidy(value) if isinstance(value, str) else value


class StoryPart(_Part):
    """What is set for one story."""

    headline: str = ""
    assessed: str = ""
    so_what: str = ""
    tlp: str = ""


class ArrowPart(_Part):
    """The arrow of a border or body; it is printed with its reason."""

    arrow: str = ""
    reason: str = ""


class EventPart(_Part):
    """What is set for an event of the calendar."""

    name: str = ""
    date: str = ""
    place: str = ""
    status: str = ""
    same_as: str = ""
    drop: bool = False


class CorrectionPart(_Part):
    """An entry of the corrections register."""

    issue: str = Field(min_length=1)
    text: str = Field(min_length=1)


class Sheet(_Part):
    """Everything at once; blank = as composed."""

    brief: str = ""
    issue: str = ""
    based_on: int = 0
    bottom_line: str = ""
    key_points: list[str] = Field(default=[], max_length=MOST_POINTS)
    pins: list[str] = []
    drops: list[str] = []
    stories: dict[str, StoryPart] = {}
    arrows: dict[str, ArrowPart] = {}
    events: dict[str, EventPart] = {}
    reviewed_by: str = ""
    corrections: list[CorrectionPart] = []

    def payload(self) -> dict[str, object]:
        """What is set, without anything blank: what the store keeps."""
        tree = self.model_dump(exclude={"brief", "issue", "based_on"})
        return {key: value for key, value in ((k, _filled(v)) for k, v in tree.items()) if value}


@dataclass(frozen=True)
class Known:
    """What a sheet may name."""

    brief: str
    issue: str
    stories: frozenset[str]
    topics: frozenset[str]
    vocabulary: str
    events: frozenset[str] = frozenset()


def tidy(text: str) -> str:
    """One line, without what no reader sees."""
    return " ".join(clean(text).split())


def names(text: str, where: str) -> tuple[str, str]:
    """The brief and the issue that a sheet says it is for. Raises ``ConfigError`` when it is no YAML mapping."""
    tree, _ = _tree(text, where)
    return str(tree.get("brief") or ""), str(tree.get("issue") or "")


def read(text: str, where: str, known: Known) -> Sheet:
    """A valid sheet. Raises ``ConfigError`` with every mistake, each with its line and path."""
    tree, lines = _tree(text, where)
    found: list[tuple[int, str]] = []
    try:
        sheet = Sheet.model_validate(tree)
    except ValidationError as error:
        found = [(lines.find(e["loc"]), sentence(e, where, lines, Sheet)) for e in error.errors()]
        sheet = _rest(tree, [e["loc"] for e in error.errors()])
    found += [
        (line, f"{where}:{line}: {_dotted(at)}: {said}")
        for at, said in _mistakes(sheet, known)
        for line in [lines.find(at)]
    ]
    if found:
        raise ConfigError(list(dict.fromkeys(said for _, said in sorted(found))))
    return sheet


def _rest(tree: dict[str, Any], wrong: Sequence[Location]) -> Sheet:
    """The sheet without the values that cannot be read, so that the others' mistakes are told, too."""
    tops = {place[0] for place in wrong if place}
    whole = {place[0] for place in wrong if len(place) < 3}
    left: dict[str, Any] = {}
    for key, value in tree.items():
        if key not in tops:
            left[key] = value
        elif key not in whole and isinstance(value, dict):
            fields = {(place[1], place[2]) for place in wrong if place[0] == key}
            left[key] = {
                n: {f: v for f, v in part.items() if (n, f) not in fields} for n, part in value.items()
            }
    try:
        return Sheet.model_validate(left)
    except ValidationError:
        return Sheet()


def _tree(text: str, where: str) -> tuple[dict[str, Any], Lines]:
    tree, lines = parse(text, where)
    if not isinstance(tree, dict):
        raise ConfigError(
            [f"{where}: this is no sheet of edits; `briefings edit --show` prints one to fill in."]
        )
    return tree, lines


def _dotted(where: Location) -> str:
    return ".".join(str(step) for step in where)


def _mistakes(sheet: Sheet, known: Known) -> Iterator[tuple[Location, str]]:
    for key, own, right in (("brief", sheet.brief, known.brief), ("issue", sheet.issue, known.issue)):
        if own not in ("", right):
            yield (key,), f"this sheet is for '{own}', not for '{right}'"
    yield from _unknown(sheet, known)
    for story, about in sheet.stories.items():
        if about.tlp and about.tlp not in ORDER:
            yield ("stories", story, "tlp"), f"'{about.tlp}' is none of {', '.join(ORDER)}"
    for n, story in enumerate(sheet.drops):
        if story in sheet.pins:
            yield ("drops", n), f"'{story}' is pinned too: choose one"
    for topic, part in sheet.arrows.items():
        if part.arrow not in ("", *ARROWS):
            yield ("arrows", topic, "arrow"), f"'{part.arrow}' is none of {', '.join(sorted(ARROWS))}"
        elif part.arrow and not part.reason:
            yield ("arrows", topic, "reason"), "an arrow is printed with its reason: say why"
    yield from _wrong_events(sheet, known)
    for where, text in _texts(sheet):
        if where[-1] == "tlp":
            continue
        check = entered if where[-1] in ("assessed", "so_what") else worded
        yield from ((where, fault) for fault in check(text, known.vocabulary))


def _wrong_events(sheet: Sheet, known: Known) -> Iterator[tuple[Location, str]]:
    for event, part in sheet.events.items():
        for key, name in (((), event), (("same_as",), part.same_as)):
            if name and name not in known.events:
                yield (
                    ("events", event, *key),
                    f"there is no event '{name}' in this issue{_near(name, known.events)}",
                )
        if part.same_as == event:
            yield ("events", event, "same_as"), "an event is itself already: name the other one"
        if part.status and part.status not in STATUSES:
            yield ("events", event, "status"), f"'{part.status}' is none of {', '.join(STATUSES)}"
        if part.date and not _is_day(part.date):
            yield ("events", event, "date"), f"'{part.date}' is not a day: write it like 2024-11-28"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _unknown(sheet: Sheet, known: Known) -> Iterator[tuple[Location, str]]:
    places: list[tuple[Location, str]] = [(("stories", story), story) for story in sheet.stories]
    for key, listed in (("pins", sheet.pins), ("drops", sheet.drops)):
        places += [((key, n), story) for n, story in enumerate(listed)]
        twice = {story for story in listed if listed.count(story) > 1}
        yield from (((key,), f"'{story}' stands twice") for story in sorted(twice))
    for where, story in places:
        if story not in known.stories:
            yield where, f"there is no story '{story}' in this issue{_near(story, known.stories)}"
    for topic in sheet.arrows:
        if topic not in known.topics:
            yield ("arrows", topic), f"this brief watches no '{topic}'{_near(topic, known.topics)}"


def _near(name: str, known: frozenset[str]) -> str:
    found = nearest(name, sorted(known))
    return found if "did you mean" in found else ""


def _texts(sheet: Sheet) -> Iterator[tuple[Location, str]]:
    """Everything that a person worded, with its place."""
    yield ("bottom_line",), sheet.bottom_line
    yield from ((("key_points", n), text) for n, text in enumerate(sheet.key_points))
    for story, part in sheet.stories.items():
        yield from ((("stories", story, key), text) for key, text in part.model_dump().items())
    yield from ((("arrows", topic, "reason"), part.reason) for topic, part in sheet.arrows.items())
    yield from ((("events", event, "name"), part.name) for event, part in sheet.events.items())


def _filled(value: Any) -> Any:
    """The value without what is blank in it."""
    if isinstance(value, dict):
        return {k: v for k, v in ((k, _filled(v)) for k, v in value.items()) if v}
    if isinstance(value, list):
        return [v for v in map(_filled, value) if v]
    return value
