"""The source annex: numbers in the order in which a reader meets them, and what is printed of each source."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from briefings.brief.language import wording
from briefings.brief.material import marking
from briefings.brief_types import Brief, Reference

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from briefings.brief.material.survey import Material
    from briefings.types import Article

_NUMBERS = frozenset({"refs", "headline_refs", "reason_refs"})


def number(brief: Brief, material: Material) -> Brief:
    """Replace provisional numbers by final ones and add the annex; nothing uncited enters it."""
    order = dict.fromkeys(n for numbers in walk(brief) for n in numbers)
    final = {provisional: n for n, provisional in enumerate(order, 1)}
    articles = {material.number[item.article.id]: item.article for item in material.given.items}
    annex = tuple(_reference(final[provisional], articles[provisional], material) for provisional in order)
    renumbered: Brief = _renumber(brief, final)
    return replace(renumbered, references=annex)


def walk(brief: Brief) -> Iterator[tuple[int, ...]]:
    """Yield all reference lists in the order of printing; stories stand under their themes."""
    by_id = {story.id: story for story in brief.stories}
    themed = [by_id[story] for theme in brief.themes for story in theme.stories if story in by_id]
    parts = (
        brief.bottom_line_parts,
        brief.key_points,
        brief.borders,
        brief.bodies,
        brief.changes,
        brief.events,
        themed,
        brief.stories,
        brief.also_noted,
        brief.corrections,
    )
    yield from lists(parts)


def lists(value: Any) -> Iterator[tuple[int, ...]]:
    """Yield all reference lists in any part of a brief."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from lists(item)
        return
    for name in _names(value.__class__):
        if name in _NUMBERS:
            yield getattr(value, name)
        elif name == "series":
            yield from (entry[2] for entry in getattr(value, name))
        else:
            yield from lists(getattr(value, name))


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """Return the fields of a part of a brief, its own numbers first; none of what is no part."""
    names = [field.name for field in fields(kind)] if isinstance(kind, type) and is_dataclass(kind) else []
    return tuple(sorted(names, key=lambda name: name not in _NUMBERS))


def _renumber(value: Any, final: Mapping[int, int]) -> Any:
    if isinstance(value, tuple):
        return tuple(_renumber(item, final) for item in value)
    names = _names(value.__class__)
    return replace(value, **{n: _field(n, getattr(value, n), final) for n in names}) if names else value


def _field(name: str, value: Any, final: Mapping[int, int]) -> Any:
    if name in _NUMBERS:
        return tuple(sorted({final[n] for n in value}))
    if name == "series":
        return tuple(
            (day, count, tuple(sorted(final[n] for n in refs)), fixed) for day, count, refs, fixed in value
        )
    return _renumber(value, final)


def _reference(n: int, article: Article, material: Material) -> Reference:
    outlet = material.outlets.outlet(article)
    return Reference(
        n=n,
        article=article.id,
        outlet=material.outlet(article),
        title=" ".join(article.title.split()),
        language=article.language,
        published=article.published.value if article.published else "",
        date_text=wording.published(article.published, material.words),
        url=article.url,
        sha256=article.sha256,
        grade=f"{outlet.grade}6",
        chain=material.outlets.chain(article, material.words),
        limits=material.words.say("comma").join(_limits(article, outlet.kind, material)),
        retrieved=article.retrieved.isoformat(timespec="seconds"),
        tlp=marking.of_article(article, material),
    )


def _limits(article: Article, kind: str, material: Material) -> Iterator[str]:
    if kind:
        yield material.words.outlet_kind(kind)
    if "headline-only" in article.flags:
        yield material.words.say("only_headline")
    elif "truncated" in article.flags:
        yield material.words.say("only_part")
