"""The sample week as the command writes it, made once for all tests that only look at it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from briefings import run
from briefings.cli.sample import BEFORE, SHIPPED, WEEK
from briefings.config import load
from tests.cases.week import Week

FORMATS = ("pdf", "html", "json", "md", "docx")


@pytest.fixture(scope="session")
def sample_week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    """The desk of the sample week, its documents imported."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copyfile(SHIPPED / "config.yaml", folder / "config.yaml")
    with run.opened(load(folder / "config.yaml"), WEEK[1]) as desk:
        run.import_(desk, [str(SHIPPED / "documents" / week) for week in (*BEFORE[2], *WEEK[2])])
    return Week(folder)


@pytest.fixture(scope="session")
def files(sample_week: Week) -> dict[str, Path]:
    """Suffix -> file of week 48."""
    return dict(sample_week.issue(WEEK[0], now=WEEK[1], formats=FORMATS).files)


@pytest.fixture(scope="session")
def data(files: dict[str, Path]) -> bytes:
    return files[".pdf"].read_bytes()


@pytest.fixture(scope="session")
def page(files: dict[str, Path]) -> str:
    return re.sub(r"data:font[^)]*", "", files[".html"].read_text("utf-8"))


@pytest.fixture(scope="session")
def brief(files: dict[str, Path]) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(files[".json"].read_text("utf-8"))
    return tree
