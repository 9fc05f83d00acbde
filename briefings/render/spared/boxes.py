"""Boxes: what follows from their style alone is worked out for the first of each style."""

from __future__ import annotations

from typing import Any, Final

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout import float as floats
from weasyprint.layout import percent

from briefings.render.spared.styles import kept

_resolve, _avoid = percent.resolve_percentages, floats.avoid_collisions
_SIDES: Final = ("top", "right", "bottom", "left")
_LENGTHS: Final = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"{limit}{axis}" for limit in ("", "min_", "max_") for axis in ("width", "height")),
)
_USED: Final = (*_LENGTHS, *(f"border_{side}_width" for side in _SIDES))


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Sets the lengths of a box; those of a style without percentages are the same in every place."""
    known = kept(box.style)
    if lengths := known.get("lengths"):
        box.__dict__.update(lengths)
        return
    _resolve(box, containing_block)
    if lengths is None:
        fixed = not isinstance(box, boxes.PageBox | boxes.MarginBox) and _fixed(box.style)
        known["lengths"] = {name: getattr(box, name) for name in _USED} if fixed else {}


def _fixed(style: Any) -> bool:
    units = (getattr(style[name], "unit", "") for name in _LENGTHS if style[name] != "auto")
    return style["border_collapse"] != "collapse" and all(unit == "px" for unit in units)


def is_in_normal_flow(box: Any) -> bool:
    """Whether it is neither floated nor placed nor a note."""
    style = box.style
    return bool((style["float"] == "none" and style["position"] == "static") or _flows(box))


_flows = boxes.Box.is_in_normal_flow


def avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
    """Where a line may stand, which is anywhere in its block when nothing floats."""
    if context.excluded_shapes or outer or not isinstance(box, boxes.LineBox):
        return _avoid(context, box, containing_block, outer)
    if containing_block.style["direction"] == "rtl":
        return _avoid(context, box, containing_block, outer)
    left = containing_block.content_box_x()
    right = left + containing_block.width - box.margin_right
    left += box.margin_left
    return left - box.margin_left, box.border_box_y() - box.margin_top, right - left


def page_references(pdf: Any) -> Any:
    """The references of all pages, which the engine asks for with every tag."""
    count, references = pdf.__dict__.get("kept", (0, ()))
    if count != len(pdf.pages["Kids"]):
        references = _references(pdf)
        pdf.kept = len(pdf.pages["Kids"]), references
    return references


_references = pydyf.PDF.page_references.fget

INSTEAD: Final = [
    (percent, "resolve_percentages", resolve_percentages),
    (boxes.Box, "is_in_normal_flow", is_in_normal_flow),
    (floats, "avoid_collisions", avoid_collisions),
    (pydyf.PDF, "page_references", property(page_references)),
]
