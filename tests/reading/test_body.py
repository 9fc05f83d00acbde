"""Where the article stands in a page, piece by piece."""

from __future__ import annotations

import json

import pytest
from lxml import html

from briefings.reading.body import paragraphs
from briefings.reading.ending import trimmed
from briefings.reading.page import parse_html

FIRST = "The customs post at the river reopened on Tuesday after four months of repairs, its chief told reporters."
SECOND = (
    "Lorries had waited on the northern bank since dawn, and the first forty of them crossed before noon."
)
THIRD = (
    "Traders in the bazaar said that flour would be cheaper by the end of the week if the bridge stays open."
)
FOURTH = (
    "Repairs of the second lane will go on until spring, and passenger traffic is to follow in the summer."
)


def page(*blocks: str, title: str = "Customs post at the river reopens") -> str:
    inner = "\n".join(b if b.startswith("<") else f"<p>{b}</p>" for b in blocks)
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<div class='article-body'>{inner}</div></article></body></html>"
    )


def lines(source: str, title: str = "Customs post at the river reopens") -> tuple[str, ...]:
    return paragraphs(html.document_fromstring(source), title)


def test_the_heading_is_no_part_of_the_text() -> None:
    assert lines(page(FIRST, SECOND)) == (FIRST, SECOND)


@pytest.mark.parametrize(
    "furniture",
    [
        "<p><a href='/1'>Ferry timetable changes again next month</a></p>",
        "<div class='newsletter-box'><p>Get our mail every morning, for free and for ever.</p></div>",
        "<div class='related-stories'><p>Ferry timetable changes again, says the port.</p></div>",
        "<p>Read more: Ferry timetable changes again next month</p>",
        "<p>Читайте также: Расписание парома снова изменится</p>",
    ],
)
def test_what_leads_away_is_cut_amid_the_text(furniture: str) -> None:
    assert lines(page(FIRST, furniture, SECOND, THIRD)) == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "farewell",
    [
        "Follow us on Twitter and Facebook",
        "Reporting by a correspondent on the river; editing by the night desk",
        "© 2024 The Courier",
        "Sign up for the morning mail of the Courier",
        "Подписывайтесь на наш канал",
    ],
)
def test_farewells_are_no_part_of_the_text(farewell: str) -> None:
    assert lines(page(FIRST, SECOND, farewell)) == (FIRST, SECOND)


def test_an_article_cut_in_pieces_by_advertisements_is_whole_again() -> None:
    piece = "<div class='row'><div class='chunk text'>{}</div></div>"
    source = "<html><body><main>" + "".join(
        piece.format("".join(f"<p>{text}</p>" for text in texts)) + "<div class='ad-slot'>Advertisement</div>"
        for texts in ((FIRST, SECOND), (THIRD, FOURTH))
    )
    assert set(lines(source + "</main></body></html>")) >= {FIRST, SECOND, THIRD, FOURTH}


def test_a_text_printed_twice_is_read_once() -> None:
    whole = f"{FIRST} {SECOND}"
    assert lines(page(whole, THIRD, whole, FOURTH)).count(whole) == 1


def test_a_table_around_the_article_is_a_frame() -> None:
    texts = tuple(f"{text} {text[:-1]} again." for text in (FIRST, SECOND, THIRD, FOURTH))
    cell = "".join(f"<p>{text}</p>" for text in texts)
    source = f"<html><body><table><tr><td>Menu</td><td>{cell}</td></tr></table></body></html>"
    assert lines(source, "")[-4:] == texts


def test_a_text_in_a_box_named_for_its_share_bar_stays() -> None:
    box = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND + " " + SECOND, THIRD))
    source = page(
        f"<div class='body-with-share'>{box}</div>",
        FOURTH,
        FOURTH[:-1] + " as well.",
        FIRST[:-1] + " again.",
    )
    assert THIRD in lines(source)


def test_a_quoted_post_belongs_to_the_article() -> None:
    post = (
        "<div class='social-embed'><blockquote class='post-embed'><p>The bridge is open, drive carefully.</p>"
        "</blockquote></div>"
    )
    assert "The bridge is open, drive carefully." in " ".join(lines(page(FIRST, SECOND, post, THIRD)))


def test_a_page_filled_by_scripts_gives_the_text_it_declares() -> None:
    declared = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join((FIRST, SECOND, THIRD, FOURTH))})
    source = page("Loading the article, please wait a moment.").replace(
        "</head>", f"<script type='application/ld+json'>{declared}</script></head>"
    )
    assert lines(source) == (FIRST, SECOND, THIRD, FOURTH)


def test_a_declared_text_that_does_not_parse_is_no_witness() -> None:
    broken = "<script type='application/ld+json'>{'articleBody': </script></head>"
    assert lines(page(FIRST, SECOND).replace("</head>", broken)) == (FIRST, SECOND)


def test_menus_are_no_article() -> None:
    assert parse_html("<html><body><nav>Home</nav><p>News</p><p>Weather</p></body></html>").paragraphs == ()


