"""The method note: what a reader must know to weigh the brief (docs/method.md, limits)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.brief.language import wording
from briefings.brief.language.lint import legend
from briefings.brief.weighing.unusual import ALPHA, FEWEST_PERIODS, LEAST_DIFFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.brief.material.inputs import Edits
    from briefings.brief.material.survey import Material
    from briefings.brief_types import Coverage, Totals


def method(coverage: Coverage, material: Material) -> tuple[str, ...]:
    """Return the paragraphs of the method note."""
    return tuple(_paragraphs(coverage, material))


def collected(total: Coverage | Totals, material: Material) -> str:
    """Return the paragraph on what was collected, read and looked over."""
    given, words = material.given, material.words
    languages = [words.name_of(language) for language in total.languages if language != "und"]
    return words.say(
        "method",
        items=words.count("articles", total.articles),
        outlets=words.count("outlets", total.outlets),
        origins=words.count("origins", total.origins),
        languages=words.listed(languages)
        or words.say("unknown_language" if total.articles else "no_language"),
        period=wording.period(given.period.start, given.period.end, words),
        zone=wording.offset(given.period.start),
        cutoff=wording.clock(given.cutoff, words, year=True),
        relevant=total.relevant,
        reviewer=_reviewer(given.edits, material),
        translation=given.translation or words.say("none"),
    )


def _paragraphs(coverage: Coverage, material: Material) -> Iterator[str]:
    given, words = material.given, material.words
    yield collected(coverage, material)
    yield words.say("method_rank")
    values = {"alpha": ALPHA, "minimum": FEWEST_PERIODS, "difference": LEAST_DIFFERENCE}
    yield words.say("method_unusual", weeks=len(material.periods) - 1, **values)
    yield words.say("method_grade", issuer=given.options.issuer or words.say("issuer"))
    terms = legend(" ".join(_entered(given.edits)), given.options.likelihood)
    if terms:
        yield words.say("likelihood_legend", terms=terms)


def _reviewer(edits: Edits, material: Material) -> str:
    """Who looked it over, and on which day: what came in later he has not seen."""
    review, say = edits.reviewed_by, material.words.say
    if review is None:
        return say("nobody")
    if not review.at:
        return review.text
    day = datetime.fromisoformat(review.at).astimezone(ZoneInfo(material.given.period.timezone)).date()
    return say("reviewer", name=review.text, date=wording.day(day, material.words))


def _entered(edits: Edits) -> Iterator[str]:
    """Every text that a person worded: an estimate may stand in any of them."""
    yield from (edit.text for edit in (edits.bottom_line, *edits.key_points) if edit)
    for texts in (edits.headlines, edits.assessed, edits.so_what):
        yield from (edit.text for edit in texts.values())
    yield from (edit.reason for edit in edits.arrows.values())
