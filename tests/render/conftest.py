"""The rendered sample briefs, made once for all tests that only look at them."""

from __future__ import annotations

import pytest

from briefings.render import render
from tests.render import sample


@pytest.fixture(scope="session")
def pdf() -> bytes:
    return render(sample.two_pages(), ["pdf"])[0].data


@pytest.fixture(scope="session")
def large_pdf() -> bytes:
    return render(sample.large(), ["pdf"])[0].data


@pytest.fixture(scope="session")
def scripts_pdf() -> bytes:
    return render(sample.six_scripts(), ["pdf"])[0].data


@pytest.fixture(scope="session")
def html() -> str:
    return render(sample.two_pages(), ["html"])[0].data.decode()
