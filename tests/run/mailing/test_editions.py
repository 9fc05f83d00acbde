"""Each reader's own edition, from config.yaml to the mail that a server took."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from briefings import run
from briefings.config import load
from tests.deliver.server import Office, running
from tests.project import Project, start

WEEK = "2024-W48"
NOW = datetime(2025, 12, 1, 9, tzinfo=UTC)
ITEMS = (
    ("vakhsh-courier", "Border commanders of Tajikistan and Afghanistan meet at Panji Poyon",
     "Border commanders met at Panji Poyon on 26 November to discuss the Tajik-Afghan border."),
    ("partner-bulletin", "Kyrgyz border guards close the Torugart crossing with China",
     "Kyrgyz border guards closed the Torugart crossing on the Kyrgyz-Chinese border on 27 November."),
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = start(tmp_path / "desk")
    lines = [
        {
            "title": title,
            "text": text,
            "date": "2024-11-27",
            "url": f"https://{host}.example/a/1",
            "outlet": host,
        }
        for host, title, text in ITEMS
    ]
    (project.folder / "week.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    return project


def sent(
    project: Project, people: list[dict[str, Any]], **changes: Any
) -> tuple[dict[str, str], dict[str, EmailMessage]]:
    """What ``send`` said of each, and each person's mail, for a list and a brief with these settings."""
    file = project.folder / "config.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    listed = changes.pop("list", {})
    partner = {"id": "partner-bulletin", "name": "Partner Bulletin", "type": "none", "tlp": "TLP:AMBER"}
    partner["hosts"] = ["partner-bulletin.example"]  # type: ignore[assignment]
    tree["sources"] = [partner]
    tree["lists"] = {"desk": {"tlp": "TLP:AMBER", "recipients": people} | listed}
    tree["briefs"]["central-asia"] |= {"tlp": "TLP:AMBER", "unmarked": "TLP:GREEN"} | changes
    office = Office()
    with running(office) as port:
        tree["delivery"] |= {"smtp": {"host": "localhost", "port": port, "tls": "none"}}
        file.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
        with run.opened(load(file), NOW) as desk:
            run.import_(desk, [str(project.folder / "week.jsonl")])
            run.generate(desk, None, run.Asked(WEEK), ("json",))
            receipts = run.send(desk, None, run.Asked(WEEK)).receipts
    mails = {who: message_from_bytes(mail, policy=default) for who, mail in office.taken}
    return (
        {r.recipient.partition("@")[0]: f"{r.state} {r.detail}" for r in receipts},
        {who.partition("@")[0]: mail for who, mail in mails.items() if isinstance(mail, EmailMessage)},
    )


def text(mail: EmailMessage, kind: str = "plain") -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def files(mail: EmailMessage) -> dict[str, bytes]:
    return {str(part.get_filename()): part.get_content() for part in mail.iter_attachments()}


def pdf_text(data: bytes, password: str = "") -> str:
    reader = PdfReader(io.BytesIO(data), password=password or None)
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_a_reader_below_the_marking_gets_what_he_may_get_and_the_sender_is_told(project: Project) -> None:
    people = [{"address": "ana@example.org"}, {"address": "bek@example.org", "tlp": "TLP:GREEN"}]
    said, mails = sent(project, people, list={"below": "cut"})
    assert set(mails) == {"ana", "bek"}
    assert "Torugart" in text(mails["ana"])
    assert "Torugart" in pdf_text(files(mails["ana"])["central-asia_2024-W48_v1_TLP-AMBER_en.pdf"])
    whole = mails["bek"].as_string() + pdf_text(
        files(mails["bek"])["central-asia_2024-W48_v1_TLP-GREEN_en.pdf"]
    )
    assert "Panji Poyon" in whole
    assert [
        word for word in ("Torugart", "Partner", "AMBER") if word in whole + text(mails["bek"], "html")
    ] == []
    assert text(mails["bek"]).startswith(
        "TLP:GREEN\nThis edition is cut to TLP:GREEN: what is marked above it is left out (1 item)."
    )
    assert said["bek"].startswith("sent cut to TLP:GREEN, 1 item left out; 250")
    forwarded = project.folder / "forwarded.pdf"
    forwarded.write_bytes(files(mails["bek"])["central-asia_2024-W48_v1_TLP-GREEN_en.pdf"])
    with run.opened(load(project.folder / "config.yaml"), NOW) as desk:
        verdict = run.verify(desk, forwarded)
    assert verdict.differences == ()
    assert verdict.notes == ("An edition for readers, first sent on 2025-12-01 09:00 UTC.",)


def test_without_being_asked_for_nothing_is_cut(project: Project) -> None:
    people = [{"address": "ana@example.org"}, {"address": "bek@example.org", "tlp": "TLP:GREEN"}]
    said, mails = sent(project, people)
    assert set(mails) == {"ana"}
    assert said["bek"] == "skipped may get up to TLP:GREEN, the brief is TLP:AMBER"


