"""The review page as its analyst and as a stranger meet it: the real command, a real browser, real requests."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import sync_playwright

from briefings import run
from briefings.brief_json import dump
from briefings.config import load
from briefings.desk import Work, application
from tests.project import NOW

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WEEK = "2024-W48"
AT = datetime.fromtimestamp(int(NOW), UTC)
KEY = "a-key-for-this-test"
CONFIG = """\
watchlists: [western-balkans]
briefs:
  desk: {title: Desk, tlp: TLP:GREEN, timezone: Europe/Belgrade}
"""
ARTICLES = (
    {
        "title": "Police commanders of Kosovo and Serbia meet at the Jarinje crossing",
        "text": "Police commanders met at Jarinje on 26 November to discuss the Kosovo-Serbia border, he said.",
        "date": "2024-11-26",
        "url": "https://ibar-courier.example/a/1",
    },
    {
        "title": "Cannabis found in a lorry on the border of <b>Albania</b> and Kosovo",
        "text": "Officers on the Albania-Kosovo border found <script>alert(1)</script> cannabis in a lorry, he said.",
        "date": "2024-11-28",
        "url": "https://prizren-post.example/a/2",
    },
    {
        "title": "Surveyors walk the Bosnia-Serbia border on the Drina",
        "text": "Surveyors of both sides walked nine kilometres of the Bosnia-Serbia border, officials said.",
        "date": "2024-11-27",
        "url": "javascript:alert(2)",
    },
)
Answer = tuple[int, dict[str, str], str]


@dataclass(frozen=True)
class Running:
    """A desk that answers, and the project behind it."""

    folder: Path
    address: str
    """With its key."""

    def brief(self) -> dict[str, Any]:
        with run.opened(load(self.folder / "config.yaml"), AT) as desk:
            return json.loads(dump(run.generate(desk, None, run.Asked(WEEK), ("json",)).brief))  # type: ignore[no-any-return]

    def headlines(self) -> list[str]:
        return [story["headline"] for story in self.brief()["stories"]]

    def sheet(self) -> str:
        with run.opened(load(self.folder / "config.yaml"), AT) as desk:
            return run.edit_sheet(desk, None, run.Asked(WEEK))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with three articles, of which each test gets a copy."""
    folder = tmp_path_factory.mktemp("filled")
    (folder / "config.yaml").write_text(CONFIG)
    (folder / "week.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)))
    with run.opened(load(folder / "config.yaml"), AT) as desk:
        run.import_(desk, [str(folder / "week.jsonl")])
    return folder


@pytest.fixture
def running(filled: Path, tmp_path: Path) -> Iterator[Running]:
    folder = tmp_path / "desk"
    shutil.copytree(filled, folder)
    work = Work(load(folder / "config.yaml"), None, run.Asked(WEEK), "Ana")
    with run.listening(application(work, KEY), 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Running(folder, f"http://127.0.0.1:{server.server_port}/?key={KEY}")
        server.shutdown()


@pytest.fixture
def address(running: Running) -> str:
    return running.address


def asked(address: str, way: str, fields: dict[str, str] | None = None, **headers: str) -> Answer:
    """One request as it goes over the wire; ``cookie`` is the key unless another is given."""
    parts = urlsplit(address)
    key = parts.query.removeprefix("key=")
    sent = {"Cookie": f"briefings-desk={key}"} | {k.replace("_", "-"): v for k, v in headers.items()}
    body = None if fields is None else urlencode(fields)
    if body is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    connection = HTTPConnection("127.0.0.1", parts.port or 0, timeout=60)
    try:
        connection.request("GET" if body is None else "POST", way, body, sent)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()
    finally:
        connection.close()


def test_the_key_opens_the_page_and_nothing_else_does(address: str) -> None:
    key = urlsplit(address).query
    status, headers, _ = asked(address, f"/?{key}", Cookie="")
    assert (status, headers["Location"]) == (303, "/")
    assert "HttpOnly; SameSite=Strict" in headers["Set-Cookie"]
    assert asked(address, "/")[0] == 200
    for cookie in ("", "briefings-desk=", "briefings-desk=guess", "briefings-desk"):
        assert asked(address, "/", Cookie=cookie)[0] == 403
        assert asked(address, "/issue.html", Cookie=cookie)[0] == 403
        assert asked(address, "/write", {}, Cookie=cookie)[0] == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
    ],
)
def test_another_page_cannot_send_a_form(running: Running, headers: dict[str, str]) -> None:
    status, _, _ = asked(running.address, "/save", {"bottom_line": "Not by Ana.", "based_on": "0"}, **headers)
    assert status == 403
    assert "Not by Ana." not in running.sheet()


def test_answers_load_nothing_and_strangers_text_is_text(address: str) -> None:
    _, headers, page = asked(address, "/")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "script-src" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert "<b>Albania" not in page
    assert "<script" not in page
    assert "javascript:" not in page
    assert "frame-ancestors 'self'" in asked(address, "/issue.html")[1]["Content-Security-Policy"]


@pytest.mark.parametrize(("way", "fields"), [("/nowhere", None), ("/nothing", {}), ("/save/x", {})])
def test_what_is_not_there_is_said_so(address: str, way: str, fields: dict[str, str] | None) -> None:
    assert asked(address, way, fields)[0] == 404


