"""The engine with what it is spared writes what it writes as it was installed, byte for byte."""

from __future__ import annotations

import importlib.metadata

import pytest
from weasyprint.layout import inline

from briefings.brief_types import Brief
from briefings.render.page.html import RenderOptions, page
from briefings.render.paper import spared
from briefings.render.paper.pdf import print_page
from briefings.render.paper.spared import lines
from tests.render import sample
from tests.render.paper.test_engine import ALL

TEMPLATE = """<!DOCTYPE html><html lang="en"><head><title>t</title><style>
body { font: 11pt Noto Serif; text-align: justify } .u { text-decoration: underline }
.f { float: left; width: 30%; margin: 2% } .s { letter-spacing: 1pt; word-spacing: 2pt } .e { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 5em }
.x { display: flex } .x > * { width: 40% } .n { float: footnote } .h { hyphens: auto; width: 6em } .a { overflow-wrap: anywhere; width: 3em }
table { border-collapse: collapse } td { border: 1pt solid; padding: 2pt } li::marker { color: red }
@page { size: A6; @top-center { content: counter(page) } } @page :first { @top-center { content: none } }
</style></head><body>"""


@pytest.mark.parametrize("brief", [*ALL.values(), sample.large(14)], ids=[*ALL, "large"])
def test_our_own_pages(brief: Brief) -> None:
    source = page(brief, "pdf", None, RenderOptions())
    assert spared.install()
    assert inline.split_first_line is lines.split_first_line
    ours = print_page(source, "pdf/ua-1", xml=True)
    with spared.as_installed():
        assert inline.split_first_line is not lines.split_first_line
        theirs = print_page(source, "pdf/ua-1", xml=True)

    assert ours == theirs


def test_what_a_template_of_the_user_may_do() -> None:
    """Justified, underlined, floating, spaced, cut, flexible, hyphenated; footnotes, links, marks, and odd letters."""
    text = "Representatives of the neighbouring countries\u00a0met, half-heartedly, at the re\u00adopened crossing – 的边境 مرز 👍. "
    kinds = "".join(
        f'<p class="{kind}" id="{kind}{n}">{text * 3}<a id="l{n}{kind}" href="#{kind}0">a <b>link</b></a> {text}</p>'
        for n in range(3)
        for kind in "ufseha"
    )
    rest = f'<div class="x"><p>{text}</p><p>{text}</p></div><ol><li>one<li>two</ol><p>A<span class="n">{text}</span></p>'
    table = f"<table id=a><tr><td>{text}<td>1</table><table id=b><tr><td>{text}<td>2</table><p lang=ru>Заставы границы</p>"
    source = TEMPLATE + kinds + rest + table
    ours = print_page(source, "pdf/ua-1")
    with spared.as_installed():
        theirs = print_page(source, "pdf/ua-1")

    assert ours == theirs


def test_another_version_of_the_engine_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spared, "_known", [])
    monkeypatch.setattr(spared, "version", lambda _: "71.0")
    assert not spared.install()
    assert importlib.metadata.version("weasyprint").startswith(spared.FITS["weasyprint"])
