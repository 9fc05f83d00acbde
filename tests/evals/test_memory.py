"""Files of 200 MB through the real command line: no more than 1 GB of memory, all processes together."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.project import NOW, start

pytestmark = [
    pytest.mark.evals,
    pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is read from /proc"),
]
SIZE, TEXT = 200_000_000, 20_000
MOST = 1_000_000_000


def csv(n: int) -> bytes:
    return f'Report number {n},2024-11-26,https://a.example/{n},"{text(n)}"\n'.encode()


def jsonl(n: int) -> bytes:
    line = {
        "title": f"Report number {n}",
        "date": "2024-11-26",
        "url": f"https://a.example/{n}",
        "text": text(n),
    }
    return json.dumps(line).encode() + b"\n"


def mbox(n: int) -> bytes:
    head = f"From a@b.example Tue Nov 26 10:00:00 2024\nFrom: A <a@b.example>\nSubject: Report number {n} of the day\n"
    return f"{head}Date: Tue, 26 Nov 2024 10:00:00 +0000\n\n{text(n)}\n\n".encode()


def text(n: int) -> str:
    return (f"Lorry {n} waits at the gate and its driver sleeps. " * (TEXT // 45)).strip()


FILES: dict[str, tuple[bytes, Callable[[int], bytes]]] = {
    "large.csv": (b"title,date,url,text\n", csv),
    "large.jsonl": (b"", jsonl),
    "large.mbox": (b"", mbox),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_200_megabytes_is_read_in_a_gigabyte(tmp_path: Path, name: str) -> None:
    folder = start(tmp_path / "desk").folder
    head, line = FILES[name]
    with (folder / name).open("wb") as file:
        file.write(head)
        for n in range(SIZE // TEXT):
            file.write(line(n))
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "SOURCE_DATE_EPOCH": NOW}
    command = [sys.executable, "-m", "briefings", "import", name]
    with subprocess.Popen(
        command, cwd=folder, env=env, start_new_session=True, stdout=subprocess.PIPE, text=True
    ) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(memory(process.pid)))
            time.sleep(0.2)
        assert process.stdout is not None
        said = process.stdout.read()
    print(f"{name}: peak {peak / 1e6:.0f} MB, {said.strip()}")
    assert process.returncode == 0
    assert f"{SIZE // TEXT} new" in said
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
