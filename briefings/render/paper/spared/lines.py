"""Lines of text: fewer of Pango's layouts, which are most of what a print costs."""

from __future__ import annotations

from functools import lru_cache
from math import inf
from typing import Any, Final

from weasyprint.text import fonts, line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.line_break import Layout

from briefings.render.paper.spared.styles import kept

_split, _strut, _can_break = line_break.split_first_line, line_break.strut, line_break.can_break_text
_setup, _deactivate, _reactivate = Layout.setup, Layout.deactivate, Layout.reactivate

_AHEAD: Final = 3
"""Characters to lay out for a line, by how many times longer than high it is: half as many again as fit."""
_NARROW: Final = 4
"""Times longer than high: a column in which a line is a word or two, left to the engine."""
_REMEMBERED: Final = 256
"""Lines of a style: more than a page has, so that what is laid out again is found."""
_KERNING: Final = 0.25
"""Of the font's size: a word that lacks so much room does not fit, however it is kerned."""


def setup(layout: Any, style: Any) -> None:
    """Makes Pango's layout with the font and language found for the first text of the style."""
    known = kept(style)
    if "font" not in known:
        known["font"] = _font(style)
    if not known["font"]:
        _setup(layout, style)
        return
    layout.style, layout.first_line_direction = style, 0
    layout.ascent = layout.underline_position = layout.strikethrough_position = None
    context, layout.language, font = known["font"]
    layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout.layout, False)
    pango.pango_layout_set_font_description(layout.layout, font)


def _font(style: Any) -> tuple[Any, Any, Any] | None:
    """Pango's context, language and font; ``None`` for text with lines drawn through it or with special shapes."""
    features = [style[f"font_variant_{kind}"] for kind in _FEATURES]
    unusual = (*features, style["font_feature_settings"], style["font_language_override"])
    if (
        set(unusual) != {"normal"}
        or style["text_decoration_line"] != "none"
        or style["font_kerning"] != "auto"
    ):
        return None
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    language = pango.pango_language_get_default()
    if style["lang"]:
        name, alive = unicode_to_char_p(style["lang"])
        language = pango.pango_language_from_string(name)
        pango.pango_context_set_language(context, language)
        del alive
    return context, language, fonts.get_font_description(style)


_FEATURES: Final = ("ligatures", "position", "caps", "numeric", "alternates", "east_asian")


def deactivate(layout: Any) -> None:
    """Keeps Pango's layout until it is drawn; the engine makes it anew for that."""
    if layout.__dict__.pop("drawn", False) or layout.justification_spacing:
        _deactivate(layout)


def reactivate(layout: Any, style: Any) -> None:
    """Takes the layout that was kept."""
    if "layout" not in layout.__dict__:
        _reactivate(layout, style)
    layout.drawn = True


def strut(style: Any) -> Any:
    """Height and baseline of a line, once for each style."""
    known = kept(style)
    if "strut" not in known:
        known["strut"] = _strut(style)
    return known["strut"]


def split_first_line(  # noqa: PLR0913, PLR0917 - the engine's own
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """The first line of a text, remembered.

    The same one is often asked for again: columns and tables are laid out several times to find their size, what does
    not fit on a page once more on the next, and headers on every page.
    """
    lines = kept(style).setdefault("lines", {})
    key = text, max_width, justification_spacing, is_line_start, minimum
    if key in lines:
        layout, *rest = lines[key]
        return _another(layout), *rest
    line = None
    if (
        max_width is not None
        and max_width != inf
        and style["font_size"] * _NARROW < max_width
        and _plain(style)
    ):
        line = _plain_line(text, style, context, max_width, justification_spacing)
    if line is None:
        line = _split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
    if len(lines) >= _REMEMBERED:
        lines.clear()
    lines[key] = line
    return line


def _another(layout: Any) -> Any:
    """A layout with the same text for another box; Pango's own is shared."""
    twin = object.__new__(Layout)
    twin.__dict__.update(layout.__dict__)
    twin.__dict__.pop("drawn", None)
    return twin


def _plain(style: Any) -> bool:
    """Whether lines break between words, none spaced out; one that does not fit on a line is the engine's affair."""
    known = kept(style)
    if "plain" not in known:
        normal = style["white_space"], style["word_break"], style["letter_spacing"]
        known["plain"] = set(normal) == {"normal"} and not style["word_spacing"]
    return bool(known["plain"])


def _plain_line(text: str, style: Any, context: Any, width: float, justification: float) -> Any:
    """``None`` when the text needs more than to break between two words: a hyphen, or a look further ahead."""
    size = style["font_size"]
    short = text[: int(width / size * _AHEAD)]
    if "\xad" in short:
        return None
    layout = line_break.create_layout(short, style, context, width, justification)
    line, resume = layout.get_first_line()
    taken, _ = line_break.line_size(line, style)
    if (
        resume is None
        and short == text
        and taken > width
        and _fits_but_for_its_end(text, style, context, width)
    ):
        return line_break.first_line_metrics(line, text, layout, None, True, style)
    if taken > width or (resume is None and short != text):
        return None
    if resume is not None:
        begun = short.encode()[:resume].decode()
        end = _next_break(layout, len(begun) + 1, len(short))
        if end is None or (style["hyphens"] == "auto" and end >= style["hyphenate_limit_chars"][0]):
            return None
        word = short[len(begun) : len(begun) + end].rstrip(" ")
        if not word:
            return None
        room = width - taken + size * _KERNING
        if short[len(begun) + end] == " " and not _longer(layout, len(word.encode()), room):
            layout.set_text(begun + word)
            line, resume = layout.get_first_line()
            if resume is None:  # It fits without the space behind it.
                resume = len((begun + word).encode()) + 1
    return line_break.first_line_metrics(line, short, layout, resume, True, style)


def _fits_but_for_its_end(text: str, style: Any, context: Any, width: float) -> bool:
    """Whether only the space at the end, behind which a line may end, is too much.

    The engine ends the line after its first word then: the one case in which ours gives something else.
    """
    if text[-1:] != " ":
        return False
    line, resume = line_break.create_layout(text.rstrip(" "), style, context, width, 0).get_first_line()
    return resume is None and bool(line_break.line_size(line, style)[0] <= width)


def _next_break(layout: Any, start: int, end: int) -> int | None:
    """How many characters behind ``start`` a line may break again."""
    attributes = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
    size = ffi.sizeof("PangoLogAttr")
    flags = ffi.buffer(attributes + start, max(0, end - start) * size)[:][::size]
    return next((place for place, flag in enumerate(flags) if flag & 1), None)


def _longer(layout: Any, length: int, room: float) -> bool:
    """Whether the first so many bytes of the second line surely need more room than there is."""
    line = pango.pango_layout_get_line_readonly(layout.layout, 1)
    run = line.runs[0].data
    start = line.start_index - run.item.offset
    if run.item.analysis.level % 2 or start < 0 or start + length > run.item.length:
        return False
    glyphs, clusters, width = run.glyphs.glyphs, run.glyphs.log_clusters, 0
    for n in range(run.glyphs.num_glyphs):
        if clusters[n] >= start + length:
            break
        width += glyphs[n].geometry.width
    return bool(width * FROM_UNITS > room)


INSTEAD: Final = [
    (Layout, "setup", setup),
    (Layout, "deactivate", deactivate),
    (Layout, "reactivate", reactivate),
    (line_break, "strut", strut),
    (line_break, "split_first_line", split_first_line),
    (line_break, "can_break_text", lru_cache(maxsize=4096)(_can_break)),
]
