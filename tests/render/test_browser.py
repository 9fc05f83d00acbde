"""The HTML edition in a real browser: axe-core, phone width, dark scheme, its own fonts, no request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from briefings.render import index, render
from tests.render import sample
from tests.render.conftest import needs_browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser

Opened = Callable[..., "Page"]


@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (390, "dark")])
def test_axe_finds_no_violation(opened: Opened, html: str, width: int, scheme: str) -> None:
    report = Axe().run(opened(html.encode(), width, scheme)).response
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in report["violations"]] == []
    assert len(report["passes"]) > 30


def test_axe_would_notice_a_grey_too_light(opened: Opened, html: str) -> None:
    pale = html.replace("--quiet: #5C5C5C", "--quiet: #B0B0B0").encode()
    assert "color-contrast" in [v["id"] for v in Axe().run(opened(pale)).response["violations"]]


def test_the_list_of_issues_passes_axe_too(opened: Opened) -> None:
    assert Axe().run(opened(index(()))).response["violations"] == []


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_never_scrolls_sideways(opened: Opened, html: str, width: int) -> None:
    page = opened(html.encode(), width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def persian() -> bytes:
    """The same week as a Persian edition, its sources at the longest addresses that are printed."""
    brief = sample.two_pages()
    long = tuple(replace(r, url=f"https://{'a' * 30}.example/{'b' * 200}") for r in brief.references)
    made = replace(brief, brief=replace(brief.brief, language="fa"), references=long)
    return render(made, ["html"])[0].data


@pytest.mark.parametrize(("width", "scheme"), [(1200, "dark"), (390, "light")])
def test_the_persian_edition_passes_axe_and_never_scrolls_sideways(
    opened: Opened, width: int, scheme: str
) -> None:
    page = opened(persian(), width, scheme)
    assert [(v["id"], v["nodes"][0]["html"]) for v in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_phone_a_note_follows_its_sentence(opened: Opened, html: str) -> None:
    page = opened(html.encode(), 390)
    places = page.evaluate(
        "[...document.querySelectorAll('.reported')].map(p => ({x: p.getBoundingClientRect().left,"
        " notes: [...p.querySelectorAll('.note')].map(n => n.getBoundingClientRect().left)}))"
    )
    notes = [(p["x"], x) for p in places for x in p["notes"]]
    assert notes
    assert all(0 <= x - left < 10 for left, x in notes)


def test_on_a_wide_window_a_note_hangs_in_the_margin(opened: Opened, html: str) -> None:
    page = opened(html.encode(), 1200)
    edges = page.evaluate(
        "[...document.querySelectorAll('.aside > .note')].map(n => [n.closest('article').getBoundingClientRect().right,"
        " n.getBoundingClientRect().left])"
    )
    assert edges
    assert all(left > right for right, left in edges)


def test_the_page_brings_every_font_it_uses(opened: Opened) -> None:
    (file,) = render(sample.six_scripts(), ["html"])
    page = opened(file.data)
    page.evaluate("Promise.all([...document.fonts].map(f => f.load())).then(() => 0)")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    foreign = set[tuple[str, str]]()
    for query in ("h1", ".reported", ".original [lang]", ".dateline", ".aside", ".sym"):
        for node in session.send("DOM.querySelectorAll", {"nodeId": root, "selector": query})["nodeIds"]:
            fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            foreign |= {(query, font["familyName"]) for font in fonts if not font["isCustomFont"]}
    assert foreign == set()


def test_the_page_asks_for_nothing(opened: Opened, html: str) -> None:
    asked: list[str] = []
    opened(html.encode(), asked=asked).wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1
