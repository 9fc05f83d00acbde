"""From a generated issue to mails at a real server on loopback, through the real command line."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from briefings.store import open_store
from tests.deliver.server import Office, running
from tests.project import MEETING, Project, Ran, start

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
    project.take(MEETING)
    return project


def configure(project: Project, port: int) -> None:
    file = project.folder / "config.yaml"
    text = file.read_text("utf-8")
    head, _, rest = text.partition("\nlists:\n")
    _, _, tail = rest.partition("\n# How mail leaves.")
    text = f"{head}\nlists:{LISTS}\n# How mail leaves.{tail}"
    text = re.sub(r"port: \d+", f"port: {port}", text)
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


def served(project: Project, office: Office, *calls: tuple[str, ...]) -> list[Ran]:
    """Runs calls while the server is up; the issue is generated first."""
    with running(office) as port:
        configure(project, port)
        assert project.run("generate", "--week", "2024-W48").status == 0
        return [project.run("send", "--week", "2024-W48", *call, "--json") for call in calls]


def addresses(office: Office) -> list[str]:
    return [address for address, _ in office.taken]


def change(project: Project, old: str, new: str) -> None:
    file = project.folder / "config.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_brief_that_asks_for_approval_waits_for_a_name(project: Project) -> None:
    change(project, "approval: auto", "approval: required")
    office = Office()
    waiting, given, again = served(project, office, (), ("--approve", "Dana"), ())
    assert waiting.status == 1
    assert "waits for approval" in waiting.err
    assert (given.status, again.status) == (3, 3)
    assert len(office.taken) == 2
    with closing(open_store(f"sqlite:///{project.folder / 'briefings.db'}")) as store:
        (line,) = store.log_lines("approve")
    assert line.detail["by"] == "Dana"
    assert line.detail["version"] == 1


def test_a_test_copy_goes_to_one_person_and_counts_for_nobody(project: Project) -> None:
    office = Office()
    test, real = served(project, office, ("--test", "ana@example.org"), ())
    assert [r["state"] for r in test.json["receipts"]] == ["sent"]
    assert addresses(office) == ["ana@example.org", "ana@example.org", "bek@example.org"]
    subjects = [str(message_from_bytes(m, policy=default)["Subject"]) for _, m in office.taken]
    assert [s.startswith("[TEST] ") for s in subjects] == [True, False, False]
    assert real.status == 3


def test_whoever_has_unsubscribed_gets_nothing(project: Project) -> None:
    change(project, "reply_to: desk@example.org", "suppressed: [ANA@example.org]")
    office = Office()
    (ran,) = served(project, office, ())
    assert addresses(office) == ["bek@example.org"]
    assert {"recipient": "ana@example.org", "state": "skipped", "detail": "has unsubscribed"} in ran.json[
        "receipts"
    ]


def test_a_correction_goes_to_exactly_those_who_got_the_first_version(project: Project) -> None:
    office = Office(refuse={"bek@example.org"})
    served(project, office, ())
    item = {
        "title": "CSTO secretary general visits the Tajik-Afghan border",
        "text": "The CSTO secretary general visited the Tajik-Afghan border on 27 November. He met border troops.",
        "date": "2024-11-27",
        "url": "https://pamir-observer.example/a/2",
    }
    (project.folder / "more.jsonl").write_text(json.dumps(item) + "\n", encoding="utf-8")
    assert project.run("import", "more.jsonl").status == 0
    office.refuse.clear()
    (second,) = served(project, office, ())
    assert addresses(office) == ["ana@example.org", "ana@example.org"]
    first, correction = (message_from_bytes(mail, policy=default) for _, mail in office.taken)
    assert correction["Subject"].startswith("CORRECTION v2: [TLP:GREEN]")
    assert correction["In-Reply-To"] == first["Message-ID"]
    body = correction.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert text.startswith("TLP:GREEN")
    assert "CORRECTION v2" in text[:100]
    states = {r["recipient"]: r["detail"] for r in second.json["receipts"] if r["state"] == "skipped"}
    assert "no earlier version" in states["bek@example.org"]


def test_what_nobody_has_yet_is_no_correction(project: Project) -> None:
    office = Office()
    with running(office) as port:
        configure(project, port)
        project.run("generate", "--week", "2024-W48")
    change(project, "title: Central Asia", "title: New Central Asia")
    served(project, office, ())
    assert len(office.taken) == 2
    assert all(b"CORRECTION" not in mail for _, mail in office.taken)


def test_the_log_lists_every_copy_with_what_the_server_said(project: Project) -> None:
    office = Office(refuse={"bek@example.org"})
    _, listed = served(project, office, (), ("--log",))
    rows = {d["recipient"]: (d["state"], d["answer"][:3]) for d in listed.json["deliveries"]}
    assert rows == {"ana@example.org": ("sent", "250"), "bek@example.org": ("refused", "550")}


def test_only_one_process_sends_at_a_time(project: Project) -> None:
    office = Office(slow={"ana@example.org"})
    with running(office) as port:
        configure(project, port)
        project.run("generate", "--week", "2024-W48")
        with ThreadPoolExecutor(2) as pool:
            both = [pool.submit(project.run, "send", "--week", "2024-W48") for _ in range(2)]
            statuses = sorted(one.result().status for one in both)
            said = " ".join(one.result().err for one in both)
    assert statuses == [1, 3]
    assert "Another process is sending" in said
    assert sorted(addresses(office)) == ["ana@example.org", "bek@example.org"]
