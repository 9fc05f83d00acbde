"""One polite and careful HTTP request: limits on time and bytes, every hop checked, nothing remembered.

No cookies, no proxies or credentials from the environment, no automatic redirects or decompression of the HTTP
library: each redirect is a request of its own through the same checks, and bytes are counted while they unpack.
"""

from __future__ import annotations

import asyncio
import hashlib
import socket
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from briefings.sources.polling.guard import forbidden

if TYPE_CHECKING:
    from types import TracebackType

    from httpcore2 import AsyncNetworkStream
    from httpx2 import AsyncHTTPTransport, Response

USER_AGENT = "briefings/0.1 (+https://github.com/briefings/briefings; feed reader)"


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """Limits of one request."""

    deadline: float = 30.0
    """Seconds for everything: name, connection, redirects, body."""
    together: float = 120.0
    """Seconds for all pages that one source points to; what is not here by then comes with the next poll."""
    max_bytes: int = 20_000_000
    """Bytes of a body after decompression."""
    max_redirects: int = 5
    connections: int = 64
    """Connections open at the same time."""
    pace: float = 0.25
    """Seconds from one request to the next on the same host; hosts in the own network are not spared."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False
    """Whether the host of ``url``, and no other, may lie in a private network."""
    pace: float = 0.0
    """Seconds to the next request on this host, where they are more than those of the options."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    url: str
    """Where it came from, after redirects."""
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes = b""
    """Decompressed."""
    transferred: int = 0
    """Bytes of the body on the wire."""
    moved: str = ""
    """Where it has moved for good, when every redirect said so."""
    certificate: str = ""
    """SHA-256 of the server's certificate; ``""`` without encryption."""


class FetchError(Exception):
    """No answer; the message is the reason in a few words."""


class Unreached(FetchError):  # noqa: N818 - a state, named as it is shown
    """No request has left: the name is not known or nothing listens, as when this machine is offline."""


class Refused(FetchError):  # noqa: N818 - a state, named as it is shown
    """The address may not be asked."""


class Fetcher:
    """Asks for pages and feeds over shared connections; use it as an async context manager."""

    def __init__(self, options: FetchOptions | None = None) -> None:
        self._options = options or FetchOptions()
        self._next: dict[str, float] = {}
        self._guarded = _transport(self._options, guarded=True)
        # Only for hosts whose own source says allow_private; its connections are never used for another host.
        self._open = _transport(self._options, guarded=False)

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._guarded.aclose()
        await self._open.aclose()

    async def get(self, request: Request) -> Answer:
        """Fetch an address, following redirects; raises ``FetchError`` or its child ``Refused``."""
        import httpx2

        pace = 0.0 if request.allow_private else self._options.pace
        await self._wait(urlsplit(request.url).hostname or "", max(pace, request.pace))
        try:
            async with asyncio.timeout(self._options.deadline):
                return await self._follow(request)
        except TimeoutError as error:
            raise FetchError(f"no full answer within {self._options.deadline:g} s") from error
        except httpx2.ConnectTimeout as error:
            raise Unreached("no connection in time") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            raise _told(error) from error

    async def _wait(self, host: str, pace: float) -> None:
        """Wait for this host's next turn."""
        now = asyncio.get_running_loop().time()
        turn = max(now, self._next.get(host, now))
        self._next[host] = turn + pace
        await asyncio.sleep(turn - now)

    async def _follow(self, request: Request) -> Answer:
        url, for_good = request.url, True
        allowed = urlsplit(request.url).hostname if request.allow_private else None
        for _ in range(self._options.max_redirects + 1):
            answer = await self._one(url, request.headers, private=urlsplit(url).hostname == allowed)
            target = answer.headers.get("location", "")
            if answer.status not in {301, 302, 303, 307, 308} or not target:
                moved = url if for_good and url != request.url else ""
                return replace(answer, moved=moved)
            for_good = for_good and answer.status in {301, 308}
            url = urljoin(url, target)
        raise FetchError(f"more than {self._options.max_redirects} redirects")

    async def _one(self, url: str, headers: Mapping[str, str], *, private: bool) -> Answer:
        import httpx2

        if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
            raise Refused(f"{url[:80]} is no http or https address")
        sent = {"user-agent": USER_AGENT, "accept-encoding": "gzip, deflate", "accept": "*/*", **headers}
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), self._options.deadline)
        request = httpx2.Request("GET", url, headers=sent, extensions={"timeout": timeout})
        transport = self._open if private else self._guarded
        response = await transport.handle_async_request(request)
        try:
            body, transferred = await self._read(response)
        finally:
            await response.aclose()
        named = {name.lower(): value for name, value in response.headers.items()}
        seen = _certificate(response.extensions.get("network_stream"))
        return Answer(response.status_code, url, named, body, transferred, certificate=seen)

    async def _read(self, response: Response) -> tuple[bytes, int]:
        """The body of an answer that will be used; others are not downloaded."""
        if response.status_code != 200:
            return b"", 0
        inflate = _inflater(response.headers.get("content-encoding", ""), self._options.max_bytes)
        parts: list[bytes] = []
        size = transferred = 0
        assert hasattr(response.stream, "__aiter__")
        async for chunk in response.stream:
            transferred += len(chunk)
            for part in inflate(chunk):
                size += len(part)
                if size > self._options.max_bytes:
                    raise FetchError(f"the answer has more than {self._options.max_bytes // 1_000_000} MB")
                parts.append(part)
        return b"".join(parts), transferred


