"""Seeded articles with realistic frequencies: words by Zipf, stories with names of their own, edited copies."""

from __future__ import annotations

import random
from itertools import accumulate
from typing import Any

_ONSETS = [
    "b",
    "d",
    "f",
    "g",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "br",
    "dr",
    "gr",
    "kr",
    "st",
    "tr",
    "sh",
    "ch",
]
_VOWELS = ["a", "e", "i", "o", "u"]


def vocabulary(size: int, seed: int) -> list[str]:
    """Pronounceable words, each once."""
    source = random.Random(seed)
    words: dict[str, None] = {}
    while len(words) < size:
        syllables = source.randint(2, 4)
        words["".join(source.choice(_ONSETS) + source.choice(_VOWELS) for _ in range(syllables))] = None
    return list(words)


def articles(number: int, seed: int = 1, words: int = 250) -> list[dict[str, Any]]:
    """Articles of one week: two in three belong to a story of two to twelve, one in eight is a copy.

    ``words`` is the mean length of a text: of three public sets of news the means are 204, 342 and 731.
    """
    source = random.Random(seed)
    lexicon = vocabulary(30_000, seed)
    weights = list(accumulate(1 / rank for rank in range(1, len(lexicon) + 1)))
    made: list[dict[str, Any]] = []
    story = 0
    while len(made) < number:
        story += 1
        own = source.choices(lexicon, k=25)
        names = [word.capitalize() for word in source.choices(lexicon, k=5)]
        for _ in range(1 if source.random() < 0.5 else source.randint(2, 12)):
            text = _text(source, lexicon, weights, own, names, words)
            made.append(_article(len(made), story, source, names, own, text))
            if source.random() < 0.14:
                made.append(_article(len(made), story, source, names, own, _edited(source, text)))
    return made[:number]


def _text(
    source: random.Random,
    lexicon: list[str],
    weights: list[float],
    own: list[str],
    names: list[str],
    words: int,
) -> str:
    body = source.choices(lexicon, cum_weights=weights, k=int(words * source.uniform(0.5, 1.5)))
    for at in range(0, len(body), 4):
        body[at] = source.choice(names if at % 12 == 8 else own)
    return " ".join(body) + "."


def _edited(source: random.Random, text: str) -> str:
    """The same text, cut at the end, with a foot of another site."""
    words = text.split()
    kept = words[: int(len(words) * source.uniform(0.7, 1))]
    return " ".join([*kept, *source.choices(kept, k=8)])


def _article(
    number: int, story: int, source: random.Random, names: list[str], own: list[str], text: str
) -> dict[str, Any]:
    title = " ".join([source.choice(names), *source.choices(own, k=6), source.choice(names)])
    return {"id": f"{number:06d}", "title": title, "text": text, "lang": "en", "story": story,
            "date": f"2024-11-{25 + source.randint(0, 5):02d}"}  # fmt: skip


_LETTERS = {
    "en": ("bcdfghklmnprstvwz", "aeiou"),
    "ru": ("бвгджзклмнпрстфхчш", "аеиоуыя"),
    "tg": ("бвгдҷзқлмнпрстфҳчш", "аеиоуӣӯ"),
    "fa": ("بپتجچخدرزسشفقکگلمنهوی", "اوی"),
    "hy": ("բգդզթլծկհձղճմնշպջռսվտ", "աեիոու"),
}


def mixed_articles(
    number: int, seed: int = 1, words: int = 250, copies: float = 0.3, stories: bool = True
) -> list[dict[str, Any]]:
    """Articles of another make: five alphabets of 50,000 words each, sentences that mix topics, feet of 200 sites.

    Stories have one to many articles (Pareto) within some days of another; of each text further copies follow with that
    chance, cut or with another sentence; titles are made of the first sentence; without ``stories`` each stands alone.
    """
    source = random.Random(seed)
    lexicons = {language: _lexicon(source, *letters) for language, letters in _LETTERS.items()}
    weights = list(accumulate(1 / (rank + 3) ** 1.05 for rank in range(50_000)))
    topics = {
        language: [source.choices(words_, k=300) for _ in range(40)] for language, words_ in lexicons.items()
    }
    feet = [
        {
            language: " ".join(source.choices(words_, cum_weights=weights, k=source.randint(10, 40)))
            for language, words_ in lexicons.items()
        }
        for _ in range(200)
    ]
    made: list[dict[str, Any]] = []
    story = 0
    while len(made) < number:
        story += 1
        language = source.choice(list(lexicons))
        maker = _Maker(source, lexicons[language], weights, topics[language])
        day = source.randint(25, 30)
        for _ in range(min(400, int(source.paretovariate(1.2))) if stories else 1):
            text = maker.text(words)
            title = maker.title(text[0])
            date = f"2024-11-{min(30, day + int(source.expovariate(1.2))):02d}T{source.randint(0, 23):02d}:00:00Z"
            while True:
                site = source.randrange(len(feet))
                made.append(
                    {"id": f"{source.getrandbits(40):x}-{len(made)}", "title": title, "lang": language,
                     "text": "\n".join([*(_sentence(one) for one in text), feet[site][language]]),
                     "url": f"https://site{site}.example/{len(made)}", "date": date, "story": story}
                )  # fmt: skip
                if source.random() >= copies:
                    break
                text = maker.edited(text)
                title = title if source.random() < 0.6 else maker.title(text[0])
    return made[:number]


def _sentence(words: list[str]) -> str:
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _lexicon(source: random.Random, consonants: str, vowels: str) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < 50_000:
        syllables = source.choice((1, 2, 2, 3, 3, 4))
        words[
            "".join(
                source.choice(consonants)
                + source.choice(vowels)
                + (source.choice(consonants) if source.random() < 0.3 else "")
                for _ in range(syllables)
            )
        ] = None
    return list(words)


class _Maker:
    """Texts of one event: names and words of its own, two topics, and the words of its language."""

    def __init__(
        self, source: random.Random, lexicon: list[str], weights: list[float], topics: list[list[str]]
    ) -> None:
        self.source, self.lexicon, self.weights = source, lexicon, weights
        self.names = [word.capitalize() for word in source.choices(lexicon, k=6)]
        self.own = source.choices(lexicon, k=source.randint(15, 60))
        self.topics = [word for topic in source.choices(topics, k=2) for word in topic]

    def text(self, words: int) -> list[list[str]]:
        left, found = max(12, int(words * self.source.lognormvariate(-0.1, 0.5))), []
        while left > 0:
            found.append([self._word() for _ in range(self.source.randint(7, 24))])
            left -= len(found[-1])
        return found

    def title(self, sentence: list[str]) -> str:
        chosen = self.source.sample(sentence, min(len(sentence), 6))
        return " ".join([self.source.choice(self.names), *chosen, self.source.choice(self.names)])

    def edited(self, text: list[list[str]]) -> list[list[str]]:
        kept = (
            max(1, int(len(text) * self.source.uniform(0.5, 1))) if self.source.random() < 0.5 else len(text)
        )
        found = text[:kept]
        if self.source.random() < 0.3:
            found[self.source.randrange(kept)] = self.source.choices(
                self.lexicon, cum_weights=self.weights, k=12
            )
        return found

    def _word(self) -> str:
        chance = self.source.random()
        if chance < 0.07:
            return self.source.choice(self.names)
        if chance < 0.22:
            return self.source.choice(self.own)
        if chance < 0.4:
            return self.source.choice(self.topics)
        if chance < 0.42:
            return str(self.source.randint(1, 300))
        return self.source.choices(self.lexicon, cum_weights=self.weights)[0]
