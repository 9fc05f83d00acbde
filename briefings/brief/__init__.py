"""Tagged articles and stories become one dated brief; pure: no clock, no store, no network.

``compose`` is the whole way, in ``compose.py``; ``Composing`` goes it under several plans of the pages. What they need
is ``ComposeInput``. ``cut`` and the functions of ``reader.py`` make the editions of a finished one.
"""

from briefings.brief.compose import Composing, compose
from briefings.brief.editions.cut import Cut, cut
from briefings.brief.editions.reader import discreet, in_zone, only
from briefings.brief.material.inputs import BriefOptions, ComposeInput, Edit, Edits, EventEdit
from briefings.brief.material.period import PeriodOptions
from briefings.brief.verbatim import check_verbatim

__all__ = [
    "BriefOptions",
    "ComposeInput",
    "Composing",
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
