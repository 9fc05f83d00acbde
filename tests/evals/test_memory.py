"""Files of 200 MB through the real command line: no more than 1 GB of memory, all processes together."""

from __future__ import annotations

import io
import json
import os
import random
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.project import NOW, start

pytestmark = [
    pytest.mark.evals,
    pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is read from /proc"),
]
SIZE, TEXT = 200_000_000, 20_000
MANY = SIZE // TEXT
MOST = 1_000_000_000


def text(n: int) -> str:
    return (f"Lorry {n} waits at the gate and its driver sleeps. " * (TEXT // 45)).strip()


def title(n: int) -> str:
    return f"Report number {n} of the day"


def csv(path: Path, many: int = MANY) -> None:
    with path.open("w") as file:
        file.write("title,date,url,text\n")
        file.writelines(f'{title(n)},2024-11-26,https://a.example/{n},"{text(n)}"\n' for n in range(many))


def jsonl(path: Path) -> None:
    with path.open("w") as file:
        for n in range(MANY):
            file.write(json.dumps({"title": title(n), "date": "2024-11-26", "text": text(n)}) + "\n")


def json_tree(path: Path) -> None:
    many = 80_000_000 // TEXT
    path.write_text(
        json.dumps([{"title": title(n), "date": "2024-11-26", "text": text(n)} for n in range(many)])
    )


def mbox(path: Path) -> None:
    head = "From a@b.example Tue Nov 26 10:00:00 2024\nFrom: A <a@b.example>\nDate: Tue, 26 Nov 2024 10:00:00 +0000\n"
    with path.open("w") as file:
        file.writelines(f"{head}Subject: {title(n)}\n\n{text(n)}\n\n" for n in range(MANY))


def parquet(path: Path) -> None:
    """One group of rows, not packed: the form that takes most room."""
    import pyarrow
    from pyarrow import parquet

    rows = {"title": [title(n) for n in range(MANY)], "date": ["2024-11-26"] * MANY}
    table = pyarrow.table(rows | {"text": [text(n) for n in range(MANY)]})
    parquet.write_table(table, path, compression="none", use_dictionary=False)


def xlsx(path: Path) -> None:
    """A workbook as Excel writes it: all words in a list of their own, which a reader must hold."""
    sheet, strings = io.StringIO(), io.StringIO()
    words = ["title", "date", "text"]
    for n in range(MANY):
        words += [title(n), "2024-11-26", text(n)]
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings.write(f'<?xml version="1.0"?><sst xmlns="{main}">')
    strings.writelines(f"<si><t>{word}</t></si>" for word in words)
    strings.write("</sst>")
    sheet.write(f'<?xml version="1.0"?><worksheet xmlns="{main}"><sheetData>')
    for row in range(MANY + 1):
        cells = "".join(
            f'<c r="{column}{row + 1}" t="s"><v>{3 * row + at}</v></c>' for at, column in enumerate("ABC")
        )
        sheet.write(f'<row r="{row + 1}">{cells}</row>')
    sheet.write("</sheetData></worksheet>")
    import openpyxl

    frame = io.BytesIO()
    openpyxl.Workbook().save(frame)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    named = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'.encode()
    with (
        zipfile.ZipFile(frame) as empty,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made,
    ):
        for name in empty.namelist():
            if "sharedStrings" not in name and "sheet1" not in name:
                made.writestr(name, empty.read(name).replace(b"</Types>", named))
        made.writestr("xl/sharedStrings.xml", strings.getvalue())
        made.writestr("xl/worksheets/sheet1.xml", sheet.getvalue())


def feed(path: Path, size: int) -> None:
    with path.open("w") as file:
        file.write("<rss version='2.0'><channel><title>A</title>")
        for n in range(size // TEXT):
            date = "<pubDate>Tue, 26 Nov 2024 10:00:00 +0000</pubDate>"
            file.write(f"<item><title>{title(n)}</title>{date}<description>{text(n)}</description></item>")
        file.write("</channel></rss>")


def page(n: int) -> str:
    return f"<html lang=en><head><title>{title(n)}</title></head><body><h1>{title(n)}</h1><p>{text(n)}</p></body></html>"


def html(path: Path) -> None:
    path.write_text(
        f"<html><body>{'<p>Lorries wait at the gate, and their drivers sleep.</p>' * (SIZE // 60)}"
    )


def plain(path: Path) -> None:
    path.write_text(text(1) * (SIZE // TEXT))


def pdf(size: int) -> bytes:
    """A page of text, and a stream of noise that its length is made of, as a photograph would be."""
    shown = f"BT /F1 12 Tf 72 700 Td ({text(1)[:2000]}) Tj ET".encode()
    noise = random.Random(size).randbytes(size)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *(b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream) for stream in (shown, noise)),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%bendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + tail


def one_pdf(path: Path) -> None:
    path.write_bytes(pdf(SIZE))


def pdfs_in_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made:
        for n in range(11):
            made.writestr(f"{n}.pdf", pdf(19_000_000 + n))


def table_in_zip(path: Path) -> None:
    csv(path.with_suffix(".csv"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.write(path.with_suffix(".csv"), "large.csv")
    path.with_suffix(".csv").unlink()


def pages_in_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made:
        for n in range(MANY):
            made.writestr(f"{n}.html", page(n))


def warc(path: Path) -> None:
    with path.open("wb") as file:
        for n in range(MANY):
            answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page(n)}".encode()
            head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{n}\r\nWARC-Date: 2024-11-26T10:00:00Z"
            kind = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}"
            file.write(f"{head}\r\n{kind}\r\n\r\n".encode() + answer + b"\r\n\r\n")


FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "large.csv": (csv, f"{MANY} new"),
    "large.jsonl": (jsonl, f"{MANY} new"),
    "large.mbox": (mbox, f"{MANY} new"),
    "large.parquet": (parquet, f"{MANY} new"),
    "large.xlsx": (xlsx, f"{MANY} new"),
    "large.json": (json_tree, "new"),
    "large.rss": (lambda path: feed(path, SIZE), "one feed may have 100 MB: split it"),
    "middling.rss": (lambda path: feed(path, 60_000_000), "new"),
    "large.html": (html, "one document may have 20 MB"),
    "large.txt": (plain, "one document may have 20 MB"),
    "large.pdf": (one_pdf, "one document may have 20 MB"),
    "pdfs.zip": (pdfs_in_zip, "11 new, 0 known already, 0 quarantined"),
    "table.zip": (table_in_zip, f"{MANY} new"),
    "pages.zip": (pages_in_zip, f"{MANY} new"),
    "large.warc": (warc, f"{MANY} new"),
}
"""What makes each file, and what is said of it."""


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_200_megabytes_is_read_in_a_gigabyte(tmp_path: Path, name: str) -> None:
    folder = start(tmp_path / "desk").folder
    make, words = FILES[name]
    make(folder / name)
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "SOURCE_DATE_EPOCH": NOW}
    command = [sys.executable, "-m", "briefings", "import", name]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(memory(process.pid)))
            time.sleep(0.2)
        assert process.stdout is not None
        said = process.stdout.read()
    print(f"{name}: peak {peak / 1e6:.0f} MB, {said.strip()[:300]}")
    assert process.returncode in (0, 3)
    assert words in said
    assert peak < MOST


def memory(session: int) -> Iterator[int]:
    """Bytes of each process of a session, shared pages divided among those that share them."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if (folder / "stat").read_text().rpartition(")")[2].split()[3] != str(session):
                    continue
                found = re.search(r"Pss:\s+(\d+)", (folder / "smaps_rollup").read_text())
            except OSError:
                continue  # it has ended meanwhile
            if found:
                yield 1024 * int(found[1])
