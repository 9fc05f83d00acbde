"""The numbered cases of what is expected of reading: documents go in as files, and the store says what they hold.

1 to 9 are of dates, 16 and 17 of versions, 26, 28, 30 and 31 of what is text and what is not.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefings import run
from briefings.brief_types import Brief
from briefings.config import load
from briefings.store import Find
from briefings.types import Article
from tests.project import start

NOW = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
AMERICAN = "  - {id: mesa, name: Mesa Times, url: https://mesa.example/feed, language: en, country: US, day_first: false}\n"
GATE = (
    "Guards said that twelve lorries waited on the Tajik-Afghan border. The gate at Panji Poyon stayed open."
)


def item(
    title: str, day: str, text: str = GATE, source: str = "Vakhsh Courier", **more: str
) -> dict[str, str]:
    """A report in a week's file."""
    url = f"https://vakhsh.example/{hashlib.sha256(title.encode()).hexdigest()[:9]}"
    return {"source": source, "title": title, "date": day, "text": text, "url": url} | more


FOOTNOTE = (
    "Делегация движения «Талибан*» обсудила в Ташкенте торговлю мукой с узбекскими купцами. Стороны говорили о ценах "
    "на муку и о таможенных пошлинах, сообщила торговая палата.\n\n"
    "*«Талибан» запрещён в РФ как террористическая организация."
)
INNER = '«Тасмагамбетов говорил: "Программа готова и будет подписана"», — сказал журналистам помощник президента Юрий Ушаков.'
MANGLED = (
    "<html><head><title>Совещание о\xadхраны границы в Душанбе</title></head><body><article>\r\n"
    "<h1>Совещание о\xadхраны границы в Душанбе</h1>\r\n"
    "<p>В\xa0Душанбе 26\xa0ноября 2024\xa0года прошло совещание погранич\xadных служб стран ОДКБ.</p>\n"
    "<p>Участники обсудили охрану &amp;laquo;таджикско-афганской&amp;raquo; границы и обмен сведениями "
    "&amp;mdash; об этом сообщила пресс-служба.</p>\r<p>Следующая встреча пройдёт весной, сказал представитель "
    "пограничной службы, и будет посвящена подготовке общих учений.</p></article></body></html>"
)
ITEMS = {
    1: item(
        "CSTO summit to be held",
        "2024-12-30",
        "CSTO leaders will hold a summit next Thursday in Astana, the secretariat said. It concerns the border.",
    ),
    3: item("Guards tell of a calm month at the gate", "2024-11", "Month. " + GATE),
    4: item(
        "Gate shut late at night",
        "2024-12-01T23:40:00+04:30",
        "Night. The CSTO will hold a summit on Monday in Dushanbe, the secretariat said in Kabul.",
    ),
    26: item("Делегация обсудила торговлю мукой", "2024-11-27", FOOTNOTE, lang="ru"),
    28: item("Ушаков рассказал о программе ОДКБ", "2024-11-27", INNER + " Об этом сообщает ТАСС.", lang="ru"),
}
OLD = (
    "<rss version='2.0'><channel><title>Khaama Press</title><item><title>Lorries waited at the gate</title>"
    "<link>https://www.khaama.com/2019/05/lorries</link><pubDate>Wed, 27 Nov 2024 10:00:00 +0430</pubDate>"
    "<description>В 2019 году на таджикско-афганской границе двенадцать фур ждали у ворот три дня, сказал водитель. "
    "Ворота открыли после того, как починили весы.</description></item></channel></rss>"
)
NAVIGATION = (
    "<html><body><nav>" + "".join(f"<a href='/{n}'>Part {n}</a>" for n in range(30)) + "</nav></body></html>"
)
NO_ARTICLE = {
    "navigation.html": (NAVIGATION, "no main text"),
    "missing.html": (
        "<html><title>404</title><body><h1>404</h1><p>The page could not be found.</p></body></html>",
        "page not found",
    ),
    "captcha.html": (
        "<html><body><p>Checking your browser before you go on. Please complete the captcha.</p></body></html>",
        "captcha page",
    ),
    "stub.html": (
        "<html><body><h1>What the ministers signed</h1><p>Ministers signed a paper.</p>"
        "<p>Subscribe to continue reading this article.</p></body></html>",
        "paywall",
    ),
}
ADDRESSES = (
    "https://www.vakhsh-courier.example/news/17",
    "http://vakhsh-courier.example/news/17/",
    "https://m.vakhsh-courier.example/news/17",
    "https://vakhsh-courier.example/news/17/amp",
    "https://vakhsh-courier.example/news/17?utm_source=mail&utm_medium=x",
)


