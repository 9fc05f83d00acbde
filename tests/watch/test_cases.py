"""The tricky cases of languages and matching, one sentence each."""

import pytest

from briefings import watch

Found = dict[str, str]


def levels(matcher: watch.Matcher, text: str, language: str = "", title: str = "") -> Found:
    return {tag.topic: tag.level for tag in matcher.tag_text(title, text, language)}


def hits(found: Found) -> set[str]:
    return {topic for topic, level in found.items() if level != "negated"}


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        ("Об этом шла речь на совещании стран ОДКБ.", "ru", "body.csto"),
        ("Посты стоят на таджикско-афганской границе.", "ru", "border.tj-af"),
        ("Делегация встретилась с талибами.", "ru", "body.taliban"),
        ("Жиын ҰҚШҰ-ның кеңсесінде өтті.", "kk", "body.csto"),
        ("Бул маселе Шанхай боюнча ШКУга сунушталды.", "ky", "body.sco"),
        ("Bu barədə KTMT-nın katibliyi danışıb.", "az", "body.csto"),
        ("Նիստը տեղի ունեցավ ՀԱՊԿ-ի գրասենյակում։", "hy", "body.csto"),
        ("ეს სუს-ის განცხადებაში წერია.", "ka", "body.ge-sssg"),
        ("Türk devletleri TDT'nin zirvesinde buluştu.", "tr", "body.ots"),
        ("Ин масъала дар СААД-ро нигарон кард.", "tg", "body.csto"),
    ],
)
def test_19_20_inflected_names_and_suffixed_acronyms(
    matcher: watch.Matcher, text: str, language: str, topic: str
) -> None:
    assert topic in hits(levels(matcher, text, language))


def test_18_a_long_explainer_keeps_only_topics_of_weight(matcher: watch.Matcher) -> None:
    names = [
        "Kazakh-Kyrgyz",
        "Uzbek-Afghan",
        "Kyrgyz-Tajik",
        "Tajik-Uzbek",
        "Turkmen-Afghan",
        "Kazakh-Chinese",
    ]
    filler = "The history of these lines is long and has filled many books over the last hundred years. " * 4
    lead = "Borders were drawn by commissions.\n\n"
    body = "\n\n".join(f"{filler}The {name} border is one of them." for name in names)
    found = levels(
        matcher, lead + body + "\n\nThe Uzbek-Afghan border follows a river.", "en", "How lines were drawn"
    )
    borders = {
        topic for topic, level in found.items() if topic.startswith("border.") and level == "secondary"
    }
    assert borders == {"border.uz-af"}


def test_21_both_alphabets_of_an_acronym_are_one_tag(matcher: watch.Matcher) -> None:
    tags = matcher.tag_text("", "Встреча С5+1 прошла вчера, и формат C5+1 себя оправдал.", "ru")
    assert [len(tag.spans) for tag in tags if tag.topic == "body.c5plus1"] == [2]


@pytest.mark.parametrize("name", ["تی‌تی‌پی", "تیتیپی", "تي‌تي‌پي", "تی تی پی"])
def test_22_spellings_of_a_persian_acronym(matcher: watch.Matcher, name: str) -> None:
    assert "body.ttp" in hits(levels(matcher, f"جنگجویان {name} حمله کردند.", "fa"))


@pytest.mark.parametrize(
    "text",
    [
        "Details: https://odkb-csto.org/news and http://example.org/tags/taliban/today",
        "Write to press@taliban.example or see odkb-csto.org.",
        "Khaama Press wrote about the weather.",
        "As Sputnik Tajikistan puts it, the day was warm.",
        "Photo: taliban-parade.jpg",
        "See /tags/taliban for more.",
    ],
)
def test_23_addresses_and_outlet_names_are_no_topics(matcher: watch.Matcher, text: str) -> None:
    assert not levels(matcher, text, "en")


def test_24_a_denied_border_counts_as_no_activity(matcher: watch.Matcher) -> None:
    found = levels(matcher, "The shots fell not on the Tajik-Afghan border but on the Uzbek side.", "en")
    assert found["border.tj-af"] == "negated"
    assert "border.uz-af" not in found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Это случилось не на таджикско-афганской границе.", "ru"),
        ("این رویداد نه در مرز تاجیکستان و افغانستان رخ داد.", "fa"),
        ("Olay Tacikistan-Afganistan sınırında değil, şehirde oldu.", "tr"),
        ("Ин ҳодиса на дар сарҳади Тоҷикистон бо Афғонистон рух дод.", "tg"),
        ("Voqea tojik-afgʻon chegarasida emas, shaharda boʻldi.", "uz"),
        ("Оқиға тәжік-ауған шекарасында емес, қалада болды.", "kk"),
        ("Окуя тажик-ооган чек арасында эмес, шаарда болду.", "ky"),
        ("Hadisə Tacikistan-Əfqanıstan sərhədində deyil, şəhərdə baş verib.", "az"),
        ("Waka täjik-owgan serhedinde däl, şäherde boldy.", "tk"),
        ("事件不在塔吉克斯坦与阿富汗边境发生。", "zh"),
    ],
)
def test_24_denial_in_other_languages(matcher: watch.Matcher, text: str, language: str) -> None:
    assert levels(matcher, text, language)["border.tj-af"] == "negated"


def test_a_border_denied_once_and_told_once_counts(matcher: watch.Matcher) -> None:
    text = "It was not on the Tajik-Afghan border at first. Then shots were fired on the Tajik-Afghan border."
    assert levels(matcher, text, "en")["border.tj-af"] in {"primary", "secondary"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The CSTO (Chief Security and Trust Officer) of the bank resigned.", "body.csto"),
        ("The SCO plays Mahler tonight with the Scottish Chamber Orchestra.", "body.sco"),
        ("Analysts mapped the TTPs to a framework.", "body.ttp"),
        ("FC Khyber won the football match.", "body.pk-fc"),
        ("The Georgia Bulldogs won again.", "country.ge"),
        ("The Border–Gavaskar Trophy begins in Perth.", "theme.border-security"),
    ],
)
def test_25_look_alikes_give_no_tag(matcher: watch.Matcher, text: str, topic: str) -> None:
    assert topic not in hits(levels(matcher, text, "en"))


def test_26_a_legal_label_is_no_content(matcher: watch.Matcher) -> None:
    text = (
        "Представители «Талибана»* обсудили поставки муки и пошлины.\n\n"
        "*запрещён в РФ как террористическая организация"
    )
    found = hits(levels(matcher, text, "ru", "Поставки муки в Афганистан вырастут"))
    assert "body.taliban" in found
    assert "theme.terrorism" not in found


def test_27_three_movements_in_one_sentence_are_three_spans(matcher: watch.Matcher) -> None:
    text = "The Taliban denied sheltering the Pakistani Taliban or the Tajik Taliban."
    tags = {tag.topic: [span.matched for span in tag.spans] for tag in matcher.tag_text("", text, "en")}
    assert tags["body.taliban"] == ["Taliban"]
    assert tags["body.ttp"] == ["Pakistani Taliban"]
    assert tags["body.jamaat-ansarullah"] == ["Tajik Taliban"]
