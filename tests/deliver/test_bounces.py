"""What comes back is believed for the copy that it names, and only then."""

from __future__ import annotations

from briefings.deliver import Bounce, Letter, Wish, build, read
from briefings.deliver.message import message_id
from tests.deliver.test_post import MAILING, people

ID = message_id(MAILING.key, "ana@example.org", MAILING.sender)


def copy() -> bytes:
    (ana,) = people("ana")
    return build(Letter(MAILING, ana))


def report(action: str, given_back: bytes, kind: bytes = b"message/rfc822") -> bytes:
    """As Postfix writes it."""
    return b"\r\n".join(
        (
            b"From: MAILER-DAEMON@mx.example",
            b"Subject: Undelivered Mail Returned to Sender",
            b'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
            b"MIME-Version: 1.0",
            b"",
            b"--B",
            b"Content-Type: text/plain",
            b"",
            b"I am sorry.",
            b"--B",
            b"Content-Type: message/delivery-status",
            b"",
            b"Reporting-MTA: dns; mx.example",
            b"",
            b"Final-Recipient: rfc822; ana@example.org",
            b"Action: " + action.encode(),
            b"Status: 5.1.1",
            b"Diagnostic-Code: smtp; 550 5.1.1 <ana@example.org>:",
            b"    no such person",
            b"",
            b"--B",
            b"Content-Type: " + kind,
            b"",
            given_back,
            b"--B--",
            b"",
        )
    )


def test_a_report_names_the_copy_and_the_reason() -> None:
    (bounce,) = read(report("failed", copy()))
    assert bounce == Bounce(ID, "failed", "5.1.1 smtp; 550 5.1.1 <ana@example.org>: no such person")


def test_headers_alone_are_enough() -> None:
    head = copy().partition(b"\r\n\r\n")[0] + b"\r\n"
    (bounce,) = read(report("delayed", head, b"text/rfc822-headers"))
    assert isinstance(bounce, Bounce)
    assert (bounce.copy, bounce.action) == (ID, "delayed")


def test_a_report_that_gives_nothing_back_is_for_a_person() -> None:
    assert read(report("failed", b"Subject: x\r\n\r\n")) == ()


def test_any_other_mail_is_for_a_person() -> None:
    assert read(copy()) == ()
    assert read(b"\xff\x00 no mail") == ()
    assert read(b"Content-Type: multipart/report; boundary=B\r\n\r\n--B") == ()


def test_a_wish_to_leave_is_a_subject_with_the_token() -> None:
    token = "0123456789abcdef" * 2
    assert read(b"Subject: unsubscribe " + token.encode() + b"\r\n\r\n") == (Wish(token),)
    assert read(b"Subject: Re: unsubscribe me please\r\n\r\n") == ()
