"""Editing a configuration: comments and order stay, the file is replaced in one step, and only by one that loads."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import ConfigError

if TYPE_CHECKING:
    from ruamel.yaml import YAML

    from briefings.config import Config

Tree = Any
"""A ruamel.yaml mapping or sequence: behaves like dict or list and carries its comments."""


def edit(path: Path, change: Callable[[Tree], object]) -> Config:
    """Change a configuration's tree and put it in place; the configuration that results. Raises like ``put``."""
    return put(path, through_tree(path.read_text("utf-8"), change))


def put(path: Path, text: str, check: Callable[[Config], None] = lambda _: None) -> Config:
    """Write a text beside the file, load it there, then move it into place; the configuration that results.

    Raises ``ConfigError`` when it would not load, and what ``check`` raises; the file is then as it was.
    """
    from briefings.config import load

    real = path.resolve()
    handle, staged = tempfile.mkstemp(prefix=".config-", suffix=".yaml", dir=real.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        check(load(Path(staged)))
        shutil.copymode(real, staged)
        Path(staged).replace(real)
    except ConfigError as error:
        said = [mistake.replace(staged, str(path)) for mistake in error.mistakes]
        raise ConfigError(
            ["The change is refused, because with it the configuration would not load:", *said]
        ) from None
    finally:
        Path(staged).unlink(missing_ok=True)
    return load(path)


def through_tree(text: str, change: Callable[[Tree], object]) -> str:
    """The text after a function has changed its tree."""
    yaml = reader(text)
    tree = yaml.load(text)
    change(tree)
    stream = io.StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def reader(text: str) -> YAML:
    """A round-trip reader that keeps the text's own indentation of lists."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    if any(line.startswith("  - ") for line in text.splitlines()):
        yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
