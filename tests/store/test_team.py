"""A team's store in PostgreSQL: the whole way from a file to the brief, the same as in SQLite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tests.project import start

ITEMS = [
    {
        "title": f"Border commanders meet at Panji Poyon, day {n}",
        "text": f"Border commanders of Tajikistan and Afghanistan met at Panji Poyon on {24 + n} November 2025.",
        "date": f"2025-11-{24 + n}",
        "url": f"https://outlet-{n}.example/{n}",
    }
    for n in range(3)
]


def brief(folder: Path, url: str) -> dict[str, Any]:
    made = start(folder)
    file = made.folder / "config.yaml"
    tree = yaml.safe_load(file.read_text("utf-8")) | {"store": url, "sources": []}
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    (made.folder / "a.jsonl").write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    assert made.run("import", "a.jsonl").out == "3 new, 0 known already, 0 quarantined\n"
    assert made.run("import", "a.jsonl").out == "0 new, 3 known already, 0 quarantined\n"
    written = made.brief("--week", "2025-W48")
    del written["manifest"]["configuration"]  # it names the store
    return written


def test_the_brief_is_the_same(any_url: str, tmp_path: Path) -> None:
    found = brief(tmp_path / "team", any_url)
    assert found == brief(tmp_path / "desk", f"sqlite:///{tmp_path}/own.db")
    assert found["stories"]
