"""What ``verify`` says of files that were changed, drawn anew, or never ours."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from briefings.run.intake.bounded import Lost
from briefings.run.issues.differing import places
from briefings.run.issues.saying import said
from tests.project import Here, Project, start

ITEM = {
    "title": "Border commanders of Tajikistan and Afghanistan meet at Panji Poyon",
    "text": "Border commanders met at Panji Poyon on 26 November to discuss the Tajik-Afghan border, an official said.",
    "date": "2024-11-26",
    "url": "https://vakhsh-courier.example/a/1",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = start(tmp_path / "desk", Here)
    items = project.folder / "items.jsonl"
    items.write_text(json.dumps(ITEM), encoding="utf-8")
    assert project.run("import", str(items)).status == 0
    return project


def written(project: Project, name: str) -> Path:
    """The file of a format as ``generate`` writes it."""
    ran = project.run("generate", "--week", "2024-W48", "--format", name)
    assert ran.status == 0, ran.err
    return Path(ran.out.strip())


def told(project: Project, path: Path) -> list[str]:
    """The differences behind the first, which is that of the bytes."""
    ran = project.run("verify", str(path), "--json")
    assert ran.status == 1
    assert "has other bytes than those written on" in ran.json["differences"][0]
    return list(ran.json["differences"][1:])


@pytest.mark.parametrize("name", ["html", "md"])
def test_a_changed_word_is_told_beside_what_the_issue_says(project: Project, name: str) -> None:
    path = written(project, name)
    text = path.read_text("utf-8")
    path.write_text(text.replace("commanders", "tailors"), encoding="utf-8")
    first = told(project, path)[0]
    assert first.startswith("It says “")
    assert "tailors" in first.partition("where the issue says")[0]
    assert "commanders" in first.partition("where the issue says")[2]


def test_a_changed_link_is_told_by_both_addresses(project: Project) -> None:
    path = written(project, "html")
    text = path.read_text("utf-8").replace('href="https://vakhsh', 'href="https://not-vakhsh')
    path.write_text(text, encoding="utf-8")
    place = "It says “https://not-vakhsh-courier.example/a/1” where the issue says “https://vakhsh-courier.example/a/1”."
    assert place in told(project, path)


def test_a_changed_attachment_title_and_word_of_a_pdf_are_told(project: Project) -> None:
    path = written(project, "archive")
    whole = PdfReader(io.BytesIO(path.read_bytes()))
    other = PdfWriter()
    for page in whole.pages[:1]:
        other.add_page(page)
    other.add_metadata({"/Title": "Another title"})
    other.add_attachment("brief.json", b"{}")
    other.write(path)
    differences = " ".join(told(project, path))
    assert "Another title" in differences
    assert (
        "brief.json (SHA-256 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a)" in differences
    )


def test_a_changed_part_of_the_data_is_named(project: Project) -> None:
    path = written(project, "json")
    path.write_bytes(path.read_bytes().replace(b'"bottom_line": "', b'"bottom_line": "Not so: ', 1))
    assert told(project, path) == ["These parts differ: bottom_line."]


def test_a_change_that_no_reader_sees_is_called_so(project: Project) -> None:
    path = written(project, "html")
    path.write_bytes(path.read_bytes().replace(b"</head>", b"<style>h1 { color: red }</style></head>", 1))
    assert told(project, path) == [
        "Its words and links are those of the issue: it differs in looks, or in what no reader sees."
    ]


def test_what_is_no_file_of_its_kind_is_no_crash(project: Project) -> None:
    path = written(project, "pdf")
    path.write_bytes(b"%PDF-1.7 and nothing")
    (line,) = told(project, path)
    assert line.startswith("What differs cannot be told: the file breaks its reader")


def test_a_file_handed_out_before_the_issue_was_drawn_anew_stays_verified(project: Project) -> None:
    path = written(project, "html")
    kept = project.folder / "handed-out.html"
    kept.write_bytes(path.read_bytes())
    (project.folder / "templates" / "parts").mkdir(parents=True, exist_ok=True)
    (project.folder / "templates" / "parts" / "also.html.j2").write_text(
        "<p>House note</p>", encoding="utf-8"
    )
    assert b"House note" in written(project, "html").read_bytes()
    ran = project.run("verify", str(kept), "--json")
    assert (ran.status, ran.json["differences"]) == (0, [])
    assert ran.json["notes"][0].endswith("the issue has been drawn anew since.")
    assert project.run("verify", str(path), "--json").json["notes"] == []


def test_places_are_told_with_their_neighbours_and_not_without_end() -> None:
    ours = ["on", "Thursday", "four", "guards", "were", "killed", "near", "the", "bridge"]
    theirs = ["on", "Thursday", "five", "guards", "were", "killed", "near", "the", "bridge"]
    assert list(places(theirs, ours)) == [
        "It says “on Thursday five guards were killed near” where the issue says “on Thursday four guards were killed near”."
    ]
    many = [f"word{n}" for n in range(100)]
    changed = [f"other{n}" if n % 10 == 5 else word for n, word in enumerate(many)]
    assert list(places(changed, many))[-1] == "It differs in 5 more places."
    assert list(places(["other"] * 100, many)) == [
        "It has little in common with the issue, or much of that is missing."
    ]


def test_a_bomb_in_a_file_costs_its_reader_alone() -> None:
    assert isinstance(said(b"PK\x03\x04 no archive", "docx"), Lost)
    assert said("één  twee".encode(), "csv") == ("één", "twee")
