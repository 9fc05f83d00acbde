"""Dates in texts and days of publication: tables of cases in the languages of the watch lists."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.dates import Clues, mentions, published
from briefings.reading.dates.words import LANGUAGES

WEDNESDAY = date(2024, 11, 27)
NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)

ABSOLUTE = [
    ("en", "on November 28, 2024", "2024-11-28"),
    ("en", "on the 28th of November 2024", "2024-11-28"),
    ("en", "Nov. 28, 2024", "2024-11-28"),
    ("en", "November 27-28, 2024", "2024-11-27/2024-11-28"),
    ("en", "from 30 November to 2 December 2024", "2024-11-30/2024-12-02"),
    ("en", "in October 2026", "2026-10"),
    ("en", "2024-11-28", "2024-11-28"),
    ("ru", "28 ноября 2024 года", "2024-11-28"),
    ("ru", "с 21 по 22 декабря 2024 года", "2024-12-21/2024-12-22"),
    ("ru", "28.11.2024", "2024-11-28"),
    ("ru", "в октябре 2026 года", "2026-10"),
    ("uk", "28 листопада 2024 року", "2024-11-28"),
    ("be", "28 лістапада 2024 года", "2024-11-28"),
    ("fa", "۸ قوس ۱۴۰۳", "2024-11-28"),
    ("fa", "۱۴ آبان ۱۴۰۳", "2024-11-04"),
    ("fa", "پنجشنبه ۸ آذر ۱۴۰۳", "2024-11-28"),
    ("fa", "28 نوامبر 2024", "2024-11-28"),
    ("ps", "د لیندۍ ۸ ۱۴۰۳", "2024-11-28"),
    ("ur", "28 نومبر 2024", "2024-11-28"),
    ("tg", "28 ноябри соли 2024", "2024-11-28"),
    ("tg", "28-уми ноябри 2024", "2024-11-28"),
    ("uz", "2024-yil 28-noyabr kuni", "2024-11-28"),
    ("uz", "2024 йил 28 ноябрда", "2024-11-28"),
    ("kk", "2024 жылғы 28 қарашада", "2024-11-28"),
    ("kk", "2024 жылдың 27–28 қарашасында", "2024-11-27/2024-11-28"),
    ("ky", "2024-жылдын 28-ноябрында", "2024-11-28"),
    ("tk", "2024-nji ýylyň 28-nji noýabrynda", "2024-11-28"),
    ("az", "28 noyabr 2024-cü il", "2024-11-28"),
    ("az", "2024-cü il noyabrın 28-də", "2024-11-28"),
    ("tr", "28 Kasım 2024 Perşembe", "2024-11-28"),
    ("hy", "2024 թվականի նոյեմբերի 28-ին", "2024-11-28"),
    ("ka", "2024 წლის 28 ნოემბერს", "2024-11-28"),
    ("zh", "2024年11月28日", "2024-11-28"),
    ("zh", "2024年11月27日至28日", "2024-11-27/2024-11-28"),
    ("de", "28. November 2024", "2024-11-28"),
    ("fr", "28 novembre 2024", "2024-11-28"),
]


@pytest.mark.parametrize(("language", "words", "value"), ABSOLUTE)
def test_complete_dates_need_no_day_of_publication(language: str, words: str, value: str) -> None:
    found = mentions(words, language)
    assert [item.when.value for item in found] == [value]


RELATIVE = [
    ("en", "The ministers will meet on Friday.", "2024-11-29"),
    ("en", "The ministers met on Friday.", "2024-11-22"),
    ("en", "The envoy said on Wednesday that talks will go on.", "2024-11-27"),
    ("en", "The envoy said that at talks on Friday the border will be discussed.", "2024-11-29"),
    ("en", "Leaders to gather on December 21-22", "2024-12-21/2024-12-22"),
    ("en", "A delegation arrives tomorrow.", "2024-11-28"),
    ("en", "The envoy is expected next week.", "2024-W49"),
    ("en", "The minister will come early next week.", "2024-12-02/2024-12-04"),
    ("en", "The drills are planned for next month.", "2024-12"),
    ("en", "The road will be ready by the end of 2025.", "2025"),
    ("ru", "Заседание состоится в четверг.", "2024-11-28"),
    ("ru", "Министр сообщил об этом в понедельник.", "2024-11-25"),
    ("ru", "Завтра откроется мост.", "2024-11-28"),
    ("ru", "Делегация прибудет на следующей неделе.", "2024-W49"),
    ("ru", "Посла примут в первой половине следующей недели.", "2024-12-02/2024-12-04"),
    ("ru", "Учения пройдут в декабре.", "2024-12"),
    ("fa", "رئیس جمهور فردا سفر می‌کند", "2024-11-28"),
    ("fa", "این نشست روز پنجشنبه برگزار خواهد شد", "2024-11-28"),
    ("fa", "این نشست سه شنبه آینده برگزار خواهد شد", "2024-12-03"),
    ("tg", "Ҷаласа рӯзи ҷумъа баргузор мешавад.", "2024-11-29"),
    ("tg", "Ҷаласа рӯзи душанбе дар Душанбе баргузор мешавад.", "2024-12-02"),
    ("uz", "Uchrashuv payshanba kuni bo‘lib o‘tadi.", "2024-11-28"),
    ("kk", "Отырыс бейсенбі күні өтеді.", "2024-11-28"),
    ("ky", "Жыйын бейшембиде өтөт.", "2024-11-28"),
    ("tr", "Zirve perşembe günü yapılacak.", "2024-11-28"),
    ("az", "Görüş cümə axşamı keçiriləcək.", "2024-11-28"),
    ("hy", "Հանդիպումը տեղի կունենա վաղը։", "2024-11-28"),
    ("ka", "შეხვედრა ხვალ გაიმართება", "2024-11-28"),
    ("zh", "会议将于下周四举行", "2024-12-05"),
]


@pytest.mark.parametrize(("language", "sentence", "value"), RELATIVE)
def test_relative_dates_are_counted_from_the_day_of_publication(
    language: str, sentence: str, value: str
) -> None:
    found = mentions(sentence, language, WEDNESDAY)
    assert [item.when.value for item in found] == [value]


NO_DATES = [
    ("en", "It may rain, and troops march on."),
    ("en", "The sun sat over the second city."),
    ("ru", "Окружающая среда и мир важны для всех."),
    ("ru", "Версия 1.2.3 вышла, цена выросла на 28 процентов."),
    ("fa", "میزان تولید به حد جدی رسید"),
    ("tg", "Дар Душанбе борон борид."),
    ("tr", "Pazar kalabalıktı, ocak yanıyordu."),
    ("kk", "Қазан қаласында жаңа зауыт."),
]


@pytest.mark.parametrize(("language", "sentence"), NO_DATES)
def test_words_that_look_like_dates_are_left_alone(language: str, sentence: str) -> None:
    assert mentions(sentence, language, WEDNESDAY) == ()


def test_next_thursday_said_on_a_monday_stays_open() -> None:
    (found,) = mentions("They agreed on a summit next Thursday.", "en", date(2024, 12, 30))
    assert found.when.precision == "ambiguous"
    assert found.when.alternatives == (date(2025, 1, 2), date(2025, 1, 9))


def test_next_thursday_said_on_a_friday_is_one_day() -> None:
    (found,) = mentions("They agreed on a summit next Thursday.", "en", date(2025, 1, 3))
    assert found.when.alternatives == ()
    assert found.when.value == "2025-01-09"


@pytest.mark.parametrize(
    "sentence", ["A meeting was held on Thursday.", "A meeting will be held on Thursday."]
)
def test_thursday_on_a_thursday_is_the_same_day(sentence: str) -> None:
    (found,) = mentions(sentence, "en", date(2024, 11, 28))
    assert found.when.value == "2024-11-28"


def test_weekday_and_date_that_disagree_are_noted() -> None:
    (found,) = mentions("on Wednesday, November 28, 2024", "en")
    assert found.when.note == "weekday and date disagree"


def test_a_weekday_chooses_the_year() -> None:
    (found,) = mentions("on Thursday, November 28", "en", date(2024, 6, 1))
    assert found.when.value == "2024-11-28"


def test_offsets_cover_the_words() -> None:
    sentence = "As planned, the heads meet on November 28 in the capital."
    (found,) = mentions(sentence, "en", WEDNESDAY)
    assert sentence[found.start : found.end] == "November 28"


@given(
    st.dates(date(1995, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["en", "ru", "uk", "uz", "kk", "ky", "tk", "az", "tr", "de", "fr", "hy", "ka", "tg"]),
)
def test_every_day_survives_being_written(day: date, language: str) -> None:
    months = LANGUAGES[language].months.split("||")[0].split("|")
    name = months[day.month - 1].split()[0].lstrip("~^")
    found = mentions(f"{day.day} {name} {day.year}", language)
    assert [item.when.start for item in found] == [day]


@given(
    st.text(max_size=200), st.sampled_from(sorted(LANGUAGES)), st.dates(date(2000, 1, 1), date(2060, 1, 1))
)
def test_any_text_is_read_without_error_and_in_order(text: str, language: str, reference: date) -> None:
    found = mentions(text, language, reference)
    assert all(item.when.start <= item.when.end for item in found)
    assert [item.start for item in found] == sorted(item.start for item in found)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_never_more_than_a_week_away(reference: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    (ahead,) = mentions(f"They will meet on {name}.", "en", reference)
    assert timedelta(0) <= ahead.when.start - reference < timedelta(days=7)
    assert ahead.when.start.weekday() == weekday


SUMMIT = """The head of the alliance said on Wednesday that the southern frontier worries its members.

