"""config.yaml -> Config: every mistake at once, each with its line and path.

What may stand in the file is declared in ``settings``; this module reads it, finds the lines of mistakes, checks
what one part says of another, and hands the rooms their options.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from briefings import kept, watch
from briefings.errors import ConfigError, UsageError
from briefings.settings import BriefSettings, ConfigFile, SourceSettings
from briefings.types import Source
from briefings.yaml_text import Location, nearest, parse, sentence

_LONG_LIST = 50_000
"""Characters of YAML from which reading it takes longer than looking for its tree in the cache."""
_MOST_LISTS = 8


@dataclass(frozen=True)
class Config:
    """A valid configuration; paths in it are absolute."""

    path: Path
    settings: ConfigFile
    watchlist: watch.WatchList
    """All configured lists with the own topics, merged."""
    outlets: tuple[Source, ...]
    """The configured sources, then the shipped directory's outlets that they do not replace."""

    @property
    def folder(self) -> Path:
        """Where relative paths start."""
        return self.path.parent

    @property
    def output(self) -> Path:
        """Where issues are written."""
        return self.folder / "output"

    @property
    def templates(self) -> Path | None:
        """The user's own templates, if there are any."""
        folder = self.folder / "templates"
        return folder if folder.is_dir() else None

    @property
    def store(self) -> str:
        """Address of the store."""
        url = self.settings.store
        name = url.removeprefix("sqlite:///")
        return url if name == url or Path(name).is_absolute() else f"sqlite:///{self.folder / name}"

    @property
    def sources(self) -> tuple[Source, ...]:
        """The configured sources."""
        return tuple(_source(s, self.folder) for s in self.settings.sources)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of what the settings mean for a brief, whatever their order, comments and layout.

        Who gets it and how it is sent changes no brief: a new recipient makes no new version.
        """
        tree = self.settings.model_dump(mode="json", exclude={"lists", "delivery"})
        text = json.dumps(tree, sort_keys=True, ensure_ascii=False) + self.watchlist.digest
        return hashlib.sha256(text.encode()).hexdigest()

    def brief(self, name: str | None = None) -> tuple[str, BriefSettings]:
        """The named brief, or the only one. Raises ``UsageError`` for an unknown name."""
        briefs = self.settings.briefs
        if name is None and len(briefs) > 1:
            raise UsageError(f"{self.path} has several briefs: choose one with --brief {' | '.join(briefs)}")
        name = name or next(iter(briefs))
        if name not in briefs:
            raise UsageError(f"There is no brief '{name}' in {self.path}; it has: {', '.join(briefs)}")
        return name, briefs[name]


def load(path: Path) -> Config:
    """Reads and checks a configuration.

    Raises ``UsageError`` when there is no such file, ``ConfigError`` with every mistake in it.
    """
    path = path.absolute()
    text = _read(path)
    tree, lines = parse(text, str(path))
    try:
        settings = ConfigFile.model_validate(tree)
    except ValidationError as error:
        raise ConfigError([sentence(e, str(path), lines, ConfigFile) for e in error.errors()]) from None
    mistakes = [f"{path}:{lines.find(where)}: {said}" for where, said in _contradictions(settings)]
    try:
        watchlist = _watchlist(settings, path)
    except ConfigError as error:
        mistakes += error.mistakes
    if mistakes:
        raise ConfigError(mistakes)
    return Config(path, settings, watchlist, _outlets(settings, path.parent))


def shipped_lists() -> tuple[str, ...]:
    """Names of the watch lists that come with the program."""
    folder = resources.files("briefings") / "watchlists"
    names = (item.name for item in folder.iterdir() if item.name.endswith(".yaml"))
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name != "outlets.yaml"))


def shipped(name: str) -> Path:
    """A file or folder that stands at the top of the source tree and inside the installed package."""
    package = Path(str(resources.files("briefings")))
    inside = package / name
    return inside if inside.exists() else package.parent / name


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (FileNotFoundError, IsADirectoryError):
        raise UsageError(
            f"There is no configuration at {path}: start one with `briefings init`, or name one with -c."
        ) from None
    except (UnicodeDecodeError, OSError) as error:
        raise ConfigError([f"{path}: cannot be read ({error}); save it as UTF-8 text."]) from None


def _contradictions(settings: ConfigFile) -> Iterator[tuple[Location, str]]:
    seen: set[str] = set()
    for n, source in enumerate(settings.sources):
        if source.id in seen:
            yield ("sources", n), f"sources.{n}.id: '{source.id}' stands twice; ids are unique"
        seen.add(source.id)
        if source.type != "none" and not source.url:
            yield ("sources", n), f"sources.{n}.url: a source of type {source.type} needs a url"
        if source.type in {"reliefweb", "gdelt"} and not source.query:
            yield (
                ("sources", n),
                f"sources.{n}.query: a source of type {source.type} needs words to search for",
            )
    for name, brief in settings.briefs.items():
        for n, wanted in enumerate(brief.lists):
            if wanted not in settings.lists:
                said = f"there is no list '{wanted}'{nearest(wanted, list(settings.lists))}"
                yield ("briefs", name, "lists", n), f"briefs.{name}.lists.{n}: {said}"
        for n, wanted in enumerate(brief.watchlists):
            if wanted not in settings.watchlists:
                said = f"'{wanted}' is not under watchlists{nearest(wanted, settings.watchlists)}"
                yield ("briefs", name, "watchlists", n), f"briefs.{name}.watchlists.{n}: {said}"


def _watchlist(settings: ConfigFile, path: Path) -> watch.WatchList:
    lists = [watch.parse(_list_tree(name, path), name) for name in settings.watchlists]
    merged = watch.merge(lists, settings.topics)
    known = {topic.id for topic in merged.topics}
    mistakes = [
        f"{path}: briefs.{name}.topics: there is no topic '{topic}'{nearest(topic, sorted(known))}"
        for name, brief in settings.briefs.items()
        for topic in brief.topics
        if topic not in known
    ]
    if mistakes:
        raise ConfigError(mistakes)
    return merged


def _list_tree(name: str, path: Path) -> Mapping[str, Any]:
    if name in shipped_lists():
        text = (resources.files("briefings") / "watchlists" / f"{name}.yaml").read_text("utf-8")
        where = name
    else:
        file = path.parent / name
        if not file.is_file():
            known = ", ".join(shipped_lists())
            raise ConfigError(
                [f"{path}: watchlists: '{name}' is neither a file nor a shipped list ({known})"]
            )
        text, where = _read(file), str(file)
    name = f"list-{hashlib.sha256(text.encode()).hexdigest()[:32]}.json"
    tree = kept.take(name) if len(text) > _LONG_LIST else None
    if tree is None:
        tree, _ = parse(text, where)
        if len(text) > _LONG_LIST:
            kept.keep(name, tree)
            kept.thin("list-*.json", _MOST_LISTS)
    if not isinstance(tree, dict):
        raise ConfigError([f"{where}: a watch list is a mapping; see the shipped ones for its keys"])
    return tree


def _source(settings: SourceSettings, folder: Path) -> Source:
    values = settings.model_dump()
    if settings.day_first is None:
        values["day_first"] = settings.country != "US"
    if settings.type == "folder":
        values["url"] = str(folder / settings.url)
    return Source(**values)


def _outlets(settings: ConfigFile, folder: Path) -> tuple[Source, ...]:
    """The shipped directory with the configured sources in it: what they leave unsaid stays as shipped."""
    text = (resources.files("briefings") / "watchlists" / "outlets.yaml").read_text("utf-8")
    known = {entry["id"]: entry for entry in yaml.load(text, yaml.CSafeLoader)}
    own = []
    for source in settings.sources:
        entry = known.pop(source.id, {})
        own.append(SourceSettings.model_validate(entry | source.model_dump(exclude_unset=True)))
    shipped = (SourceSettings.model_validate(entry) for entry in known.values())
    return tuple(_source(s, folder) for s in (*own, *shipped))