def _transport(options: FetchOptions, *, guarded: bool) -> AsyncHTTPTransport:
    import httpx2

    limits = httpx2.Limits(max_connections=options.connections, max_keepalive_connections=16)
    # Of the environment only the authorities that this machine trusts ($SSL_CERT_FILE), no proxy and no password.
    trust = httpx2.create_ssl_context(trust_env=True)
    transport = httpx2.AsyncHTTPTransport(verify=trust, trust_env=False, limits=limits, http2=True)
    if guarded:
        transport._pool._network_backend = _guard(transport._pool._network_backend)
    return transport


def _guard(inner: Any) -> Any:
    import httpcore2

    class Guard(httpcore2.AsyncNetworkBackend):
        """Resolves a name itself, looks at every address, and connects to one of those that it has seen."""

        async def connect_tcp(
            self,
            host: str,
            port: int,
            timeout: float | None = None,
            local_address: str | None = None,
            socket_options: Iterable[Any] | None = None,
        ) -> AsyncNetworkStream:
            found = await _resolve(host, port)
            bad = next((address for address in found if forbidden(address)), None)
            if bad is not None:
                raise Refused(f"{host} leads to {bad}, inside a private network or this machine")
            error: Exception = OSError("no address")
            for address in found:
                try:
                    stream = await inner.connect_tcp(address, port, timeout, local_address, socket_options)
                    assert isinstance(stream, httpcore2.AsyncNetworkStream)
                    return stream
                except httpcore2.ConnectError as failed:
                    error = failed
            raise error

        async def sleep(self, seconds: float) -> None:
            await inner.sleep(seconds)

    return Guard()


async def _resolve(host: str, port: int) -> list[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreached(f"the name {host} is not known") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _certificate(stream: Any) -> str:
    encrypted = stream.get_extra_info("ssl_object") if stream is not None else None
    raw = encrypted.getpeercert(binary_form=True) if encrypted is not None else None
    return hashlib.sha256(raw).hexdigest() if raw else ""


def _inflater(encoding: str, limit: int) -> Any:
    """A function that unpacks chunk by chunk, never more than 1 MB at a time."""
    names = [name for part in encoding.split(",") if (name := part.strip().lower()) not in {"", "identity"}]
    if not names:
        return lambda chunk: (chunk,)
    if len(names) > 1 or names[0] not in {"gzip", "x-gzip", "deflate"}:
        raise FetchError(f"the answer is packed as {encoding[:40]}, which was not asked for")
    return _Inflate(raw_allowed=names[0] == "deflate", limit=limit)


class _Inflate:
    """Unpacks gzip, zlib and (where servers send it under the name of deflate) raw deflate streams."""

    def __init__(self, *, raw_allowed: bool, limit: int) -> None:
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._raw_allowed, self._left = raw_allowed, limit + 1

    def __call__(self, chunk: bytes) -> Iterable[bytes]:
        while chunk and self._left > 0:
            part = self._unpack(chunk)
            self._left -= len(part)
            yield part
            chunk = self._stream.unconsumed_tail

    def _unpack(self, chunk: bytes) -> bytes:
        first = self._raw_allowed
        self._raw_allowed = False
        try:
            return self._stream.decompress(chunk, 1_000_000)
        except zlib.error as error:
            if not first:
                raise FetchError("the answer cannot be unpacked") from error
            self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
            return self._stream.decompress(chunk, 1_000_000)


def _told(error: Exception) -> FetchError:
    """A library's error as ours; our own, raised inside its callbacks, as it is."""
    import httpx2

    text = " ".join(str(error).split()) or type(error).__name__
    if "CERTIFICATE" in text or "SSL" in text:
        return FetchError(f"the encrypted connection failed: {text[:160]}")
    return Unreached(text[:200]) if isinstance(error, httpx2.ConnectError) else FetchError(text[:200])
