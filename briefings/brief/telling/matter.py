"""Whether a sentence is on what is told of its story: of strangers' words in another language nothing else can be said.

A reader is given one sentence or three of a text that is not translated for him. A title is of its text; a sentence
may be what somebody said there in passing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.brief.material import naming
from briefings.brief.telling.headlines import OURS
from briefings.brief.weighing.concepts import spoken_of
from briefings.reading.concepts import met

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.brief.material.sentences import Sentence
    from briefings.brief.material.survey import Material, Strand
    from briefings.types import Article, Tagged

_MOST = 3
"""Concepts and topics of a story that count: a line names two and three."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What the brief says that reports speak of, and of which topics."""

    concepts: frozenset[str]
    topics: frozenset[str]

    def near(self, sentence: Sentence, item: Tagged) -> int:
        """Return how much of the matter a sentence of ``item`` names; 0 when it is off it.

        Where reports are said to speak of something, a topic's name alone is not enough; nor is it a sentence of
        somebody's own side, which has lost who speaks.
        """
        named = self.concepts & met(sentence.text).keys()
        if OURS.search(sentence.text) or (self.concepts and not named):
            return 0
        return len(named) + len(self._topics(sentence, item))

    def tells(self, sentence: Sentence, item: Tagged) -> bool:
        """Say whether a sentence names anything watched or that reports speak of, and not for somebody's own side."""
        return not OURS.search(sentence.text) and bool(met(sentence.text) or self._topics(sentence, item))

    def _topics(self, sentence: Sentence, item: Tagged) -> set[str]:
        zone = "title" if sentence.basis == "title" else "text"
        return {
            tag.topic
            for tag in item.tags
            if tag.topic in self.topics
            and any(s.zone == zone and " ".join(s.matched.split()) in sentence.text for s in tag.spans)
        }


def of(strand: Strand, articles: Sequence[Article], material: Material) -> Matter:
    """Return the matter of a story as these articles of it speak of it."""
    concepts = spoken_of(articles, _MOST)
    return Matter(frozenset(concepts), frozenset(naming.subjects(strand, material, _MOST)))
