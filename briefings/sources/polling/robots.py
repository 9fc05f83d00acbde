"""What a site's robots.txt lets us fetch (RFC 9309).

Asked for pages that nobody named: links of a listing, of a sitemap, of a feed's items. A feed or page that stands in
the configuration was named by a person.
"""

from __future__ import annotations

import asyncio
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from briefings.sources.polling.fetch import Fetcher, FetchError, Request

AGENT = "briefings"
_FORBID = ["User-agent: *", "Disallow: /"]


class Robots:
    """Rules of the sites of one run, each fetched once."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._rules: dict[str, asyncio.Task[RobotFileParser]] = {}

    async def allow(self, url: str, *, private: bool = False) -> bool:
        """Whether this address may be fetched; a robots.txt that cannot be had forbids, a missing one allows.

        ``private``: the site may lie in a private network.
        """
        address = urljoin(url, "/robots.txt")
        if address not in self._rules:
            self._rules[address] = asyncio.create_task(self._read(address, private))
        return (await self._rules[address]).can_fetch(AGENT, url)

    async def _read(self, address: str, private: bool) -> RobotFileParser:
        rules = RobotFileParser(address)
        rules.parse(await self._lines(address, private))
        return rules

    async def _lines(self, address: str, private: bool) -> list[str]:
        try:
            answer = await self._fetcher.get(Request(address, allow_private=private))
        except FetchError:
            return _FORBID
        if answer.status >= 500:
            return _FORBID
        return answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else []
