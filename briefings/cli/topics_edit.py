"""Editing the ``topics:`` of a configuration: comments and order stay, the file is replaced in one step.

An edit is made on a copy of the text, the copy is loaded as a configuration would be, and only a configuration
that loads is put in place. So an edit that would break something is refused with the reason, and nothing is lost.
"""

from __future__ import annotations

import difflib
import io
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ruamel.yaml import YAML

    from briefings.config import Config

Tree = Any
"""A ruamel.yaml mapping or sequence: behaves like dict or list and carries its comments."""


def add(path: Path, topic: Mapping[str, Any]) -> Config:
    """Add a topic. Raises ``UsageError`` when its id exists, ``ConfigError`` when it would break the file."""
    name = str(topic["id"])

    def change(tree: Tree, known: Sequence[str]) -> None:
        if name in known or _own(tree, name) is not None:
            raise UsageError(
                f"There is a topic '{name}' already. Give it more names with `briefings topics alias {name}`."
            )
        _topics(tree).append(_flow(dict(topic)))

    return edit(path, change)


def alias(path: Path, name: str, language: str, words: Sequence[str], *, remove: bool = False) -> Config:
    """Give a topic more names in one language, or take names away."""

    def change(tree: Tree, known: Sequence[str]) -> None:
        _must_exist(name, known)
        own = _own(tree, name)
        if own is None:
            own = _flow({"id": name})
            _topics(tree).append(own)
        if remove:
            _take_away(own, language, words)
        else:
            _give(own, language, words)

    return edit(path, change)


def remove(path: Path, name: str) -> Config:
    """Remove an own topic; a topic of a watch list is switched off instead."""

    def change(tree: Tree, known: Sequence[str]) -> None:
        _must_exist(name, known)
        own = _own(tree, name)
        topics = _topics(tree)
        if own is not None:
            topics.remove(own)
        if own is None or _from_list(path, name):
            topics.append(_flow({"id": name, "disabled": True}))

    return edit(path, change)


def edit(path: Path, change: Callable[[Tree, Sequence[str]], None]) -> Config:
    """Change a configuration's tree and put it in place if it still loads; the configuration that results.

    Raises ``UsageError`` or ``ConfigError`` with the reason; the file is then as it was.
    """
    from briefings.config import load

    before = load(path)
    yaml = _yaml(path)
    text = path.read_text("utf-8")
    tree = yaml.load(text)
    had_topics = bool(tree.get("topics"))
    change(tree, [topic.id for topic in before.watchlist.topics])
    if had_topics and tree.get("topics") == []:
        return _put(path, _without_topics(text))
    stream = io.StringIO()
    yaml.dump(tree, stream)
    return _put(path, stream.getvalue())


def _without_topics(text: str) -> str:
    """The text with no own topics: an emptied block would be written below the comments that stand in it."""
    lines = text.splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if re.match(r"topics\s*:", line))
    after = (n for n, line in enumerate(lines[start + 1 :], start + 1) if re.match(r"[^\s#-]", line))
    end = next(after, len(lines))
    kept = [line for line in lines[start + 1 : end] if not line.strip() or line.lstrip().startswith("#")]
    return "".join([*lines[:start], "topics: []\n", *kept, *lines[end:]])


def _put(path: Path, text: str) -> Config:
    """Write beside the file, load it there, then move it into place."""
    from briefings.config import load

    real = path.resolve()
    handle, name = tempfile.mkstemp(prefix=".config-", suffix=".yaml", dir=real.parent)
    staged = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        load(staged)
        shutil.copymode(real, staged)
        staged.replace(real)
    except ConfigError as error:
        said = [mistake.replace(str(staged), str(path)) for mistake in error.mistakes]
        raise ConfigError(
            ["The change is refused, because with it the configuration would not load:", *said]
        ) from None
    finally:
        staged.unlink(missing_ok=True)
    return load(path)


def _yaml(path: Path) -> YAML:
    """A round-trip reader that keeps the file's own indentation of lists."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    indented = any(line.startswith("  - ") for line in path.read_text("utf-8").splitlines())
    if indented:
        yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _topics(tree: Tree) -> Tree:
    from ruamel.yaml.comments import CommentedSeq

    if not tree.get("topics"):
        old = tree.get("topics")
        fresh = CommentedSeq()
        if old is not None and getattr(old, "ca", None) is not None:
            _keep_comments(old, fresh)
        tree["topics"] = fresh
    return tree["topics"]


def _keep_comments(old: Tree, fresh: Tree) -> None:
    """Move what is written after an empty list to the list that takes its place."""
    fresh.ca.comment = old.ca.comment
    fresh.ca.end = getattr(old.ca, "end", [])


def _own(tree: Tree, name: str) -> Tree | None:
    return next((topic for topic in tree.get("topics") or () if topic.get("id") == name), None)


def _from_list(path: Path, name: str) -> bool:
    """Whether a watch list has that topic, whatever the configuration adds."""
    from briefings.config import load

    config = load(path)
    own = {str(topic.get("id")) for topic in config.settings.topics if "kind" in topic}
    return name not in own


def _must_exist(name: str, known: Sequence[str]) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        hint = f"; did you mean '{near[0]}'?" if near else "; see `briefings topics list`"
        raise UsageError(f"There is no topic '{name}'{hint}")


def _give(own: Tree, language: str, words: Sequence[str]) -> None:
    aliases = own.setdefault("aliases", _flow({}))
    listed = aliases.setdefault(language, _flow([]))
    listed.extend(word for word in words if word not in listed)
    gone = own.get("without")
    if gone:
        own["without"] = _flow([word for word in gone if word not in words])


def _take_away(own: Tree, language: str, words: Sequence[str]) -> None:
    listed = own.get("aliases", {}).get(language, [])
    for word in words:
        if word in listed:
            listed.remove(word)
        else:
            own.setdefault("without", _flow([])).append(word)
    if language in own.get("aliases", {}) and not listed:
        del own["aliases"][language]


def _flow(value: Any) -> Tree:
    """The value as YAML nodes: the topic as a block, what is inside it on one line."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, dict):
        made = CommentedMap({key: _inline(item) for key, item in value.items()})
        if not value:
            made.fa.set_flow_style()
        return made
    made_list = CommentedSeq(value)
    made_list.fa.set_flow_style()
    return made_list


def _inline(value: Any) -> Tree:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, dict):
        made = CommentedMap({key: _inline(item) for key, item in value.items()})
        made.fa.set_flow_style()
        return made
    if isinstance(value, list | tuple):
        made_list = CommentedSeq(_inline(item) for item in value)
        made_list.fa.set_flow_style()
        return made_list
    return value
