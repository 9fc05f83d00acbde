"""What one answer means for its source: the state of the poll, its documents, what to remember. No I/O."""

from __future__ import annotations

import email.utils
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from briefings.errors import InputError
from briefings.sources.answers import api, feeds, listing, syndication
from briefings.sources.answers.entries import Feed, Item, rough_day
from briefings.sources.formats import tables
from briefings.sources.items import Blob, digest, document, whole
from briefings.sources.options import LoadOptions
from briefings.sources.polling.fetch import Answer, FetchError, Refused, Request, Unreached
from briefings.types import Fetched, Memory, Poll, Source

_BACKOFF = (timedelta(minutes=15), timedelta(hours=12))
"""First and longest pause after failures; doubled each time."""
_MANY, _OLD = 100, timedelta(days=30)
"""A feed holds 10 to 50 items; a hundred of which most are over a month old is an archive."""
_LONGEST_RETRY = timedelta(days=2)
"""A server's Retry-After is believed up to here."""
_STUB = 400
"""Characters; a shorter item is the beginning of an article, a paragraph or two."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A poll, and the pages that it points to and that are wanted as well."""

    poll: Poll
    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    """Further lists of pages to look into first."""


def unasked(source: Source, memory: Memory, now: datetime) -> Poll | None:
    """The poll of a source that is not to be asked now; None when it is."""
    if memory.gone:
        return Poll(source.id, now, "gone", memory, reason="It ended: the server said so for good.")
    if memory.not_before is not None and memory.not_before > now:
        later = memory.not_before.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
        return Poll(source.id, now, "waiting", memory, reason=f"Not asked before {later}.")
    return None


def remembered(source: Source, memory: Memory) -> Memory:
    """What is remembered of a source as it is configured now: an address that was mended is asked afresh."""
    asked = api.address(source)
    before = memory.extra.get("configured", asked)
    if before != asked:
        memory = Memory(source.id, last_success=memory.last_success, last_new=memory.last_new)
    return replace(memory, extra={**memory.extra, "configured": asked})


def request(source: Source, memory: Memory) -> Request:
    """What to ask, with what is known of the last answer."""
    headers = {}
    if memory.etag:
        headers["if-none-match"] = memory.etag
    if memory.last_modified:
        headers["if-modified-since"] = memory.last_modified
    return Request(memory.address or api.address(source), headers, source.allow_private, api.pace(source))


def unanswered(source: Source, memory: Memory, now: datetime, error: FetchError) -> Poll:
    """The poll of a source that gave no answer."""
    if isinstance(error, Refused):
        return failed(Poll(source.id, now, "refused", memory, reason=f"Not asked: {error}."))
    poll = Poll(source.id, now, "failing", memory, reason=f"No answer: {error}.")
    # Where no request has left, no server is spared by waiting, and the network may be back in a minute.
    return failed(poll, now if isinstance(error, Unreached) else None)


def answered(source: Source, memory: Memory, now: datetime, answer: Answer) -> Outcome:
    """What an answer means, whatever it is."""
    poll = Poll(
        source.id, now, "ok", memory, status=answer.status, address=answer.url, transferred=answer.transferred
    )
    if answer.status == 304:
        known = _certified(_moved(poll, answer, source), answer)
        return Outcome(succeeded(replace(known, state="unchanged")))
    if answer.status == 410:
        gone = replace(memory, gone=True, failures=memory.failures + 1)
        reason = "It ended: the server said so for good (410)."
        return Outcome(replace(poll, state="gone", memory=gone, reason=reason))
    if answer.status != 200:
        reason = f"The server answered {answer.status}."
        return Outcome(failed(replace(poll, state="failing", reason=reason), _retry_after(answer, now)))
    poll = _certified(_moved(poll, answer, source), answer)
    if digest(answer.body) == memory.digest:
        return Outcome(succeeded(replace(poll, state="unchanged"), answer))
    blob = Blob(answer.body, "", now, url=answer.url, source=source.id, headers=answer.headers)
    return _KINDS[source.type](poll, blob, answer, source)


def succeeded(poll: Poll, answer: Answer | None = None) -> Poll:
    """The poll with the memory of a good answer."""
    memory = replace(poll.memory, failures=0, not_before=None, last_success=poll.at, gone=False)
    if answer is not None:
        etag, modified = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
        memory = replace(memory, etag=etag, last_modified=modified, digest=digest(answer.body))
    return replace(poll, memory=memory)


def failed(poll: Poll, not_before: datetime | None = None) -> Poll:
    """One more failure: ask again after a pause that doubles, or when the server says."""
    failures = poll.memory.failures + 1
    first, longest = _BACKOFF
    pause = min(first * 2 ** min(failures - 1, 10), longest)
    # Spread by the source's name, so that feeds which failed together are not asked again together.
    spread = int(digest(f"{poll.source} {failures}".encode())[:4], 16) / 0xFFFF
    later = not_before or poll.at + pause * (0.75 + spread / 2)
    return replace(poll, memory=replace(poll.memory, failures=failures, not_before=later))


