"""Whether a count is unusual for its topic: a test against the topic's own history."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma, log
from statistics import fmean, variance

ALPHA = 0.01
"""Two-sided chance below which a count is flagged. With some 40 rows a week, 0.05 would flag two rows of every
quiet week; the false-alarm rate measured by simulation is in ``tests/brief/weighing/test_unusual.py``."""
FEWEST_PERIODS = 6
"""Collected earlier periods that the fit needs."""
LEAST_DIFFERENCE = 4
"""Reports: below it nothing is flagged, however small the chance (1 -> 2 is not +100 %, fault F21)."""
_LEAST_EXCESS = 0.25
"""Lower bound of the dispersion: eight weeks cannot show that news counts are not clustered."""


def chance(now: int, earlier: Sequence[int]) -> float | None:
    """Return the two-sided probability of a count as far out as ``now``, or ``None`` when nothing can be said.

    A negative binomial distribution (mean m, variance m + k m²) is fitted by moments to the earlier counts; the
    mean carries half a report more, so that a topic never seen before is not impossible.
    """
    if len(earlier) < FEWEST_PERIODS:
        return None
    mean = fmean(earlier) + 0.5 / len(earlier)
    excess = (variance(earlier) * (1 + 1 / len(earlier)) - mean) / mean**2
    size = 1 / max(_LEAST_EXCESS, excess)
    lower = sum(_probability(n, mean, size) for n in range(now + 1))
    upper = 1 - lower + _probability(now, mean, size)
    return min(1.0, 2 * min(lower, upper))


def unusual(now: int, earlier: Sequence[int]) -> float | None:
    """Return the probability when the count is to be flagged, else ``None``."""
    p = chance(now, earlier)
    if p is None or p >= ALPHA or abs(now - fmean(earlier)) < LEAST_DIFFERENCE:
        return None
    return p


def _probability(n: int, mean: float, size: float) -> float:
    share = size / (size + mean)
    return exp(lgamma(n + size) - lgamma(size) - lgamma(n + 1) + size * log(share) + n * log(1 - share))
