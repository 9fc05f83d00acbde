"""An issue: the same bytes for the same inputs, a new version for new ones, and proof of both."""

from __future__ import annotations

import json
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from briefings import run
from briefings.config import load
from briefings.errors import RenderError
from briefings.render import formats
from tests.project import Here, Project, Ran, start

ITEM = {
    "title": "Border commanders of Tajikistan and Afghanistan meet at Panji Poyon",
    "text": "Border commanders met at Panji Poyon on 26 November to discuss the Tajik-Afghan border, an official said.",
    "date": "2024-11-26",
    "url": "https://vakhsh-courier.example/a/1",
}
OTHER = ITEM | {
    "title": "Hashish found in a lorry at Torkham",
    "text": "Officers at the Torkham crossing found hashish in a lorry on Thursday, a spokesman said.",
    "date": "2024-11-28",
    "url": "https://khyber-ledger.example/a/2",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = start(tmp_path / "desk", Here)
    put(project, ITEM)
    return project


def put(project: Project, *items: dict[str, str]) -> None:
    file = project.folder / "items.jsonl"
    file.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    assert project.run("import", str(file)).status == 0


def generate(project: Project, *formats: str) -> dict[str, bytes]:
    ran = project.run("generate", "--week", "2024-W48", "--format", ",".join(formats))
    assert ran.status == 0, ran.err
    return {Path(path).name: Path(path).read_bytes() for path in ran.out.split()}


def test_twice_gives_the_same_bytes(project: Project) -> None:
    assert generate(project, "pdf", "html", "json") == generate(project, "pdf", "html", "json")


def test_the_order_of_arrival_does_not_matter(tmp_path: Path) -> None:
    briefs = []
    for name, items in (("there", (ITEM, OTHER)), ("back", (OTHER, ITEM))):
        project = start(tmp_path / name, Here)
        for item in items:
            put(project, item)
        briefs.append(generate(project, "json"))
    assert briefs[0] == briefs[1]


def test_importing_the_same_again_adds_nothing(project: Project) -> None:
    before = generate(project, "json")
    ran = project.run("import", str(project.folder / "items.jsonl"), "--json")
    assert (ran.json["new"], ran.json["known"]) == (0, 1)
    assert generate(project, "json") == before


def test_a_preview_is_no_version_and_touches_no_file_of_the_issue(project: Project) -> None:
    (before,) = (files := generate(project, "html"))
    (project.folder / "templates" / "parts").mkdir(parents=True)
    note = project.folder / "templates" / "parts" / "method.html.j2"
    note.write_text("<p>House note</p>" * 500, encoding="utf-8")  # takes the room of what was printed
    put(project, OTHER)
    index = (project.folder / "output" / "index.html").read_bytes()
    with run.opened(load(project.folder / "config.yaml")) as desk:
        (drawn,) = run.preview(desk, None, run.Asked("2024-W48"), ("html",))
        assert [record.version for record in desk.store.issues()] == [1]
    assert drawn.parent == project.folder / "output" / "preview"
    page = drawn.read_text("utf-8")
    assert ("House note" in page, "Torkham" in page) == (True, True)
    folder = project.folder / "output"
    assert [p.name for p in (folder / "2024-W48").iterdir()] == [before]
    assert (folder / "2024-W48" / before).read_bytes() == files[before]
    assert (folder / "index.html").read_bytes() == index


def test_a_new_report_makes_a_new_version_and_keeps_the_old_file(project: Project) -> None:
    (first,) = generate(project, "json")
    put(project, OTHER)
    (second,) = generate(project, "json")
    assert ("_v1_" in first, "_v2_" in second) == (True, True)
    folder = project.folder / "output" / "2024-W48"
    assert sorted(p.name for p in folder.glob("*.json")) == sorted([first, second])


def test_a_week_without_a_document_is_written_and_that_is_said(project: Project) -> None:
    ran = project.run("generate", "--week", "2023-W10", "--format", "json")
    assert (ran.status, ran.err.strip()) == (
        0,
        "No document in the store is of 2023-03-06 to 2023-03-12: import or collect some, or name another week.",
    )
    assert project.run("generate", "--week", "2024-W48", "--format", "json").err == ""


def test_the_help_names_every_format(project: Project) -> None:
    told = " ".join(project.run("generate", "--help").out.split())
    assert [name for name in formats() if f" {name}" not in told] == []


def test_the_index_lists_every_issue(project: Project) -> None:
    generate(project, "html")
    assert "2024-W48" in (project.folder / "output" / "index.html").read_text("utf-8")


def test_a_brief_is_verified_and_a_changed_one_is_not(project: Project) -> None:
    (name,) = generate(project, "html")
    path = project.folder / "output" / "2024-W48" / name
    assert project.run("verify", str(path)).status == 0
    path.write_text(path.read_text("utf-8").replace("Panji Poyon", "Ishkashim"), encoding="utf-8")
    ran = project.run("verify", str(path), "--json")
    assert ran.status == 1
    assert "other bytes" in ran.json["differences"][0]


def test_nothing_is_written_that_a_source_does_not_hold(project: Project) -> None:
    """Another process changes the article while the issue is composed: what was read is no longer what it says."""

    def another_process(_done: int, _all: int) -> None:
        with sqlite3.connect(project.folder / "briefings.db") as store:
            store.execute("UPDATE articles SET payload = replace(payload, 'commanders of', 'tailors of')")

    with (
        run.opened(load(project.folder / "config.yaml")) as desk,
        pytest.raises(RenderError, match="stands in none of the articles that it cites") as raised,
    ):
        run.generate(desk, None, run.Asked("2024-W48"), ("json",), another_process)
    assert str(raised.value).startswith("Nothing was written, the brief would say what no source says: “")
    assert not (project.folder / "output").exists()


def test_a_sentence_that_no_source_holds_is_found_by_verify(project: Project) -> None:
    """The issue in the store is tampered with, as by somebody who has its password: the articles still tell."""
    (name,) = generate(project, "json")
    path = project.folder / "output" / "2024-W48" / name
    changed = path.read_bytes().replace(b"commanders of Tajikistan", b"commanders of Uzbekistan")
    assert changed != path.read_bytes()
    path.write_bytes(changed)
    with sqlite3.connect(project.folder / "briefings.db") as store:
        store.execute(
            "UPDATE issues SET data = ?, files = ?",
            (changed, json.dumps({name: sha256(changed).hexdigest()})),
        )
    ran = project.run("verify", str(path), "--json")
    assert ran.status == 1
    (told,) = {line for line in ran.json["differences"] if "Uzbekistan" in line}
    assert "stands in none of the articles that it cites" in told


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            b'"headline_refs": [\n        1\n      ]',
            b'"headline_refs": [\n        7\n      ]',
            "[7] is cited but not in",
        ),
        (
            b'"references": [\n    {\n      "n": 1',
            b'"references": [\n    {\n      "n": 2',
            "do not run from 1",
        ),
    ],
)
def test_references_and_annex_that_do_not_match_are_found(
    project: Project, old: bytes, new: bytes, said: str
) -> None:
    (name,) = generate(project, "json")
    path = project.folder / "output" / "2024-W48" / name
    changed = path.read_bytes().replace(old, new)
    assert changed != path.read_bytes()
    with sqlite3.connect(project.folder / "briefings.db") as store:
        store.execute("UPDATE issues SET data = ?", (changed,))
    ran = project.run("verify", str(path), "--json")
    assert ran.status == 1
    assert any(said in line for line in ran.json["differences"])