def test_an_edition_of_which_nothing_is_left_is_not_sent(project: Project) -> None:
    people = [{"address": "ana@example.org"}, {"address": "bek@example.org", "tlp": "TLP:CLEAR"}]
    said, mails = sent(project, people, list={"below": "cut"})
    assert set(mails) == {"ana"}
    assert said["bek"] == "skipped nothing in the brief is TLP:CLEAR or below"


def test_a_reader_gets_his_language_sections_and_formats(project: Project) -> None:
    people: list[dict[str, Any]] = [
        {"address": "ana@example.org"},
        {"address": "bek@example.org", "language": "ru", "sections": ["borders"], "format": ["html", "ics"]},
    ]
    _, mails = sent(project, people)
    assert sorted(files(mails["bek"])) == [
        "central-asia_2024-W48_v1_TLP-AMBER_ru.html",
        "central-asia_2024-W48_v1_TLP-AMBER_ru.ics",
    ]
    assert "Главное" in text(mails["bek"]) or "Границы" in text(mails["bek"])
    assert "What changed" in text(mails["ana"])
    assert "Что изменилось" not in text(mails["bek"])


def test_a_discreet_mail_tells_nothing_outside(project: Project) -> None:
    _, mails = sent(project, [{"address": "ana@example.org", "discreet": "Weekly notes"}])
    assert mails["ana"]["Subject"] == "[TLP:AMBER] Weekly notes 2024-W48"
    assert mails["ana"]["List-Id"] == "<weekly-notes.example.org>"
    (name,) = files(mails["ana"])
    assert name == "weekly-notes_2024-W48_v1_TLP-AMBER_en.pdf"
    reader = PdfReader(io.BytesIO(files(mails["ana"])[name]))
    assert reader.metadata is not None
    shown = f"{reader.metadata.title} {reader.metadata.author}"
    outside = shown + "".join(f"{key}: {value}\n" for key, value in mails["ana"].items())
    assert [
        word
        for word in ("security", "asia", "afghan", "desk")
        if word in outside.lower().replace("desk@", "")
    ] == []


def test_a_locked_pdf_comes_in_a_mail_that_says_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PDF_PASSWORD", "open sesame")
    people = [
        {"address": "ana@example.org", "password": "env:PDF_PASSWORD", "format": ["pdf", "html", "ics"]}
    ]
    _, mails = sent(project, people)
    (data,) = files(mails["ana"]).values()
    assert "Panji Poyon" in pdf_text(data, "open sesame")
    assert "Panji" not in mails["ana"].as_string()
    assert "Panji" not in text(mails["ana"]) + text(mails["ana"], "html")
    assert text(mails["ana"]).startswith("TLP:AMBER\n")


def test_the_subject_is_the_briefs_own(project: Project) -> None:
    _, mails = sent(project, [{"address": "ana@example.org"}], subject="{title} v{version} {tlp}")
    assert mails["ana"]["Subject"].endswith("Security Brief v1 TLP:AMBER")


def test_the_marking_is_the_same_everywhere(project: Project) -> None:
    """Fault F27: mail, file name, PDF and calendar."""
    people = [{"address": "ana@example.org", "tlp": "TLP:GREEN", "format": ["pdf", "html", "ics"]}]
    _, mails = sent(project, people, list={"below": "cut"})
    mail = mails["ana"]
    assert mail["Subject"].startswith("[TLP:GREEN] ")
    assert (text(mail).splitlines()[0], text(mail).rstrip().splitlines()[-1]) == ("TLP:GREEN", "TLP:GREEN")
    assert all("_TLP-GREEN_" in name for name in files(mail))
    for name, data in files(mail).items():
        if name.endswith(".pdf"):
            pages = PdfReader(io.BytesIO(data)).pages
            assert all(page.extract_text().count("TLP:GREEN") >= 2 for page in pages)
        elif name.endswith(".ics"):
            assert "X-TLP:GREEN" in str(data) or "X-TLP:TLP:GREEN" in str(data)
    assert "AMBER" not in mail.as_string() + text(mail, "html")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"password": "open sesame"}, "a secret never stands in this file"),
        ({"sections": ["gossip"]}, "'borders', 'changes'"),
        ({"timezone": "Asia/Nowhere"}, "no time zone"),
    ],
)
def test_a_wrong_wish_is_a_mistake_and_a_secret_is_not_shown(
    project: Project, settings: dict[str, Any], said: str
) -> None:
    file = project.folder / "config.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    tree["lists"]["desk"]["recipients"] = [{"address": "ana@example.org"} | settings]
    file.write_text(yaml.safe_dump(tree), encoding="utf-8")
    ran = project.run("send", "--week", WEEK)
    assert ran.status == 2
    assert said in ran.err
    assert "open sesame" not in ran.err
