"""``briefings check``: looks at everything a brief needs and says what to mend."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import emit, say
from briefings.errors import BriefingsError, needs

if TYPE_CHECKING:
    from briefings.config import Config

FONTS = (
    "Noto Sans",
    "Noto Serif",
    "Noto Naskh Arabic",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Symbols2",
)

CHINESE = "Noto Sans CJK SC"
ABSENT = (
    "optional; without fonts-noto-cjk the PDF prints […] for Chinese words, or takes a face that this computer happens"
    " to have"
)


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    what: str
    ok: bool
    said: str


@click.command()
@json_option
@pass_project
def check(project: Project, as_json: bool) -> int:
    """Look at configuration, fonts, libraries, store and sources, and say what to mend."""
    findings = [*_libraries(), *_fonts(), *_project(project)]
    if as_json:
        emit({"checks": [{"what": f.what, "ok": f.ok, "said": f.said} for f in findings]})
    else:
        for finding in findings:
            say(f"{'ok  ' if finding.ok else 'MEND'}  {finding.what}: {finding.said}")
    wrong = {f.what for f in findings if not f.ok}
    return 2 if "configuration" in wrong else 1 if wrong else 0


def _libraries() -> Iterator[Finding]:
    try:
        import weasyprint
    except OSError as error:
        yield Finding(
            "PDF engine",
            False,
            f"{error}. Install Pango: `apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` on Debian or"
            " Ubuntu, `brew install pango` on macOS; on Windows use WSL.",
        )
    else:
        yield Finding("PDF engine", True, f"WeasyPrint {weasyprint.__version__}")
    for module, use in (("pyarrow", "Parquet files"), ("openpyxl", "Excel files")):
        there = importlib.util.find_spec(module) is not None
        yield Finding(
            use, True, "readable" if there else f"optional; `pip install {module}` makes them readable"
        )


def _fonts() -> Iterator[Finding]:
    lister = shutil.which("fc-list")
    if lister is None:
        yield Finding(
            "fonts", False, "fc-list is missing: install fontconfig, or nobody can tell which fonts are there"
        )
        return
    run = subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=False)  # noqa: S603
    missing = [font for font in FONTS if font not in run.stdout]
    said = f"missing: {', '.join(missing)}; install fonts-noto-core (macOS: brew install font-noto-sans …)"
    yield Finding(
        "fonts", not missing, said if missing else "Latin, Cyrillic, Arabic, Armenian, Georgian, symbols"
    )
    chinese = CHINESE in run.stdout
    yield Finding("Chinese fonts", True, "installed" if chinese else ABSENT)


def _project(project: Project) -> Iterator[Finding]:
    try:
        config = project.config
    except BriefingsError as error:
        yield Finding("configuration", False, str(error))
        return
    topics = len(config.watchlist.topics)
    yield Finding("configuration", True, f"{config.path}: {topics} topics, {len(config.sources)} sources")
    yield _store(config)
    yield _output(config)
    yield from _locks(config)
    delivery = config.settings.delivery.smtp
    if delivery.password_env and delivery.password_env not in os.environ:
        yield Finding("mail password", False, f"the environment variable {delivery.password_env} is not set")


def _locks(config: Config) -> Iterator[Finding]:
    """The libraries of locks and signatures that the configuration asks for."""
    delivery = config.settings.delivery
    readers = [reader for of in config.settings.lists.values() for reader in (of, *of.recipients)]
    secrets = [r.password for r in readers] + [s.password for s in (delivery.smtp, *delivery.fallback)]
    asked = {
        "cryptography": any(r.password or r.smime for r in readers) or bool(delivery.sign.smime_key),
        "pysequoia": any(r.openpgp for r in readers) or bool(delivery.sign.openpgp_key),
        "dkim": bool(delivery.sign.dkim_key),
        "keyring": any(s.startswith("keyring:") for s in (*secrets, delivery.mailbox.password)),
    }
    missing = [m for m, wanted in asked.items() if wanted and importlib.util.find_spec(m) is None]
    said = f"missing: {', '.join(missing)}; {needs('protect,keyring')}"
    if any(asked.values()):
        yield Finding("locks and signatures", not missing, said if missing else "libraries are here")


def _store(config: Config) -> Finding:
    from briefings.store import open_store

    try:
        store = open_store(config.store)
        shown = store.url
        store.close()
    except BriefingsError as error:
        return Finding("store", False, str(error))
    kind = f" (SQLite {sqlite3.sqlite_version})" if config.store.startswith("sqlite") else ""
    return Finding("store", True, shown + kind)


def _output(config: Config) -> Finding:
    folder = config.output if config.output.exists() else config.folder
    if not os.access(folder, os.W_OK):
        return Finding(
            "output", False, f"{folder} cannot be written: change its rights or move the configuration"
        )
    free = shutil.disk_usage(folder).free // 2**20
    return Finding("output", free > 100, f"{folder}, {free} MB free")
