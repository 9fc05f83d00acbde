"""Who says what: direct quotations with speaker, role, channel and the status of their wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.types import Quote, When


def extract(
    text: str, language: str, *, title: str = "", published: When | None = None, wire: str = ""
) -> tuple[Quote, ...]:
    """Find the statements in ``text``; indirect speech has ``direct=False`` and is never printed as a quotation.

    ``wire`` is the agency that the text retells: words in the text's language that came through it are
    ``retranslated``.
    """
    return ()
