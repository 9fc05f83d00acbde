"""Writes ``brief.schema.json`` beside this file from the types of the brief."""

from __future__ import annotations

import json
from pathlib import Path

from briefings.brief_json import schema

FILE = Path(__file__).with_name("brief.schema.json")


def text() -> str:
    """The schema as it is written to the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
