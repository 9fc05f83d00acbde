"""A real SMTP server on loopback that fails on cue."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Office:
    """What the server does to whom, and what it took; an address in a cue fails that often, then no more."""

    refuse: set[str] = field(default_factory=set)
    """550 at RCPT."""
    busy: Counter[str] = field(default_factory=Counter)
    """451 after DATA."""
    reject: set[str] = field(default_factory=set)
    """554 after DATA."""
    drop_after: set[str] = field(default_factory=set)
    """Takes the mail and drops the line instead of saying so."""
    cut: Counter[str] = field(default_factory=Counter)
    """Drops the line in the middle of the mail, before the final dot."""
    slow: set[str] = field(default_factory=set)
    """Takes the mail and answers only after three seconds."""
    full: Counter[str] = field(default_factory=Counter)
    """452 at RCPT: no room."""
    closed: int = 0
    """So many connections are turned away with 421 instead of a greeting."""
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    """(address, mail) in order: everything that the server answers for."""

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd calls
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refuse:
            return "550 5.1.1 no such person"
        if self.full[address] > 0:
            self.full[address] -= 1
            return "452 4.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        (address,) = envelope.rcpt_tos
        if self.busy[address] > 0:
            self.busy[address] -= 1
            return "451 4.3.0 try again later"
        if address in self.reject:
            return "554 5.7.1 not wanted here"
        content = envelope.content
        assert isinstance(content, bytes)
        self.taken.append((address, content))
        if address in self.slow:
            await asyncio.sleep(3)
        if address in self.drop_after:
            transport: Any = server.transport
            transport.abort()
            await asyncio.sleep(0)
        return "250 taken"


class Cutting(SMTP):
    """The server's side of one line, with a break in the middle of a mail."""

    async def _handle_client(self) -> None:
        office = self.event_handler
        if office.closed <= 0:
            await super()._handle_client()
            return
        office.closed -= 1
        self._writer.write(b"421 4.3.2 too many connections\r\n")
        await self._writer.drain()
        self._writer.close()

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        assert self.envelope is not None
        (address,) = self.envelope.rcpt_tos
        office = self.event_handler
        if office.cut[address] <= 0:
            await super().smtp_DATA(arg)
            return
        office.cut[address] -= 1
        await self.push("354 go on")
        await self._reader.read(100)
        transport: Any = self.transport
        transport.abort()


class Desk(Controller):
    """Runs it in a thread of its own."""

    def factory(self) -> SMTP:
        return Cutting(self.handler, **self.SMTP_kwargs)


def _login(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    wanted = LoginPassword(b"desk", b"secret")
    return AuthResult(success=data == wanted, handled=False)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def running(
    office: Office, *, tls: str = "none", context: ssl.SSLContext | None = None, auth: bool = False
) -> Iterator[int]:
    """The server's port while it runs."""
    port = _free_port()
    options: dict[str, Any] = {"decode_data": False}
    if tls == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    if auth:
        options |= {"authenticator": _login, "auth_required": True, "auth_require_tls": tls == "starttls"}
    controller = Desk(
        office, hostname="127.0.0.1", port=port, ssl_context=context if tls == "implicit" else None, **options
    )
    controller.start()
    try:
        yield port
    finally:
        controller.stop()
