from __future__ import annotations

import json

from briefings.schemas.__main__ import FILE, text


def test_the_schema_in_the_package_is_that_of_the_types() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run: python -m briefings.schemas"


def test_the_schema_speaks_the_files_names() -> None:
    period = json.loads(text())["$defs"]["PeriodLine"]["properties"]
    assert {"from", "to"} <= set(period)
    assert "start" not in period
