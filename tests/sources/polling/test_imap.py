"""Newsletters from a mail folder, served by a small real IMAP server."""

from __future__ import annotations

import re
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from briefings.sources import CollectOptions, collect
from briefings.types import Memory, Poll, Source

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)


class Handler(socketserver.StreamRequestHandler):
    """Speaks as much IMAP4rev1 as reading a folder takes."""

    server: Server

    def handle(self) -> None:
        self.say("* OK ready")
        for line in self.rfile:
            tag, _, rest = line.decode().strip().partition(" ")
            self.server.heard.append(rest)
            self.answer(tag, rest)
            if rest == "LOGOUT":
                return

    def answer(self, tag: str, rest: str) -> None:
        done = "OK done"
        if rest == "CAPABILITY":
            self.say("* CAPABILITY IMAP4rev1")
        elif rest.startswith("LOGIN") and '"secret"' not in rest:
            done = "NO wrong password"
        elif rest.startswith("EXAMINE"):
            done = "OK done" if '"News letters"' in rest else "NO no such folder"
            self.say(
                f"* {len(self.server.messages)} EXISTS\r\n* OK [UIDVALIDITY {self.server.validity}] valid"
            )
        elif rest.startswith("UID SEARCH"):
            first = int(re.findall(r"UID (\d+):\*", rest)[0])
            newest = max(self.server.messages, default=0)
            self.say(
                "* SEARCH " + " ".join(str(n) for n in self.server.messages if n >= first or n == newest)
            )
        elif rest.startswith("UID FETCH"):
            raw = self.server.messages[int(rest.split()[2])]
            self.wfile.write(b"* 1 FETCH (UID 1 BODY[] {%d}\r\n%s)\r\n" % (len(raw), raw))
        self.say(f"{tag} {done}")

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    """A folder with two messages."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.messages = {3: b"Subject: One\r\n\r\nFirst.\r\n", 7: b"Subject: Two\r\n\r\nSecond.\r\n"}
        self.validity = 1
        self.heard: list[str] = []
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("BRIEFINGS_PASSWORD_DESK_MAIL", "secret")
    running = Server()
    yield running
    running.shutdown()
    running.server_close()


def poll(mailbox: Server, memory: Memory | None = None, folder: str = "News%20letters", **told: Any) -> Poll:
    url = f"imap://desk%40x.example@127.0.0.1:{mailbox.server_address[1]}/{folder}"
    source = replace(
        Source("desk-mail", "Mail", "imap", url, allow_private=True), **{"allow_private": True, **told}
    )
    (only,) = collect([source], {"desk-mail": memory} if memory else {}, NOW, CollectOptions())
    return only


def test_each_message_comes_once_and_none_is_marked(mailbox: Server) -> None:
    first = poll(mailbox)
    assert [(d.media_type, d.raw) for d in first.documents] == [
        ("message/rfc822", m) for m in mailbox.messages.values()
    ]
    assert (first.documents[0].path, first.documents[0].source) == ("News letters/3", "desk-mail")
    mailbox.messages[9] = b"Subject: Three\r\n\r\nThird.\r\n"
    second = poll(mailbox, first.memory)
    assert [d.raw for d in second.documents] == [mailbox.messages[9]]
    assert (poll(mailbox, second.memory).items, second.memory.extra["uid"]) == (0, "9")
    assert not [line for line in mailbox.heard if "STORE" in line or "SELECT" in line]


def test_a_folder_that_was_made_anew_is_read_from_its_start(mailbox: Server) -> None:
    memory = poll(mailbox).memory
    mailbox.validity = 2
    assert poll(mailbox, memory).items == 2


def test_what_is_wrong_is_told(mailbox: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "there is no folder Nowhere" in poll(mailbox, folder="Nowhere").reason
    assert poll(mailbox, allow_private=False).reason.startswith(
        "Not asked: imap:// would send the password in the clear"
    )
    monkeypatch.setenv("BRIEFINGS_PASSWORD_DESK_MAIL", "wrong")
    refused = poll(mailbox)
    assert (refused.state, "wrong password" in refused.reason, refused.memory.failures) == (
        "failing",
        True,
        1,
    )
    monkeypatch.delenv("BRIEFINGS_PASSWORD_DESK_MAIL")
    assert "BRIEFINGS_PASSWORD_DESK_MAIL with the password is not set" in poll(mailbox).reason
