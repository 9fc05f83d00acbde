"""A small server of our own on the loopback address: for the page on which one leaves a list, and for the desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from briefings.errors import UsageError

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

PATIENCE = 10
"""Seconds that a visitor may be silent."""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Handler(WSGIRequestHandler):
    timeout = PATIENCE

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives
        """No log of visitors: a token stands in each address."""


@contextmanager
def listening(application: WSGIApplication, port: int) -> Iterator[WSGIServer]:
    """Listens on 127.0.0.1; port 0 is any free one. Raises ``UsageError`` when the port is taken."""
    try:
        made = make_server("127.0.0.1", port, application, _Server, _Handler)
    except OSError as error:
        raise UsageError(f"Port {port}: {error.strerror}; choose another one with --port.") from error
    with made:
        yield made
