"""The words that arrays find are those of the patterns that say what a word and a name are."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.stories.texts.bags import Vocabulary, representatives
from briefings.stories.texts.tokens import tokens
from briefings.stories.texts.words import GREAT, JOINTS, WORD

NAME = re.compile(
    rf"[ \u00a0\u2009\u202f\u2007](?:(?<=[^\W_].)|(?<=,.))[«“„\"]?([{GREAT}][^\W_]+(?:[{JOINTS}][^\W_]+)*)"
)
"""A word with a capital that follows another, or a comma, within its sentence."""

SIGNS = st.text("aBÀЯябىอ中_'’‘`ʻ,. «“\"\u00a0\u2009\n9½\0\ud800😀", max_size=40)


@given(st.lists(st.one_of(SIGNS, st.text(max_size=40)), max_size=12))
def test_the_words_are_those_of_the_patterns(texts: list[str]) -> None:
    forms = Vocabulary()
    found = tokens(texts, forms)
    ends = np.cumsum(found.sizes).tolist()
    for text, end, size in zip(texts, ends, found.sizes.tolist(), strict=True):
        own = slice(end - size, end)
        words = [(match.group(), match.start()) for match in WORD.finditer(text)]
        names = [match.start(1) for match in NAME.finditer(text)]
        assert [forms.names[at] for at in found.form[own]] == [form for form, _ in words]
        assert found.offset[own].tolist() == [start for _, start in words]
        assert found.offset[own][found.named[own]].tolist() == names


@pytest.mark.parametrize("chunk", [1, 30, 1000])
def test_where_texts_are_cut_into_parts_changes_nothing(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"Guards of Post {n}, O'Hara's men, met «Zarya» number {n * n}." for n in range(20)]
    whole = tokens(texts, Vocabulary())
    monkeypatch.setattr("briefings.stories.texts.tokens._CHUNK", chunk)
    for one, other in zip(tokens(texts, Vocabulary()), whole, strict=True):
        assert one.tolist() == other.tolist()


def test_forms_keep_their_numbers() -> None:
    forms = Vocabulary()
    first = tokens(["one two"], forms).form
    assert tokens(["two one three"], forms).form.tolist() == [first[1], first[0], 2]


@given(st.lists(st.integers(0, (1 << 64) - 1) | st.integers(0, 3)))
def test_all_equal_codes_have_one_representative(codes: list[int]) -> None:
    like = representatives(np.array(codes, np.uint64)).tolist()
    assert [codes[at] for at in like] == codes
    assert len(set(like)) == len(set(codes))
