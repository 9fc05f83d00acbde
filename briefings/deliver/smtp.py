"""Hands one mail to a server and says what became of it."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from briefings.errors import DeliveryError

LOOPBACK = ("localhost", "127.0.0.1", "::1")

State = Literal["sent", "refused", "later", "uncertain"]


@dataclass(frozen=True, slots=True)
class SmtpOptions:
    """The mail server."""

    host: str = "localhost"
    port: int = 2525
    tls: Literal["none", "starttls", "implicit"] = "none"
    user: str = ""
    password: str = ""
    timeout: float = 60.0
    """Seconds without an answer before the line counts as dropped."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mail.

    ``later``: the server asked to try again, or was not reached. ``uncertain``: the line dropped after the whole
    mail was handed over and before the answer, so that nobody can know; it is not repeated by itself.
    """

    state: State
    answer: str
    reached: bool = True
    """False: there was no connection, so that another mail would fare no better."""


class Server:
    """One connection, opened when it is first needed and again when it was lost."""

    def __init__(self, options: SmtpOptions, context: ssl.SSLContext | None = None) -> None:
        if options.tls == "none" and options.host not in LOOPBACK:
            raise DeliveryError(
                f"{options.host}: mail is not sent in the clear. Set tls to starttls or implicit."
            )
        self._options = options
        self._context = context
        self._line: smtplib.SMTP | None = None

    def close(self) -> None:
        """Ends the connection politely, if there is one."""
        if self._line is not None:
            try:
                self._line.quit()
            except (smtplib.SMTPException, OSError):
                self._line.close()
            self._line = None

    def send(self, sender: str, recipient: str, mail: bytes, handed_over: Callable[[], None]) -> Outcome:
        """Sends one mail, as ``message.build`` gives it, to one address.

        ``handed_over`` is called right before the mail's last line goes out: from then on its fate is the server's.
        Raises ``DeliveryError`` when the server refuses encryption or the login, which no other mail would survive.
        """
        try:
            line = self._connected()
        except OSError as error:
            self._dropped()
            return Outcome("later", f"{self._options.host}: {error}", reached=False)
        if not (sender + recipient).isascii() and not line.has_extn("smtputf8"):
            return Outcome("refused", f"{self._options.host} takes no addresses beyond ASCII")
        try:
            code, answer = self._envelope(line, sender, recipient)
        except OSError as error:
            self._dropped()
            return Outcome("later", str(error))
        if code not in (250, 251):
            self._reset()
            return _outcome(code, answer)
        return self._hand_over(line, mail, handed_over)

    def _envelope(self, line: smtplib.SMTP, sender: str, recipient: str) -> tuple[int, bytes]:
        international = () if (sender + recipient).isascii() else ("SMTPUTF8", "BODY=8BITMIME")
        if international:
            line.command_encoding = "utf-8"
        code, answer = line.mail(sender, international)
        return line.rcpt(recipient) if code == 250 else (code, answer)

    def _hand_over(self, line: smtplib.SMTP, data: bytes, handed_over: Callable[[], None]) -> Outcome:
        """All but the final dot first: a server that has not seen the dot must not deliver (RFC 5321, 4.1.1.4)."""
        try:
            code, answer = line.docmd("DATA")
            if code != 354:
                self._reset()
                return _outcome(code, answer)
            line.send(_stuffed(data))
        except OSError as error:
            self._dropped()
            return Outcome("later", f"the line dropped before the mail was complete: {error}")
        handed_over()
        try:
            line.send(b".\r\n")
            return _outcome(*line.getreply())
        except OSError as error:
            self._dropped()
            return Outcome("uncertain", f"the line dropped while the server was taking the mail: {error}")

    def _connected(self) -> smtplib.SMTP:
        if self._line is None:
            self._line = self._connect()
        return self._line

    def _connect(self) -> smtplib.SMTP:
        options = self._options
        context = self._context or ssl.create_default_context()
        line: smtplib.SMTP
        if options.tls == "implicit":
            line = smtplib.SMTP_SSL(options.host, options.port, timeout=options.timeout, context=context)
        else:
            line = smtplib.SMTP(options.host, options.port, timeout=options.timeout)
        try:
            if options.tls == "starttls":
                line.starttls(context=context)
            if options.user:
                line.login(options.user, options.password)
            line.ehlo_or_helo_if_needed()
            # The last line of a mail goes out by itself and shall not wait for the answer to the rest.
            if line.sock is not None:
                line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except smtplib.SMTPNotSupportedError as error:
            line.close()
            raise DeliveryError(
                f"{options.host}:{options.port} does not offer {options.tls}: {error}"
            ) from error
        except smtplib.SMTPServerDisconnected:
            line.close()
            raise
        except smtplib.SMTPAuthenticationError as error:
            line.close()
            raise DeliveryError(
                f"{options.host} refused the login of {options.user}: {error.smtp_code}"
            ) from error
        return line

    def _reset(self) -> None:
        try:
            if self._line is not None:
                self._line.rset()
        except (smtplib.SMTPException, OSError):
            self._dropped()

    def _dropped(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


class Relay:
    """Several servers: the next one takes over while the one before is not reached or asks to wait."""

    def __init__(self, servers: Sequence[Server]) -> None:
        self._servers = servers

    def send(self, sender: str, recipient: str, mail: bytes, handed_over: Callable[[], None]) -> Outcome:
        """See ``Server.send``; raises ``DeliveryError`` when the last server refuses encryption or the login.

        Only what a server has surely not taken is given to the next one.
        """
        said: list[str] = []
        reached = False
        for n, server in enumerate(self._servers, 1):
            try:
                outcome = server.send(sender, recipient, mail, handed_over)
            except DeliveryError as error:
                if n == len(self._servers) and not reached:
                    raise
                said.append(str(error))
                continue
            if outcome.state != "later":
                return outcome
            said.append(outcome.answer)
            reached = reached or outcome.reached
        return Outcome("later", "; ".join(said), reached)

    def close(self) -> None:
        """Ends every connection."""
        for server in self._servers:
            server.close()


def _outcome(code: int, answer: bytes | str) -> Outcome:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    state: State = "sent" if 200 <= code < 300 else "later" if 400 <= code < 500 else "refused"
    return Outcome(state, f"{code} {text}".strip())


def _stuffed(data: bytes) -> bytes:
    """A mail as it goes over the line, without the final dot (RFC 5321, 4.5.2)."""
    ended = data if data.endswith(b"\r\n") else data + b"\r\n"
    return ended.replace(b"\n.", b"\n..")
