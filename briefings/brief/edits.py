"""What became of a person's entries: notes on those that could not be used. Nothing is dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.brief.language.lint import entered
from briefings.brief.sections.tables import ARROWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.brief.material.survey import Material


def notes(material: Material) -> tuple[str, ...]:
    """Return one sentence for each entry that was not used or that breaks a rule of the house."""
    return (*_stories(material), *_arrows(material), *_wording(material))


def _stories(material: Material) -> Iterator[str]:
    edits = material.given.edits
    known = {strand.story.id for strand in material.strands}
    named = {
        *edits.headlines,
        *edits.assessed,
        *edits.so_what,
        *edits.marks,
        *edits.pins,
        *edits.drops,
        *edits.vanished,
    }
    for story in sorted(named - known):
        yield material.words.say("edited_story_gone", story=story)


def _arrows(material: Material) -> Iterator[str]:
    for topic, edit in sorted(material.given.edits.arrows.items()):
        if topic not in material.topics:
            yield material.words.say("edit_topic_gone", topic=topic)
        elif edit.text not in ARROWS:
            yield material.words.say("edit_arrow_unknown", topic=topic, value=edit.text)
        elif not edit.reason:
            yield material.words.say("edit_no_reason", topic=topic)


def _wording(material: Material) -> Iterator[str]:
    vocabulary = material.given.options.likelihood
    for story, edit in sorted(material.given.edits.assessed.items()):
        for fault in entered(edit.text, vocabulary):
            yield material.words.say("edit_lint", where=story, fault=fault)
