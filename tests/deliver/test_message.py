"""A mail read back with the standard library, part by part."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.deliver import Letter, Mailing, Recipient, build
from briefings.errors import DeliveryError
from briefings.text.headers import one_line
from briefings.types import Artifact
from tests.deliver.test_post import MAILING

PDF = Artifact("weekly_2024-W48_v1_TLP-GREEN_en.pdf", "application/pdf", b"%PDF-1.7 ...")
ICS = Artifact("weekly_2024-W48_v1_TLP-GREEN_en.ics", "text/calendar", b"BEGIN:VCALENDAR\r\n")
ANA = Recipient("ana@example.org", "Ana", formats=("pdf", "ics"))


def read(mailing: Mailing, recipient: Recipient = ANA) -> EmailMessage:
    message = message_from_bytes(build(Letter(mailing, recipient)), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_text_comes_first_then_html_then_attachments() -> None:
    message = read(replace(MAILING, attachments=(PDF, ICS)))
    kinds = [part.get_content_type() for part in message.walk() if not part.is_multipart()]
    assert kinds == ["text/plain", "text/html", "application/pdf", "text/calendar"]
    assert [part.get_filename() for part in message.iter_attachments()] == [PDF.name, ICS.name]


def test_a_person_gets_the_formats_he_asked_for() -> None:
    message = read(replace(MAILING, attachments=(PDF, ICS)), replace(ANA, formats=("pdf",)))
    assert [part.get_filename() for part in message.iter_attachments()] == [PDF.name]


def test_the_headers_of_a_well_behaved_list() -> None:
    message = read(replace(MAILING, reply_to="person@example.org", unsubscribe_url="https://example.org/u"))
    assert message["To"] == "Ana <ana@example.org>"
    assert message["List-Id"] == "<desk.example.org>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "https://example.org/u/" in message["List-Unsubscribe"]
    assert "mailto:person@example.org" in message["List-Unsubscribe"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].endswith("+0000")


def test_the_message_id_is_stable_and_personal() -> None:
    ids = {read(MAILING, r)["Message-ID"] for r in (ANA, ANA, Recipient("bek@example.org"))}
    assert len(ids) == 2


def test_a_correction_threads_under_what_it_corrects() -> None:
    first = read(MAILING)
    second = read(replace(MAILING, key="central-asia/2024-W48/v2", corrects=MAILING.key))
    assert second["In-Reply-To"] == first["Message-ID"] != second["Message-ID"]


@pytest.mark.parametrize(
    "hostile", ["Weekly\r\nBcc: all@example.org", "Weekly\x00\u2028Bcc: all@example.org"]
)
def test_no_header_can_be_smuggled_in(hostile: str) -> None:
    message = read(replace(MAILING, subject=hostile), replace(ANA, name=hostile))
    assert message["Bcc"] is None
    assert "\n" not in message["Subject"]


def test_names_and_subjects_in_any_script_survive() -> None:
    message = read(
        replace(MAILING, subject="Сводка «Граница» – هفته ۴۸"), replace(ANA, name="Ҷамшед Ғаффоров")
    )
    assert message["Subject"] == "Сводка «Граница» – هفته ۴۸"
    assert message["To"].addresses[0].display_name == "Ҷамшед Ғаффоров"


def test_a_mail_that_no_server_takes_is_refused_with_advice() -> None:
    huge = replace(PDF, data=b"x" * 30 * 2**20)
    with pytest.raises(DeliveryError, match="max_pages"):
        build(Letter(replace(MAILING, attachments=(huge,)), ANA))


def test_nobody_sees_another_reader() -> None:
    """Fault F32: all recipients in To."""
    message = read(MAILING)
    assert [one.addr_spec for one in message["To"].addresses] == ["ana@example.org"]
    assert (message["Cc"], message["Bcc"]) == (None, None)


@pytest.mark.parametrize("empty", [{"text": " \n"}, {"html": ""}])
def test_an_empty_mail_is_not_sent(empty: dict[str, str]) -> None:
    """Fault F32: sent empty."""
    with pytest.raises(DeliveryError, match="empty"):
        read(replace(MAILING, **empty))  # type: ignore[arg-type]


def test_a_hostile_name_of_a_list_or_file_stays_in_its_place() -> None:
    hostile = replace(PDF, name='a"\r\nBcc: all@example.org.pdf')
    message = read(replace(MAILING, attachments=(hostile,)))
    assert message["Bcc"] is None
    assert len(list(message.iter_attachments())) == 1


def test_a_dot_at_the_start_of_a_line_and_any_script_come_through() -> None:
    body = read(replace(MAILING, text=".\n..\nҶ – هفته\n")).get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == ".\n..\nҶ – هفته\n"


LONG = "[TLP:GREEN] Central Asia Brief 2024-W48 (25 ноя – 1 дек): Встреча (граница), 26 ноя 2024 – هفته ۴۸ и далее"


def test_a_long_subject_of_several_scripts_keeps_its_spaces() -> None:
    raw = build(Letter(replace(MAILING, subject=LONG), ANA))
    assert read(replace(MAILING, subject=LONG))["Subject"] == LONG
    assert max(len(line) for line in raw.partition(b"\r\n\r\n")[0].split(b"\r\n")) <= 78 + 40


@given(st.text(min_size=1, max_size=200))
def test_whatever_the_subject_it_comes_through_and_breaks_nothing(text: str) -> None:
    message = read(replace(MAILING, subject=f"Week {text}"))
    assert message["Subject"] == one_line(f"Week {text}")
    assert message["From"] == "desk@example.org"
