"""One document in, its article out, every field with its basis."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.make import NOW, article, articles, document, record

SCRAPE = """Добавить новость
osiyo24.example
Новости на английском
Ноябрь
2024

Border ministers to weigh river patrols at Khujand meeting

0

The head of the border committee said on Tuesday that patrols on the river would be doubled before winter.

Rustam Karimzoda stated that the plan for the Tajikistan-Afghanistan border will be discussed on Thursday in Khujand.

The meeting of border ministers will be held on Thursday, November 14, in Khujand, in the north of Tajikistan.

Karimzoda told Steppe Wire, “The draft names eleven posts that need new boats.”

The post Border ministers to weigh river patrols at Khujand meeting appeared first on Khyber Ledger.



Частные объявления сегодня

Чемпионка турнира объявила о завершении карьеры

Пожар в торговом центре потушили за два часа

Жители выберут имя для слонёнка из зоопарка
"""


def test_an_aggregators_page_gives_the_article_and_its_chain() -> None:
    found = article(document(SCRAPE, "text/plain"))
    assert found.title == "Border ministers to weigh river patrols at Khujand meeting"
    assert found.text.startswith("The head of the border committee")
    assert found.text.endswith("new boats.”")
    assert len(found.text.split("\n\n")) == 4
    assert (found.publisher, found.republisher, found.wire) == (
        "Khyber Ledger",
        "osiyo24.example",
        "Steppe Wire",
    )
    assert (found.language, found.author, found.url) == ("en", None, None)
    assert found.published is not None
    assert (found.published.value, found.published.basis) == ("2024-11-12", "inferred")
    assert found.quarantine == ""


def test_nothing_of_the_page_around_it_is_read() -> None:
    found = article(document(SCRAPE, "text/plain"))
    for word in ("Чемпионка", "Пожар", "зоопарка", "appeared first", "Добавить"):
        assert word not in found.text


PAGE = """<!doctype html><html lang="ru"><head><title>Паром через Пяндж | Vakhsh Courier</title>
<meta property="og:title" content="Паром через Пяндж вновь ходит">
<meta property="article:published_time" content="2024-11-26T09:15:00+05:00">
<link rel="canonical" href="https://vakhsh-courier.example/news/parom?utm_source=rss"></head><body>
<nav><a href="/">Главная</a> <a href="/o">О нас</a></nav>
<article><h1>Паром через Пяндж вновь ходит</h1>
<p>Паром между двумя берегами Пянджа возобновил рейсы во вторник, сообщил дежурный переправы. По его словам, за
первый день перевезли сорок машин и около двухсот пассажиров.</p>
<p>Движение талибов* согласилось продлить часы работы причала до шести вечера, рассказал переводчик.</p>
<p>* запрещено в РФ</p>
<p>Читайте также: Как оформить пропуск</p></article>
<aside><h3>Популярное</h3><p>Погода на выходные: снег и ветер в горах.</p></aside></body></html>"""


def test_a_page_gives_its_text_without_navigation_and_labels() -> None:
    found = article(document(PAGE, url="https://m.vakhsh-courier.example/news/parom/?fbclid=1"))
    assert found.title == "Паром через Пяндж вновь ходит"
    assert "Движение талибов согласилось" in found.text
    for word in ("запрещено", "Читайте", "Погода", "Главная"):
        assert word not in found.text
    assert found.language == "ru"
    assert found.publisher == "Vakhsh Courier"


def test_variants_of_an_address_are_one_article() -> None:
    urls = (
        "http://vakhsh-courier.example/news/parom",
        "https://www.vakhsh-courier.example/news/parom/",
        "https://m.vakhsh-courier.example/news/parom?utm_source=x&fbclid=2",
        "https://vakhsh-courier.example/news/parom/amp/",
    )
    found = [article(document(PAGE, url=url)) for url in urls]
    assert {a.id for a in found} == {found[0].id}
    assert {a.url for a in found} == {"https://vakhsh-courier.example/news/parom"}
    assert found[0].url_variants


def test_windows_1251_without_a_charset_is_read_as_russian() -> None:
    found = article(document(PAGE.encode("cp1251")))
    assert found.title == "Паром через Пяндж вновь ходит"


def test_entities_escaped_twice_and_soft_hyphens_disappear() -> None:
    found = article(
        record(
            title="Panj &amp;amp; Kokcha",
            text="The co\u00admmission said &amp;quot;no&amp;quot; to both.",
            date="2024-11-26",
        )
    )
    assert found.title == "Panj & Kokcha"
    assert found.text == 'The commission said "no" to both.'


def test_a_record_without_text_is_a_headline() -> None:
    found = article(record(title="Talks on the Isfara intake go on", date="2024-11-26"))
    assert found.quarantine == ""
    assert found.flags == ("headline-only",)


def test_what_an_outlet_repeats_under_many_titles_is_cut() -> None:
    promo = "Follow the storm live on our channel all night long."
    found = articles(
        *(
            record(
                title=f"Title number {n}",
                text=f"{promo}\n\nOwn text of item {n}, long enough.",
                publisher="Kunduz Post",
            )
            for n in range(3)
        )
    )
    assert [a.text for a in found] == [f"Own text of item {n}, long enough." for n in range(3)]
    assert all("boilerplate-cut" in a.flags for a in found)


def test_a_correction_notice_is_a_notice_and_not_text() -> None:
    page = PAGE.replace("<p>Движение", "<p>Исправлено: машин было тридцать, а не сорок.</p><p>Движение")
    found = article(document(page))
    assert found.notices == ("correction: машин было тридцать, а не сорок.",)
    assert "тридцать" not in found.text


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<html><head><title>404</title></head><body><p>Page not found</p></body></html>", "not found"),
        (
            "<html><body><h1>Checking your browser</h1><p>Please complete the captcha.</p></body></html>",
            "captcha",
        ),
        (
            "<html><body><h1>A view</h1><p>The first lines of the piece.</p><p>Subscribe to continue reading.</p></body></html>",
            "paywall",
        ),
        ("<html><body><nav><a href='/'>Home</a><a href='/n'>News</a></nav></body></html>", "no main text"),
        ("", "no main text"),
    ],
)
def test_what_is_no_article_is_kept_out_with_the_reason(page: str, why: str) -> None:
    assert why in article(document(page)).quarantine


BARRED = """Valley Monitor
Region
Flood washes out bridge on the upper river
28.11.2024 14:35
Facebook Twitter Telegram
A flood washed out the only bridge on the upper river on Wednesday night, the emergencies committee said.
Engineers are to reach the site on Friday.
Read also: Snow closes pass
Nobody was hurt.
"""


def test_a_share_bar_under_the_heading_is_not_the_heading() -> None:
    assert article(document(BARRED, "text/plain")).title == "Flood washes out bridge on the upper river"


def test_markdown_is_read_without_its_marks() -> None:
    text = "# Flood\n\nA **flood** washed out [the only bridge](https://kunduz-post.example/1) on the *upper* river on Wednesday.\n"
    assert article(document(text, "text/markdown")).text == (
        "A flood washed out the only bridge on the upper river on Wednesday."
    )


@pytest.mark.parametrize(
    "said",
    [
        "Unusual traffic was seen at the lower gate on Tuesday, the customs office said in a statement to reporters.",
        "Прежнего перехода больше не существует, сообщили в таможне; грузовики идут через нижние ворота в объезд.",
    ],
)
def test_short_news_in_the_words_of_error_pages_is_news(said: str) -> None:
    assert article(record(title="At the lower gate", text=said)).quarantine == ""


def test_a_binary_file_is_kept_out() -> None:
    assert "binary" in article(document(bytes(range(256)) * 20, "text/plain")).quarantine


def test_the_order_of_documents_does_not_matter() -> None:
    batch = [
        record(title=f"T{n}", text="Same words everywhere, day after day.", publisher="Kunduz Post")
        for n in range(4)
    ]
    there, back = articles(*batch), articles(*reversed(batch))
    assert sorted(there, key=lambda a: a.id) == sorted(back, key=lambda a: a.id)


def test_a_text_without_end_is_shortened_and_says_so() -> None:
    endless = article(document("The same long sentence goes on and on here. " * 12_000, "text/plain"))
    assert len(endless.text) <= 200_000
    assert "shortened" in endless.flags


HOSTILE = (
    "<p " + " ".join(f"a{n}='x'" for n in range(50_000)) + ">x</p>",
    "<" * 50_000,
    "<div>" * 5_000 + "x",
    "<p>" + "word " * 200_000,
    "\u202eevil\u202c <script>alert(1)</script>",
    "{{7*7}} =HYPERLINK(1)",
)


@pytest.mark.parametrize("page", HOSTILE)
def test_hostile_pages_cost_only_themselves(page: str) -> None:
    found = articles(document(page), document(PAGE))
    assert found[-1].title == "Паром через Пяндж вновь ходит"
    assert all("\u202e" not in a.text for a in found)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain", "message/rfc822"]))
def test_any_bytes_give_an_article_or_a_reason(raw: bytes, media_type: str) -> None:
    for found in articles(document(raw, media_type)):
        assert found.retrieved == NOW
        assert found.text or found.quarantine or found.title


FOOTNOTES = """<html><head><title>Паром ходит — Причал</title></head><body><article><h1>Паром через Пяндж ходит</h1>
<p>Паром между двумя берегами Пянджа возобновил рейсы во вторник, сообщил дежурный переправы и его сменщик.</p>
<p>Движение талибов* согласилось продлить часы работы причала до шести вечера, рассказал переводчик.</p>
<p>* «Талибан» и «Северный отряд» — террористические организации, запрещённые в РФ.</p></article>
<footer>{owner}</footer></body></html>"""


def test_a_legal_footnote_goes_with_the_names_it_is_about() -> None:
    found = article(document(FOOTNOTES.format(owner="")))
    assert found.text.endswith("рассказал переводчик.")


@pytest.mark.parametrize(
    ("owner", "publisher"), [("© 2024 Причал, все права", "Причал"), ("Писал корреспондент Причал", "")]
)
def test_the_end_of_the_window_title_is_the_outlet_beside_a_copyright_sign(
    owner: str, publisher: str
) -> None:
    assert article(document(FOOTNOTES.format(owner=owner))).publisher == publisher


@pytest.mark.parametrize("scrape", ["{}\n\n{}\n\n{}\n", "Kunduz Post\n{}\n\n{}\n{}\n\nAll news\n12\n"])
def test_a_two_word_title_and_a_short_last_sentence_are_read(scrape: str) -> None:
    opening = "The border was shut on Wednesday after a lorry slid off the pier, an officer on duty said."
    found = article(document(scrape.format("Border shut", opening, "It reopens soon."), "text/plain"))
    assert found.title == "Border shut"
    assert found.text == f"{opening}\n\nIt reopens soon."


PERSIAN = """<html lang="fa"><head><title>قندوز پست</title></head><body><div>پنج‌شنبه، ۸ قوس ۱۴۰۳</div>
<div class="post"><h2>بندر شیرخان دو ساعت بسته ماند</h2>
<p>باشندگان محل می‌گویند که بندر شیرخان روز چهارشنبه برای دو ساعت بسته ماند و موترها برگشتند.</p>
<p>کریم صافی، آمر بندر، گفته است که راه باز است.</p><p>کسی زخمی نشد.</p></div>
<div class="related"><h3>بیشتر بخوانید</h3><a href="/1">نرخ آرد در بازار شهر</a></div></body></html>"""


def test_a_lower_heading_is_the_title_where_the_window_names_the_outlet_only() -> None:
    found = article(document(PERSIAN))
    assert found.title == "بندر شیرخان دو ساعت بسته ماند"
    assert found.text.endswith("کسی زخمی نشد.")


def test_a_persian_speaker_is_parted_from_his_office() -> None:
    (quote,) = article(document(PERSIAN)).quotes
    assert (quote.speaker, quote.role, quote.direct) == ("کریم صافی", "آمر بندر", False)


def test_a_title_without_end_is_shortened_and_says_so() -> None:
    found = article(record(title="x" * 3_000_000, text="A short text of a report."))
    assert len(found.title) == 500
    assert "shortened" in found.flags


def test_documents_that_say_nothing_are_told_apart() -> None:
    first, second = articles(document(b"<p></p>"), document(b"<b></b>"))
    assert first.id != second.id


def test_a_statement_in_another_language_is_read_by_the_words_of_that_language() -> None:
    russian = "«Мы усилим охрану границы и построим новые посты», — сказал министр обороны Рустам Каримов журналистам."
    english = (
        "The minister met journalists on Wednesday and spoke for an hour about the border and its posts."
    )
    text = f"Minister speaks of the border\n\n{english} It was his first talk.\n\n{russian}\n\n{english}\n"
    (article,) = articles(document(text, "text/plain"))
    assert article.language == "en"
    assert [(article.text[start:end], spoken) for start, end, spoken in article.passages] == [(russian, "ru")]
    (quote,) = article.quotes
    assert (quote.speaker, quote.role, quote.channel, quote.direct) == (
        "Рустам Каримов",
        "министр обороны",
        "журналистам",
        True,
    )
    assert article.text[quote.start :].startswith(quote.text)


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- saved from url=(0044)https://www.kunduz-post.example/2024/11/27/a -->",
        "<!--\n Page saved with SingleFile \n url: https://www.kunduz-post.example/2024/11/27/a \n saved date: Thu -->",
    ],
)
def test_a_saved_page_has_the_address_that_the_browser_wrote_into_it(mark: str) -> None:
    told = (
        "<p>Twelve lorries waited at the river gate on Tuesday, most of them with flour, a clerk said.</p>"
        * 2
    )
    source = f"<!DOCTYPE html>\n{mark}\n<html><body><h1>Lorries wait at the gate</h1>{told}</body></html>"
    found = article(document(source))
    assert (found.url, found.publisher) == ("https://kunduz-post.example/2024/11/27/a", "Kunduz Post")
    assert found.published
    assert found.published.value == "2024-11-27"
