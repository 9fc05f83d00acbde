"""Languages of short and mixed texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.language import NEIGHBOURS, WATCHED, identify, passages

SENTENCES = [
    ("en", "The two governments agreed to reopen the crossing before winter."),
    ("ru", "Правительства двух стран договорились открыть переход до зимы."),
    ("uk", "Уряди двох країн домовилися відкрити перехід до початку зими."),
    ("be", "Урады дзвюх краін дамовіліся адкрыць пераход да пачатку зімы."),
    ("fa", "دولت‌های دو کشور برای بازگشایی گذرگاه مرزی پیش از زمستان توافق کردند."),
    ("ps", "د دواړو هېوادونو حکومتونو له ژمي مخکې د لارې په پرانیستلو هوکړه وکړه."),
    ("ur", "دونوں ملکوں کی حکومتوں نے سردیوں سے پہلے راستہ کھولنے پر اتفاق کیا ہے۔"),
    ("tg", "Ҳукуматҳои ду кишвар барои кушодани гузаргоҳ пеш аз зимистон мувофиқат карданд."),
    ("uz", "Ikki davlat hukumatlari qishgacha o‘tish joyini ochishga kelishib oldilar."),
    ("uz", "Икки давлат ҳукуматлари қишгача ўтиш жойини очишга келишиб олдилар."),
    ("kk", "Екі елдің үкіметтері қысқа дейін өткізу бекетін ашуға келісті."),
    ("ky", "Эки өлкөнүн өкмөттөрү кышка чейин өткөрмө бекетти ачууга макулдашты."),
    ("tk", "Iki döwletiň hökümetleri gyşa çenli geçelgäni açmak barada ylalaşdylar."),
    ("az", "İki ölkənin hökumətləri keçid məntəqəsini qışa qədər açmağa razılaşdılar."),
    ("tr", "İki ülkenin hükümetleri sınır kapısını kıştan önce açmak için anlaştı."),
    ("hy", "Երկու երկրների կառավարությունները համաձայնեցին բացել անցակետը մինչև ձմեռ։"),
    ("ka", "ორი ქვეყნის მთავრობა შეთანხმდა გადასასვლელის გახსნაზე ზამთრამდე."),
    ("zh", "两国政府同意在冬季之前重新开放口岸。"),
]


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_single_sentences(language: str, sentence: str) -> None:
    assert identify(sentence).language == language


@pytest.mark.parametrize(("hint", "language"), [("tg", "tg"), ("prs", "fa"), ("en", "ru"), ("", "ru")])
def test_a_short_text_takes_the_language_of_its_outlet_if_it_shares_the_script(
    hint: str, language: str
) -> None:
    words = "در شهر هرات" if hint == "prs" else "в городе"
    assert identify(words, hint).language == language


def test_text_without_letters_has_the_language_of_its_outlet_or_none() -> None:
    assert identify("12:30 — 2024", "ky") == ("ky", 0.5)
    assert identify("12:30 — 2024").language == ""


def test_addresses_and_handles_say_nothing() -> None:
    assert (
        identify("Переход откроют до зимы https://www.example.com/some/english/words @channel").language
        == "ru"
    )


def test_dari_and_farsi_are_one_language() -> None:
    assert identify("ریاست جمهوری افغانستان در باره وضعیت شاهراه‌ها اعلامیه نشر کرد.", "prs").language == "fa"


def test_a_foreign_paragraph_is_a_passage() -> None:
    english, russian = SENTENCES[0][1], SENTENCES[1][1]
    text = f"{english}\n\n{russian}\n\n{russian}\n\n{english}"
    ((start, end, language),) = passages(text, "en")
    assert language == "ru"
    assert text[start:end] == f"{russian}\n\n{russian}"


def test_a_foreign_name_is_no_passage() -> None:
    assert passages(f"{SENTENCES[0][1]}\n\nТАСС", "en") == ()


@given(st.text(max_size=80), st.sampled_from(["", *WATCHED]))
def test_the_answer_is_a_known_language_or_the_hint(text: str, hint: str) -> None:
    found = identify(text, hint)
    assert found.language in {"", hint, *WATCHED, *NEIGHBOURS}
    assert 0 <= found.confidence <= 1


def test_a_quotation_in_another_script_does_not_decide_the_language_of_the_text() -> None:
    russian = "«Мы усилим охрану границы и построим новые посты до конца года», — сказал министр журналистам."
    english = (
        "The minister met journalists on Wednesday and spoke for an hour about the border and its posts."
    )
    assert identify(f"{english}\n\n{russian}\n\n{english}").language == "en"
