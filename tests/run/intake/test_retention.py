"""Retention through the command line: the configuration says how long, and what an issue cites stays."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from tests.project import start


def test_prune_removes_what_the_configuration_says_and_no_issue_cites(tmp_path: Path) -> None:
    made = start(tmp_path)
    file = made.folder / "config.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    tree["sources"] = []
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    words = "Border commanders met at Panji Poyon on 26 November to discuss the Tajik-Afghan border."
    told = "Border commanders of Tajikistan and Afghanistan meet at Panji Poyon"
    items = [
        {"title": told, "text": words, "date": "2025-11-26", "url": "https://a.example/1"},
        {
            "title": "A recipe for plum soup",
            "text": "Plums, water, sugar.",
            "date": "2025-11-26",
            "url": "https://a.example/2",
        },
    ]
    (made.folder / "a.jsonl").write_text("".join(json.dumps(i) + "\n" for i in items), "utf-8")
    assert made.run("import", "a.jsonl").status == 0
    asked = ("generate", "--week", "2025-W48", "--format", "json")
    written = Path(made.run(*asked).out.strip())
    before = written.read_bytes()
    assert made.run("prune").out == "0 documents, 0 files, 0 polls removed\n"
    tree["retention"] = {"documents": 30}
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    later = {"SOURCE_DATE_EPOCH": str(1764579600 + 40 * 86400)}
    assert made.run("prune", "--dry-run", **later).out.startswith("1 documents, 0 files, 0 polls would be")
    assert made.run("prune", **later).out == "1 documents, 0 files, 0 polls removed\n"
    left = [a["title"] for a in made.run("articles", "--json").json["articles"]]
    assert left == [told]
    assert "no longer holds" not in made.run("verify", str(written)).out
    assert written.read_bytes() == before
