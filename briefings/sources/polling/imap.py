"""Newsletters from a mail folder: each message once, none marked as read.

The address is ``imaps://user@mail.example.org/Newsletters``; the password stands in the environment, in
``BRIEFINGS_PASSWORD_`` and the source's id in capitals (``BRIEFINGS_PASSWORD_DESK_MAIL`` for ``desk-mail``).
"""

from __future__ import annotations

import contextlib
import imaplib
import os
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import unquote, urlsplit

from briefings.sources.items import Blob, document
from briefings.sources.polling.fetch import FetchError, FetchOptions, Refused, Unreached
from briefings.sources.polling.guard import forbidden
from briefings.sources.polling.poll import succeeded, unanswered
from briefings.types import Fetched, Memory, Poll, Source

_MOST = 200
"""Messages fetched in one poll; the rest comes with the next."""


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a source's messages lie."""

    host: str
    port: int
    user: str
    folder: str
    encrypted: bool


def poll(source: Source, memory: Memory, now: datetime, options: FetchOptions, password: str = "") -> Poll:
    """Poll a mail folder; what fails is told by the poll's state. A ``password`` goes before the environment's."""
    try:
        box, password = _box(source), password or _password(source)
        with _opened(source, box, password, options) as client:
            documents, extra = _new(client, source, memory, now, options)
    except FetchError as error:
        return unanswered(source, memory, now, error)
    except (imaplib.IMAP4.error, OSError, ValueError) as error:
        return unanswered(
            source, memory, now, FetchError(" ".join(str(error).split())[:200] or type(error).__name__)
        )
    told = Poll(
        source.id, now, "ok", replace(memory, extra={**memory.extra, **extra}), documents, address=source.url
    )
    return succeeded(replace(told, items=len(documents)))


def _box(source: Source) -> _Box:
    parts = urlsplit(source.url)
    if parts.scheme not in {"imap", "imaps"} or not parts.hostname or not parts.username:
        raise Refused("the address is not imaps://user@host/folder")
    if parts.scheme == "imap" and not source.allow_private:
        raise Refused("imap:// would send the password in the clear; write imaps://")
    port = parts.port or (993 if parts.scheme == "imaps" else 143)
    folder = unquote(parts.path.strip("/")) or "INBOX"
    return _Box(parts.hostname, port, unquote(parts.username), folder, parts.scheme == "imaps")


def _password(source: Source) -> str:
    name = "BRIEFINGS_PASSWORD_" + re.sub(r"[^A-Z0-9]", "_", source.id.upper())
    if name not in os.environ:
        raise Refused(f"the environment variable {name} with the password is not set")
    return os.environ[name]


@contextlib.contextmanager
def _opened(source: Source, box: _Box, password: str, options: FetchOptions) -> Iterator[imaplib.IMAP4]:
    address = _checked(source, box)

    class Plain(imaplib.IMAP4):
        """Connects to the address that was checked, not to what the name leads to a moment later."""

        def _create_socket(self, timeout: float | None) -> socket.socket:
            return socket.create_connection((address, box.port), timeout)

    class Encrypted(imaplib.IMAP4_SSL):
        """The same, and the certificate is checked against the name."""

        def _create_socket(self, timeout: float | None) -> socket.socket:
            plain = socket.create_connection((address, box.port), timeout)
            encrypted: socket.socket = self.ssl_context.wrap_socket(plain, server_hostname=self.host)
            return encrypted

    client = (Encrypted if box.encrypted else Plain)(box.host, box.port, timeout=options.deadline)
    try:
        client.login(box.user, password)
        yield client
    finally:
        with contextlib.suppress(imaplib.IMAP4.error, OSError):
            client.logout()


def _checked(source: Source, box: _Box) -> str:
    try:
        found = [
            str(entry[4][0]) for entry in socket.getaddrinfo(box.host, box.port, type=socket.SOCK_STREAM)
        ]
    except (OSError, UnicodeError) as error:
        raise Unreached(f"the name {box.host} is not known") from error
    if not source.allow_private and any(map(forbidden, found)):
        raise Refused(f"{box.host} leads inside a private network or this machine")
    return found[0]


def _new(
    client: imaplib.IMAP4, source: Source, memory: Memory, now: datetime, options: FetchOptions
) -> tuple[tuple[Fetched, ...], dict[str, str]]:
    """Messages after the last one fetched, and the new place to go on from."""
    folder = _box(source).folder.replace("\\", "\\\\").replace('"', '\\"')
    status, told = client.select(f'"{folder}"', readonly=True)
    if status != "OK":
        raise FetchError(f"there is no folder {folder}: {told[0]!r}")
    validity = str((client.response("UIDVALIDITY")[1] or [b""])[0] or b"", "ascii")
    last = int(memory.extra.get("uid", "0")) if memory.extra.get("uidvalidity") == validity else 0
    # "n:*" always gives the last message, even when its number is below n.
    _, found = client.uid("SEARCH", f"UID {last + 1}:*")
    numbers = sorted(int(n) for n in (found[0] or b"").split() if int(n) > last)[:_MOST]
    documents = []
    for number in numbers:
        raw = _message(client, number)
        if raw and len(raw) <= options.max_bytes:
            blob = Blob(raw, f"{_box(source).folder}/{number}", now, source=source.id)
            documents.append(document(blob, "message/rfc822"))
    return tuple(documents), {"uid": str(max([last, *numbers])), "uidvalidity": validity}


def _message(client: imaplib.IMAP4, number: int) -> bytes:
    _, parts = client.uid("FETCH", str(number), "(BODY.PEEK[])")
    return next((bytes(part[1]) for part in parts if isinstance(part, tuple)), b"")
