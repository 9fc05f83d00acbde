"""Boxes: what follows from their style alone is worked out for the first of each style."""

from __future__ import annotations

from typing import Any, Final

import pydyf
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.layout import background, percent
from weasyprint.layout import float as floats

from briefings.render.paper.spared.styles import kept

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
    if (lengths := known.get("lengths")) and isinstance(box, boxes.Box):
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


def page_values(box: Any) -> Any:
    """The names of the pages that its first and last child ask for; those between are not looked at."""
    start, end = boxes.Box.page_values(box)
    first = next((child for child in box.children if child.is_in_normal_flow() or child.is_floated()), None)
    if first is None:
        return start, end
    last = next(child for child in reversed(box.children) if child.is_in_normal_flow() or child.is_floated())
    begun = first.page_values()
    ended = begun if last is first else last.page_values()
    return begun[0] or start, ended[1] or end


def layout_box_backgrounds(
    page: Any, box: Any, get_image_from_uri: Any, layout_children: bool = True, style: Any = None
) -> None:
    """Colours and pictures behind boxes; a style without any has none in every place."""
    if style is None and box is not page and isinstance(box, boxes.Box) and _bare(box.style):
        box.__dict__.update(_SQUARE)
        if layout_children:
            for child in box.all_children():
                background.layout_box_backgrounds(page, child, get_image_from_uri)
        return
    _backgrounds(page, box, get_image_from_uri, layout_children, style)


_backgrounds = background.layout_box_backgrounds
_CORNERS: Final = tuple(
    f"border_{side}_radius" for side in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_SQUARE: Final = {"background": None, **dict.fromkeys(_CORNERS, (0, 0))}


def _bare(style: Any) -> bool:
    known = kept(style)
    if "bare" not in known:
        plain = get_color(style, "background_color").alpha == 0 and not style["box_shadow"]
        pictures = [style[f"{kind}_source"][0] for kind in ("border_image", "mask_border")]
        pictures += [kind for kind, _ in style["background_image"]]
        square = all((0, "px") in style[corner] for corner in _CORNERS)
        known["bare"] = plain and square and set(pictures) == {"none"}
    return bool(known["bare"])


def page_references(pdf: Any) -> Any:
    """The references of all pages, which the engine asks for with every tag."""
    count, references = pdf.__dict__.get("kept", (0, ()))
    if count != len(pdf.pages["Kids"]):
        references = _references(pdf)
        pdf.kept = len(pdf.pages["Kids"]), references
    return references


_references = pydyf.PDF.page_references.fget


def to_bytes(item: Any) -> bytes:
    """How a value stands in the file."""
    kind = type(item)
    if kind is bytes:
        return item  # type: ignore[no-any-return]
    if kind is str:
        return item.encode("ascii")  # type: ignore[no-any-return]
    if kind is int:
        return b"%d" % item
    return _bytes(item)  # type: ignore[no-any-return]


_bytes = pydyf._to_bytes

INSTEAD: Final = [
    (percent, "resolve_percentages", resolve_percentages),
    (boxes.Box, "is_in_normal_flow", is_in_normal_flow),
    (boxes.ParentBox, "page_values", page_values),
    (floats, "avoid_collisions", avoid_collisions),
    (background, "layout_box_backgrounds", layout_box_backgrounds),
    (pydyf, "_to_bytes", to_bytes),
    (pydyf.PDF, "page_references", property(page_references)),
]
