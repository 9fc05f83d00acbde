"""An opened project: its configuration, its store and the time, which only this room knows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from briefings.errors import UsageError

if TYPE_CHECKING:
    from briefings import watch
    from briefings.config import Config
    from briefings.reading import Outlets
    from briefings.store import Store

Tick = Callable[[int, int], None]


def quiet(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


WRITTEN = datetime(2024, 1, 1, tzinfo=UTC)
"""No right clock stood before it when this program was first run."""


def clock() -> datetime:
    """Now, or the moment in $SOURCE_DATE_EPOCH (seconds), for builds that must repeat.

    Raises ``UsageError`` for a clock that was never set: every date that is read is held against it.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)
    if now < WRITTEN:
        raise UsageError(
            f"This computer's clock says {now:%d %b %Y}, when this program was not written yet: set it right first, "
            "or what is dated later would be taken for wrongly dated."
        )
    return now


@dataclass(frozen=True)
class Desk:
    """An opened project: its configuration, its store, the time."""

    config: Config
    store: Store
    now: datetime

    @cached_property
    def matcher(self) -> watch.Matcher:
        """The compiled watch list."""
        from briefings.run.compiled import compiled

        return compiled(self.config.watchlist)

    @cached_property
    def outlets(self) -> Outlets:
        """The directory of outlets."""
        from briefings.reading import Outlets

        return Outlets(self.config.outlets)


@contextmanager
def opened(config: Config, now: datetime | None = None) -> Iterator[Desk]:
    """Opens the store of a configuration and closes it again. Raises ``StoreError``."""
    from briefings.store import open_store

    store = open_store(config.store)
    try:
        yield Desk(config, store, now or clock())
    finally:
        store.close()
