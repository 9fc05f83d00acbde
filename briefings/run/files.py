"""Files on disk: written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from briefings.errors import RenderError


def write(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes files beside their final names and moves them there; a reader never sees half a file.

    Raises ``RenderError`` with one sentence when the folder cannot be written or the disk is full.
    """
    staged: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            staged.append((_stage(folder, data), folder / name))
        for temporary, target in staged:
            Path(temporary).replace(target)
    except OSError as error:
        raise RenderError(_sentence(folder, error)) from error
    finally:
        for temporary, _ in staged:
            Path(temporary).unlink(missing_ok=True)
    return tuple(target for _, target in staged)


def _stage(folder: Path, data: bytes) -> str:
    handle, name = tempfile.mkstemp(prefix=".writing-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return name


def _sentence(folder: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{folder}: the disk is full; nothing was written there. Free some space and generate again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"{folder}: cannot be written; nothing was written there. Change its rights and generate again."
        )
    return f"{folder}: {error.strerror or error}; nothing was written there."
