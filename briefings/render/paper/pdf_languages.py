"""Tells a screen reader in which language each passage of the PDF is written.

WeasyPrint states one language for the whole file. Its boxes know the language of every line of text, and its tag tree
has one leaf for each such line, in the same order; so the two are walked side by side. Should they ever differ in
length, nothing is changed: a missing mark is better than a wrong one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any


def mark_languages(document: Any, pdf: Any, objects: Mapping[Any, Any]) -> None:
    """Sets ``Lang`` on the tags whose text is not in the document's language (WeasyPrint's ``finisher``)."""
    import pydyf

    leaves = _leaves(objects, pdf.catalog["StructTreeRoot"])
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        boxes = list(_boxes(page._page_box))
        tags = leaves[reference]
        if len(boxes) != len(tags):
            continue
        for box, tag in zip(boxes, tags, strict=True):
            language = box.style["lang"]
            if language and language != document.metadata.lang:
                tag["Lang"] = pydyf.String(language)


def _boxes(page: Any) -> Iterator[Any]:
    """The boxes that carry content of their own, margin boxes left out, in the order of the page."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.absolute import AbsolutePlaceholder

    left = [page]
    while left:
        box = left.pop()
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.MarginBox):
            continue
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            yield box
        left.extend(reversed(getattr(box, "children", ())))


def _leaves(objects: Mapping[Any, Any], root: Any) -> dict[Any, list[Any]]:
    """For each page the tags that hold content, in reading order."""
    found: dict[Any, list[Any]] = defaultdict(list)
    stack = [objects[root]]
    while stack:
        tag = stack.pop()
        kids = tag["K"]
        if "Pg" in tag:
            found[tag["Pg"]] += [tag for kid in kids if isinstance(kid, int)]
        below = [objects[kid] for kid in kids if not isinstance(kid, int)]
        stack.extend(reversed([kid for kid in below if "K" in kid]))
    return found
