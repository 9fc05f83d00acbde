"""The ``topics:`` of a configuration as text: one topic written, taken away or changed, other lines as they were."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml

from briefings.cli.config_edit import Tree, reader, through_tree


def appended(text: str, topic: Mapping[str, Any]) -> str:
    """The text with one more topic, behind the last one."""
    lines = text.splitlines(keepends=True)
    key, listed = _topics(text)
    if key is None:
        gap = "" if not text or text.endswith("\n") else "\n"
        return f"{text}{gap}topics:\n{_written(topic, 2)}"
    if isinstance(listed, yaml.SequenceNode) and listed.value and not listed.flow_style:
        return _inserted(lines, _last_line(listed, lines) + 1, _written(topic, listed.start_mark.column))
    if isinstance(listed, yaml.SequenceNode) and listed.value:
        return through_tree(text, lambda tree: tree["topics"].append(nodes(topic)))
    at = key.start_mark.line
    lines[at] = re.sub(r"^(\s*topics\s*:)\s*(?:\[\s*\]|null|~)?", r"\1", lines[at])
    return _inserted(lines, at + 1, _written(topic, 2))


def without(text: str, name: str) -> str:
    """The text without one topic; comments around it stay."""
    lines = text.splitlines(keepends=True)
    key, listed = _topics(text)
    item = _item(listed, name)
    if key is None or item is None:
        return text
    if listed.flow_style:
        return through_tree(text, lambda tree: tree["topics"].remove(_named(tree, name)))
    del lines[item.start_mark.line : _last_line(item, lines) + 1]
    if len(listed.value) == 1:
        at = key.start_mark.line
        lines[at] = re.sub(r"^(\s*topics\s*:)", r"\1 []", lines[at])
    return "".join(lines)


def without_key(text: str, name: str, key: str) -> str:
    """The text without one setting of a topic; without the topic when nothing else was said of it."""
    item = _item(_topics(text)[1], name)
    said = {str(k.value) for k, _ in item.value} if item else set()
    if said <= {"id", key}:
        return without(text, name)
    return changed(text, name, lambda own: own.pop(key))


def changed(text: str, name: str, change: Callable[[Tree], object]) -> str:
    """The text with one topic changed by a function."""
    return through_tree(text, lambda tree: change(_named(tree, name)))


def nodes(value: Any, *, inside: bool = False) -> Tree:
    """The value as YAML nodes: the topic as a block, what is inside it on one line."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, Mapping):
        made = CommentedMap({key: nodes(item, inside=True) for key, item in value.items()})
        if inside or not value:
            made.fa.set_flow_style()
        return made
    if isinstance(value, list | tuple):
        listed = CommentedSeq(nodes(item, inside=True) for item in value)
        listed.fa.set_flow_style()
        return listed
    return value


def _topics(text: str) -> tuple[yaml.Node | None, Any]:
    """The key ``topics`` and its value as nodes that know their lines; ``None`` where there is no such key."""
    root = yaml.compose(text, yaml.CSafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next(((key, value) for key, value in pairs if key.value == "topics"), (None, None))


def _item(listed: Any, name: str) -> Any:
    items = listed.value if isinstance(listed, yaml.SequenceNode) else ()
    for item in items:
        pairs = item.value if isinstance(item, yaml.MappingNode) else ()
        if any(key.value == "id" and value.value == name for key, value in pairs):
            return item
    return None


def _last_line(node: Any, lines: list[str]) -> int:
    """The last line of a node; what a reader counts to it but is blank or comment is not."""
    if getattr(node, "flow_style", True) or not node.value:
        mark = node.end_mark
        last = mark.line if mark.column else mark.line - 1
        while last > node.start_mark.line and re.match(r"\s*(#|$)", lines[last]):
            last -= 1
        return int(last)
    end = node.value[-1]
    return _last_line(end[1] if isinstance(end, tuple) else end, lines)


def _inserted(lines: list[str], at: int, block: str) -> str:
    if at and not lines[at - 1].endswith("\n"):
        lines[at - 1] += "\n"
    return "".join([*lines[:at], block, *lines[at:]])


def _written(topic: Mapping[str, Any], indent: int) -> str:
    stream = io.StringIO()
    reader("").dump([nodes(topic)], stream)
    return "".join(f"{' ' * indent}{line}" for line in stream.getvalue().splitlines(keepends=True))


def _named(tree: Tree, name: str) -> Tree:
    return next(topic for topic in tree["topics"] if topic.get("id") == name)
