"""A file that hangs its parser or fills the memory costs itself alone; what was found in it before is kept."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from briefings import sources
from briefings.errors import InputError
from briefings.run.intake.bounded import Limits
from briefings.run.intake.splitter import load
from briefings.types import Fetched, Problem
from tests.project import start
from tests.run.intake.killers import GOOD as NAMES
from tests.run.intake.killers import mail, swelling_json, zipped
from tests.run.test_hostile import MAIN, workbook

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)
GOOD = json.dumps({"title": "Lorries wait", "date": "2024-11-27"})


def loaded(*paths: Path | str, limits: Limits | None = None) -> list[Fetched | Problem]:
    return list(load([str(path) for path in paths], NOW, limits=limits or Limits()))


def wide(folder: Path) -> Path:
    """A workbook whose rows have one cell each, in the last of 16,384 columns: a parser fills up the others."""
    head = "".join(
        f'<c r="{column}1" t="str"><v>{word}</v></c>' for column, word in (("A", "title"), ("B", "date"))
    )
    row = '<row r="{0}"><c r="A{0}" t="str"><v>T{0}</v></c><c r="B{0}" t="str"><v>2024-11-27</v></c></row>'
    empty = "".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(4, 200_000))
    rows = f'<row r="1">{head}</row>{row.format(2)}{row.format(3)}{empty}'
    path = folder / "b.xlsx"
    path.write_bytes(
        workbook(f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode())
    )
    return path


def test_what_is_found_is_what_is_found_without_a_process(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{GOOD}\n{{oops\n")
    (tmp_path / "b.txt").write_text("x" * 3_000_000)
    (tmp_path / "c.html").write_bytes(b"")
    (tmp_path / "d.doc").write_bytes(b"x")
    openpyxl.Workbook().save(tmp_path / "e.xlsx")
    assert loaded(tmp_path) == list(sources.load([str(tmp_path)], NOW))


def test_a_parser_that_does_not_end_is_ended(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(GOOD)
    (tmp_path / "c.jsonl").write_text(GOOD.replace("wait", "go"))
    wide(tmp_path)
    found = loaded(tmp_path, limits=Limits(seconds=1))
    titles = [json.loads(one.raw)["title"] for one in found if isinstance(one, Fetched) and not one.whole]
    assert titles == ["Lorries wait", "T2", "T3", "Lorries go"]
    (told,) = [one for one in found if isinstance(one, Problem)]
    assert told.subject.endswith("b.xlsx")
    assert told.reason.startswith("It takes more than 1 s of computing; what was found in it before is kept")


def test_a_parser_that_fills_the_memory_is_ended(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"[" + b"[]," * 5_000_000 + b"[]]")
    (tmp_path / "b.jsonl").write_text(GOOD)
    told, _, good = loaded(tmp_path, limits=Limits(memory=100_000_000))
    assert isinstance(told, Problem)
    assert told.reason.startswith("It needs more than 100 MB of memory;")
    assert isinstance(good, Fetched)


def test_a_member_of_an_archive_costs_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(1_500_000))
    (tmp_path / "b.jsonl").write_text(GOOD)
    found = loaded(tmp_path, limits=Limits(seconds=1, memory=90_000_000))
    mails = [one.raw for one in found if isinstance(one, Fetched) and one.media_type == "message/rfc822"]
    assert mails == list(map(mail, NAMES))
    assert isinstance(found[-1], Fetched)
    hanging, swelling = (one for one in found if isinstance(one, Problem))
    assert hanging.subject.endswith("a.zip/b.xlsx")
    assert hanging.reason.startswith("It takes more than 1 s of computing;")
    assert swelling.subject.endswith("a.zip/d.json")
    assert swelling.reason.startswith("It needs more than 90 MB of memory;")


def test_an_archive_of_killers_is_left_after_some(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for n in range(12):
            archive.writestr(f"{n:02}.json", swelling_json(1_500_000))
        archive.writestr("z.jsonl", GOOD)
    found = [one for one in loaded(path, limits=Limits(memory=45_000_000)) if isinstance(one, Problem)]
    assert len(found) == 11
    assert found[-1].reason == "10 of its files were too much; what follows was not read: unpack it."


def test_a_missing_path_stops_before_the_first_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file or folder"):
        load([str(tmp_path / "nowhere")], NOW)


def test_an_address_is_fetched_there_as_well() -> None:
    (told,) = loaded("http://127.0.0.1:9/page")
    assert isinstance(told, Problem)
    assert "inside a private network or this machine" in told.reason


def test_whoever_stops_listening_leaves_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{GOOD}\n" * 10_000)
    found = load([str(tmp_path)], NOW)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_a_script_needs_no_guard_to_call_us(tmp_path: Path) -> None:
    """Processes start without running the script again that started them."""
    project = start(tmp_path)
    (tmp_path / "a.jsonl").write_text(GOOD)
    (tmp_path / "script.py").write_text(
        "from pathlib import Path\nfrom briefings import run\nfrom briefings.config import load\n"
        "with run.opened(load(Path('config.yaml'))) as desk:\n    print(run.import_(desk, ['a.jsonl']).new)\n"
    )
    done = subprocess.run(
        [sys.executable, "script.py"], cwd=project.folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "")
