"""Newsletters: one mail, many articles."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.make import articles, document

MAIL = """From: Khyber Ledger <post@khyber-ledger.example>
Subject: Morning from the pass
Date: Wed, 27 Nov 2024 07:30:00 +0500
Content-Type: text/plain; charset=utf-8

MORNING FROM THE PASS

View this mail in your browser: https://khyber-ledger.example/m/7

------------------------------

Lorries queue before the lower gate

Some sixty lorries waited at the lower gate on Tuesday night after a scanner failed, drivers said.

Read more: https://khyber-ledger.example/n/1

------------------------------

Traders' union moves its meeting

The union of traders put off its meeting on customs forms to 7 December, a notice on its door says.

Read more: https://khyber-ledger.example/n/2

------------------------------

Unsubscribe | Change your settings
"""


def test_each_section_is_an_article_with_its_own_address() -> None:
    found = articles(document(MAIL, "message/rfc822"))
    assert [a.title for a in found] == [
        "Lorries queue before the lower gate",
        "Traders' union moves its meeting",
    ]
    assert [a.url for a in found] == [f"https://khyber-ledger.example/n/{n}" for n in (1, 2)]
    assert {a.publisher for a in found} == {"Khyber Ledger"}
    assert {a.published.value for a in found if a.published} == {"2024-11-27T07:30:00+05:00"}
    assert not any("Unsubscribe" in a.text or "browser" in a.text for a in found)


NEWSLETTER = """From: Khyber Ledger <post@khyber-ledger.example>
Subject: Morning from the pass
Date: Wed, 27 Nov 2024 07:30:00 +0500
Content-Type: text/html; charset=utf-8

<html><head><style>td {color: red}</style></head><body><table>
<tr><td><a href="https://khyber-ledger.example/m/7">View this mail in your browser</a></td></tr>
<tr><td><h2><a href="https://khyber-ledger.example/n/1">Lorries queue before the lower gate</a></h2>
<p>Some sixty lorries waited at the lower gate on Tuesday night after a scanner failed, drivers said.</p></td></tr>
<tr><td><h2>Traders' union moves its meeting</h2>
<p>The union of traders put off its meeting on customs forms to 7 December, a notice on its door says.</p>
<p><a href="https://khyber-ledger.example/n/2">Read more</a></p></td></tr>
<tr><td><h2>Snow closes the upper road</h2>
<p>The upper road stays closed for lorries until ploughs have cleared the last bend, the road office said.</p></td></tr>
<tr><td><a href="https://khyber-ledger.example/u">Unsubscribe</a></td></tr>
</table></body></html>
"""


def test_an_html_newsletter_gives_its_sections_with_their_addresses() -> None:
    found = articles(document(NEWSLETTER, "message/rfc822"))
    assert [(a.title, a.url) for a in found] == [
        ("Lorries queue before the lower gate", "https://khyber-ledger.example/n/1"),
        ("Traders' union moves its meeting", "https://khyber-ledger.example/n/2"),
        ("Snow closes the upper road", None),
    ]
    assert not any("http" in a.text or "color" in a.text for a in found)


def test_a_plain_mail_is_one_article_under_its_subject() -> None:
    text = (
        MAIL.split("\n\n", maxsplit=1)[0]
        + "\n\nThe gate at the pass stays closed on Friday because of works on the road, the office said.\n"
    )
    (found,) = articles(document(text, "message/rfc822"))
    assert found.title == "Morning from the pass"
    assert found.text.startswith("The gate at the pass")


def test_a_mail_with_hostile_headers_is_read() -> None:
    mail = "From: =?utf-8?B?!!!?=\nSubject: =?x?q?=\nDate: never\nContent-Type: text/plain; charset=no-such\n\nA text that is long enough to count as the paragraph of a mail, sent by nobody.\n"
    assert len(articles(document(mail, "message/rfc822"))) == 1


COMPACT = """From: Khyber Ledger <post@khyber-ledger.example>
Subject: Evening from the pass
Date: Wed, 27 Nov 2024 19:30:00 +0500

1. Lorries queue before the lower gate
Some sixty lorries waited at the lower gate on Tuesday night after a scanner
failed, drivers said. They were let through in the morning.
Read more: https://khyber-ledger.example/n/1

