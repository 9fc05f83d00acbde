from __future__ import annotations

from dataclasses import replace

from briefings.brief import check_verbatim, compose
from briefings.brief.sections.references import walk
from briefings.brief_types import Brief
from briefings.types import Quote, Span, Tagged
from tests.brief.make import article, given, story, tagged

SHUT = "The transport ministry said that the crossing at the river was shut to lorries until Thursday."
OPEN = "Afghan border staff told the paper that the crossing never shut and that lorries passed."


def told(
    text: str, outlet: str, language: str = "en", title: str = "River crossing and its lorries"
) -> Tagged:
    return tagged(
        article(title, text, outlet=outlet, language=language), "border.tj-af", "theme.border-security"
    )


def brief_of(*items: Tagged, origins: tuple[str, ...] = ()) -> Brief:
    return compose(given(story("2024-w48/river", *items, origins=origins), items=items))


def test_every_origin_is_heard_before_one_is_heard_twice() -> None:
    """Disagreement is shown as such: both sides, each with its reference."""
    first = told(f"{SHUT} The ministry said that the gate at the crossing had rusted.", "Vakhsh Courier")
    second = told(OPEN, "Kunduz Post")

    lines = brief_of(first, second).stories[0].reported

    assert {SHUT, OPEN} <= {line.text for line in lines}
    assert all(len(line.refs) == 1 for line in lines)


def test_a_sentence_is_not_told_twice() -> None:
    """Fault F01, inside a story."""
    again = SHUT.replace("The transport", "On the day the transport")

    lines = brief_of(told(SHUT, "Vakhsh Courier"), told(again, "Kunduz Post")).stories[0].reported

    assert len(lines) == 1


def test_a_fragment_that_names_nothing_is_no_words_of_another_language() -> None:
    whole = "Министерство сообщило, что переправа на реке закрыта для грузовиков до четверга."
    ours = "Наши пограничники проводили колонну с переправы на реке домой."
    item = told(
        f"{whole} С начальником переправы Антоном Грузовым. {ours}",
        "Vakhsh Courier",
        "ru",
        "Переправа на реке закрыта",
    )
    spans = (Span("text", 0, 12, "Министерство", ""),)
    item = replace(item, tags=tuple(replace(tag, spans=spans) for tag in item.tags))

    lines = brief_of(item).stories[0].reported

    assert [line.text for line in lines if line.label == "original"] == [whole]


def test_another_language_gets_a_composed_line_and_its_own_block() -> None:
    russian = "Министерство сообщило, что переправа на реке закрыта для грузовиков до четверга."
    item = told(russian, "Vakhsh Courier", "ru", "Переправа на реке закрыта")

    brief = brief_of(item)

    composed, original = brief.stories[0].reported
    assert composed.text == (
        "Vakhsh Courier reported in Russian on Tajikistan–Afghanistan border (27 Nov 2024); theme: border security."
    )
    assert (composed.basis, composed.lang, composed.label) == ("composed", "en", "reported")
    assert (original.text, original.lang, original.label, original.refs) == (russian, "ru", "original", (1,))
    assert russian not in brief.bottom_line + "".join(line.text for line in brief.key_points)
    assert brief.stories[0].headline == (
        "Tajikistan–Afghanistan border: report in Russian on border security, 27 Nov 2024"
    )


def test_own_language_comes_first_and_others_add_to_it() -> None:
    persian = "کارکنان مرزی گفتند که بندر به روی موترهای باربری باز است."

    english, other = told(SHUT, "Khyber Ledger"), told(persian, "Kunduz Post", "fa", "بندر باز است")

    lines = brief_of(english, other).stories[0].reported

    assert [(line.label, line.lang) for line in lines] == [
        ("reported", "en"),
        ("reported", "en"),
        ("original", "fa"),
    ]
    assert lines[1].text == "Kunduz Post also reported in Persian (27 Nov 2024)."


def test_a_truncated_last_sentence_is_not_printed() -> None:
    text = f"{SHUT} The crossing at the river was then opened again by the"
    whole = told(f"{SHUT} {OPEN}", "Kunduz Post")
    cut = replace(whole, article=replace(whole.article, flags=("truncated",)))

    assert [line.text for line in brief_of(told(text, "Vakhsh Courier")).stories[0].reported] == [SHUT]
    assert [line.text for line in brief_of(cut).stories[0].reported] == [SHUT]


