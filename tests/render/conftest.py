"""The rendered sample briefs, made once for all tests that only look at them, and a browser to open pages in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from briefings.render import render
from tests.render import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium on this computer; `make setup-test` installs it"
)


@pytest.fixture(scope="session")
def pdf() -> bytes:
    return render(sample.two_pages(), ["pdf"])[0].data


@pytest.fixture(scope="session")
def large_pdf() -> bytes:
    return render(sample.large(), ["pdf"])[0].data


@pytest.fixture(scope="session")
def scripts_pdf() -> bytes:
    return render(sample.six_scripts(), ["pdf"])[0].data


@pytest.fixture(scope="session")
def html() -> str:
    return render(sample.two_pages(), ["html"])[0].data.decode()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        yield play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page from a file, as a reader does."""
    contexts = []

    def open_(data: bytes, width: int = 1200, scheme: str = "light", asked: list[str] | None = None) -> Page:
        file = tmp_path / "page.html"
        file.write_bytes(data)
        context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        if asked is not None:
            page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