def test_a_form_that_is_too_large_is_refused(address: str) -> None:
    assert asked(address, "/save", {}, Content_Length="1000001")[0] == 403


def test_words_are_kept_as_an_edit_of_the_issue(running: Running) -> None:
    status, headers, _ = asked(
        running.address, "/save", {"bottom_line": "Quiet on all borders.", "based_on": "0"}
    )
    assert (status, headers["Location"]) == (303, "/")
    assert "Kept as edit" in asked(running.address, "/")[2]
    assert running.brief()["bottom_line"] == "Quiet on all borders."


def test_mistakes_come_back_with_what_was_typed(running: Running) -> None:
    (row, *_) = running.brief()["borders"]
    fields = {
        f"arrows|{row['id']}|arrow": "worse",
        "bottom_line": "War is likely with high confidence.",
        "based_on": "0",
    }
    status, _, page = asked(running.address, "/save", fields)
    assert status == 422
    assert f"arrows.{row['id']}.reason: an arrow is printed with its reason" in page
    assert "bottom_line: " in page  # likelihood and confidence in one sentence
    assert "War is likely with high confidence.</textarea>" in page
    assert 'bottom_line: ""' in running.sheet()


def test_two_people_do_not_overwrite_each_other(running: Running) -> None:
    sheet = re.sub(r"^bottom_line:.*$", "bottom_line: Hers.", running.sheet(), flags=re.MULTILINE)
    with run.opened(load(running.folder / "config.yaml"), AT) as desk:
        assert run.apply_sheet(desk, None, run.Asked(WEEK), sheet, "sheet.yaml", "Bo")
    status, _, page = asked(running.address, "/save", {"bottom_line": "His.", "based_on": "0"})
    assert status == 422
    assert "Bo" in page
    assert running.brief()["bottom_line"] == "Hers."


def test_the_hand_on_stories(running: Running) -> None:
    first, second, third = running.brief()["stories"]
    assert asked(running.address, "/hand", {"do": f"pin|{third['id']}", "based_on": "0"})[0] == 303
    assert running.headlines()[0] == third["headline"]
    assert asked(running.address, "/hand", {"do": f"drop|{first['id']}", "based_on": "0"})[0] == 303
    assert first["headline"] not in running.headlines()
    page = asked(running.address, "/")[2]
    assert "Left out of this issue" in page
    assert asked(running.address, "/hand-back", {"do": f"back|{first['id']}", "based_on": "0"})[0] == 303
    merge = {"do": f"merge|{first['id']}", f"with|{first['id']}": second["id"], "based_on": "0"}
    assert asked(running.address, "/hand", merge)[0] == 303
    merged = next(s for s in running.brief()["stories"] if s["id"] == first["id"])
    assert set(merged["articles"]) == {*first["articles"], *second["articles"]}
    split = {"do": f"split|{first['id']}", "article": second["articles"][0], "based_on": "0"}
    assert asked(running.address, "/hand", split)[0] == 303
    assert len(running.brief()["stories"]) == 3
    for wrong in ("merge", "split", "move", "burn"):
        assert asked(running.address, "/hand", {"do": f"{wrong}|{first['id']}", "based_on": "0"})[0] == 422


def test_the_issue_is_written(running: Running) -> None:
    assert asked(running.address, "/write", {"bottom_line": "Typed and written.", "based_on": "0"})[0] == 303
    page = asked(running.address, "/")[2]
    assert "Kept as edit" in page
    (path,) = re.findall(r"\S+\.json", page)
    assert json.loads(Path(path).read_text())["bottom_line"] == "Typed and written."


@pytest.fixture
def opened(address: str) -> Iterator[Page]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this computer; `make setup-test` installs it")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        yield page
        browser.close()


def test_in_a_browser_what_is_typed_is_kept_by_any_button(opened: Page, running: Running) -> None:
    last = running.headlines()[-1]
    opened.get_by_label("In your words").fill("Typed, then pinned.")
    opened.get_by_role("button", name="Pin").last.click()
    opened.get_by_text("The story stands before all others").wait_for()
    assert running.brief()["bottom_line"] == "Typed, then pinned."
    assert running.headlines()[0] == last
    opened.frame_locator("iframe").get_by_text("Typed, then pinned").wait_for()


def test_axe_finds_no_violation(opened: Page) -> None:
    report = Axe().run(opened).response
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in report["violations"]] == []


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs started meanwhile obey an interrupt, as from a terminal, whatever shell started the tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_the_command_prints_the_address_and_answers(filled: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(filled), "SOURCE_DATE_EPOCH": NOW}
    command = [sys.executable, "-m", "briefings", "desk", "--week", WEEK]
    with subprocess.Popen(
        command, cwd=filled, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            assert running.stdout is not None
            assert running.stderr is not None
            address = running.stdout.readline().strip()
            key = urlsplit(address).query.removeprefix("key=")
            assert len(key) >= 32
            assert "Jarinje" in asked(address, "/", Cookie=f"briefings-desk={key}")[2]
            running.send_signal(signal.SIGINT)
            assert "kept is in the store" in running.stderr.read()
            assert running.wait(30) == 0
        finally:
            running.kill()  # a failure above would wait for the desk for ever
