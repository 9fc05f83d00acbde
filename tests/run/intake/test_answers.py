"""A feed that keeps its parser busy for ever costs its own source one poll, and nobody else anything."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from briefings.run.intake.answers import Answers
from briefings.run.intake.bounded import Limits
from briefings.sources import CollectOptions, collect
from briefings.sources.polling.fetch import Answer
from briefings.sources.polling.poll import answered
from briefings.types import Memory, Source
from tests.sources.server import Server, rss

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.shutdown()


def test_a_feed_that_its_parser_cannot_end_is_broken_and_the_others_are_read(server: Server) -> None:
    sources = [
        Source(f"{mood} {n}", mood, "feed", f"{server.url}/{mood}/{n}", allow_private=True)
        for mood in ("plain", "tangle")
        for n in range(3)
    ]
    with Answers(Limits(seconds=1)) as bounded:
        started = time.process_time()
        polls = list(collect(sources, {}, NOW, CollectOptions(answered=bounded)))
        assert time.process_time() - started < 5, "it was parsed in this process"
    states = {(poll.source.split()[0], poll.state, poll.items, poll.memory.failures) for poll in polls}
    assert states == {("plain", "ok", 2, 0), ("tangle", "broken", 0, 1)}
    reasons = {poll.reason for poll in polls if poll.state == "broken"}
    assert reasons == {"The answer takes more than 1 s of computing: look at what lies at this address."}
    assert not multiprocessing.active_children()


def test_an_answer_means_what_it_means_without_a_process() -> None:
    source = Source("s", "S", "feed", "https://s.example/feed")
    answers = [
        Answer(200, source.url, {"etag": '"1"', "content-type": "text/xml"}, rss("s"), 300),
        Answer(200, source.url, {}, b"<html>Sold</html>"),
        Answer(304, source.url, {}),
        Answer(410, source.url, {}),
    ]
    with Answers() as bounded:
        for answer in answers:
            assert bounded(source, Memory("s"), NOW, answer) == answered(source, Memory("s"), NOW, answer)
