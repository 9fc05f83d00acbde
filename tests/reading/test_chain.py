"""Outlet, republisher and wire."""

from __future__ import annotations

import pytest

from tests.reading.make import article, document, record

BODY = "The checkpoint at the lower bridge will stay open through the night, a duty officer said on Tuesday."


@pytest.mark.parametrize(
    "text",
    [
        f"DUSHANBE, November 26. /Steppe Wire/. {BODY}",
        f"{BODY} He told Steppe Wire that two more posts would follow.",
        f"{BODY} According to Steppe Wire, two more posts would follow.",
        f"(Steppe Wire) {BODY}",
        f"{BODY} Lorries will follow by noon. — Steppe Wire",
        f"{BODY} (Steppe Wire)",
        f"{BODY}\n\nSteppe Wire.",
        f"Dushanbe. November 26. STEPPE WIRE - {BODY}",
        f"Баку, 26 ноября, Степной телеграф\n{BODY}",
        "Мост останется открытым ночью, сообщает Степной телеграф. Дежурный рассказал об этом во вторник вечером.",
        "Koʻprik tunda ham ochiq qoladi, deb xabar berdi Steppe Wire. Navbatchi buni seshanba kuni aytdi.",
        "Көпүрө түнү да ачык болот, деп кабарлады Steppe Wire. Бул тууралуу кезекчи айтты.",
        "Мост останется открытым ночью. Об этом пишет издание со ссылкой на «Степной телеграф», уточнив часы.",
    ],
)
def test_a_credit_names_the_wire(text: str) -> None:
    found = article(record(title="Bridge stays open", text=text, publisher="Kunduz Post"))
    assert (found.publisher, found.wire) == ("Kunduz Post", "Steppe Wire")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} The Steppe Wires are a football club.",
        f"{BODY} A Steppe Wire van was parked outside.",
        f"{BODY} He left in the van of Steppe Wire.",
        f"{BODY}\n\nPhoto: Steppe Wire",
        f"{BODY} “I told Steppe Wire last year and I repeat it: nobody will get a metre,” the elder said.",
        f"Police in Osh detained a photographer of Steppe Wire on Friday, his lawyer said. {BODY}",
    ],
)
def test_a_name_without_a_credit_is_no_wire(text: str) -> None:
    assert article(record(title="Bridge stays open", text=text, publisher="Kunduz Post")).wire == ""


def test_a_wires_own_text_has_no_wire_behind_it() -> None:
    found = article(
        document(f"Bridge stays open at night\n\nDUSHANBE, November 26. /Steppe Wire/. {BODY}", "text/plain")
    )
    assert (found.publisher, found.wire) == ("Steppe Wire", "")


def test_a_republishers_page_without_a_credit_has_no_publisher() -> None:
    found = article(document(f"osiyo24.example\n\nBridge stays open at night\n\n{BODY}", "text/plain"))
    assert (found.publisher, found.republisher) == ("", "osiyo24.example")


def test_the_host_of_the_address_names_the_outlet() -> None:
    found = article(record(title="Bridge", text=BODY, url="https://dari.kunduz-post.example/1"))
    assert found.publisher == "Kunduz Post"
    assert found.basis["publisher"] == "host of the address"


def test_an_unknown_outlet_keeps_the_name_it_gives() -> None:
    assert article(record(title="Bridge", text=BODY, publisher="Some Gazette")).publisher == "Some Gazette"


def test_a_line_with_outlet_and_date_names_the_outlet() -> None:
    found = article(
        document(f"Bridge stays open at night\nKunduz Post, 27 November 2024\n\n{BODY}", "text/plain")
    )
    assert found.publisher == "Kunduz Post"
