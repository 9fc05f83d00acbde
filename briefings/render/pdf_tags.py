"""The tags of a PDF, set right after the engine has made them."""

from __future__ import annotations

from typing import Any

from briefings.render.pdf_languages import mark_languages


def finish(document: Any, pdf: Any) -> None:
    """Languages of passages, then the order in which a screen reader meets notes (WeasyPrint's ``finisher``)."""
    mark_languages(document, pdf)
    put_notes_behind(pdf)


def put_notes_behind(pdf: Any) -> None:
    """Makes ``<aside>`` in a story a note that is read after the passage it stands beside, not before it.

    The page needs it first (see ``brief.css``). PDF/UA-1, 7.9: each ``Note`` has an ``ID`` of its own.
    """
    import pydyf

    objects = {item.reference: item for item in pdf.objects}
    for story in [item for item in pdf.objects if _kind(item) == "/Art"]:
        for place in range(len(story["K"]) - 1, -1, -1):
            part: Any = objects.get(story["K"][place])
            # The note of the first passage stands beside the heading, in one block with it.
            holder, at = (part, 0) if _kind(part) == "/Div" else (story, place)
            note: Any = objects.get(holder["K"][at])
            if _kind(note) == "/NonStruct":
                holder["K"].pop(at)
                story["K"].insert(place + (2 if holder is part else 1), note.reference)
                note.update(S="/Note", ID=pydyf.String(f"note-{note.number}"), P=story.reference)


def _kind(item: Any) -> str:
    """The kind of a tag, such as ``/Art``; ``""`` for any other object."""
    return str(item["S"]) if isinstance(item, dict) and item.get("Type") == "/StructElem" else ""
