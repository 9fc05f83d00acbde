"""The unsubscribing page as a small server of its own, for behind a reverse proxy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from briefings.errors import UsageError
from briefings.run.desk import opened
from briefings.run.mailing import suppressed

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from briefings.config import Config

PATIENCE = 10
"""Seconds that a visitor may be silent."""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Handler(WSGIRequestHandler):
    timeout = PATIENCE

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives
        """No log of visitors: a token stands in each address."""


def application(config: Config) -> WSGIApplication:
    """The page of a project, as a WSGI application; the store is opened for each request."""
    from briefings.deliver import Subscription
    from briefings.deliver import application as page

    def known() -> dict[str, Subscription]:
        with opened(config) as desk:
            return suppressed.tokens(desk)

    def leave(who: Subscription) -> None:
        with opened(config) as desk:
            suppressed.leave(desk, *who, "by the page")

    return page(known, leave)


@contextmanager
def server(config: Config, port: int) -> Iterator[WSGIServer]:
    """Listens on 127.0.0.1. Raises ``UsageError`` when the port is taken."""
    try:
        made = make_server("127.0.0.1", port, application(config), _Server, _Handler)
    except OSError as error:
        raise UsageError(f"Port {port}: {error.strerror}; choose another one with --port.") from error
    with made:
        yield made