def test_a_changed_configuration_that_changes_nothing_makes_neither_version_nor_difference(
    project: Project,
) -> None:
    before = generate(project, "html", "json")
    reconfigure(project, "    max_pages: 8\n", "    max_pages: 7\n")
    ran = verified(project, before)
    assert (ran.status, ran.json["differences"]) == (0, [])
    assert ran.json["notes"] == [
        "The configuration has changed since, but generating again would give the same issue."
    ]
    assert generate(project, "html", "json") == before


def test_a_changed_configuration_is_told_by_the_parts_that_it_changes(project: Project) -> None:
    before = generate(project, "html", "json")
    reconfigure(project, "    title: Central Asia", "    title: New Central Asia")
    ran = verified(project, before)
    assert (ran.status, ran.json["verified"]) == (0, True)
    assert ran.json["notes"] == [
        "The configuration has changed since: generating again would write another version; these parts differ: brief."
    ]
    assert all("_v2_" in name for name in generate(project, "html", "json"))


def reconfigure(project: Project, old: str, new: str) -> None:
    config = project.folder / "config.yaml"
    text = config.read_text("utf-8")
    assert old in text
    config.write_text(text.replace(old, new), encoding="utf-8")


def verified(project: Project, files: dict[str, bytes]) -> Ran:
    name = next(name for name in files if name.endswith(".html"))
    return project.run("verify", str(project.folder / "output" / "2024-W48" / name), "--json")


def test_a_file_of_no_issue_is_told(project: Project) -> None:
    (project.folder / "brief.pdf").write_bytes(b"%PDF")
    ran = project.run("verify", str(project.folder / "brief.pdf"))
    assert ran.status == 1
    assert "no issue" in ran.err


def test_two_processes_may_import_at_the_same_time(project: Project) -> None:
    import concurrent.futures

    def bring(n: int) -> int:
        file = project.folder / f"part{n}.jsonl"
        lines = (
            json.dumps(OTHER | {"url": f"https://khyber-ledger.example/{n}/{k}", "title": f"Report {n} {k}"})
            for k in range(30)
        )
        file.write_text("\n".join(lines), encoding="utf-8")
        return Project(project.folder).run("import", file.name).status

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert list(pool.map(bring, range(4))) == [0, 0, 0, 0]
    assert len(project.run("articles", "--json").json["articles"]) == 121


def test_what_an_outlet_repeats_is_cut_whatever_the_batches(tmp_path: Path) -> None:
    promo = "Follow our channel for the latest from the border, day and night."
    items = [
        {
            "title": f"Report {n} from the Tajik-Afghan border",
            "text": f"{promo}\n\nItem {n}: guards met at Ishkashim on 26 November, an officer said.",
            "date": "2024-11-26",
            "url": f"https://vakhsh-courier.example/r/{n}",
        }
        for n in range(4)
    ]
    texts = []
    for name, batches in (("at-once", [items]), ("one-by-one", [[item] for item in reversed(items)])):
        project = start(tmp_path / name, Here)
        for batch in batches:
            put(project, *batch)
        found = project.run("articles", "--json").json["articles"]
        texts.append(sorted(a["text"] for a in found))
    assert texts[0] == texts[1]
    assert not any(promo in text for text in texts[0])


def test_paper_template_and_number_come_from_the_configuration(project: Project) -> None:
    config = project.folder / "config.yaml"
    text = config.read_text("utf-8").replace(
        "    template: brief\n", "    template: plain\n    paper: Letter\n    first_issue: 2024-W47\n"
    )
    config.write_text(text, encoding="utf-8")
    (project.folder / "templates").mkdir()
    (project.folder / "templates" / "plain.html.j2").write_text(
        "<!doctype html><title>{{ brief.issue.number }}</title>{{ mark.label }}", encoding="utf-8"
    )
    (name,) = files = generate(project, "html")
    assert files[name] == b"<!doctype html><title>2</title>TLP:GREEN"
