"""The Word edition, for those who must edit: plain WordprocessingML, written by hand, the same bytes every time.

Reference: ECMA-376 part 1 (WordprocessingML) and part 2 (packaging).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from markupsafe import Markup, escape

from briefings.brief_types import Brief
from briefings.render.files.outline import Block, Run, outline
from briefings.render.files.word_parts import CONTENT_TYPES, PACKAGE, STYLES, W, core
from briefings.render.inert import inert
from briefings.render.language import dates
from briefings.render.language.languages import direction
from briefings.render.page.addresses import address
from briefings.render.page.html import RenderOptions
from briefings.render.tlp import mark

_STYLE: Final = {
    "h1": "Title",
    "h2": "Heading1",
    "h3": "Heading2",
    "h4": "Heading3",
    "item": "List",
    "quote": "Quote",
}
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SIZES: Final = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Twentieths of a point."""


def docx(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:  # noqa: ARG001 -- a renderer's shape
    """The document: headings, lists, tables, links; TLP in header and footer of every page."""
    from briefings.render.language.words import words as catalogue

    clean = inert(brief)
    words = catalogue(clean.brief.language)
    links: dict[str, str] = {}
    body = Markup("").join(_block(block, clean.brief.language, links) for block in outline(clean, words))
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE,
        "docProps/core.xml": core(clean, mark(clean.brief.tlp).label),
        "word/styles.xml": STYLES.format(lang=escape(clean.brief.language)),
        "word/document.xml": _document(body, options),
        "word/header1.xml": _running(clean, words, "hdr"),
        "word/footer1.xml": _running(clean, words, "ftr"),
        "word/_rels/document.xml.rels": _relations(links),
    }
    return _zip(parts)


def _zip(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, f"{_XML}{xml}".encode())
    return out.getvalue()


def _document(body: Markup, options: RenderOptions) -> str:
    wide, high = _SIZES[options.paper]
    return Markup(
        '<w:document {0} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{1}'
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
        '<w:pgSz w:w="{2}" w:h="{3}"/><w:pgMar w:top="1247" w:right="1077" w:bottom="1247" w:left="1077" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    ).format(W, body, wide, high)


def _block(block: Block, here: str, links: dict[str, str]) -> Markup:
    if block.kind == "table":
        return _table(block.rows, rtl=direction(here) == "rtl")
    style = _STYLE.get(block.kind)
    rtl = direction(block.lang or here) == "rtl"
    return _paragraph((_run(run, links) for run in block.runs), style, rtl=rtl)


def _paragraph(runs: Iterable[Markup], style: str | None = None, *, rtl: bool = False) -> Markup:
    look = Markup('<w:pStyle w:val="{}"/>').format(style) if style else Markup("")
    look += Markup("<w:bidi/>") if rtl else Markup("")
    return Markup("<w:p><w:pPr>{}</w:pPr>{}</w:p>").format(look, Markup("").join(runs))


def _run(run: Run, links: dict[str, str]) -> Markup:
    rtl = run.lang and direction(run.lang) == "rtl"
    look = Markup("<w:b/>") if run.bold else Markup("")
    look += Markup("<w:rtl/>") if rtl else Markup("")
    if run.lang:
        look += Markup('<w:lang w:val="{0}" w:bidi="{0}"/>').format(run.lang)
    text = Markup('<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>').format(look, run.text)
    target = address(run.href) if run.href else "#"
    if target == "#":
        return text
    key = links.setdefault(target, f"rId{len(links) + 10}")
    return Markup('<w:hyperlink r:id="{}">{}</w:hyperlink>').format(key, text)


def _table(rows: tuple[tuple[str, ...], ...], *, rtl: bool) -> Markup:
    rows = (
        rows[0],
        *(
            tuple(cell.replace(" ", "\u00a0") if len(cell) <= _SHORT else cell for cell in r)
            for r in rows[1:]
        ),
    )
    widths = _widths(rows)
    lines = Markup("").join(_row(row, widths, head=not i, rtl=rtl) for i, row in enumerate(rows))
    grid = Markup("").join(Markup('<w:gridCol w:w="{}"/>').format(width) for width in widths)
    return Markup(
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>{}<w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
        "<w:tblGrid>{}</w:tblGrid>{}</w:tbl>"
    ).format(Markup("<w:bidiVisual/>") if rtl else Markup(""), grid, lines)


_MEASURE, _LETTER, _MARGINS = 9752, 105, 240
"""Twentieths of a point: the width of the text on A4, of a bold letter in a table, and of a cell's margins."""
_SHORT, _MOST = 16, 40
"""Letters up to which a cell stays on one line, as a date does, and beyond which it goes over lines anyhow."""


def _widths(rows: tuple[tuple[str, ...], ...]) -> list[int]:
    """Of each column: room for its longest word, and of what is left as much as its longest cell asks for."""
    columns = list(zip(*rows, strict=True))
    words = [max(len(word) for cell in cells for word in cell.split(" ")) for cells in columns]
    wishes = [min(max(map(len, c)), _MOST) - min(w, _MOST) for c, w in zip(columns, words, strict=True)]
    least = [word * _LETTER + _MARGINS for word in words]
    rest = max(_MEASURE - sum(least), 0)
    return [low + rest * wish // max(sum(wishes), 1) for low, wish in zip(least, wishes, strict=True)]


def _row(row: tuple[str, ...], widths: Sequence[int], *, head: bool, rtl: bool) -> Markup:
    cells = Markup("").join(
        Markup('<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>').format(
            width, _paragraph([_run(Run(cell, bold=head), {})], "Cell", rtl=rtl)
        )
        for cell, width in zip(row, widths, strict=True)
    )
    repeat = Markup("<w:tblHeader/>") if head else Markup("")
    return Markup("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>").format(repeat, cells)


def _running(brief: Brief, words: Mapping[str, str], kind: str) -> str:
    """Header: product, week, TLP. Footer: page, cut-off, version, TLP; sample data say so."""
    label = mark(brief.brief.tlp)
    tlp = Markup(
        '<w:r><w:tab/></w:r><w:r><w:rPr><w:b/><w:color w:val="{}"/><w:sz w:val="24"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:rPr><w:t xml:space="preserve"> {} </w:t></w:r>'
    ).format(label.colour[1:], label.label)
    if kind == "hdr":
        text = f"{brief.brief.title} · {dates.heading(brief.period, words)}"
        runs = [_run(Run(text), {})]
    else:
        sample = f"{words['sample']} · " if brief.brief.sample else ""
        tail = f" · {words['cutoff'].format(when=dates.cutoff(brief.period, words, full=True))}"
        runs = [
            _run(Run(f"{sample}{words['page']} "), {}),
            _field("PAGE"),
            _run(Run(f" {words['page_of']} "), {}),
        ]
        runs += [_field("NUMPAGES"), _run(Run(f"{tail} · {words['version'].format(n=brief.version)}"), {})]
    return Markup("<w:{0} {1}>{2}</w:{0}>").format(kind, W, _paragraph([*runs, tlp], "Running"))


def _field(name: str) -> Markup:
    return Markup('<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>').format(name)


def _relations(links: Mapping[str, str]) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    fixed = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "header", "header1.xml"),
        ("rId3", "footer", "footer1.xml"),
    ]
    lines = [f'<Relationship Id="{i}" Type="{base}/{kind}" Target="{target}"/>' for i, kind, target in fixed]
    lines += [
        f'<Relationship Id="{key}" Type="{base}/hyperlink" Target="{escape(target)}" TargetMode="External"/>'
        for target, key in links.items()
    ]
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(lines)
        + "</Relationships>"
    )
