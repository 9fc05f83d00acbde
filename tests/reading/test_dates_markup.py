"""The day of publication of web pages: what is declared, what is printed, what is in the address."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from briefings.reading.dates import Clues, published
from briefings.reading.dates.markup import parse
from briefings.reading.dates.visible import labelled

NOW = datetime(2026, 11, 24, tzinfo=UTC)
BODY = "<p>" + "The two sides met and talked about water for a long time. " * 6 + "</p>"


def page(head: str = "", above: str = "", below: str = "", language: str = "en") -> str:
    title = "Two sides talk about water"
    return (
        f'<html lang="{language}"><head><title>{title}</title>{head}</head><body>'
        f'<div id="top">{above}</div><article><h1>{title}</h1>{below}{BODY}</article></body></html>'
    )


def day(
    html: str, *, url: str | None = None, timezone: str = "", language: str = "", first: bool | None = True
) -> date:
    clues = Clues(html=html, url=url, timezone=timezone, language=language, retrieved=NOW, day_first=first)
    when = published(clues)
    assert when is not None
    assert when.start == when.end
    return when.start


def linked(value: str, kind: str = "NewsArticle") -> str:
    return f'<script type="application/ld+json">{{"@type":"{kind}","datePublished":"{value}"}}</script>'


WANTED = date(2024, 11, 27)
PRINTED = [
    ("en", "Published November 27, 2024 9:30 AM"),
    ("ru", "27 ноября 2024, 09:30"),
    ("ru", "27.11.2024 09:30"),
    ("fa", "چهارشنبه ۷ آذر ۱۴۰۳ - ۰۹:۳۰"),
    ("fa", "۷ قوس ۱۴۰۳"),
    ("fa", "۱۴۰۳/۰۹/۰۷"),
    ("fa", "۱۴۰۳/۹/۷ ساعت ۰۹:۳۰"),
    ("fa", "07/09/1403"),
    ("fa", "1403-09-07 09:30"),
    ("tg", "27 ноябри 2024"),
    ("uz", "27 noyabr 2024, 09:30"),
    ("kk", "2024 жылғы 27 қараша"),
    ("ky", "27-ноябрь, 2024"),
    ("tk", "27-nji noýabr 2024"),
    ("az", "27 Noyabr 2024 09:30"),
    ("tr", "27 Kasım 2024 Çarşamba"),
    ("hy", "27 նոյեմբերի, 2024"),
    ("ka", "27 ნოემბერი, 2024"),
    ("zh", "2024年11月27日 09:30"),
    ("de", "27. November 2024"),
]


@pytest.mark.parametrize(("language", "line"), PRINTED)
def test_the_line_under_the_title(language: str, line: str) -> None:
    assert day(page(below=f'<div class="post-date">{line}</div>', language=language)) == WANTED


DECLARED = [
    linked("2024-11-27T09:30:00+05:00"),
    linked("Wed, Nov 27 2024 09:30:00 EST"),
    '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["Article"],'
    '"datePublished":"2024-11-27"}]}</script>',
    '<script type="application/ld+json">{"@type":"Article", broken, "datePublished":"2024-11-27T01:00:00Z"}</script>',
    '<meta property="article:published_time" content="2024-11-27T09:30:00+03:00">',
    '<meta name="parsely-pub-date" content="2024-11-27T09:30:00Z">',
    '<meta itemprop="datePublished" content="27.11.2024">',
    '<meta name="DC.date.issued" content="2024-11-27">',
    '<meta name="date" content="2024-11-27">',
]


@pytest.mark.parametrize("head", DECLARED)
def test_declared_dates(head: str) -> None:
    assert day(page(head=head)) == WANTED


def test_a_printed_line_beats_a_vague_declaration() -> None:
    html = page('<meta name="date" content="2024-12-09">', below='<p class="date">27 November 2024</p>')
    assert day(html) == WANTED


def test_a_time_in_utc_gives_way_to_the_printed_day() -> None:
    html = page(linked("2024-11-26T21:30:00Z"), below="<p>By our staff, 27 November 2024</p>")
    assert day(html) == WANTED


def test_a_time_in_utc_is_read_in_the_outlets_zone() -> None:
    assert day(page(linked("2024-11-26T21:30:00Z")), timezone="Asia/Bishkek") == WANTED


def test_dates_of_teasers_and_of_today_are_not_the_pages() -> None:
    above = (
        '<div class="today">Tuesday, 24 November 2026</div><div class="latest-news">23 November 2026</div>'
    )
    below = '<p class="meta">27 November 2024</p>'
    html = (
        page(above=above, below=below)
        + '<div class="related"><time datetime="2026-11-20">20 Nov</time></div>'
    )
    assert day(html) == WANTED


def test_the_date_of_an_update_is_not_that_of_publication() -> None:
    below = '<p class="date">Updated 3 December 2024</p><p class="date">Published 27 November 2024</p>'
    assert day(page(below=below)) == WANTED


@pytest.mark.parametrize(
    "line",
    [
        "Last updated 30 November 2024 · First published 27 November 2024",
        "Обновлено: 30.11.2024 10:00. Опубликовано: 27.11.2024 09:00",
    ],
)
def test_a_line_of_two_days_is_read_where_it_speaks_of_publication(line: str) -> None:
    assert day(page(below=f'<p class="date">{line}</p>')) == WANTED


@pytest.mark.parametrize(
    "line",
    [
        "<b>27</b> <span>Nov</span> <i>2024</i>",
        "<span>27</span> ноября <span>2024</span>",
        '<span data-timestamp="1732683600">3 days ago</span>',
    ],
)
def test_a_date_in_parts_or_for_programs(line: str) -> None:
    assert day(page(below=f'<div class="date">{line}</div>')) == WANTED


def test_a_declared_time_may_be_a_number() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":1732683600}</script>'
    assert day(page(head)) == WANTED


def test_the_address_holds_the_day() -> None:
    html = page(linked("2025-03-01T10:00:00Z"))
    assert day(html, url="https://x.example/2024/11/27/water") == WANTED


def test_a_canonical_address_holds_the_day() -> None:
    assert day(page('<link rel="canonical" href="https://x.example/news/20241127/water">')) == WANTED


def test_a_number_in_the_address_is_no_day() -> None:
    html = page(linked("2024-11-27T10:00:00+05:00"))
    assert day(html, url="https://x.example/2024/11/3-questions-to-the-minister") == WANTED


def test_mark_up_tells_the_day_from_the_month() -> None:
    html = page(linked("2024-06-01T21:53:12+00:00"), below='<div class="post-date">06/01/2024</div>')
    assert day(html) == date(2024, 6, 1)


def test_teasers_in_the_mark_up_do_not_outvote_the_page() -> None:
    head = linked("2024-11-27T08:00:00+05:00") + linked("2024-10-13T08:00:00+05:00") * 3
    assert day(page(head)) == WANTED


@pytest.mark.parametrize("tag", ["ja", "fi", "xx-template"])
def test_a_language_that_we_cannot_read_hides_no_date_line(tag: str) -> None:
    """The day of the event in the text is not taken where the date line is written as in Chinese."""
    below = '<div class="entry-time">2024年11月27日</div><p>2024/11/23 match in the second league</p>'
    assert day(page(below=below, language=tag)) == WANTED


COMMENT = (
    '<div class="comments"><time datetime="2024-12-05T03:36:11+02:00">5 December 2024</time> Well said!</div>'
)
FAR = "<p>Chapter of the talk</p>" * 60


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Published on 27 November 2024"),
        ("de", "Veröffentlicht am 27.11.2024"),
        ("ru", "Опубликовано: 27.11.2024"),
    ],
)
def test_a_line_that_says_published_counts_far_from_the_title(language: str, label: str) -> None:
    html = page(below=f"{FAR}<p>{label}<br>Length: one hour</p>{COMMENT}", language=language)
    assert day(html) == WANTED


def test_lines_that_say_published_of_several_days_are_a_list() -> None:
    below = f"{FAR}<p>Published on 27 November 2024</p><p>Published on 3 May 2023</p>"
    tree = parse(page(below=below))
    assert tree is not None
    assert labelled(tree, Clues(), ("en",)) is None


def test_a_line_that_says_published_in_the_comments_is_not_the_pages() -> None:
    tree = parse(page(below=FAR + '<div class="comments"><p>Posted 27 November 2024</p></div>'))
    assert tree is not None
    assert labelled(tree, Clues(), ("en",)) is None


def test_a_date_to_come_is_not_believed() -> None:
    assert day(page(linked("2031-01-01") + '<meta name="date" content="2024-11-27">')) == WANTED


def test_a_page_without_a_date_has_none() -> None:
    assert published(Clues(html=page(), retrieved=NOW)) is None


def test_a_copyright_line_is_no_date() -> None:
    assert published(Clues(html=page() + "<footer>© 2020 Example</footer>", retrieved=NOW)) is None


@pytest.mark.parametrize("html", ["", "<", "<html>", "\x00\x01", "<p>" * 3000, "<!-- -->", "plain text only"])
def test_broken_pages_are_read_without_error(html: str) -> None:
    assert published(Clues(html=html, retrieved=NOW)) is None
