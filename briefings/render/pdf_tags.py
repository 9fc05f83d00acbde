"""The tags of a PDF, set right after the engine has made them."""

from __future__ import annotations

from typing import Any

from briefings.render.pdf_languages import mark_languages


def finish(document: Any, pdf: Any) -> None:
    """Languages of passages, then the order in which a screen reader meets notes (WeasyPrint's ``finisher``)."""
    mark_languages(document, pdf)
    put_notes_behind(pdf)
    say_what_heads_head(pdf)
    pair_terms(pdf)
    pdf_metadata = {item.reference: item for item in pdf.objects}[pdf.catalog["Metadata"]]
    pdf_metadata.compress = False  # PDF/A: readable by programs that know nothing of PDF


def put_notes_behind(pdf: Any) -> None:
    """Makes ``<aside>`` in a story a note that is read after the passage it stands beside, not before it.

    The page needs it first (see ``brief.css``). PDF/UA-1, 7.9: each ``Note`` has an ``ID`` of its own.
    """
    import pydyf

    objects = {item.reference: item for item in pdf.objects}
    for story in [item for item in pdf.objects if _kind(item) == "/Art"]:
        for place in range(len(story["K"]) - 1, -1, -1):
            part: Any = objects.get(story["K"][place])
            # In one block with the note stands the heading, if it is that of the first passage, else a short passage.
            holder, at = (part, 0) if _kind(part) == "/Div" else (story, place)
            note: Any = objects.get(holder["K"][at]) if holder["K"] else None
            if _kind(note) == "/NonStruct":
                holder["K"].pop(at)
                story["K"].insert(place + (2 if holder is part and not place else 1), note.reference)
                note.update(S="/Note", ID=pydyf.String(f"note-{note.number}"), P=story.reference)


def say_what_heads_head(pdf: Any) -> None:
    """Gives the heads of tables their scope: a column in the head, else a row (PDF/UA-1, 7.5)."""
    objects = {item.reference: item for item in pdf.objects}
    for group in pdf.objects:
        scope = {"/THead": "/Column", "/TBody": "/Row"}.get(_kind(group))
        for row in group["K"] if scope else ():
            for cell in map(objects.get, objects[row]["K"]):
                if _kind(cell) == "/TH":
                    cell["A"]["Scope"] = scope  # type: ignore[index]


def pair_terms(pdf: Any) -> None:
    """Makes each ``<div>`` of a ``<dl>`` one item with label and body, the only children a list may have (7.6)."""
    objects = {item.reference: item for item in pdf.objects}
    for terms in [item for item in pdf.objects if _kind(item) == "/L"]:
        for pair in map(objects.get, terms["K"]):
            if _kind(pair) == "/Div":
                pair["S"] = "/LI"  # type: ignore[index]
                for place, part in enumerate(pair["K"]):  # type: ignore[index]
                    objects[part]["S"] = "/LBody" if place else "/Lbl"
                    for kid in objects[part]["K"]:
                        objects[kid]["S"] = "/NonStruct"


def _kind(item: Any) -> str:
    """The kind of a tag, such as ``/Art``; ``""`` for any other object."""
    return str(item["S"]) if isinstance(item, dict) and item.get("Type") == "/StructElem" else ""
