"""Archives with a member that hangs its parser and one that fills the memory, through the real command.

Its limits are 30 s of computing and some 600 MB; with smaller ones the same is seen in ``tests/run/intake``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import start
from tests.run.intake.killers import ARCHIVES, GOOD, title


@pytest.mark.evals
@pytest.mark.parametrize("name", ARCHIVES)
def test_the_rest_of_an_archive_is_read(tmp_path: Path, name: str) -> None:
    project = start(tmp_path / "desk")
    (project.folder / name).write_bytes(ARCHIVES[name](19_500_000))
    ran = project.run("import", name)
    held = project.run("articles", "--quarantined").out
    print(ran.out, ran.err, held)
    assert ran.status == 3
    assert "Traceback" not in ran.err
    found = project.run("articles", "--json").json["articles"]
    assert {article["title"] for article in found} == set(map(title, GOOD))
    told = [
        line
        for line in (ran.err + held).splitlines()
        if "30 s of computing" in line or "MB of memory" in line
    ]
    assert len(told) == 2
    if name == "a.zip":
        assert ["a.zip/b.xlsx" in told[0], "a.zip/d.json" in told[1]] == [True, True]
