"""Where nothing is matched."""

import pytest

from briefings.watch import zones


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("BISHKEK, November 27. /TASS/. The talks went on.", "The talks went on."),
        ("KABUL (Pajhwok): Prices rose.", "Prices rose."),
        ("BAIKONUR /Kazakhstan/, November 26. /TASS/. A rocket flew.", "A rocket flew."),
        ("МОСКВА, 27 ноя - РИА Новости. Цены выросли.", "Цены выросли."),
        ("Astana hosted the summit in May.", "Astana hosted the summit in May."),
        ("В Казахстане прошёл саммит.", "В Казахстане прошёл саммит."),
        ("塔吉克斯坦与阿富汗边境平静。", "塔吉克斯坦与阿富汗边境平静。"),
        ("ყაზახეთ-ჩინეთის საზღვარზე სიმშვიდე იყო.", "ყაზახეთ-ჩინეთის საზღვარზე სიმშვიდე იყო."),
    ],
)
def test_a_dateline_ends_where_the_news_begins(text: str, kept: str) -> None:
    assert text[zones.dateline(text) :].strip() == kept


@pytest.mark.parametrize(
    ("text", "word", "inside"),
    [
        ("see https://example.org/taliban/news now", "taliban", True),
        ("write to taliban@example.org now", "taliban", True),
        ("see odkb-csto.org now", "csto", True),
        ("the file taliban.pdf is here", "taliban", True),
        ("said @taliban_watch", "taliban", True),
        ("the Taliban, it said", "Taliban", False),
        ("the #Taliban said", "Taliban", False),
        ("Russia/Taliban talks", "Taliban", False),
    ],
)
def test_what_is_an_address(text: str, word: str, inside: bool) -> None:
    start = text.index(word)
    assert zones.in_address(text, start, start + len(word)) is inside


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Photo: Taliban press office", True),
        ("Читайте также: Талибан сообщил", True),
        ("The post Taliban talks appeared first on Some Paper.", True),
        ("بیشتر بخوانید: طالبان", True),
        ("The photo shows the Taliban.", False),
        ("Readers of the Taliban's paper wrote.", False),
    ],
)
def test_what_is_a_credit_or_a_teaser(line: str, credit: bool) -> None:
    text = f"First line.\n{line}\nLast line."
    assert zones.in_credit(text, text.index(line) + 8) is credit


@pytest.mark.parametrize(
    "label",
    [
        "*запрещена в РФ",
        "* Террористическая организация, запрещённая в РФ",
        "(организация, запрещённая на территории РФ)",
        "признан иностранным агентом",
        "внесён Минюстом РФ в реестр иностранных агентов",
        "a terrorist group outlawed in Russia",
        "taqiqlangan terrorchilik tashkiloti",
    ],
)
def test_a_legal_label_is_found(label: str) -> None:
    from briefings.text import fold

    text = f"Слово {label}."
    spans = zones.labels(text, fold(text).text)
    assert spans
    assert any(text[a:b].strip(" .*()") in label or label.strip("*() ") in text[a:b] for a, b in spans)


def test_a_text_without_labels_is_left_alone() -> None:
    assert zones.labels("Въезд закрыт, говорят в Душанбе.", "въезд закрыт, говорят в душанбе.") == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Боевики запрещённого в РФ движения «Талибан» вошли в Кабул", "Боевики «Талибан» вошли в Кабул"),
        ("Запрещённый в России «Талибан» занял Герат", "«Талибан» занял Герат"),
        ("«Талибан» (запрещён в России с 2003 года) занял Герат", "«Талибан» занял Герат"),
    ],
)
def test_a_label_within_a_sentence_takes_nothing_of_the_sentence(text: str, left: str) -> None:
    from briefings.text import fold

    for start, end in reversed(zones.labels(text, fold(text).text)):
        text = text[:start] + " " + text[end:]
    assert " ".join(text.split()) == left
