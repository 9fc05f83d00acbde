"""One at a time: a lock in the project's folder that goes with the process, however it ends."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from briefings.errors import BriefingsError
from briefings.run.desk import Desk


@contextlib.contextmanager
def alone(desk: Desk, what: str, refusal: BriefingsError) -> Iterator[None]:
    """Holds the lock named ``what`` while the block runs. Raises ``refusal`` when another process holds it."""
    import fcntl

    path = desk.config.folder / f".briefings-{what}.lock"
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise refusal from None
        yield
