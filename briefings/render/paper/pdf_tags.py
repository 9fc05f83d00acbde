"""The tags of a PDF, set right after the engine has made them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from briefings.render.paper.pdf_languages import mark_languages

Objects = Mapping[Any, Any]
"""Every object of the file by its reference."""
Kinds = Mapping[str, Sequence[Any]]
"""The tags of each kind, in the order of the page."""


def finish(document: Any, pdf: Any) -> None:
    """Languages of passages, then the order in which a screen reader meets notes (WeasyPrint's ``finisher``)."""
    objects = {item.reference: item for item in pdf.objects}
    kinds: dict[str, list[Any]] = defaultdict(list)
    for item in objects.values():
        kinds[_kind(item)].append(item)
    mark_languages(document, pdf, objects)
    put_notes_behind(kinds, objects)
    say_what_heads_head(kinds, objects)
    pair_terms(kinds, objects)
    objects[pdf.catalog["Metadata"]].compress = False  # PDF/A: readable by programs that know nothing of PDF


def put_notes_behind(kinds: Kinds, objects: Objects) -> None:
    """Makes ``<aside>`` in a story a note that is read after the passage it stands beside, not before it.

    The page needs it first (see ``brief.css``). PDF/UA-1, 7.9: each ``Note`` has an ``ID`` of its own.
    """
    import pydyf

    for story in kinds["/Art"]:
        for place in range(len(story["K"]) - 1, -1, -1):
            part: Any = objects.get(story["K"][place])
            # In one block with the note stands the heading, if it is that of the first passage, else a short passage.
            holder, at = (part, 0) if _kind(part) == "/Div" else (story, place)
            note: Any = objects.get(holder["K"][at]) if holder["K"] else None
            if _kind(note) == "/NonStruct":
                holder["K"].pop(at)
                story["K"].insert(place + (2 if holder is part and not place else 1), note.reference)
                note.update(S="/Note", ID=pydyf.String(f"note-{note.number}"), P=story.reference)


def say_what_heads_head(kinds: Kinds, objects: Objects) -> None:
    """Gives the heads of tables their scope: a column in the head, else a row (PDF/UA-1, 7.5)."""
    for group, scope in (("/THead", "/Column"), ("/TBody", "/Row")):
        for row in (objects[row] for part in kinds[group] for row in part["K"]):
            for cell in (objects[kid] for kid in row["K"] if kid in objects):
                if _kind(cell) == "/TH":
                    cell["A"]["Scope"] = scope


def pair_terms(kinds: Kinds, objects: Objects) -> None:
    """Makes each ``<div>`` of a ``<dl>`` one item with label and body, the only children a list may have (7.6)."""
    for pair in (objects[kid] for terms in kinds["/L"] for kid in terms["K"] if kid in objects):
        if _kind(pair) == "/Div":
            pair["S"] = "/LI"
            for place, part in enumerate(map(objects.__getitem__, pair["K"])):
                part["S"] = "/LBody" if place else "/Lbl"
                for kid in part["K"]:
                    objects[kid]["S"] = "/NonStruct"


def _kind(item: Any) -> str:
    """The kind of a tag, such as ``/Art``; ``""`` for any other object."""
    return str(item["S"]) if isinstance(item, dict) and item.get("Type") == "/StructElem" else ""
