"""Dates: those that a text mentions, and the day on which it was published.

``mentions`` finds every date in a text, absolute or relative to the day of publication. ``published`` weighs all
clues to the day of publication itself and says what the answer rests on. Neither ever guesses silently: what is
known to the month stays a month, two readings stay two, and the day of retrieval is only ever an upper bound.
"""

from briefings.reading.dates.clues import Clues
from briefings.reading.dates.mention import Mention, mentions
from briefings.reading.dates.published import published

__all__ = ["Clues", "Mention", "mentions", "published"]
