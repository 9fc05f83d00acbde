"""Drawing of text: what a letter becomes in the file is looked up, once it was drawn in its font and size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from weasyprint.draw import text as drawing
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

_theirs = drawing.draw_first_line
_INFO: Final = ffi.sizeof("PangoGlyphInfo")
_PLACE: Final = 16
"""Bytes of it that say which glyph, how wide and where; the rest does not show."""


def draw_first_line(
    stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any
) -> list[Any]:
    """Draws a line; one with a glyph that is new in its font is drawn by the engine and learned from."""
    size, layout = textbox.style["font_size"], textbox.pango_layout
    cut = text_overflow == "ellipsis" or block_ellipsis != "none"
    if cut:  # The engine puts another text into Pango's layout, which other boxes may share.
        line_break.Layout.deactivate(layout)
        layout.reactivate(textbox.style)
    if cut or size < 1e-6 or layout.text.splitlines() != [layout.text]:
        return _theirs(stream, textbox, text_overflow, block_ellipsis, matrix)  # type: ignore[no-any-return]
    if not textbox.text.strip():
        return []
    line, _ = layout.get_first_line()
    parts: list[tuple[Any, float, str]] = []
    for font, points, glyphs in _runs(stream, line, size):
        known = _known(font, points)
        try:
            parts.append((font, points, "".join([known[glyph] for glyph in glyphs])))
        except KeyError:
            drawn: list[Any] = _theirs(stream, textbox, text_overflow, block_ellipsis, matrix)
            _learn(stream, layout, size)
            return drawn
    stream.set_text_matrix(*matrix.values)
    _show(stream, parts)
    return []


def _runs(stream: Any, line: Any, size: float) -> Iterator[tuple[Any, float, list[bytes]]]:
    """Font, its size and the glyphs of each run of a line."""
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        font, points = stream.add_font(item.item.analysis.font)
        if _OLD or font.png:
            points = size
        raw = ffi.buffer(item.glyphs.glyphs, item.glyphs.num_glyphs * _INFO)[:]
        yield font, points, [raw[at : at + _PLACE] for at in range(0, len(raw), _INFO)]


_OLD: Final = pango.pango_version() < 14802
"""Then it states no size (GNOME/pango, issue 530)."""


def _known(font: Any, points: float) -> dict[bytes, str]:
    sizes: dict[float, dict[bytes, str]] = font.__dict__.setdefault("learned", {})
    return sizes.setdefault(points, {})


def _learn(stream: Any, layout: Any, size: float) -> None:
    """What the engine writes for each glyph of a line that it drew."""
    line, _ = layout.get_first_line()
    for font, points, glyphs in _runs(stream, line, size):
        if font.bitmap or font.png or font.svg or font.colr:
            continue
        known = _known(font, points)
        for raw in glyphs:
            glyph = int.from_bytes(raw[:4], "little")
            width, aside, above = (
                int.from_bytes(raw[at : at + 4], "little", signed=True) for at in (4, 8, 12)
            )
            if glyph == pango.PANGO_GLYPH_EMPTY:
                known[raw] = f">{-width / points}<"
            elif glyph in font.widths and glyph in font.to_unicode and not above:
                offset = aside / points
                kerning = font.widths[glyph] + offset - width * 1000 * FROM_UNITS / points
                known[raw] = (
                    (f">{-offset}<" if offset else "")
                    + f"{glyph:04x}"
                    + (f">{int(kerning)}<" if kerning else "")
                )


def _show(stream: Any, parts: list[tuple[Any, float, str]]) -> None:
    """Writes the text of neighbouring runs of a font at once."""
    string, before = "", None
    for font, points, letters in parts:
        if before != (font, points):
            if string:
                stream.show_text(string)
            string, before = "", (font, points)
            stream.set_font_size(font.hash, points)
        string += "<" + letters
        string = string[:-1] if string[-1] == "<" else string + ">"
    stream.show_text(string)


INSTEAD: Final = [(drawing, "draw_first_line", draw_first_line)]
