"""Tagged articles and stories become one dated brief; pure: no clock, no store, no network.

``compose`` is the whole way, in ``compose.py``. What it needs is ``ComposeInput``.
"""

from briefings.brief.inputs import BriefOptions, ComposeInput, Edit, Edits
from briefings.brief.period import PeriodOptions

__all__ = ["BriefOptions", "ComposeInput", "Edit", "Edits", "PeriodOptions"]
