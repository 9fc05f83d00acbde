"""Every text against what is painted behind it, and every line of the map against its land (WCAG 2.2, 1.4.3 and 1.4.11).

axe-core leaves out texts inside pictures; these are looked up here by the shapes that lie under them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.render.conftest import needs_browser
from tests.render.test_look import contrast

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser

TEXT, GRAPHIC = 4.5, 3.0
"""Least ratios of text and of what a picture is understood by."""
SCHEMES = [("light", False), ("light", True), ("dark", False), ("dark", True)]

PAIRS = """() => {
  const shapes = 'path,rect,circle';
  const rgb = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const solid = colour => { const c = rgb(colour); return c.length >= 3 && (c.length < 4 || c[3] > 0); };
  const over = (top, alpha, below) => top.slice(0, 3).map((v, i) => Math.round(alpha * v + (1 - alpha) * below[i]));
  const paper = el => {
    for (let at = el; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (solid(colour)) return rgb(colour).slice(0, 3);
    }
    return rgb(getComputedStyle(document.body).backgroundColor).slice(0, 3);
  };
  const inside = (shape, x, y) => shape.isPointInFill(new DOMPoint(x, y));
  const painted = (svg, x, y, before) => {
    let found = paper(svg.parentElement);
    for (const shape of svg.querySelectorAll(shapes)) {
      if (before && !(shape.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      const style = getComputedStyle(shape);
      if (style.fill !== 'none' && inside(shape, x, y)) found = over(rgb(style.fill), +style.fillOpacity, found);
    }
    return found;
  };
  const pairs = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const el = walker.currentNode.parentElement, words = walker.currentNode.textContent.trim();
    if (!words || !el.getClientRects().length || el.closest('style,script,title,.hide')) continue;
    const svg = el.closest('svg'), style = getComputedStyle(el);
    if (!svg) { pairs.push(['text', words, rgb(style.color).slice(0, 3), paper(el)]); continue; }
    const box = el.getBBox();
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9])
      pairs.push(['picture', words, rgb(style.fill).slice(0, 3),
        painted(svg, box.x + part * box.width, box.y + box.height / 2, el)]);
  }
  for (const line of document.querySelectorAll('.line-active,.line-quiet,.line-off,.leader,.scale,.dot-crossing')) {
    const svg = line.closest('svg'), length = line.getTotalLength(), stroke = rgb(getComputedStyle(line).stroke);
    if (!svg.getClientRects().length) continue;
    for (const part of [0.2, 0.5, 0.8]) {
      const at = line.getPointAtLength(part * length);
      pairs.push(['line', line.getAttribute('class'), stroke.slice(0, 3),
        painted(svg, at.x + 3, at.y + 3, svg.querySelector('.line-active,.line-quiet,.line-other'))]);
    }
  }
  for (const bar of document.querySelectorAll('.bar-now,.bar-past')) {
    const colour = rgb(getComputedStyle(bar).fill).slice(0, 3);
    if (bar.getClientRects().length) pairs.push(['line', 'bar', colour, paper(bar.closest('td'))]);
  }
  return pairs;
}"""
"""[kind, words, colour, colour behind] of everything visible, in red, green and blue."""


def faint(page: Page, *, grey: bool) -> tuple[list[Any], int, set[str]]:
    """Pairs that are too alike, how many were looked at, and of which kinds. ``grey``: as a mono printer sees them."""
    pairs: list[Any] = page.evaluate(PAIRS)
    least = {"text": TEXT, "picture": TEXT, "line": GRAPHIC}
    found = {
        (kind, words[:40], hexed(ink, grey=grey), hexed(paper, grey=grey))
        for kind, words, ink, paper in pairs
    }
    return (
        sorted(pair for pair in found if contrast(pair[2], pair[3]) < least[pair[0]]),
        len(pairs),
        {pair[0] for pair in found},
    )


def hexed(colour: list[float], *, grey: bool) -> str:
    """``#1B3A57``; in grey by the weights of Rec. 601, as printers take them."""
    if grey:
        colour = [sum(w * c for w, c in zip((0.299, 0.587, 0.114), colour, strict=True))] * 3
    return "#" + "".join(f"{round(c):02X}" for c in colour)


@pytest.mark.parametrize("width", [1200, 390])
@pytest.mark.parametrize(("scheme", "grey"), SCHEMES)
def test_all_text_and_every_line_stands_out(
    opened: Callable[..., Page], html: str, width: int, scheme: str, *, grey: bool
) -> None:
    found, looked, kinds = faint(opened(html.encode(), width, scheme), grey=grey)
    assert found == []
    assert looked > 300
    assert kinds == {"text", "picture", "line"}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (r"--quiet: #\w+", "--quiet: #8A8A8A", "text"),
        (r"--past: #\w+|fill=\"#8F8F8F\"", 'fill="#B0B0B0"', "line"),
        (r'class="plate" fill="#FFFFFF"', 'class="plate" fill="#5C7A97"', "picture"),
        (
            r'class="line-quiet" fill="none" stroke="#\w+"',
            'class="line-quiet" fill="none" stroke="#B5B5B5"',
            "line",
        ),
    ],
)
def test_what_is_too_faint_is_noticed(
    opened: Callable[..., Page], html: str, old: str, new: str, kind: str
) -> None:
    pale = re.sub(old, new, html)
    assert pale != html
    found, _, _ = faint(opened(pale.encode()), grey=False)
    assert kind in {pair[0] for pair in found}
