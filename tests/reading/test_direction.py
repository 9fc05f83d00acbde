"""A weekday looks back or ahead with the verb that it belongs to, also where the verb stands last."""

from __future__ import annotations

from datetime import date

import pytest

from briefings.reading.events import extract
from briefings.types import When

FRIDAY = When("2024-11-29", "day", "stated", date(2024, 11, 29), date(2024, 11, 29))
BACK, AHEAD = "2024-11-28", "2024-12-05"


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("uz", "Payshanba kuni Ostonada oʻtgan KXShT sammitida rahbarlar dasturni tasdiqladi.", BACK),
        ("uz", "KXShT sammiti payshanba kuni Ostonada boʻlib oʻtadi.", AHEAD),
        ("uz", "Payshanba kuni Ostonada boʻlib oʻtadigan KXShT sammitida dastur koʻrib chiqiladi.", AHEAD),
        ("kk", "Бейсенбі күні Астанада өткен ҰҚШҰ саммитінде көшбасшылар бағдарламаны бекітті.", BACK),
        ("kk", "ҰҚШҰ саммиті бейсенбі күні Астанада өтеді.", AHEAD),
        ("ky", "Бейшемби күнү Астанада өткөн ЖККУ саммитинде программа кабыл алынды.", BACK),
        ("ky", "ЖККУ саммити бейшемби күнү Астанада өтөт.", AHEAD),
        ("tg", "Рӯзи панҷшанбе дар Остона нишасти СААД баргузор шуд.", BACK),
        ("en", "The CSTO summit in Astana on Thursday adopted a programme to strengthen the border.", BACK),
        (
            "en",
            "The CSTO summit in Astana on Thursday will adopt a programme to strengthen the border.",
            AHEAD,
        ),
        ("ru", "В четверг в Астане прошёл саммит ОДКБ.", BACK),
        ("ru", "Саммит ОДКБ состоится в четверг в Астане.", AHEAD),
    ],
)
def test_the_nearest_verb_tells_the_direction(language: str, sentence: str, day: str) -> None:
    (event,) = extract("", sentence, language, FRIDAY)
    assert event.when.value == day
