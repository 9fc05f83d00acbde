"""The words that copies are compared by are those of the folded text, whatever numbers they have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefings.stories.texts.features import Bare
from briefings.stories.texts.reader import read
from briefings.stories.texts.wording import Wordings
from briefings.text import clean, fold, folded

SIGNS = st.text('aBÀЯябىอ中’ʻ,. «“"\u00a0\u2009\u200b\u0640\n—-9½😀', max_size=40)
TEXT = st.one_of(SIGNS, st.text(max_size=40)).map(clean)


@given(st.lists(TEXT, min_size=1, max_size=8), st.data())
def test_words_are_those_of_the_folded_text(texts: list[str], data: st.DataObject) -> None:
    docs = read([Bare(str(at), "", text) for at, text in enumerate(texts)])
    wordings = Wordings()
    for _ in range(2):  # the second time some are known
        wanted = data.draw(st.lists(st.integers(0, len(texts) - 1), unique=True))
        found = wordings.of(docs, wanted)
        said = [[wordings.spellings.names[word] for word in words.tolist()] for words in found]
        assert said == [fold(texts[at]).text.split() for at in wanted]


@given(st.lists(TEXT.map(lambda text: "".join(text.split())), max_size=8))
def test_words_that_are_folded_together_are_folded_alike(words: list[str]) -> None:
    words = [word for word in words if fold(word).text.split() == [fold(word).text]]
    assert folded(words) == [fold(word).text for word in words]
