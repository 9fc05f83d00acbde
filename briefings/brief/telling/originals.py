"""A source's own words beneath a line that had to be composed, because its sources speak another language.

"Channel One reported in Russian on Kazakhstan" is all that can be said without translating; who reads Russian is told
what was reported. Words that are off the line's matter would tell him something else: then there are none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.brief.material import sentences
from briefings.brief.telling import headlines, matter
from briefings.brief_types import Line, Original

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.brief.material.sentences import Sentence
    from briefings.brief.material.survey import Material, Strand
    from briefings.brief_types import StoryBlock

_LONGEST = 35
"""Words: as a key point (docs/method.md, limits)."""
_NAMED = 2
"""How much of a line's matter words need to name; beyond that it counts what they tell."""


def beneath(lines: Sequence[Line], blocks: Sequence[StoryBlock], material: Material) -> tuple[Line, ...]:
    """Return the lines; of each story the first that rests on other languages alone bears a sentence of these."""
    stories = {story.id: story for story in blocks}
    strands = {strand.story.id: strand for strand in material.strands}
    borne: set[str] = set()
    told = []
    for line in lines:
        story = stories.get(line.story)
        fits = story is not None and story.id not in borne and _lacks(line, story)
        original = _original(line, strands[line.story], material) if fits else None
        if original is not None:
            borne.add(line.story)
        told.append(replace(line, original=original) if original else line)
    return tuple(told)


def _lacks(line: Line, story: StoryBlock) -> bool:
    """Whether nothing in the brief's language says more of what the line cites."""
    own = [other for other in story.reported if other.label == "reported" and other.basis != "composed"]
    return line.basis == "composed" and not any(set(other.refs) & set(line.refs) for other in own)


def _original(line: Line, strand: Strand, material: Material) -> Original | None:
    """The title, else the sentence, that names most of the matter of a line on reports in other languages.

    A title leans on no sentence before it. Of equals what the line cites stands, then what stands best for all.
    """
    articles = [i.article for i in strand.fresh if i.article.language != line.lang]
    if not set(material.ref(articles)) & set(line.refs):
        return None
    about = matter.of(strand, articles, material)
    items = [i for i in strand.fresh if i.article in articles]
    worth = headlines.worths(items, material)
    found = [
        (
            (
                sentence.basis == "title",
                min(near, _NAMED),
                bool(set(refs) & set(line.refs)),
                worth[item.article.id],
                -place,
            ),
            sentence,
            refs,
        )
        for place, item in enumerate(items)
        for refs in [material.ref([item.article])]
        for sentence in _short(sentences.with_title(item))
        if (near := about.near(sentence, item))
    ]
    _, best, refs = max(found, key=lambda entry: entry[0], default=(None, None, ()))
    return Original(best.text, refs, best.article.language) if best is not None else None


def _short(found: Sequence[Sentence]) -> Iterator[Sentence]:
    for sentence in found:
        if len(sentence.text.split()) <= _LONGEST and not sentences.dangling(sentence.text):
            yield sentence
