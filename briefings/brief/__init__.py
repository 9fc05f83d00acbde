"""Tagged articles and stories become one dated brief; pure: no clock, no store, no network.

``compose`` is the whole way, in ``compose.py``. What it needs is ``ComposeInput``. ``cut`` and the functions of
``reader.py`` make the editions of a finished one.
"""

from briefings.brief.compose import compose
from briefings.brief.editions.cut import Cut, cut
from briefings.brief.editions.reader import discreet, in_zone, only
from briefings.brief.material.inputs import BriefOptions, ComposeInput, Edit, Edits, EventEdit
from briefings.brief.material.period import PeriodOptions
from briefings.brief.verbatim import check_verbatim

__all__ = [
    "BriefOptions",
    "ComposeInput",
    "Cut",
    "Edit",
    "Edits",
    "EventEdit",
    "PeriodOptions",
    "check_verbatim",
    "compose",
    "cut",
    "discreet",
    "in_zone",
    "only",
]
