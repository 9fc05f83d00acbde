"""Unsubscribing by one click: the token in a mail, and the small web page behind its address.

RFC 8058: a POST to the address unsubscribes without login or cookie; a GET shows a page with a button and changes
nothing, since mail scanners follow every link. The page is a plain WSGI application for use behind a reverse proxy
that speaks https.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LONGEST = 4096
"""Bytes of a request's body that are read; the real one has 26."""

Subscription = tuple[str, str]
"""(List, address)."""


def token(key: bytes, list_name: str, address: str) -> str:
    """What nobody can make who does not hold the key: 32 hexadecimal digits."""
    said = f"{list_name}\n{address.casefold()}".encode()
    return hmac.new(key or b"no key", said, hashlib.sha256).hexdigest()[:32]


def application(
    known: Callable[[], Mapping[str, Subscription]], leave: Callable[[Subscription], None]
) -> WSGIApplication:
    """The page. At each request ``known`` gives the subscriptions by their tokens; ``leave`` ends one."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        status, page = _answer(environ, known, leave)
        body = page.encode()
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Robots-Tag", "noindex"),
            ("Content-Security-Policy", "default-src 'none'; form-action 'self'"),
        ]
        start(status, headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]

    return answer


def _answer(
    environ: WSGIEnvironment,
    known: Callable[[], Mapping[str, Subscription]],
    leave: Callable[[Subscription], None],
) -> tuple[str, str]:
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD", "POST"):
        return "405 Method Not Allowed", _page("This address is only for unsubscribing.")
    asked = environ.get("PATH_INFO", "").rstrip("/").rpartition("/")[2]
    found = next((s for own, s in known().items() if hmac.compare_digest(own.encode(), asked.encode())), None)
    if found is None:
        return "404 Not Found", _page(
            "This address belongs to no subscription. Answer the mail to reach a person."
        )
    _drain(environ)
    if environ["REQUEST_METHOD"] != "POST":
        return "200 OK", _page(f"Stop mails of the list “{found[0]}”?", button=True)
    leave(found)
    return "200 OK", _page(f"Done: no more mails of the list “{found[0]}”.")


def _drain(environ: WSGIEnvironment) -> None:
    """Reads the body away; what it says does not matter, the token says it all."""
    length = environ.get("CONTENT_LENGTH") or "0"
    environ["wsgi.input"].read(min(int(length) if length.isdecimal() else 0, LONGEST))


def _page(said: str, *, button: bool = False) -> str:
    form = '<form method="post"><button name="List-Unsubscribe" value="One-Click">Unsubscribe</button></form>'
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Unsubscribe</title>'
        '<meta name="viewport" content="width=device-width"></head>'
        f"<body><h1>Unsubscribe</h1><p>{escape(said)}</p>{form if button else ''}</body></html>\n"
    )
