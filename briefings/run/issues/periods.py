"""Which period is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from briefings.errors import UsageError
from briefings.types import Period

if TYPE_CHECKING:
    from briefings.brief import PeriodOptions
    from briefings.settings import BriefSettings


def period_options(settings: BriefSettings) -> PeriodOptions:
    """When this brief's periods close."""
    from briefings.brief import PeriodOptions

    return PeriodOptions(kind=settings.period.kind, closes=settings.period.closes, timezone=settings.timezone)


@dataclass(frozen=True)
class Asked:
    """A period as asked for on the command line."""

    week: str | None = None
    start: str | None = None
    end: str | None = None

    @classmethod
    def labelled(cls, label: str) -> Asked:
        """The period that a label names: ``2024-W48``, ``2024-11-21--2024-11-27``; blank = the last that closed."""
        first, between, last = label.partition("--")
        return cls(None, first, last) if between else cls(label or None)

    def resolve(self, now: datetime, options: PeriodOptions) -> Period:
        """Raises ``UsageError`` when it is no period, or one that has not begun."""
        found = self._period(now, options)
        if found.start > now:
            raise UsageError(
                f"{found.label} begins on {found.start:%d %b %Y}, but this computer's clock says {now:%d %b %Y}:"
                " nothing of it can be collected yet. Ask for a period that has begun, or set the clock right."
            )
        return found

    def _period(self, now: datetime, options: PeriodOptions) -> Period:
        from briefings.brief.material import period

        if (self.start is None) != (self.end is None):
            raise UsageError("--from and --to go together: --from 2024-11-20 --to 2024-11-29")
        if self.start and self.end:
            if self.week:
                raise UsageError("Give either --week or --from and --to.")
            return period.resolve((self.start, self.end), now, options)
        return period.resolve(self.week, now, options)
