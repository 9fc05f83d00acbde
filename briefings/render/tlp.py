"""Traffic Light Protocol 2.0: the five labels, their colours and what they allow.

Source: FIRST, *Traffic Light Protocol version 2.0* (August 2022), https://www.first.org/tlp/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.errors import RenderError


@dataclass(frozen=True, slots=True)
class Mark:
    """A label as it is printed: never translated, always on black."""

    label: str
    colour: str
    """Of the text, ``#RRGGBB``."""
    sharing: str
    """Key of the sharing rule in the catalogue of headings."""

    @property
    def width(self) -> float:
        """Millimetres that the box takes in 12 pt bold sans."""
        return round(2.62 * len(self.label) + 4, 1)

    @property
    def slug(self) -> str:
        """The label for file names: ``TLP-AMBER-STRICT``."""
        return self.label.replace(":", "-").replace("+", "-")


MARKS = {
    mark.label: mark
    for mark in (
        Mark("TLP:RED", "#FF2B2B", "tlp_red"),
        Mark("TLP:AMBER+STRICT", "#FFC000", "tlp_amber_strict"),
        Mark("TLP:AMBER", "#FFC000", "tlp_amber"),
        Mark("TLP:GREEN", "#33FF00", "tlp_green"),
        Mark("TLP:CLEAR", "#FFFFFF", "tlp_clear"),
    )
}


_UNSEEN = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style|template)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE
)


def mark(label: str) -> Mark:
    """The mark of a label. Raises ``RenderError`` for anything but the five exact strings."""
    if label in MARKS:
        return MARKS[label]
    if "WHITE" in label.upper():
        raise RenderError(
            f"'{label}' is the label of TLP 1; TLP 2.0 replaced it by TLP:CLEAR. Write TLP:CLEAR."
        )
    raise RenderError(f"'{label}' is not a TLP 2.0 label. Use one of: {', '.join(MARKS)}.")


def marked(page: str, label: str, template: str) -> str:
    """The page, whose reader sees the label. Raises ``RenderError`` when a template has lost it.

    A comment, a style and the inside of a tag are not seen; TLP:AMBER is not seen in TLP:AMBER+STRICT.
    """
    seen = _UNSEEN.sub(" ", page.rpartition("</head>")[2])
    if not re.search(rf"{re.escape(label)}(?!\+)", seen):
        raise RenderError(
            f"Template {template}: the page lacks its marking {label}. Print {{{{ mark.label }}}} in it, or delete the "
            "file from your folder to get ours back."
        )
    return page
