"""The fields of the page and the sheet that they fill in.

A field is named by its place in the sheet, its steps joined by ``|``: ``stories|ID|headline``, ``key_points|0``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefings.run.analyst.sheet import Sheet

PARTING = "|"
_STEPS = {
    "bottom_line": 1,
    "key_points": 2,
    "stories": 3,
    "arrows": 3,
    "events": 3,
    "reviewed_by": 1,
    "corrections": 3,
}
"""Keys of a sheet that the page has fields for, with the steps of their fields' names."""
_LISTS = ("key_points", "corrections")


def sheet(own: Sheet, based_on: int, fields: Mapping[str, str]) -> str:
    """The sheet to apply, as YAML: what is set already, changed where a field says so."""
    tree = own.model_dump(exclude={"brief", "issue"}) | {"based_on": based_on}
    for name in _LISTS:
        tree[name] = {str(n): entry for n, entry in enumerate(tree[name])}
    for name, value in fields.items():
        steps = name.split(PARTING)
        if _STEPS.get(steps[0]) == len(steps):
            _put(tree, steps, value)
    for name in _LISTS:
        tree[name] = [entry for _, entry in sorted(tree[name].items()) if _said(entry)]
    return json.dumps(tree, ensure_ascii=False)  # which is YAML, too


def _put(tree: dict[str, Any], steps: list[str], value: str) -> None:
    *way, last = steps
    for step in way:
        tree = tree.setdefault(step, {})
    tree[last] = bool(value) if last == "drop" else value


def _said(entry: object) -> bool:
    return any(entry.values()) if isinstance(entry, Mapping) else bool(entry)
