"""The strip of themes in grey and the colours of the page, as numbers."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from briefings.render.page.environment import shipped
from briefings.render.tlp import MARKS

CSS = (shipped() / "brief.css").read_text(encoding="utf-8")
DARK = (shipped() / "screen.css").read_text(encoding="utf-8").partition("prefers-color-scheme: dark")[2]


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w]+): (#[0-9A-F]{6})", css))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """CIE L* of a colour."""
    y = luminance(colour)
    return float(116 * y ** (1 / 3) - 16) if y > 0.008856 else 903.3 * y


@pytest.mark.parametrize("css", [CSS, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "quiet", "accent", "alert"])
def test_text_stands_out_from_the_paper(css: str, name: str) -> None:
    palette = colours(css)
    assert contrast(palette[name], palette["paper"]) >= 4.5


@pytest.mark.parametrize("css", [CSS, DARK], ids=["light", "dark"])
def test_the_shades_of_the_strip_differ_also_in_grey(css: str) -> None:
    palette = colours(css)
    steps = [lightness(palette[f"s{i}"]) for i in range(5)]
    assert all(abs(a - b) >= 12 for a, b in pairwise(steps))


@pytest.mark.parametrize("mark", MARKS.values(), ids=list(MARKS))
def test_every_label_is_legible_on_black(mark: object) -> None:
    assert contrast(getattr(mark, "colour", ""), "#000000") >= 4.5
