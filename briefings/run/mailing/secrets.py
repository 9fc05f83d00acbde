"""Secrets by where they are: the environment, a file, the system's keyring. They never stand in config.yaml."""

from __future__ import annotations

import os
from pathlib import Path

from briefings.errors import DeliveryError, needs


def reveal(where: str, folder: Path, what: str) -> str:
    """The secret at ``env:NAME``, ``file:PATH`` or ``keyring:SERVICE/USER``; empty for an empty place.

    ``what`` it is for stands in the message. Raises ``DeliveryError`` when it is not there.
    """
    if not where:
        return ""
    kind, _, place = where.partition(":")
    found = {"env": _environment, "file": _file, "keyring": _keyring}[kind](place, folder)
    if not found:
        raise DeliveryError(f"The {what} is to be at {where}, which is empty or not there.")
    return found


def _environment(name: str, _folder: Path) -> str:
    return os.environ.get(name, "")


def _file(name: str, folder: Path) -> str:
    try:
        return (folder / Path(name).expanduser()).read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        return ""


def _keyring(place: str, _folder: Path) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise DeliveryError(f"Passwords in the keyring need a further package: {needs('keyring')}") from error
    service, _, user = place.rpartition("/")
    try:
        return keyring.get_password(service, user) or ""
    except KeyringError as error:
        raise DeliveryError(f"The keyring cannot be read: {error}") from error


def key_file(name: str, folder: Path, what: str) -> bytes:
    """The bytes of a key or certificate; empty for an empty name. Raises ``DeliveryError`` when it cannot be read."""
    if not name:
        return b""
    path = folder / Path(name).expanduser()
    try:
        return path.read_bytes()
    except OSError as error:
        raise DeliveryError(f"{path}: the {what} cannot be read: {error.strerror}.") from error