def _feed(poll: Poll, blob: Blob, answer: Answer, source: Source) -> Outcome:
    kind = answer.headers.get("content-type", "")
    try:
        feed = syndication.parse(blob.raw, kind, answer.url)
    except InputError as error:
        return Outcome(failed(replace(poll, state="broken", reason=str(error))))
    poll = replace(poll, notes=(*poll.notes, *_repeats(feed, poll.memory, poll.at)))
    stubs = tuple(item.link for item in feed.items if source.follow and _is_stub(item))
    return Outcome(_itemised(poll, blob, feed, answer), stubs)


def _itemised(poll: Poll, blob: Blob, feed: Feed, answer: Answer) -> Poll:
    """The items of a feed as documents; a feed without any is broken."""
    if not feed.items:
        return failed(replace(poll, state="broken", reason="The feed holds no items."))
    kind = answer.headers.get("content-type", "") or "application/xml"
    documents: tuple[Fetched, ...] = (whole(blob, kind), *feeds.records(blob, feed))
    return succeeded(replace(poll, documents=documents, items=len(feed.items)), answer)


def _page(poll: Poll, blob: Blob, answer: Answer, _source: Source) -> Outcome:
    """A page: a sitemap, a channel's posts, a list of articles, or one article."""
    content = listing.decode(blob.raw, answer.headers.get("content-type", ""))
    if (posts := listing.telegram(content, answer.url)) is not None:
        return Outcome(_itemised(poll, blob, posts, answer))
    media = answer.headers.get("content-type", "").partition(";")[0].strip() or "text/html"
    pages, sitemaps = listing.sitemap(content) or (listing.articles(content, answer.url), ())
    kept = whole(blob, media) if pages or sitemaps else document(blob, media)
    poll = replace(poll, documents=(kept,), items=len(pages) or 1)
    return Outcome(succeeded(poll, answer), pages, sitemaps)


def _api(poll: Poll, blob: Blob, answer: Answer, source: Source) -> Outcome:
    """A JSON answer: the records in it, and the pages of those without a text."""
    try:
        rows = list(api.rows(blob.raw, source))
    except (ValueError, RecursionError) as error:
        return Outcome(failed(replace(poll, state="broken", reason=f"Not usable: {str(error).rstrip('.')}.")))
    if not rows:
        return Outcome(succeeded(poll, answer))
    options = LoadOptions(columns=source.columns)
    found = list(tables.split(replace(blob, path=answer.url), "json", iter(rows), options))
    documents = tuple(replace(each, path="") for each in found if isinstance(each, Fetched))
    reasons = [each.reason for each in found if not isinstance(each, Fetched)]
    records = [each for each in documents if not each.whole]
    if not records:
        return Outcome(failed(replace(poll, state="broken", reason=reasons[0])))
    poll = replace(poll, documents=documents, items=len(records), notes=(*poll.notes, *reasons[:3]))
    return Outcome(succeeded(poll, answer), tuple(api.links(records)) if source.follow else ())


def _nothing(poll: Poll, _blob: Blob, _answer: Answer, source: Source) -> Outcome:
    return Outcome(
        failed(replace(poll, state="refused", reason=f"Sources of type {source.type} are not polled."))
    )


_KINDS = {"feed": _feed, "page": _page, "imap": _nothing, "folder": _nothing, "none": _nothing}
_KINDS |= dict.fromkeys(("api", "reliefweb", "gdelt"), _api)


def _is_stub(item: Item) -> bool:
    words = re.sub(r"<[^<>]*>", " ", item.content or item.summary)
    return item.link.startswith("http") and len(" ".join(words.split())) < _STUB


def _moved(poll: Poll, answer: Answer, source: Source) -> Poll:
    if not answer.moved or answer.moved == api.address(source):
        return poll
    memory = replace(poll.memory, address=answer.moved)
    return replace(poll, memory=memory, notes=(f"It moved for good to {answer.moved}.",))


def _certified(poll: Poll, answer: Answer) -> Poll:
    """Remember the server's certificate; a change is ordinary (they last months), but a person may want to know."""
    before, now = poll.memory.extra.get("certificate", ""), answer.certificate
    memory = (
        replace(poll.memory, extra={**poll.memory.extra, "certificate": now})
        if now != before
        else poll.memory
    )
    changed = ("Its certificate changed.",) if before and now and now != before else ()
    return replace(poll, memory=memory, notes=(*poll.notes, *changed))


def _repeats(feed: Feed, memory: Memory, now: datetime) -> tuple[str, ...]:
    """Notice a feed that has begun to hand out its archive: many items, most older than a month."""
    if memory.last_success is None or len(feed.items) < _MANY:
        return ()
    days = [day for item in feed.items if (day := rough_day(item.published or item.updated)) is not None]
    old = sum(now.date() - day > _OLD for day in days)
    return (
        (f"It repeats an archive: {old} of {len(feed.items)} items are over 30 days old.",)
        if old * 2 > len(days)
        else ()
    )


def _retry_after(answer: Answer, now: datetime) -> datetime | None:
    value = answer.headers.get("retry-after", "").strip()
    if value.isdecimal():
        later = now + min(timedelta(seconds=int(value[:9])), _LONGEST_RETRY)
    else:
        try:
            later = email.utils.parsedate_to_datetime(value)
        except (TypeError, ValueError):
            return None
        later = later if later.tzinfo else later.replace(tzinfo=UTC)
    return min(max(later, now), now + _LONGEST_RETRY)
