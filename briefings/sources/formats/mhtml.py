"""A page saved "as a single file" (.mhtml, .mht): the page and its pictures in the form of a mail (RFC 2557)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import compat32

from briefings.sources.items import Blob, digest, document, problem, whole
from briefings.sources.options import MEGABYTE, LoadOptions
from briefings.types import Fetched, Problem


def split(blob: Blob, options: LoadOptions) -> Iterator[Fetched | Problem]:
    """The page in such a file, with the address that it was saved from; its pictures are passed over."""
    if len(blob.raw) > options.max_tree:
        yield problem(
            blob.path, f"It has more than {options.max_tree // MEGABYTE} MB: save the page without pictures."
        )
        return
    message = message_from_bytes(blob.raw, policy=compat32)
    part = next((each for each in message.walk() if each.get_content_type() == "text/html"), None)
    page = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(page, bytes) or not 0 < len(page) <= options.max_document:
        yield problem(blob.path, "It holds no page that can be read.")
        return
    address = str(message["Snapshot-Content-Location"] or part["Content-Location"] or "").strip()
    headers = {"content-type": str(part["Content-Type"])}
    url = address if address.startswith("http") else None
    yield whole(blob, "multipart/related")
    yield document(replace(blob, raw=page, url=url, headers=headers, container=digest(blob.raw)), "text/html")