def test_a_title_counts_as_a_sentence_when_there_is_no_text() -> None:
    one, other = told("", "Vakhsh Courier"), told("", "Kunduz Post", title="Lorries at the river turn back")

    brief = brief_of(one, other)

    assert {brief.stories[0].headline, *(line.text for line in brief.stories[0].reported)} == {
        "River crossing and its lorries",
        "Lorries at the river turn back",
    }
    assert {line.basis for line in brief.stories[0].reported} == {"title"}


def test_what_a_title_already_says_alone_is_one_line() -> None:
    brief = brief_of(told("", "Vakhsh Courier"))

    assert (brief.stories[0].full, brief.stories[0].reported) == (False, ())


def test_text_of_another_matter_under_a_title_is_not_printed() -> None:
    """A site's promo block under every title: neither a topic nor a word of the title stands in it."""
    promo = "По словам главы области, все орхидеи этой оранжереи выросли дома."
    item = told(promo, "Vakhsh Courier", "ru", "Переправа закрыта для машин")
    bare = replace(item, tags=tuple(replace(t, spans=t.spans[:1]) for t in item.tags))

    assert promo not in {line.text for line in brief_of(bare).stories[0].reported}


def test_the_check_finds_words_that_no_source_holds() -> None:
    item = told(f"{SHUT} {OPEN}", "Vakhsh Courier")
    brief = brief_of(item)
    line = replace(brief.stories[0].reported[0], text="The crossing was bombed.")
    forged = replace(brief, stories=(replace(brief.stories[0], reported=(line,)),))
    orphan = replace(brief, references=(*brief.references, replace(brief.references[0], n=2)))

    assert check_verbatim(brief, [item.article]) == ()
    assert "stands in none of the articles" in check_verbatim(forged, [item.article])[0]
    assert "nowhere cited" in check_verbatim(orphan, [item.article])[0]
    assert check_verbatim(brief, [])[0].startswith("“")


def test_numbers_run_in_the_order_of_reading() -> None:
    items = [
        told(SHUT, "A"),
        told(OPEN, "B"),
        told("The crossing at the river has two gates, guards said.", "C"),
    ]
    brief = compose(given(*[story(f"s/{n}", item) for n, item in enumerate(items)], items=items))

    met = list(dict.fromkeys(n for numbers in walk(brief) for n in numbers))
    assert met == [reference.n for reference in brief.references] == list(range(1, len(met) + 1))


def test_a_quotation_of_another_language_stands_as_printed_with_its_speaker() -> None:
    russian = "Начальник смены сказал, что «мы никого не отправили назад» на переправе."
    words = "мы никого не отправили назад"
    quote = Quote(words, russian.index(words), "начальник смены который", "переправа")
    item = told(russian, "Vakhsh Courier", "ru", "Переправа на реке открыта")
    item = replace(item, article=replace(item.article, quotes=(quote,)))

    (printed,) = brief_of(item).stories[0].quotes

    assert (printed.text, printed.lang, printed.speaker) == (words, "ru", "начальник смены")


def test_no_more_than_two_quotations() -> None:
    text = " ".join(f"The chief said that “the gate number {n} is open to {n}0 cars”." for n in range(4))
    quotes = tuple(
        Quote(f"the gate number {n} is open to {n}0 cars", text.index(f"the gate number {n}"), f"chief {n}")
        for n in range(4)
    )
    item = told(f"{SHUT} {text}", "Vakhsh Courier")
    item = replace(item, article=replace(item.article, quotes=quotes))

    assert len(brief_of(item).stories[0].quotes) <= 2


def test_a_sentence_that_leans_on_another_stands_only_behind_it() -> None:
    leans = "He did not say on Tuesday at which border gate the lorries of the ministry had waited."
    names = "The minister of trade spoke about lorries at the border gate."
    question = "Who will open the border gate again?"
    behind = told(f"{names}\n\n{leans}", "Vakhsh Courier")
    alone = told(f"{names}\n\n{question}\n\n{leans}", "Vakhsh Courier")

    assert leans in [line.text for line in brief_of(behind).stories[0].reported]
    assert leans not in [line.text for line in brief_of(alone).stories[0].reported]
