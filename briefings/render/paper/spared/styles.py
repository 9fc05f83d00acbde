"""Styles: one for all elements, and all pages, that look alike, though each may have a name of its own."""

from __future__ import annotations

from typing import Any, Final

from weasyprint import css

_theirs = css.StyleFor.set_computed_styles


class Namesake(css.ComputedStyle):  # type: ignore[misc]
    """The style of an element that differs from another only in the name by which links find it."""

    def __init__(self, like: Any, cascaded: Any) -> None:
        base = (like.pseudo_type, like.root_style, like.base_url, like.font_config, like.initial_page_sizes)
        super().__init__(like.parent_style, cascaded, *base)
        self.like, self.specified, self.kept = like, like.specified, kept(like)

    def __missing__(self, key: str) -> Any:
        if key == "anchor":
            return super().__missing__(key)
        value = self[key] = self.like[key]
        return value

    @property
    def anonymous_style(self) -> Any:
        """Of the text in it, which does not inherit the name."""
        return self.like.anonymous_style


def kept(style: Any) -> dict[str, Any]:
    """What is remembered about a style and its namesakes."""
    try:
        found: dict[str, Any] = style.kept
    except AttributeError:
        found = style.kept = {}
    return found


def set_computed_styles(  # noqa: PLR0913, PLR0917 - the engine's own
    styles: Any,
    element: Any,
    parent: Any,
    root: Any = None,
    pseudo_type: str | None = None,
    base_url: str | None = None,
    target_collector: Any = None,
) -> None:
    """Gives an element its style: one that is there already, if the same rules apply below a like parent."""
    if parent is None:
        _theirs(styles, element, parent, root, pseudo_type, base_url, target_collector)
        return
    computed, cascaded = styles._computed_styles, styles._cascaded_styles.get((element, pseudo_type), {})
    above = computed[parent, None]
    above = getattr(above, "like", above)
    rules = {name: value for name, value in cascaded.items() if name != "anchor"}
    alike = styles.__dict__.setdefault("alike", {})
    marks = frozenset(
        (name, _same(value), *weight[:2], *weight[2]) for name, (value, weight) in rules.items()
    )
    key = id(above), pseudo_type, marks
    if key not in alike:
        sizes = styles.initial_page_sizes
        alike[key] = css.ComputedStyle(
            above, rules, pseudo_type, computed[root, None], base_url, styles.font_config, sizes
        )
    style = computed[element, pseudo_type] = (
        Namesake(alike[key], cascaded) if "anchor" in cascaded else alike[key]
    )
    if target_collector and style["anchor"]:
        target_collector.collect_anchor(style["anchor"])


def _same(value: object) -> object:
    """Tells declarations apart: words by what they say, all else by the rule that it stands in, which stays alive."""
    return value if isinstance(value, str) else id(value)


INSTEAD: Final = [(css.StyleFor, "set_computed_styles", set_computed_styles)]
