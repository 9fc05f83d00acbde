"""The parts of a Word document that are the same in every brief."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from markupsafe import Markup

from briefings.brief_types import Brief

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = Markup(f'xmlns:w="{_MAIN}"')  # noqa: S704 -- a constant of ours
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
PACKAGE: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/>'
    '<Relationship Id="rId2" '
    'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)


def _style(name: str, title: str, look: str, space: str = "", *, outline: int | None = None) -> str:
    level = "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>'
    keep = "" if outline is None else "<w:keepNext/>"
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:qFormat/><w:pPr>{keep}{space}{level}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


_SANS: Final = '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans Arabic"/>'
_BLUE: Final = '<w:b/><w:color w:val="1B3A57"/>'

STYLES: Final = (
    f'<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:cs="Noto Naskh Arabic"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    '<w:lang w:val="{lang}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="280" '
    'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("Title", "Title", _SANS + _BLUE + '<w:sz w:val="38"/>', '<w:spacing w:after="0"/>')
    + _style(
        "Heading1",
        "heading 1",
        _SANS + _BLUE + '<w:sz w:val="22"/>',
        '<w:pBdr><w:top w:val="single" w:sz="12" w:space="3" w:color="1B3A57"/></w:pBdr><w:spacing w:before="200"/>',
        outline=0,
    )
    + _style("Heading2", "heading 2", _SANS + _BLUE + '<w:sz w:val="18"/>', outline=1)
    + _style("Heading3", "heading 3", _SANS + '<w:b/><w:sz w:val="20"/>', outline=2)
    + _style("List", "List", "", '<w:ind w:left="284" w:hanging="284"/>')
    + _style("Quote", "Quote", "", '<w:ind w:left="284"/>')
    + _style(
        "Cell",
        "Cell",
        _SANS + '<w:sz w:val="17"/>',
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
    )
    + _style(
        "Running",
        "Running",
        _SANS + '<w:sz w:val="16"/>',
        '<w:tabs><w:tab w:val="right" w:pos="9752"/></w:tabs>',
    )
    + '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>'
    '<w:insideH w:val="single" w:sz="4" w:color="BDBDBD"/><w:bottom w:val="single" w:sz="4" w:color="BDBDBD"/>'
    "</w:tblBorders></w:tblPr></w:style></w:styles>"
)


def core(brief: Brief, label: str) -> str:
    """Title, language, label and dates; the cut-off stands in for the hour of writing."""
    stamp = datetime.fromisoformat(brief.period.cutoff).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Markup(
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{0} {1}</dc:title><dc:creator>{2}</dc:creator>'
        "<cp:keywords>{3}</cp:keywords><dc:language>{4}</dc:language>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">{5}</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">{5}</dcterms:modified></cp:coreProperties>'
    ).format(
        brief.brief.title,
        brief.period.week,
        brief.brief.issuer or brief.brief.title,
        label,
        brief.brief.language,
        stamp,
    )
