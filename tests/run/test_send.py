"""From a generated issue to mails at a real server on loopback, through the real command line."""

from __future__ import annotations

import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.deliver.server import Office, running
from tests.project import Project, start

LISTS = """
  desk:
    tlp: TLP:GREEN
    recipients:
      - {name: Ana, address: ana@example.org}
      - {name: Bek, address: bek@example.org}
      - {name: Cai, address: cai@example.org, tlp: TLP:CLEAR}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = start(tmp_path / "desk")
    item = {
        "title": "Border commanders of Tajikistan and Afghanistan meet at Panji Poyon",
        "text": "Border commanders met at Panji Poyon on 26 November to discuss the Tajik-Afghan border.",
        "date": "2024-11-26",
        "url": "https://vakhsh-courier.example/a/1",
    }
    (project.folder / "week.jsonl").write_text(json.dumps(item) + "\n", encoding="utf-8")
    assert project.run("import", "week.jsonl").status == 0
    return project


def configure(project: Project, port: int) -> None:
    file = project.folder / "config.yaml"
    text = file.read_text("utf-8")
    head, _, rest = text.partition("\nlists:\n")
    _, _, tail = rest.partition("\n# How mail leaves.")
    text = f"{head}\nlists:{LISTS}\n# How mail leaves.{tail}".replace("port: 2525", f"port: {port}")
    file.write_text(text, encoding="utf-8")


def test_each_person_gets_one_mail_with_the_pdf_and_a_second_run_sends_nothing(project: Project) -> None:
    office = Office()
    with running(office) as port:
        configure(project, port)
        assert project.run("generate", "--week", "2024-W48").status == 0
        first, second = (project.run("send", "--week", "2024-W48", "--json") for _ in range(2))
    assert [address for address, _ in office.taken] == ["ana@example.org", "bek@example.org"]
    states = {r["recipient"]: r["state"] for r in first.json["receipts"]}
    assert states == {"ana@example.org": "sent", "bek@example.org": "sent", "cai@example.org": "skipped"}
    assert (first.status, second.status) == (3, 3)
    message = message_from_bytes(office.taken[0][1], policy=default)
    assert message["Subject"].startswith("[TLP:GREEN]")
    names = [part.get_filename() for part in message.walk() if part.get_filename()]
    assert names == ["central-asia_2024-W48_v1_TLP-GREEN_en.pdf"]


def test_a_dry_run_writes_files_and_sends_nothing(project: Project) -> None:
    office = Office()
    with running(office) as port:
        configure(project, port)
        project.run("generate", "--week", "2024-W48")
        ran = project.run("send", "--week", "2024-W48", "--dry-run", "--json")
    assert office.taken == []
    assert [r["state"] for r in ran.json["receipts"]] == ["written", "written", "skipped"]
    assert len(list((project.folder / "output" / "2024-W48" / "mail").glob("*.eml"))) == 2


def test_an_issue_that_was_not_generated_cannot_be_sent(project: Project) -> None:
    ran = project.run("send", "--week", "2024-W48")
    assert ran.status == 2
    assert "briefings generate --week 2024-W48" in ran.err


def test_a_pdf_that_was_changed_since_is_not_sent(project: Project) -> None:
    office = Office()
    with running(office) as port:
        configure(project, port)
        project.run("generate", "--week", "2024-W48")
        (pdf,) = (project.folder / "output" / "2024-W48").glob("*.pdf")
        pdf.write_bytes(pdf.read_bytes() + b"\n")
        ran = project.run("send", "--week", "2024-W48")
    assert ran.status == 1
    assert "not what was generated" in ran.err
    assert office.taken == []
