"""The unsubscribing page as a small server of its own, for behind a reverse proxy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefings.run.desk import opened
from briefings.run.listening import listening
from briefings.run.mailing import suppressed

if TYPE_CHECKING:
    from wsgiref.simple_server import WSGIServer

    from _typeshed.wsgi import WSGIApplication

    from briefings.config import Config


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
    with listening(application(config), port) as made:
        yield made
