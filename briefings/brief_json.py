"""``brief.json``: the same bytes for the same brief, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from briefings.brief_types import Brief, PeriodLine
from briefings.errors import InputError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_RENAMED = {"start": "from", "end": "to"}


def plain(value: object) -> Any:
    """Cargo as dicts, lists, strings and numbers, fields in the order of their declaration."""
    if is_dataclass(value) and not isinstance(value, type):
        renamed = _RENAMED if isinstance(value, PeriodLine) else {}
        return {renamed.get(f.name, f.name): plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [plain(v) for v in value]
    return value


def dump(brief: Brief) -> bytes:
    """The file: UTF-8, two spaces of indent, a final newline."""
    return (json.dumps(plain(brief), ensure_ascii=False, indent=2) + "\n").encode()


def load(data: bytes) -> Brief:
    """The brief in a file. Raises ``InputError`` with every mistake when it is not one."""
    from pydantic import ValidationError

    try:
        tree = json.loads(data)
        period = tree.get("period", {})
        for name, written in _RENAMED.items():
            if written in period:
                period[name] = period.pop(written)
        return _adapter().validate_python(tree)
    except (ValueError, AttributeError, ValidationError) as error:
        raise InputError(f"This is not a brief.json that this version reads: {error}") from error


def schema() -> dict[str, Any]:
    """JSON Schema of the file."""
    tree: dict[str, Any] = _adapter().json_schema(mode="serialization")
    period = tree["$defs"]["PeriodLine"]
    for name, written in _RENAMED.items():
        period["properties"][written] = period["properties"].pop(name)
        period["required"] = [written if n == name else n for n in period["required"]]
    return tree


@cache
def _adapter() -> TypeAdapter[Brief]:
    from pydantic import TypeAdapter

    return TypeAdapter(Brief)