class Desk:
    """One project with all of these documents in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = start(folder).folder
        config = self.folder / "config.yaml"
        config.write_text(
            config.read_text("utf-8").replace("\nsources:\n", f"\nsources:\n{AMERICAN}"), "utf-8"
        )

    def put(self, name: str, content: str | bytes, now: datetime = NOW) -> run.Report:
        """Imports one file."""
        file = self.folder / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        with run.opened(load(self.folder / "config.yaml"), now) as desk:
            return run.import_(desk, [str(file)])

    def articles(self, *, quarantined: bool = False) -> tuple[Article, ...]:
        """What the store holds."""
        with run.opened(load(self.folder / "config.yaml"), NOW) as desk:
            return desk.store.articles(Find(quarantined=quarantined))

    def titled(self, title: str) -> Article:
        """The one article of a title."""
        (found,) = [article for article in self.articles() if article.title == title]
        return found

    def brief(self, week: str) -> Brief:
        """The brief of a week."""
        with run.opened(load(self.folder / "config.yaml"), NOW) as desk:
            return run.generate(desk, None, run.Asked(week), ("json",)).brief

    def topics(self, title: str) -> dict[str, str]:
        """Topics of an article with their levels."""
        with run.opened(load(self.folder / "config.yaml"), NOW) as desk:
            (found,) = run.tagged(desk, (self.titled(title),))
        return {tag.topic: tag.level for tag in found.tags}


def lines(*entries: dict[str, str]) -> str:
    return "\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = Desk(tmp_path_factory.mktemp("desk"))
    made.put("items.jsonl", lines(*ITEMS.values()))
    made.put("old.rss", OLD)
    made.put("mangled.html", MANGLED.encode("cp1251", "xmlcharrefreplace"))
    for name, (content, _) in NO_ARTICLE.items():
        made.put(name, content)
    return made


@pytest.fixture
def fresh(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_case_1_both_thursdays_are_stored_and_the_day_is_ambiguous(desk: Desk) -> None:
    (event,) = desk.titled("CSTO summit to be held").events
    assert (event.when.precision, event.when.alternatives) == (
        "ambiguous",
        (date(2025, 1, 2), date(2025, 1, 9)),
    )


@pytest.mark.parametrize(
    ("clock", "said", "status"),
    [("T20:00:00+05:00", "was held", "past"), ("T07:00:00+05:00", "will be held", "announced")],
)
def test_case_2_thursday_told_on_thursday_is_that_day(
    fresh: Desk, clock: str, said: str, status: str
) -> None:
    text = f"A meeting of the CSTO foreign ministers {said} on Thursday in Astana, the secretariat said."
    fresh.put("a.jsonl", lines(item("CSTO ministers in Astana", f"2024-11-28{clock}", text)))
    (event,) = fresh.titled("CSTO ministers in Astana").events
    assert (event.when.value, event.status) == ("2024-11-28", status)


def test_case_3_a_month_stays_a_month_and_is_named_in_each_of_its_weeks(desk: Desk) -> None:
    published = desk.titled("Guards tell of a calm month at the gate").published
    assert published
    assert (published.value, published.precision) == ("2024-11", "month")
    assert (published.start, published.end) == (date(2024, 11, 1), date(2024, 11, 30))
    for week in ("2024-W44", "2024-W46", "2024-W48"):
        brief = desk.brief(week)
        assert any("calm month" in note for note in brief.coverage.notes), week
        assert "calm month" not in " ".join(story.headline for story in brief.stories)


def test_case_4_a_late_evening_in_kabul_belongs_to_the_week_of_dushanbe(desk: Desk) -> None:
    title = "Gate shut late at night"
    article = desk.titled(title)
    assert article.published
    assert article.published.instant == datetime(2024, 12, 1, 19, 10, tzinfo=UTC)
    before, after = desk.brief("2024-W48"), desk.brief("2024-W49")
    assert [title in line and "2024-W49" in line for line in before.coverage.moved] == [True]
    assert title not in {reference.title for reference in before.references}
    assert title in {reference.title for reference in after.references}
    # "Monday" is the day after the Sunday on which it was written in Kabul, whatever day it was in Dushanbe.
    assert [event.when.value for event in article.events] == ["2024-12-02"]


@pytest.mark.parametrize(
    ("local", "instant"),
    [
        ("2024-02-28 23:30", datetime(2024, 2, 28, 17, 30, tzinfo=UTC)),
        ("2024-03-01 23:30", datetime(2024, 3, 1, 18, 30, tzinfo=UTC)),
    ],
)
def test_case_5_almaty_is_six_hours_ahead_up_to_1_march_2024_and_five_since(
    fresh: Desk, local: str, instant: datetime
) -> None:
    fresh.put(
        "a.jsonl", lines(item("Lorries", local, source="Tengrinews", url="https://tengrinews.kz/news/1"))
    )
    published = fresh.titled("Lorries").published
    assert published
    assert published.instant == instant


@pytest.mark.parametrize(("written", "day"), [("۸ قوس ۱۴۰۳", "2024-11-28"), ("۱۴ آبان ۱۴۰۳", "2024-11-04")])
def test_case_6_afghan_and_iranian_months_are_of_the_solar_year(fresh: Desk, written: str, day: str) -> None:
    body = (
        "مسئولان سرحدی گفتند که مرز تاجیکستان و افغانستان برای موترهای باربری باز است.\n\n"
        "آنان افزودند که روزانه ده‌ها موتر از این گذرگاه می‌گذرند و کار گمرک ادامه دارد."
    )
    fresh.put("a.txt", f"مرز تاجیکستان و افغانستان باز است\n\n{written}\n\n{body}\n")
    (article,) = fresh.articles()
    assert article.published
    assert (article.published.value, article.published.precision) == (day, "day")


@pytest.mark.parametrize(("day", "week"), [("2027-01-01", "2026-W53"), ("2027-01-04", "2027-W01")])
def test_case_7_new_year_s_friday_is_of_week_53_and_monday_of_week_1(
    fresh: Desk, day: str, week: str
) -> None:
    fresh.put("a.jsonl", lines(item("Lorries wait at the gate", day)))
    (reports,) = [border.reports for border in fresh.brief(week).borders if border.id == "border.tj-af"]
    assert reports == 1
    assert [path.name for path in fresh.folder.glob(f"output/{week}/*")] == [
        f"central-asia_{week}_v1_TLP-GREEN_en.json"
    ]


def test_case_8_an_old_page_in_a_feed_of_today_is_flagged(desk: Desk) -> None:
    old = desk.titled("Lorries waited at the gate")
    assert "archive" in old.flags
    assert old.published
    assert old.published.start.year == 2019
    assert old.title not in {reference.title for reference in desk.brief("2024-W48").references}


@pytest.mark.parametrize(
    ("source", "url", "value", "precision"),
    [
        ("Mesa Times", "https://mesa.example/1", "2025-03-04", "day"),
        ("Dawn", "https://www.dawn.com/news/1", "2025-04-03", "day"),
        ("Nobody's Paper", "https://nobody.example/1", "", "ambiguous"),
    ],
)
def test_case_9_figures_are_read_as_the_outlet_writes_them(
    fresh: Desk, source: str, url: str, value: str, precision: str
) -> None:
    fresh.put("a.jsonl", lines(item("Lorries wait at the gate", "03/04/2025", source=source, url=url)))
    published = fresh.titled("Lorries wait at the gate").published
    assert published
    assert published.precision == precision
    if value:
        assert published.value == value
    else:
        assert published.alternatives == (date(2025, 3, 4), date(2025, 4, 3))


def test_case_16_one_article_at_five_addresses_is_one(fresh: Desk) -> None:
    same = [item("Lorries wait at the gate", "2024-11-27") | {"url": url} for url in ADDRESSES]
    fresh.put("a.jsonl", lines(*same))
    (article,) = fresh.articles()
    assert article.url == "https://vakhsh-courier.example/news/17"
    assert set(article.url_variants) == {*ADDRESSES} - {article.url}


def test_case_17_a_changed_title_is_a_new_version_of_one_article(fresh: Desk) -> None:
    for day, title in ((1, "Lorries wait at the gate"), (2, "Sixty lorries wait at the gate")):
        changed = item(title, "2024-11-27") | {"url": "https://vakhsh.example/17"}
        fresh.put(f"{day}.jsonl", lines(changed), NOW + timedelta(days=day))
    (article,) = fresh.articles()
    assert article.title == "Sixty lorries wait at the gate"
    with run.opened(load(fresh.folder / "config.yaml"), NOW) as opened:
        assert len({document.sha256 for document in opened.store.documents()}) == 2


def test_case_26_a_legal_label_is_no_theme(desk: Desk) -> None:
    title = "Делегация обсудила торговлю мукой"
    article = desk.titled(title)
    assert "запрещ" not in article.text
    assert "*" not in article.text
    themes = {topic for topic in desk.topics(title) if topic.startswith("theme.")}
    assert themes == {"theme.sanctions-trade"}
    assert "запрещён в РФ" in article.basis["provenance"]


def test_case_28_a_quotation_in_a_quotation_is_the_outer_speaker_s(desk: Desk) -> None:
    (quote,) = desk.titled("Ушаков рассказал о программе ОДКБ").quotes
    assert quote.speaker == "Юрий Ушаков"
    assert quote.text.startswith("Тасмагамбетов говорил")
    assert "Программа готова и будет подписана" in quote.text


def test_case_30_a_mangled_page_is_right_unicode(desk: Desk) -> None:
    article = desk.titled("Совещание охраны границы в Душанбе")
    assert article.language == "ru"
    assert "«таджикско-афганской» границы и обмен сведениями — об этом" in article.text
    assert "прошло совещание пограничных служб" in article.text
    assert not [mark for mark in ("&", "\xad", "\xa0", "\r", "�", "Ð") if mark in article.text]


@pytest.mark.parametrize("name", NO_ARTICLE)
def test_case_31_what_is_no_article_is_quarantined_with_its_reason(desk: Desk, name: str) -> None:
    content, why = NO_ARTICLE[name]
    sha = hashlib.sha256(content.encode()).hexdigest()
    (found,) = [article for article in desk.articles(quarantined=True) if article.sha256 == sha]
    assert why in found.quarantine


def test_case_31_an_empty_file_is_told(fresh: Desk) -> None:
    report = fresh.put("empty.html", "")
    assert (report.new, [problem.reason for problem in report.problems]) == (0, ["It is empty."])


def test_case_31_the_brief_counts_what_is_quarantined(fresh: Desk) -> None:
    for name, (content, _) in NO_ARTICLE.items():
        fresh.put(name, content)
    fresh.put("a.jsonl", lines(item("Lorries wait at the gate", "2027-01-12")))
    coverage = fresh.brief("2027-W02").coverage
    assert coverage.quarantined == len(NO_ARTICLE)
    assert all(any(why in reason for reason in coverage.quarantine_reasons) for _, why in NO_ARTICLE.values())