The leaders will sit together on Thursday, November 28, in the Kazakh capital."""


def test_month_header_weekday_and_announcement_fix_the_day() -> None:
    clues = Clues(
        text=SUMMIT, language="en", retrieved=NOW, header_lines=("Новости", "site.example", "Ноябрь", "2024")
    )
    found = published(clues)
    assert found is not None
    assert (found.value, found.precision, found.basis) == ("2024-11-27", "day", "inferred")
    assert (found.start, found.end) == (WEDNESDAY, date(2024, 11, 28))
    assert "header" in found.note


def test_a_month_header_alone_stays_a_month() -> None:
    found = published(
        Clues(text="Nothing dated.", language="en", header_lines=("Ноябрь 2024",), retrieved=NOW)
    )
    assert found is not None
    assert (found.value, found.precision, found.end) == ("2024-11", "month", date(2024, 11, 30))


def test_without_any_clue_the_day_is_unknown_and_never_that_of_retrieval() -> None:
    assert published(Clues(text="Nothing dated here.", language="en", retrieved=NOW)) is None


DATELINES = [
    ("en", "BISHKEK, November 27. /TASS/. The heads arrived.", "2025-11-27"),
    ("en", "DUSHANBE, Nov 27 (Example) – The heads arrived.", "2025-11-27"),
    ("ru", "АСТАНА, 17 дек – Агентство. Главы прибыли.", "2025-12-17"),
    ("ru", "Бишкек, 27 ноября 2024 – Агентство. Главы прибыли.", "2024-11-27"),
]


@pytest.mark.parametrize(("language", "text", "value"), DATELINES)
def test_datelines(language: str, text: str, value: str) -> None:
    found = published(Clues(text=text, language=language, retrieved=NOW))
    assert found is not None
    assert (found.value, found.basis) == (value, "dateline")


@pytest.mark.parametrize(
    ("weekday", "value"),
    [("on Thursday", "2025-10-03"), ("on Wednesday", "2024-10-03"), ("earlier", "2026-10-03")],
)
def test_the_weekday_told_of_gives_a_dateline_its_year(weekday: str, value: str) -> None:
    """3 October was a Friday in 2025, so Thursday is the day before; in 2024 the day after a Wednesday."""
    text = f"DUSHANBE, October 3. /Steppe Wire/. The ferry sails again, the pier said {weekday}."
    found = published(Clues(text=text, language="en", retrieved=NOW))
    assert found is not None
    assert found.value == value


GIVEN = [
    ("2024-11-27", "2024-11-27"),
    ("20241127", "2024-11-27"),
    ("Wed, 27 Nov 2024 09:30:00 +0500", "2024-11-27T09:30:00+05:00"),
    ("2024-11-27T04:30:00Z", "2024-11-27T09:30:00+05:00"),
    ("27.11.2024 09:30", "2024-11-27T09:30:00+05:00"),
    ("Nov 27, 2024, 9:30 PM", "2024-11-27T21:30:00+05:00"),
    ("1732681800", "2024-11-27T09:30:00+05:00"),
    ("27 noyabr 2024", "2024-11-27"),
    ("۸ قوس ۱۴۰۳", "2024-11-28"),
    ("02 Mordad 1403", "2024-07-23"),
    ("2024-11", "2024-11"),
]


@pytest.mark.parametrize(("words", "value"), GIVEN)
def test_given_dates(words: str, value: str) -> None:
    found = published(Clues(given=words, timezone="Asia/Dushanbe", retrieved=NOW))
    assert found is not None
    assert (found.value, found.basis) == (value, "given")


def test_a_time_before_kazakhstan_changed_its_zone_has_the_old_offset() -> None:
    before = published(Clues(given="2024-02-28T23:30", timezone="Asia/Almaty"))
    after = published(Clues(given="2024-03-01T23:30", timezone="Asia/Almaty"))
    assert before is not None
    assert after is not None
    assert before.instant == datetime(2024, 2, 28, 17, 30, tzinfo=UTC)
    assert after.instant == datetime(2024, 3, 1, 18, 30, tzinfo=UTC)


def test_a_sunday_night_in_kabul_is_sunday_for_its_outlet() -> None:
    found = published(Clues(given="2024-12-01T23:40", timezone="Asia/Kabul"))
    assert found is not None
    assert found.start == date(2024, 12, 1)
    assert found.instant == datetime(2024, 12, 1, 19, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day_first", "value", "precision"),
    [(True, "2025-04-03", "day"), (False, "2025-03-04", "day"), (None, "2025-03-04", "ambiguous")],
)
def test_numeric_dates_follow_the_outlet(day_first: bool | None, value: str, precision: str) -> None:
    found = published(Clues(given="03/04/2025", day_first=day_first, retrieved=NOW))
    assert found is not None
    assert (found.value, found.precision) == (value, precision)


def test_an_old_text_in_a_fresh_feed_keeps_its_old_date() -> None:
    clues = Clues(
        given="Mon, 23 Nov 2026 09:30:00 GMT", given_basis="feed", url="https://x.example/2019/05/a.html"
    )
    found = published(clues)
    assert found is not None
    assert (found.value, found.basis) == ("2019-05", "url")
    assert found.note.startswith("archive")
    assert found.delivered == date(2026, 11, 23)


def test_a_date_in_the_future_is_not_believed() -> None:
    assert published(Clues(given="2031-01-01", retrieved=NOW)) is None


def test_an_address_dates_its_page() -> None:
    found = published(Clues(url="https://x.example/news/2024/11/27/heads-meet", retrieved=NOW))
    assert found is not None
    assert (found.value, found.basis) == ("2024-11-27", "url")


@pytest.mark.parametrize(
    "text", ["Thursday " * 20000, "1 2 3 4 " * 9000, "they will meet on Friday with " * 4000]
)
def test_hostile_texts_cost_little(text: str) -> None:
    started = time.process_time()
    assert len(mentions(text, "en", WEDNESDAY)) <= 400
    assert time.process_time() - started < 5