2. Traders' union moves its meeting
The union of traders put off its meeting on customs forms to 7 December, a
notice on its door says.
https://khyber-ledger.example/n/2
"""


def test_headings_right_above_their_text_and_links_right_under_it_part_a_digest() -> None:
    found = articles(document(COMPACT, "message/rfc822"))
    assert [(a.title, a.url) for a in found] == [
        ("Lorries queue before the lower gate", "https://khyber-ledger.example/n/1"),
        ("Traders' union moves its meeting", "https://khyber-ledger.example/n/2"),
    ]
    assert found[0].text.endswith("drivers said. They were let through in the morning.")


def test_wrapped_prose_has_no_heading() -> None:
    mail = (
        COMPACT.partition("\n\n")[0]
        + "\n\n"
        + (
            "Some sixty lorries waited at the lower gate on Tuesday night after the\n"
            "Ministry of Transport closed the scanner, drivers said. They were let\n"
            "through in the morning, and thirty more came over the old bridge at noon.\n"
        )
    )
    (only,) = articles(document(mail, "message/rfc822"))
    assert only.title == "Evening from the pass"
    assert only.text.startswith(
        "Some sixty lorries waited at the lower gate on Tuesday night after the Ministry"
    )


STUB = """From: Khyber Ledger <post@khyber-ledger.example>
Subject: Morning from the pass
Date: Wed, 27 Nov 2024 07:30:00 +0500
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

This mail needs HTML.
--b
Content-Type: text/html; charset=utf-8

<table><tr><td><h2>Lorries queue before the lower gate</h2><p>Some sixty lorries waited at the lower gate on Tuesday
night after a scanner failed, drivers said.</p><a href="https://khyber-ledger.example/n/1?utm_source=mail">Read more</a></td></tr>
<tr><td><h2>Союз торговцев перенёс собрание</h2><p>Союз торговцев перенёс собрание о таможенных бумагах на 7 декабря,
говорится в объявлении на его двери.</p><a href="https://khyber-ledger.example/n/2">Читать далее</a></td></tr></table>
--b--
"""


def test_a_plain_part_that_says_nothing_is_not_the_mail_and_each_section_has_its_language() -> None:
    found = articles(document(STUB, "message/rfc822"))
    assert [(a.title, a.url, a.language) for a in found] == [
        ("Lorries queue before the lower gate", "https://khyber-ledger.example/n/1", "en"),
        ("Союз торговцев перенёс собрание", "https://khyber-ledger.example/n/2", "ru"),
    ]


TOLD = (
    "Twelve lorries waited at the river gate on Tuesday, most of them with flour, a customs clerk said.",
    "The head of customs promised that a second lane would open by spring.",
)


@pytest.mark.parametrize(
    ("subject", "frame"),
    [
        ("Fwd: Lorries wait at the gate", "---------- Forwarded message ---------\nFrom: Khyber Ledger <n@k.example>\nDate: Tue, 26 Nov 2024 at 18:00\nSubject: Lorries wait at the gate\nTo: <a@desk.example>\n"),
        ("FW: look", "-----Original Message-----\nFrom: Khyber Ledger\nSent: Tuesday, November 26, 2024 6:00 PM\nTo: A\nSubject: RE: Lorries wait at the gate\n"),
        ("Пересл: Lorries", "-------- Пересылаемое сообщение --------\n\nОт: Khyber Ledger <n@k.example>\n\nДата: 26 ноября 2024, 18:00\n\nТема: Lorries wait at the gate\n"),
    ],
)  # fmt: skip
def test_a_mail_that_was_passed_on_is_its_sender_s(subject: str, frame: str) -> None:
    head = f"From: A Colleague <a@desk.example>\nSubject: {subject}\nDate: Wed, 27 Nov 2024 09:00:00 +0500\n"
    mail = f"{head}Content-Type: text/plain; charset=utf-8\n\nFYI, see below.\n\n{frame}\n{TOLD[0]}\n\n{TOLD[1]}\n"
    (found,) = articles(document(mail, "message/rfc822"))
    assert (found.title, found.publisher) == ("Lorries wait at the gate", "Khyber Ledger")
    assert found.text == "\n\n".join(TOLD)
    assert found.published
    assert found.published.start == date(2024, 11, 26)


def test_an_answer_with_its_own_text_above_is_the_answerer_s() -> None:
    above = "\n\n".join(f"{words} {words} {words} {words}" for words in TOLD)
    below = "-----Original Message-----\nFrom: Khyber Ledger\nSubject: An old report\n\nAn old report is quoted here.\n"
    mail = f"From: A Writer <a@desk.example>\nSubject: Re: From the gate\n\n{above}\n\n{below}"
    (found,) = articles(document(mail, "message/rfc822"))
    assert (found.title, found.publisher) == ("From the gate", "A Writer")
    assert found.text.startswith(TOLD[0])
