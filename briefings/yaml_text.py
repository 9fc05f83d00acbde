"""YAML that people write: its tree, the line of every mistake, the nearest known name for an unknown one."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import BaseModel

from briefings.errors import ConfigError

Location = tuple[str | int, ...]
"""Keys and positions that lead to a place in a tree."""


@dataclass(frozen=True)
class Lines:
    """Line numbers of the places in a YAML text, found only when a mistake asks."""

    root: yaml.Node | None

    def find(self, where: Location) -> int:
        """The line of a place, or of the nearest group around it that is written out."""
        node, line = self.root, 1
        for step in where:
            found = _child(node, step)
            if found is None:
                break
            node, line = found
        return line


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line + 1
    return None


def parse(text: str, where: str) -> tuple[Any, Lines]:
    """The tree of a YAML text and its lines. Raises ``ConfigError`` when it is not YAML or a key stands twice."""
    try:
        root = yaml.compose(text, yaml.CSafeLoader)
        tree = yaml.load(text, yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigError([f"{where}:{line}: not YAML: {error.problem or error.context}"]) from None
    except yaml.YAMLError as error:
        raise ConfigError([f"{where}: not YAML: {error}"]) from None
    twice = [f"{where}:{line}: '{key}' stands twice in one group" for key, line in _doubles(root)]
    if twice:
        raise ConfigError(twice)
    return tree or {}, Lines(root)


def _doubles(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _doubles(item)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if str(key.value) in seen:
                yield str(key.value), key.start_mark.line + 1
            seen.add(str(key.value))
            yield from _doubles(value)


def sentence(error: Any, path: str, lines: Lines, model: type[BaseModel]) -> str:
    """A mistake that a model found: where, what, and the nearest known name."""
    where: Location = tuple(error["loc"])
    dotted = ".".join(str(step) for step in where if step != "[key]")
    said = str(error["msg"]).removeprefix("Value error, ")
    if error["type"] == "extra_forbidden":
        said = f"unknown setting{nearest(str(where[-1]), _known(model, where[:-1]))}"
    elif error["type"] == "missing":
        said = "this setting is missing"
    return f"{path}:{lines.find(where)}: {dotted}: {said}"


def nearest(name: str, known: Sequence[str]) -> str:
    """The end of a sentence about an unknown name: the nearest known one, or all of them."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else f"; known here: {', '.join(known)}"


def _known(model: type[BaseModel], where: Location) -> list[str]:
    """Names of the settings of the group at a place of the file."""
    kind: Any = model
    for step in where:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            fields = {f.alias or name: f for name, f in kind.model_fields.items()}
            kind = fields[str(step)].annotation if str(step) in fields else None
        else:
            kind = _element(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [f.alias or name for name, f in kind.model_fields.items()]
    return []


def _element(kind: Any) -> Any:
    """What a list or mapping type holds."""
    args = [a for a in typing.get_args(kind) if a is not Ellipsis and not isinstance(a, types.NoneType)]
    return args[-1] if args else None
