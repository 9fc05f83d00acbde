"""Statements: who says what to whom, word for word or not."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.quotes import extract
from briefings.types import Quote, When

PUBLISHED = When("2024-11-27", "day", "inferred", date(2024, 11, 27), date(2024, 11, 28))

ARTICLE = """The Director of the Example Border Agency (EBA) said on Wednesday that the valley remains a source of \
worry for its members.

Rustam Doe stated that at a meeting on Thursday a plan for the frontier will be looked at.

Doe told TASS news agency, “Among the papers on the table is the agency’s draft plan for the frontier.”

He noted, “The valley remains a worry for all of us, and these steps make our members safer.”

The steps reflect a growing concern among members."""


def summary(quotes: tuple[Quote, ...]) -> list[tuple[str, str, str, bool]]:
    return [(quote.speaker, quote.role, quote.channel, quote.direct) for quote in quotes]


def test_an_office_named_later_a_surname_and_a_pronoun_are_one_speaker() -> None:
    role = "Director of the Example Border Agency (EBA)"
    quotes = extract(ARTICLE, "en", published=PUBLISHED, wire="TASS", publisher="Example Press")
    assert summary(quotes) == [
        ("Rustam Doe", role, "", False),
        ("Rustam Doe", role, "", False),
        ("Rustam Doe", role, "TASS", True),
        ("Rustam Doe", role, "", True),
    ]
    assert [quote.wording for quote in quotes] == ["unknown", "unknown", "retranslated", "retranslated"]


def test_every_statement_stands_in_the_text_at_its_offset() -> None:
    for quote in extract(ARTICLE, "en"):
        assert ARTICLE[quote.start :].startswith(quote.text)


def test_the_day_of_a_statement_is_kept() -> None:
    first = extract(ARTICLE, "en", published=PUBLISHED)[0]
    assert first.said is not None
    assert first.said.value == "2024-11-27"


DIRECT = [
    ("en", '"We will open the crossing soon," Foreign Minister Jane Doe told reporters on Monday.',
     "We will open the crossing soon", "Jane Doe", "Foreign Minister", "reporters"),
    ("en", "“The road is safe for everybody now,” said Jane Doe, the governor of the province.",
     "The road is safe for everybody now", "Jane Doe", "governor of the province", ""),
    ("en", "Jane Doe, a spokeswoman for the ministry, said: “The road is safe for everybody now.”",
     "The road is safe for everybody now.", "Jane Doe", "spokeswoman for the ministry", ""),
    ("ru", "«Мы готовы открыть дорогу завтра», — сообщил ТАСС министр транспорта Иван Петров.",
     "Мы готовы открыть дорогу завтра", "Иван Петров", "министр транспорта", "ТАСС"),
    ("ru", "Иван Петров заявил: «Дорога будет открыта уже завтра утром».",
     "Дорога будет открыта уже завтра утром", "Иван Петров", "", ""),
    ("ru", "«Дорога будет открыта завтра!» — сказал журналистам Иван Петров.",
     "Дорога будет открыта завтра!", "Иван Петров", "", "журналистам"),
    ("fa", "وزیر راه در مصاحبه با ایرنا گفت: «این جاده فردا باز خواهد شد»",
     "این جاده فردا باز خواهد شد", "", "وزیر راه", "ایرنا"),
    ("ru", "«Дорогу откроют уже завтра утром», — сказал Президент Иван Петров.",
     "Дорогу откроют уже завтра утром", "Иван Петров", "Президент", ""),
    ("ru", "«Дорогу откроют уже завтра утром», — заявил министр транспорта Казахстана Иван Петров.",
     "Дорогу откроют уже завтра утром", "Иван Петров", "министр транспорта Казахстана", ""),
    ("ru", "«Дорогу откроют уже завтра утром», — заявил представитель Афганистана.",
     "Дорогу откроют уже завтра утром", "", "представитель Афганистана", ""),
    ("uk", "«Дорогу відкриють уже завтра вранці», — сказав Іван Петренко.",
     "Дорогу відкриють уже завтра вранці", "Іван Петренко", "", ""),
    ("en", 'The bridge was "closed to all of them," border chief Jane Doe said.',
     "closed to all of them", "Jane Doe", "border chief", ""),
    ("en", "In a call with traders, Doe Smith said: “The road is safe for everybody now.”",
     "The road is safe for everybody now.", "Doe Smith", "", ""),
    ("en", '"The road is safe for everybody," Jane Doe, a fellow at the institute in Bonn, Germany, said.',
     "The road is safe for everybody", "Jane Doe", "fellow at the institute in Bonn, Germany", ""),
    ("en", 'According to Jane Doe, "the road is safe for everybody".',
     "the road is safe for everybody", "Jane Doe", "", ""),
    ("ru", "«Дорогу откроют уже завтра утром», — отметили в Минобороны.",
     "Дорогу откроют уже завтра утром", "", "в Минобороны", ""),
    ("fa", "«این جاده فردا باز خواهد شد»، کریم صافی، وزیر راه گفت.",
     "این جاده فردا باز خواهد شد", "کریم صافی", "وزیر راه", ""),
    ("tg", "«Роҳ фардо барои ҳама кушода мешавад», — гуфт вазири нақлиёт Карим Сафаров.",
     "Роҳ фардо барои ҳама кушода мешавад", "Карим Сафаров", "вазири нақлиёт", ""),
    ("uz", "“Yo‘l ertaga hamma uchun ochiladi”, — dedi transport vaziri Karim Safarov.",
     "Yo‘l ertaga hamma uchun ochiladi", "Karim Safarov", "transport vaziri", ""),
    ("kk", "Министр Қанат Сапаров: «Жол ертең бәріне ашық болады», – деді.",
     "Жол ертең бәріне ашық болады", "Қанат Сапаров", "Министр", ""),
    ("tr", "Ulaştırma Bakanı Can Demir, “Yol yarın herkese açık olacak” dedi.",
     "Yol yarın herkese açık olacak", "Can Demir", "Ulaştırma Bakanı", ""),
    ("az", "“Yol sabah hamı üçün açıq olacaq” deyə nəqliyyat naziri Cavid Quliyev bildirib.",
     "Yol sabah hamı üçün açıq olacaq", "Cavid Quliyev", "nəqliyyat naziri", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker", "role", "channel"), DIRECT)
def test_direct_speech(language: str, text: str, words: str, speaker: str, role: str, channel: str) -> None:
    (quote,) = extract(text, language)
    assert (quote.text, quote.direct) == (words, True)
    assert quote.channel == channel
    assert (quote.speaker, quote.role) == (speaker, role)


def test_a_quotation_in_a_quotation_belongs_to_the_outer_speaker() -> None:
    text = 'Ушаков: «Петров говорил: "программа готова к подписанию"».'
    (quote,) = extract(text, "ru")
    assert quote.speaker == "Ушаков"
    assert quote.text == 'Петров говорил: "программа готова к подписанию"'


INDIRECT = [
    ("en", "Jane Doe said that the road will open tomorrow.", "the road will open tomorrow", "Jane Doe"),
    ("ru", "Иван Петров сообщил, что дорога откроется завтра.", "дорога откроется завтра", "Иван Петров"),
]


@pytest.mark.parametrize(("language", "text", "words", "speaker"), INDIRECT)
def test_indirect_speech_is_never_direct(language: str, text: str, words: str, speaker: str) -> None:
    (quote,) = extract(text, language)
    assert (quote.text, quote.speaker, quote.direct) == (words, speaker, False)


NAMES_IN_MARKS = [
    ("en", 'The film "Gone with the Wind of War" was shown in the capital.'),
    ("ru", "Движение «Талибан» и газета «Вечерний город» назвали дату."),
    ("en", "CSTO drills ‘Indestructible Brotherhood’ will begin."),
    ("ru", "Президент сказал на открытии завода «Северный поток», где делают трубы."),
]


NOBODY = [
    ("en", "For the young industry, “this was the best of all the years”, said in October."),
    ("en", "Then “the bridge fell into the river at night”, which was reported at once."),
    ("ru", "«Дорогу откроют уже завтра утром», — говорится в сообщении."),
    ("ru", "Подписчики написали: «Как же мы рады за вас и за него»."),
    ("ru", "Научный журналист Иван Петров написал книгу «Дорога, которой не было на карте»."),
    ("en", "“Now the road is safe for everybody at last,” it said."),
]
"""Words between marks that nobody is named for, and titles."""


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_a_statement_without_a_speaker_is_none(language: str, text: str) -> None:
    assert extract(text, language) == ()


def test_a_pronoun_before_the_channel_is_the_one_who_spoke_before() -> None:
    text = "«Дорога открыта с утра для всех», — сказал Иван Петров. «Приезжайте к нам почаще», — добавил он в Telegram."
    assert [quote.speaker for quote in extract(text, "ru")] == ["Иван Петров", "Иван Петров"]


def test_a_sentence_that_is_all_quotation_goes_on_with_its_speaker() -> None:
    text = "“The road is safe for everybody now,” said Jane Doe. “We opened it in the morning.”"
    assert [quote.speaker for quote in extract(text, "en")] == ["Jane Doe", "Jane Doe"]


@pytest.mark.parametrize(("language", "text"), NAMES_IN_MARKS)
def test_names_in_quotation_marks_are_no_statements(language: str, text: str) -> None:
    assert [quote for quote in extract(text, language) if quote.direct] == []


def test_two_speakers_are_kept_apart() -> None:
    text = (
        "“The road is open to everybody now,” said Foreign Minister Jane Doe.\n\n"
        "“It was closed again this very morning,” Governor Richard Roe told reporters.\n\n"
        "“We shall see what happens next week,” he added."
    )
    assert [quote.speaker for quote in extract(text, "en")] == ["Jane Doe", "Richard Roe", "Richard Roe"]


def test_an_agency_in_its_own_language_leaves_the_wording_open() -> None:
    text = "«Мы готовы открыть дорогу завтра», — сообщил ТАСС Иван Петров."
    assert extract(text, "ru", wire="TASS")[0].wording == "unknown"


def test_an_agency_that_renders_its_own_interview_translates() -> None:
    text = "“We are ready to open the road tomorrow,” Ivan Petrov told TASS."
    assert extract(text, "en", wire="TASS", publisher="TASS")[0].wording == "translated"


@given(st.text(alphabet='ab «»“”".,\n:—said', max_size=160), st.sampled_from(["en", "ru", "fa"]))
def test_any_text_is_read_and_offsets_hold(text: str, language: str) -> None:
    for quote in extract(text, language):
        assert text[quote.start : quote.start + len(quote.text)] == quote.text


@pytest.mark.parametrize(
    "text", ["“" * 20000, "«" * 9000 + "»" * 9000, '"a b c d" said ' * 4000, "said that " * 9000]
)
def test_hostile_texts_cost_little(text: str) -> None:
    started = time.process_time()
    extract(text, "en")
    assert time.process_time() - started < 5


def test_an_office_that_nobody_names_stays_an_office() -> None:
    (quote,) = extract("«Дорогу откроют уже завтра утром», — рассказал президент.", "ru")
    assert (quote.speaker, quote.role) == ("", "президент")


def test_words_before_a_colon_are_not_always_a_speaker() -> None:
    assert extract("Тему вечера он сформулировал так: «Дорогу откроют уже завтра утром».", "ru") == ()
