"""The door of the page: a plain WSGI application, and who may come in.

Whoever holds the key in the printed address gets a cookie for it. Beyond that a request must name this very host (no
other site's name may be pointed at 127.0.0.1), and what changes something must come from the page itself. Answers
load nothing from anywhere and run no script.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs

from briefings.desk import page
from briefings.desk.actions import ACTIONS, Fields, Work
from briefings.errors import BriefingsError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LONGEST = 1_000_000
"""Bytes of a form that are taken; a sheet of forty stories has some 20,000."""
MOST_FIELDS = 5000

_COOKIE = "briefings-desk"
_SAFE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'"
_OWN = f"{_SAFE}; form-action 'self'; frame-src 'self'; frame-ancestors 'none'"
_FRAMED = f"{_SAFE}; form-action 'none'; frame-ancestors 'self'"


class _Answer(NamedTuple):
    status: str
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    policy: str = _OWN


class _RefusedError(Exception):
    """The request is not let in; its words are for whoever sent it."""


def application(work: Work, key: str) -> WSGIApplication:
    """The page of an issue; ``key`` is the secret in its address."""
    told: list[str] = []

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        try:
            given = _answer(environ, work, key, told)
        except _RefusedError as error:
            given = _Answer("403 Forbidden", page.refused(str(error)))
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(given.body))),
            ("Content-Security-Policy", given.policy),
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "same-origin"),
            ("X-Content-Type-Options", "nosniff"),
            *given.headers,
        ]
        start(given.status, headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else given.body]

    return answer


def _answer(environ: WSGIEnvironment, work: Work, key: str, told: list[str]) -> _Answer:
    host = _own_host(environ)
    asked = parse_qs(environ.get("QUERY_STRING", ""))
    if _same(asked.get("key", [""])[0], key):
        return _Answer("303 See Other", headers=(("Location", "/"), ("Set-Cookie", _cookie(key))))
    if not _same(_shown(environ), key):
        raise _RefusedError("Open the address that `briefings desk` printed: it holds the key to this page.")
    way = environ.get("PATH_INFO", "/")
    if environ["REQUEST_METHOD"] == "POST":
        _from_here(environ, host)
        return _changed(environ, work, way.removeprefix("/"), told)
    try:
        if way == "/issue.html":
            return _Answer("200 OK", work.drawn(), policy=_FRAMED)
        if way == "/":
            notes, told[:] = tuple(told), []
            return _Answer("200 OK", page.drawn(work.review(), notes))
    except BriefingsError as error:
        return _Answer("500 Internal Server Error", page.refused(str(error)))
    return _Answer("404 Not Found", page.refused("There is nothing here. The page is at /."))


def _changed(environ: WSGIEnvironment, work: Work, what: str, told: list[str]) -> _Answer:
    """Does what a form asks for. What was typed comes back with the mistakes in it."""
    if what not in ACTIONS:
        return _Answer("404 Not Found", page.refused("The page has no such form."))
    fields = _fields(environ)
    try:
        told.append(work.do(what, fields))
    except BriefingsError as error:
        return _Answer("422 Unprocessable Content", page.drawn(work.review(), (), str(error), fields))
    anchor = page.anchor(fields.get("do", [""])[0].partition("|")[2])
    return _Answer("303 See Other", headers=(("Location", f"/#{anchor}" if anchor else "/"),))


def _fields(environ: WSGIEnvironment) -> Fields:
    length = environ.get("CONTENT_LENGTH") or "0"
    size = int(length) if length.isdecimal() else LONGEST + 1
    if size > LONGEST:
        raise _RefusedError(f"The form is larger than {LONGEST:,} bytes.")
    try:
        body = environ["wsgi.input"].read(size).decode("utf-8")
        return parse_qs(body, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise _RefusedError("The form cannot be read.") from None


def _own_host(environ: WSGIEnvironment) -> str:
    host: str = environ.get("HTTP_HOST", "")
    port = environ["SERVER_PORT"]
    if host not in {f"127.0.0.1:{port}", f"localhost:{port}"}:
        raise _RefusedError("This page answers to 127.0.0.1 alone.")
    return host


def _from_here(environ: WSGIEnvironment, host: str) -> None:
    origin = environ.get("HTTP_ORIGIN", f"http://{host}")
    site = environ.get("HTTP_SEC_FETCH_SITE", "same-origin")
    if origin != f"http://{host}" or site != "same-origin":
        raise _RefusedError("The form was sent by another page.")


def _shown(environ: WSGIEnvironment) -> str:
    try:
        morsel = SimpleCookie(environ.get("HTTP_COOKIE", "")).get(_COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _cookie(key: str) -> str:
    return f"{_COOKIE}={key}; Path=/; HttpOnly; SameSite=Strict"


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
