"""Editing the ``topics:`` of a configuration: comments and order stay, the file is replaced in one step.

A topic is written and taken away line by line, so that what stands around it is not touched; what changes inside a
topic goes through a YAML reader that keeps comments. An edit is made on a copy of the text, the copy is loaded as a
configuration would be, and only a configuration that loads is put in place. So an edit that would break something is
refused with the reason, and nothing is lost.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.cli import config_edit, topics_text
from briefings.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.config import Config

Change = Callable[[str, "Config"], str]
"""The text of a configuration and what it means -> the changed text."""


def add(path: Path, topic: Mapping[str, Any]) -> Config:
    """Add a topic, or switch one of a watch list on again.

    Raises ``UsageError`` when there is one of that id, ``ConfigError`` when it would break the file.
    """
    name = str(topic["id"])

    def change(text: str, config: Config) -> str:
        own = _own(config, name)
        if own is not None and own.get("disabled"):
            return topics_text.without_key(text, name, "disabled")
        if own is not None or name in config.watchlist.by_id:
            raise UsageError(
                f"There is a topic '{name}' already. Give it more names with `briefings topics alias {name}`."
            )
        return topics_text.appended(text, topic)

    return edit(path, change, name)


def alias(path: Path, name: str, language: str, words: Sequence[str], *, remove: bool = False) -> Config:
    """Give a topic more names in one language, or take names away."""

    def change(text: str, config: Config) -> str:
        _must_exist(name, config)
        if _own(config, name) is None:
            kind = {"without": list(words)} if remove else {"aliases": {language: list(words)}}
            return topics_text.appended(text, {"id": name, **kind})
        return topics_text.changed(text, name, lambda own: _renamed(own, language, words, remove=remove))

    return edit(path, change, name)


def remove(path: Path, name: str) -> Config:
    """Remove an own topic; a topic of a watch list is switched off instead."""

    def change(text: str, config: Config) -> str:
        _must_exist(name, config)
        own = _own(config, name)
        if own is not None:
            text = topics_text.without(text, name)
        if own is None or "kind" not in own:
            text = topics_text.appended(text, {"id": name, "disabled": True})
        return text

    return edit(path, change, name)


def edit(path: Path, change: Change, name: str) -> Config:
    """Change a configuration's text and put it in place if it still loads; the configuration that results.

    The names of the topic ``name`` must be sound as well: none that can never match or stands in nearly every text.
    Raises ``UsageError`` or ``ConfigError`` with the reason; the file is then as it was.
    """
    from briefings.config import load

    text = change(path.read_text("utf-8"), load(path))
    return config_edit.put(path, text, lambda config: _must_be_sound(config, name))


def _must_be_sound(config: Config, name: str) -> None:
    from briefings.watch import lint

    entry = config.watchlist.by_id.get(name)
    said = [f"{f.topic}: {f.text}" for f in (lint.of_entry(entry) if entry else ()) if f.weight == "error"]
    if said:
        raise UsageError("\n".join(["The change is refused:", *said]))


def _own(config: Config, name: str) -> Mapping[str, Any] | None:
    """What the configuration itself says of a topic."""
    return next((topic for topic in config.settings.topics if topic.get("id") == name), None)


def _must_exist(name: str, config: Config) -> None:
    known = list(config.watchlist.by_id)
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        hint = f"; did you mean '{near[0]}'?" if near else "; see `briefings topics list`"
        raise UsageError(f"There is no topic '{name}'{hint}")


def _renamed(own: config_edit.Tree, language: str, words: Sequence[str], *, remove: bool) -> None:
    if remove:
        _take_away(own, language, words)
    else:
        _give(own, language, words)


def _give(own: config_edit.Tree, language: str, words: Sequence[str]) -> None:
    aliases = own.setdefault("aliases", topics_text.nodes({}))
    listed = aliases.setdefault(language, topics_text.nodes([]))
    listed.extend(word for word in words if word not in listed)
    gone = own.get("without")
    if gone:
        own["without"] = topics_text.nodes([word for word in gone if word not in words])


def _take_away(own: config_edit.Tree, language: str, words: Sequence[str]) -> None:
    listed = own.get("aliases", {}).get(language, [])
    for word in words:
        if word in listed:
            listed.remove(word)
        else:
            own.setdefault("without", topics_text.nodes([])).append(word)
    if language in own.get("aliases", {}) and not listed:
        del own["aliases"][language]
