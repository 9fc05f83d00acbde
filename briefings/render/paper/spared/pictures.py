"""Paths of pictures: plain ones are read in one go, number by number instead of by cutting strings."""

from __future__ import annotations

import re
from typing import Any, Final

from weasyprint import svg as pictures

_theirs = pictures.TAGS["path"]
_PLAIN: Final = re.compile(r"M(?:[MLHVhvlZz]| ?-?\d*\.?\d+(?![\d.e]))+")
_STEP: Final = re.compile(r"([MLHVhvlZz])([^MLHVhvlZz]*)")
_NUMBER: Final = re.compile(r"-?\d*\.?\d+")
_EACH: Final = {"M": 2, "L": 2, "l": 2, "H": 1, "h": 1, "V": 1, "v": 1, "Z": 0, "z": 0}
"""Numbers of a step."""


def path(svg: Any, node: Any, font_size: float) -> None:
    """Draws a path of straight lines with one step to a letter; any other, or one with markers, is the engine's."""
    data = node.get("d", "")
    marked = any(name.startswith("marker") for name in node.attrib)
    steps = _steps(data) if not marked and _PLAIN.fullmatch(data) else None
    if steps is None:
        _theirs(svg, node, font_size)
        return
    stream, x, y, first, before = svg.stream, 0.0, 0.0, None, ""
    stream.move_to(0, 0)
    for letter, numbers in steps:
        if letter in "Zz":
            if first:
                stream.close()
                x, y = first
        elif letter == "M":
            x, y = numbers
            stream.move_to(x, y)
        else:
            first = (x, y) if before in "MZz" else first
            x, y = _along(letter, numbers, x, y)
            stream.line_to(x, y)
        first, before = (None if letter == "M" else first), letter


def _along(letter: str, numbers: list[float], x: float, y: float) -> tuple[float, float]:
    match letter:
        case "L":
            return numbers[0], numbers[1]
        case "l":
            return numbers[0] + x, numbers[1] + y
        case "H":
            return numbers[0], y
        case "h":
            return numbers[0] + x, y
        case "V":
            return x, numbers[0]
        case _:
            return x, numbers[0] + y


def _steps(data: str) -> list[tuple[str, list[float]]] | None:
    steps = [(letter, list(map(float, _NUMBER.findall(rest)))) for letter, rest in _STEP.findall(data)]
    return steps if all(len(numbers) == _EACH[letter] for letter, numbers in steps) else None


INSTEAD: Final = [(pictures.TAGS, "path", path)]
