"""Makes strangers' text harmless before any template sees it.

Control characters and bidirectional overrides can reorder or hide what is printed (CVE-2021-42574); they carry no
meaning in a brief. Joiners (ZWNJ, ZWJ) stay: Persian needs them. Escaping is the template engine's part.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")

_DROP: Final = {
    **dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))),
    **dict.fromkeys(
        (0x00AD, 0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
    ),
    **dict.fromkeys(range(0xD800, 0xE000)),
    **dict.fromkeys((*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))),
    **dict.fromkeys(
        (*range(0xFDD0, 0xFDF0), *(p * 0x10000 + n for p in range(17) for n in (0xFFFE, 0xFFFF)))
    ),
}
"""C0 and C1 controls, soft hyphen, zero-width and bidi marks, lone surrogates, interlinear and tag characters, and what
Unicode will never make a character of: XML allows no U+FFFE."""


def text(value: str) -> str:
    """A string without characters that reorder, hide or break text."""
    return value.translate(_DROP)


def inert(value: T) -> T:
    """A copy of a piece of cargo with every string in it cleaned."""
    return change(value, text)


def change(value: T, how: Callable[[str], str]) -> T:
    """A copy of a piece of cargo with every string in it changed in one way."""
    return cast("T", _change(value, how))


def _change(value: Any, how: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return how(value)
    if isinstance(value, tuple | list):
        return tuple(_change(item, how) for item in value)
    if isinstance(value, Mapping):
        return {how(str(key)): _change(item, how) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _change(getattr(value, f.name), how) for f in fields(value)})
    return value