def test_headlines_after_a_heading_of_their_own_are_cut_and_the_text_goes_on() -> None:
    assert trimmed([FIRST, "DON'T MISS", "Ferry timetable changes again", SECOND], "") == [FIRST, SECOND]


def test_teasers_under_a_heading_at_the_end_are_cut_though_they_are_sentences() -> None:
    text = [
        FIRST,
        SECOND,
        THIRD,
        FOURTH,
        "Top stories",
        "A mayor resigned on Monday after nine years in office.",
    ]
    assert trimmed(text, "") == [FIRST, SECOND, THIRD, FOURTH]


def test_a_day_and_an_author_under_the_heading_are_no_text() -> None:
    heading = "Customs post at the river reopens"
    assert trimmed([heading, "By A Correspondent", "27 November 2024, 10:15", FIRST], heading) == [FIRST]


@pytest.mark.parametrize("joiner", ["\u200c", "&zwnj;", "&#8204;"])
def test_persian_words_keep_their_joiners(joiner: str) -> None:
    said = "یک سرپرست نوبت به کندز پست گفت: «ما هیچ کسی را برنگردانده{}ایم و گزارش{}ها درست نیست.»"
    more = "مسئولان سرحدی در ولایت کندز روز چهارشنبه گفتند که بندر شیرخان به روی موترهای باربری باز است."
    source = page(said.format(joiner, joiner), more, title="بندر شیرخان باز است")

    assert parse_html(source).paragraphs == (said.format("\u200c", "\u200c"), more)


def teaser(number: int, href: str = "/elsewhere") -> str:
    heading = f"<a href='{href}{number}'><h3>Headline {number} of the other day</h3></a>"
    return f"<div class='card'>{heading}<p>Teaser {number} tells what the other report is about, and then it stops.</p></div>"


def test_headings_that_lead_elsewhere_with_a_line_below_are_other_articles() -> None:
    short = page(FIRST).replace("</body>", f"{''.join(map(teaser, range(6)))}</body>")
    assert lines(short) == (FIRST,)
    assert lines(f"<html><body>{''.join(map(teaser, range(20)))}</body></html>") == ()


def test_one_or_two_such_boxes_are_the_articles_and_so_are_entries_of_a_live_page() -> None:
    assert any("Teaser 1 tells" in line for line in lines(page(FIRST, SECOND, teaser(1), THIRD)))
    entries = page(FIRST, *(teaser(n, "#entry") for n in range(5)))
    assert sum("tells what the other report" in line for line in lines(entries)) == 5


def test_an_entry_of_a_live_page_is_no_witness_of_the_whole() -> None:
    entry = {"@type": "BlogPosting", "articleBody": f"{FOURTH} " * 4}
    data = {"@type": "LiveBlogPosting", "liveBlogUpdate": [entry], "comment": [entry]}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    entries = [f"{FOURTH} " * 4, FIRST, SECOND, THIRD]
    assert lines(page(*entries).replace("</head>", f"{script}</head>"))[1:] == (FIRST, SECOND, THIRD)


def test_an_address_is_no_name_of_a_box() -> None:
    rest = "".join(f"<p>{words}</p>" for words in (SECOND, THIRD))
    box = f"<div id='https://vakhsh.example/live-latest-updates-4537334'>{rest}</div>"
    assert lines(page(f"{FIRST} {FOURTH}", FOURTH, FIRST, f"{FOURTH} {FIRST}", box))[-2:] == (SECOND, THIRD)


def test_a_list_of_headlines_is_not_taken_for_the_article_beside_it() -> None:
    news = "".join(
        f"<li><a href='/{n}'>最新消息 上班族移入新城區{n} 2020-03-12 20:19</a></li>" for n in range(30)
    )
    told = [
        "塔吉克边防部门星期二表示，河边的口岸在维修四个月以后重新开放。",
        "卡车从清晨开始在北岸等候，中午以前有四十辆通过了桥。",
    ] * 2
    body = "".join(f"<p>{words}{n}。</p>" for n, words in enumerate(told))
    source = f"<html lang='zh'><body><div class='a'><ul>{news}</ul></div><div class='b'><h1>口岸重新开放</h1>{body}</div></body></html>"
    found = lines(source, "口岸重新开放")
    assert len(found) == 4
    assert not any("最新消息" in line for line in found)


@pytest.mark.parametrize(
    "words",
    [
        "We use cookies to give you the best experience on our website and to show you what suits you.",
        "Мы используем файлы cookie, чтобы сайт работал лучше и чтобы показывать вам рекламу.",
        "Page 1 2 3 Next page",
    ],
)
def test_leave_to_count_visitors_and_page_numbers_are_no_text(words: str) -> None:
    assert parse_html(page(words, FIRST, SECOND)).paragraphs == (FIRST, SECOND)
    assert parse_html(page(FIRST, SECOND, words)).paragraphs == (FIRST, SECOND)
