"""Announced events: name, days, place and status, in several languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.events import extract
from briefings.reading.events.places import NAMES, find, printed
from briefings.types import Event, When


def day(value: str) -> When:
    moment = date.fromisoformat(value)
    return When(value, "day", "given", moment, moment)


MONDAY = day("2025-11-24")


def only(title: str, language: str = "en", published: When | None = MONDAY) -> Event:
    found = extract(title, "", language, published)
    assert len(found) == 1, found
    return found[0]


ENGLISH = [
    ("Doe to begin three-day state visit to Tajikistan on Tuesday", "State visit of Doe to Tajikistan",
     "2025-11-25/2025-11-27", "Tajikistan"),
    ("Doe to visit Uzbekistan on November 25-27 — Kremlin aide", "Visit of Doe to Uzbekistan",
     "2025-11-25/2025-11-27", "Uzbekistan"),
    ("SCO ministers to gather in Tashkent on November 27", "Meeting of SCO ministers", "2025-11-27",
     "Tashkent, Uzbekistan"),
    ("OTS leaders to meet in Baku on December 21-22 — spokesman", "Meeting of OTS leaders",
     "2025-12-21/2025-12-22", "Baku, Azerbaijan"),
    ("Armenia to host CSTO drills in October 2026", "CSTO drills", "2026-10", "Armenia"),
    ("Roe accepts Doe’s invitation to meet in Almaty on December 21", "Meeting between Roe and Doe", "2025-12-21",
     "Almaty, Kazakhstan"),
    ("Launch of freight trains from Osh to Kashgar scheduled for 2026", "Launch of freight trains from Osh to Kashgar",
     "2026", ""),
    ("Rail officials of both countries to meet in Termez on November 27", "Meeting of rail officials of both countries",
     "2025-11-27", "Termez, Uzbekistan"),
    ("The government delegations are to meet on Thursday, November 27, in Osh", "Meeting of the government delegations",
     "2025-11-27", "Osh, Kyrgyzstan"),
    ("Uzbek and Afghan officials will hold talks in Termez on November 27", "Talks between Uzbek and Afghan officials",
     "2025-11-27", "Termez, Uzbekistan"),
    ("Surveyors to meet in Batken on November 27", "Meeting of surveyors", "2025-11-27", "Batken, Kyrgyzstan"),
    ("Voters in Georgia go to the polls on November 30", "Elections", "2025-11-30", "Georgia"),
    ("The assembly in Osh is due to vote on Thursday, November 27, on the agreement", "Vote of the assembly in Osh",
     "2025-11-27", "Osh, Kyrgyzstan"),
    ("Kabul expects Doe’s visit next week", "Visit of Doe", "2025-W49", ""),
    ("Agency announces preliminary agreement for Doe to visit Kabul next week", "Visit of Doe to Kabul", "2025-W49",
     "Kabul, Afghanistan"),
    ("Border talks to be held in Osh early next week", "Border talks", "2025-12-01/2025-12-03", "Osh, Kyrgyzstan"),
    ("Kazakhstan security summit set for Friday", "Kazakhstan security summit", "2025-11-28", ""),
]  # fmt: skip


@pytest.mark.parametrize(("title", "name", "value", "place"), ENGLISH)
def test_english_announcements(title: str, name: str, value: str, place: str) -> None:
    event = only(title)
    assert (event.name, event.when.value, event.place) == (name, value, place)
    assert event.sentence == title


OTHERS = [
    ("ru", "Саммит ОДКБ пройдёт 27 ноября в Бишкеке", "Саммит ОДКБ", "2025-11-27", "Bishkek, Kyrgyzstan"),
    ("ru", "В Ташкенте в четверг состоится заседание Совета министров", "Заседание Совета министров", "2025-11-27",
     "Tashkent, Uzbekistan"),
    ("uk", "Зустріч президентів відбудеться 27 листопада в Астані", "Зустріч президентів", "2025-11-27",
     "Astana, Kazakhstan"),
    ("fa", "نشست وزیران همسایه روز پنجشنبه در تهران برگزار خواهد شد", "نشست وزیران همسایه", "2025-11-27",
     "Tehran, Iran"),
    ("tg", "Ҷаласаи Шӯрои вазирон рӯзи панҷшанбе дар Душанбе баргузор мешавад", "Ҷаласа Шӯрои вазирон", "2025-11-27",
     "Dushanbe, Tajikistan"),
    ("uz", "ShHT sammiti 27-noyabr kuni Toshkentda bo‘lib o‘tadi", "ShHT sammiti", "2025-11-27",
     "Tashkent, Uzbekistan"),
    ("kk", "ҰҚШҰ саммиті 27 қарашада Астанада өтеді", "ҰҚШҰ саммиті", "2025-11-27", "Astana, Kazakhstan"),
    ("ky", "ЖККУ саммити 27-ноябрда Бишкекте өтөт", "ЖККУ саммити", "2025-11-27", "Bishkek, Kyrgyzstan"),
    ("tr", "Türk Devletleri zirvesi 27 Kasım'da Bakü'de yapılacak", "Türk Devletleri zirvesi", "2025-11-27",
     "Baku, Azerbaijan"),
    ("az", "Türk dövlətləri sammiti noyabrın 27-də Bakıda keçiriləcək", "Türk dövlətləri sammiti", "2025-11-27",
     "Baku, Azerbaijan"),
    ("hy", "ՀԱՊԿ գագաթնաժողովը տեղի կունենա նոյեմբերի 27-ին Երևանում", "ՀԱՊԿ գագաթնաժողովը", "2025-11-27",
     "Yerevan, Armenia"),
    ("ka", "მინისტრების შეხვედრა 27 ნოემბერს თბილისში გაიმართება", "მინისტრების შეხვედრა", "2025-11-27",
     "Tbilisi, Georgia"),
    ("zh", "上合组织峰会将于11月27日在比什凯克举行", "上合组织峰会", "2025-11-27", "Bishkek, Kyrgyzstan"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "name", "value", "place"), OTHERS)
def test_announcements_in_other_languages(
    language: str, title: str, name: str, value: str, place: str
) -> None:
    event = only(title, language)
    assert (event.name, event.when.value, event.place) == (name, value, place)


STATUSES = [
    ("Doe may visit Kabul on Friday", "tentative"),
    ("Doe expected to visit Kabul on Friday", "expected"),
    ("Kremlin confirms Doe to visit Kabul on Friday", "confirmed"),
    ("Border talks in Osh postponed until Friday", "postponed"),
    ("Border talks in Osh on Friday cancelled", "cancelled"),
    ("Doe to visit Kabul on Friday", "announced"),
]


@pytest.mark.parametrize(("title", "status"), STATUSES)
def test_status(title: str, status: str) -> None:
    assert only(title).status == status


SILENT = [
    "Dates of Doe’s visit to India to be announced by agreement with New Delhi",
    "Kremlin confirms Doe’s upcoming meeting with Roe",
    "No meeting of the presidents planned this week",
    "Doe does not expect a summit next week",
    "Trade to grow by 30% to 3.5 mln tons in 2025",
    "Doe said on Monday that prices rise",
    "A delegation led by the secretary of the Security Council, John Doe, met officials in Kabul on Monday",
    "On November 24 Roe dined with the Security Council secretary in Osh",
    "On November 24 Roe met with the president of the 70th assembly session, John Doe",
]


@pytest.mark.parametrize("title", SILENT)
def test_what_is_no_dated_event(title: str) -> None:
    assert extract(title, "", "en", MONDAY) == ()


def test_a_text_that_tells_its_event_three_times_has_one_event() -> None:
    text = (
        "The head of the alliance said on Wednesday that the frontier worries its members.\n\n"
        "John Doe stated that at a meeting on Thursday in Kazakhstan a plan for the frontier will be discussed.\n\n"
        "The summit of CSTO member states will be held on Thursday, November 28, in Astana, the capital of Kazakhstan."
    )
    (event,) = extract(
        "CSTO to talk about the frontier at Summit in Kazakhstan", text, "en", day("2024-11-27")
    )
    assert (event.name, event.when.value, event.place) == ("CSTO summit", "2024-11-28", "Astana, Kazakhstan")
    assert (event.country, event.timezone, event.status) == ("KZ", "Asia/Almaty", "announced")


def test_a_dateline_is_no_event() -> None:
    assert (
        extract("Ministers discuss water", "MOSCOW, November 24. /TASS/. Talks went on.", "en", MONDAY) == ()
    )


def test_an_ambiguous_day_keeps_both_readings() -> None:
    event = only("Leaders to hold a summit next Thursday in Astana", published=day("2024-12-30"))
    assert event.when.precision == "ambiguous"
    assert event.when.alternatives == (date(2025, 1, 2), date(2025, 1, 9))


def test_a_meeting_held_on_the_day_of_the_text_is_past_and_one_to_come_is_not() -> None:
    thursday = day("2024-11-28")
    assert (
        only("A meeting of ministers will be held on Thursday in Osh", published=thursday).status
        == "announced"
    )
    past = extract("A meeting of ministers was held on Thursday in Osh", "", "en", thursday)
    assert [event.status for event in past] in ([], ["past"])


def test_without_a_day_of_publication_only_complete_dates_count() -> None:
    assert extract("Doe to visit Kabul on Friday", "", "en", None) == ()
    assert only("Doe to visit Kabul on 28 November 2025", published=None).when.value == "2025-11-28"


def test_a_visit_that_begins_today_and_ends_later_is_one_stretch() -> None:
    title = "president jane doe arrives in tajikistan today, beginning her state visit set to continue until november 27."
    event = only(title, published=day("2025-11-25"))
    assert (event.name, event.when.value) == (
        "State visit of President Doe to Tajikistan",
        "2025-11-25/2025-11-27",
    )


def test_a_sentence_cut_off_by_the_feed_is_no_name() -> None:
    title = "on thursday, november 27, the spokeswoman of the ministry of culture of the republic will open her weekl"
    assert all("weekl" not in event.name for event in extract(title + "y" * 0, "", "en", MONDAY))


def test_places_are_found_in_their_inflected_forms() -> None:
    assert [printed(spot.place) for spot in find("переговоры в Душанбе и в Астане", "ru")] == [
        "Dushanbe, Tajikistan",
        "Astana, Kazakhstan",
    ]
    assert find("he told us", "en") == ()


def test_every_place_has_a_printed_country() -> None:
    from briefings.reading.events import places

    assert {row.split("|")[1] for row in places._CITIES.strip().splitlines()} <= set(NAMES)


@given(st.text(max_size=200), st.sampled_from(["en", "ru", "fa", "kk", "tr", "zh"]))
def test_any_text_is_read_and_every_event_rests_on_its_sentence(text: str, language: str) -> None:
    for event in extract(text, text, language, MONDAY):
        assert event.sentence in text
        assert event.name


def test_the_hour_is_kept_in_the_zone_that_is_named() -> None:
    event = only("Launch of the Example satellite on November 27 at 12:27 MSK from Baikonur")
    assert event.when.precision == "minute"
    assert event.when.instant == datetime(2025, 11, 27, 9, 27, tzinfo=UTC)
    assert event.when.start == date(2025, 11, 27)


def test_the_hour_without_a_zone_is_that_of_the_place() -> None:
    event = only("Border talks in Bishkek on November 27 at 10:00")
    assert event.when.instant == datetime(2025, 11, 27, 4, 0, tzinfo=UTC)


def test_what_is_put_off_has_its_new_day() -> None:
    event = only("Border talks in Osh postponed from November 28 to December 5")
    assert (event.when.value, event.status) == ("2025-12-05", "postponed")
