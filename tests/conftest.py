"""Real sets for the quality floors: a folder named by $BRIEFINGS_DATA, laid out as docs/data.md says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # a busy one is no reason to fail
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real sets; the test is skipped where there is none."""
    folder = os.environ.get("BRIEFINGS_DATA")
    if not folder or not Path(folder).is_dir():
        pytest.skip("$BRIEFINGS_DATA names no folder of real sets")
    return Path(folder)
