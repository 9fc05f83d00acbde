from __future__ import annotations

import gc

import pytest

from briefings.pause import collector_paused


def fail() -> None:
    assert not gc.isenabled()
    raise ValueError("no stories")


def test_the_collector_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no stories"), collector_paused():
        fail()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
