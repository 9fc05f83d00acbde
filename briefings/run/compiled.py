"""The compiled watch list; what is costly to work out is kept between runs in the user's cache folder."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefings import kept
from briefings.pause import collector_paused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.watch import Matcher, WatchList

STRINGS = "strings.json"
_MOST = 400
"""Topics kept, the last used ones: two lists of the shipped one's size and some earlier versions."""


def compiled(watchlist: WatchList) -> Matcher:
    """Compile a watch list; strings worked out before are taken from the cache, new ones put there."""
    from briefings import watch

    with collector_paused():
        known = kept.take(STRINGS)
        known = known if isinstance(known, dict) else {}
        before = set(known)
        matcher = watch.compile(watchlist, known)
    if not before.issuperset(known):
        kept.keep(STRINGS, _last(known))
    return matcher


def _last(known: Mapping[str, object]) -> dict[str, object]:
    return dict(islice(known.items(), max(0, len(known) - _MOST), None))
