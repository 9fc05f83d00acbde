"""Encrypted connections: HTTP/2, certificates that change, and strangers' certificates."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import pytest
import trustme

from briefings.sources import CollectOptions, collect
from briefings.sources.polling.fetch import FetchOptions
from briefings.types import Memory, Poll, Source
from tests.sources.server import rss

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)


class Speaker(asyncio.Protocol):
    """Speaks HTTP/2: every path is a feed with an ETag."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.speech = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.office.connections.append(str(transport.get_extra_info("ssl_object").selected_alpn_protocol()))
        self.speech.initiate_connection()
        transport.write(self.speech.data_to_send())

    def data_received(self, data: bytes) -> None:
        for event in self.speech.receive_data(data):
            if isinstance(event, h2.events.RequestReceived):
                headers = {bytes(k).decode(): bytes(v).decode() for k, v in event.headers or ()}
                self.answer(event.stream_id or 0, headers)
        self.transport.write(self.speech.data_to_send())

    def answer(self, stream: int, headers: dict[str, str]) -> None:
        self.office.asked.append(headers[":path"])
        known = headers.get("if-none-match") == '"v1"'
        status = [(":status", "304" if known else "200"), ("etag", '"v1"'), ("content-type", "text/xml")]
        self.speech.send_headers(stream, status, end_stream=known)
        if not known:
            self.speech.send_data(stream, rss(headers[":path"].strip("/")), end_stream=True)


class Office:
    """An HTTP/2 server on loopback in a thread of its own; its certificate can be exchanged."""

    def __init__(self, authority: trustme.CA) -> None:
        self.connections: list[str] = []
        self.asked: list[str] = []
        self.authority = authority
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.set_alpn_protocols(["h2"])
        self.certify()
        self.loop = asyncio.new_event_loop()
        listen = self.loop.create_server(lambda: Speaker(self), "127.0.0.1", 0, ssl=self.context)
        self.server = self.loop.run_until_complete(listen)
        self.url = f"https://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def certify(self) -> None:
        self.authority.issue_cert("127.0.0.1").configure_cert(self.context)


@pytest.fixture
def office() -> Iterator[Office]:
    running = Office(trustme.CA())
    yield running
    running.loop.call_soon_threadsafe(running.loop.stop)


@pytest.fixture
def trusted(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    office.authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return office


def polls(office: Office, number: int, memories: dict[str, Memory] | None = None) -> list[Poll]:
    sources = [Source(f"s{n}", "S", "feed", f"{office.url}/{n}", allow_private=True) for n in range(number)]
    return list(collect(sources, memories or {}, NOW, CollectOptions(FetchOptions(deadline=20.0))))


def test_feeds_of_one_host_share_one_connection_of_http_2(trusted: Office) -> None:
    polls(trusted, 1)
    del trusted.connections[:]
    found = polls(trusted, 30)
    assert [(p.state, p.items) for p in found] == [("ok", 2)] * 30
    assert set(trusted.connections) == {"h2"}
    assert len(trusted.connections) < 30
    again = polls(trusted, 30, {p.source: p.memory for p in found})
    assert {(p.state, p.status, p.transferred) for p in again} == {("unchanged", 304, 0)}


def test_another_certificate_is_told_and_a_known_one_is_not(trusted: Office) -> None:
    (first,) = polls(trusted, 1)
    (second,) = polls(trusted, 1, {"s0": first.memory})
    trusted.certify()
    (third,) = polls(trusted, 1, {"s0": second.memory})
    (fourth,) = polls(trusted, 1, {"s0": third.memory})
    assert [p.notes for p in (first, second, third, fourth)] == [(), (), ("Its certificate changed.",), ()]


def test_a_certificate_that_no_known_authority_signed_is_refused_and_nothing_is_asked(office: Office) -> None:
    (found,) = polls(office, 1)
    assert (found.state, office.asked) == ("failing", [])
    assert "the encrypted connection failed" in found.reason
