"""The one normalisation that everything compares by."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text import clean, fold, script, sentences, skeleton
from briefings.text.required import required

TWINS = "асеорхукмнтвaceopxykmhtb"  # a word of two alphabets is folded as a whole
SIGNS = st.text(alphabet=list('aZ İıIßёЁ-–«»"’\u200c\u200b\u00ad\n\r\t \u00a0Йيىكةآـًаbеւև٣۴7中é\u0301e'))


@given(st.one_of(st.text(), SIGNS))
def test_clean_is_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.one_of(st.text(), SIGNS))
def test_fold_is_idempotent(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.one_of(st.text(), SIGNS))
def test_every_folded_sign_leads_back_to_what_it_came_from(text: str) -> None:
    folded = fold(text)
    for at, sign in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        if sign.isalnum() and sign not in TWINS:
            assert sign in fold(text[start : end + 1]).text


@given(st.one_of(st.text(), SIGNS))
def test_locate_undoes_span(text: str) -> None:
    folded = fold(text)
    for at in range(len(folded.text)):
        assert folded.locate(folded.span(at, at + 1)[0]) in {at, at - 1}


@given(st.one_of(st.text(), SIGNS))
def test_spans_never_run_backwards(text: str) -> None:
    folded = fold(text)
    starts = [folded.span(at, at + 1)[0] for at in range(len(folded.text))]
    assert starts == sorted(starts)


@given(st.one_of(st.text(), SIGNS))
def test_sentences_cover_every_visible_sign_once_and_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = sum(len("".join(text[start:end].split())) for start, end in spans)
    assert covered == len("".join(text.split()))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Tajik–Afghan  border", "tajik afghan border"),
        ("Afghanistan’s «army»", "afghanistan's army "),
        ("Oʻzbekiston Gʼozi", "o'zbekiston g'ozi"),
        ("учётный", "учетный"),
        ("تي‌تي‌پي", "تیتیپی"),
        ("تی‌تی‌پی", "تیتیپی"),
        ("İran, IĞDIR, ığdır", "iran, iğdir, iğdir"),
        ("Երևան եւ", "երևան և"),
        ("۱۴۰۳ ٣", "1403 3"),
        ("в Моcкве, сводка CНГ", "в москве, сводка снг"),
        ("one\ntwo\n\n three", "one two\n\nthree"),
    ],
)
def test_what_folds_onto_what(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_a_span_leads_back_over_runs_and_invisible_signs() -> None:
    text = "x\u200c«Tajik –  Afghan»  border"
    found = fold(text)
    start = found.text.index("tajik")
    begin, end = found.span(start, start + len("tajik afghan"))
    assert text[begin:end] == "Tajik –  Afghan"


def test_a_decomposed_text_leads_back_to_its_own_offsets() -> None:
    text = unicodedata.normalize("NFD", "Étienne: Йод идёт")
    found = fold(text)
    start = found.text.index("идет")
    begin, end = found.span(start, start + 4)
    assert unicodedata.normalize("NFC", text[begin:end]) == "идё"[:3] + "т"


def test_clean_drops_what_hides_and_keeps_what_joins() -> None:
    assert clean("a\x00b\u202ec\u00add\r\ne می\u200cشود") == "abcd\ne می\u200cشود"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. A. Khan met Dr. Noor. They left.", 2),
        ("It rose by 3.5 percent. ОДКБ и др. организации молчат. Всё.", 3),
        ("В 2024 г. страны вышли. Потом вернулись.", 2),
        ("او آمد. سپس رفت؟ بلی", 3),
        ("他来了。他走了。", 2),
        ("U.S. troops left.\n\nno stop here", 2),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The border", "Latn"),
        ("Граница", "Cyrl"),
        ("مرز", "Arab"),
        ("սահման", "Armn"),
        ("საზღვარი", "Geor"),
        ("边境", "Hans"),
        ("123", ""),
    ],
)
def test_script_of_the_majority(text: str, code: str) -> None:
    assert script(text) == code


@pytest.mark.parametrize(
    "spellings",
    [
        ("Tokayev", "Токаев", "Тоқаев"),
        ("Pashinyan", "Пашинян", "Փաշինյան"),
        ("Japarov", "Жапаров", "Zhaparov"),
        ("Tasmagambetov", "Тасмагамбетов", "تاسماگمبتوف"),
        ("Rahmon", "Рахмон", "رحمان", "Раҳмон"),
        ("Bishkek", "Бишкек"),
    ],
)
def test_a_name_has_one_skeleton_in_every_script(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(spelling) for spelling in spellings}) == 1, [skeleton(s) for s in spellings]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("cease-?fire|truce", {"cease", "truce"}),
        (r"\bwar\b", {"war"}),
        ("(?:riot|unrest)s?", {"riot", "unrest"}),
        ("a(?:bc|d)?e", {"a"}),
        ("[ab]+", set()),
        ("abc|.*", set()),
        ("(?!never)abc", {"abc"}),
    ],
)
def test_a_match_holds_one_of_the_required_strings(pattern: str, needed: set[str]) -> None:
    assert required(pattern) == needed


@given(st.from_regex(r"(?:cease-?fire|\btruce|(?:riot|unrest)s? in [a-z]{3,5})", fullmatch=True))
def test_what_matches_holds_a_required_string(text: str) -> None:
    assert any(word in text for word in required(r"cease-?fire|\btruce|(?:riot|unrest)s? in [a-z]{3,5}"))
