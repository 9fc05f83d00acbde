"""The help page answers at once."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "weasyprint",
    "pyarrow",
    "openpyxl",
    "trafilatura",
    "sklearn",
    "scipy",
    "sqlalchemy",
    "pydantic",
    "pymorphy3",
    "babel",
    "shapely",
)


def test_help_imports_no_heavy_library() -> None:
    code = (
        "import sys\nfrom briefings.cli import cli\n"
        "cli.main(['--help'], standalone_mode=False)\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "[]"
    assert "generate" in ran.stdout
