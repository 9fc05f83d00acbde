"""5,000 recipients: building, noting and handing over against the standard library's loop on one connection."""

from __future__ import annotations

import resource
import smtplib
import socketserver
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefings.deliver import Letter, Recipient, Server, SmtpOptions, post
from briefings.store import open_store
from briefings.types import Artifact
from tests.deliver.test_post import MAILING

pytestmark = pytest.mark.evals

COUNT = 5_000
PDF = Artifact("weekly_2024-W48_v1_TLP-GREEN_en.pdf", "application/pdf", bytes(range(256)) * 800)
"""200 KB, as a brief of six pages has."""
TEXT = "A line of the text edition that is as long as lines are here.\n" * 300
HTML = "<p>A paragraph of the page with <b>some</b> mark-up in it.</p>\n" * 600
ISSUE = replace(MAILING, text=TEXT, html=HTML, attachments=(PDF,))


class Sink(socketserver.StreamRequestHandler):
    """Answers as fast as a server can that throws everything away."""

    def handle(self) -> None:
        say = self.request.sendall
        say(b"220 sink\r\n")
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"DATA":
                say(b"354 go on\r\n")
                while (got := self.rfile.readline()) not in (b".\r\n", b""):
                    del got
            say(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")
            if word == b"QUIT":
                return


class Server_(socketserver.ThreadingTCPServer):  # noqa: N801 - the name is taken by what is measured
    daemon_threads = True


@contextmanager
def sink() -> Iterator[int]:
    """The port of a server in a process of its own, so that its work is not counted."""
    import multiprocessing

    server = Server_(("127.0.0.1", 0), Sink)
    child = multiprocessing.get_context("fork").Process(target=server.serve_forever, daemon=True)
    child.start()
    try:
        yield server.server_address[1]
    finally:
        child.terminate()
        server.server_close()


def plain(number: int) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "desk@example.org", f"r{number}@example.org"
    message["Subject"], message["Message-ID"] = "[TLP:GREEN] Weekly 2024-W48", f"<{number}@example.org>"
    message.set_content(TEXT)
    message.add_alternative(HTML, subtype="html")
    message.add_attachment(PDF.data, maintype="application", subtype="pdf", filename=PDF.name)
    return message


def loop(port: int, count: int) -> None:
    with smtplib.SMTP("127.0.0.1", port) as line:
        for number in range(count):
            line.send_message(plain(number))


def bytes_loop(port: int, count: int) -> None:
    """The same with one mail written beforehand: nothing personal, nothing noted, only handed over."""
    ready = plain(0).as_bytes()
    with smtplib.SMTP("127.0.0.1", port) as line:
        for number in range(count):
            line.sendmail("desk@example.org", [f"r{number}@example.org"], ready)


def ours(port: int, count: int, folder: Path) -> None:
    letters = [Letter(ISSUE, Recipient(f"r{number}@example.org")) for number in range(count)]
    server = Server(SmtpOptions("127.0.0.1", port))
    with closing(open_store(f"sqlite:///{folder / 'store.db'}")) as store:
        receipts = post(store, letters, server, lambda _seconds: None)
    server.close()
    assert [r.state for r in receipts] == ["sent"] * count


def clocked(work: object, *given: object) -> tuple[float, float]:
    """(Wall, CPU) seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    work(*given)  # type: ignore[operator]
    return time.perf_counter() - wall, time.process_time() - cpu


def test_it_is_as_fast_as_the_standard_loop(tmp_path: Path) -> None:
    with sink() as port:
        own = clocked(ours, port, COUNT, tmp_path)
        few = clocked(loop, port, COUNT // 10)
        bare = clocked(bytes_loop, port, COUNT // 10)
    standard, ready = few[0] * 10, bare[0] * 10
    print(
        f"\n{COUNT} mails: ours {own[0]:.1f} s (CPU {own[1]:.1f}), smtplib's loop {standard:.1f} s"
        f" (CPU {few[1] * 10:.1f}), the same mail 5,000 times {ready:.1f} s (CPU {bare[1] * 10:.1f})"
    )
    assert own[0] <= standard


def test_memory_does_not_grow_with_the_list(tmp_path: Path) -> None:
    """Traced: a few objects for each recipient, never a mail. The first round pays for imports and counts for nothing."""
    peaks = []
    for count in (20, 250, 2_500):
        (tmp_path / str(count)).mkdir()
        with sink() as port:
            tracemalloc.start()
            ours(port, count, tmp_path / str(count))
            peaks.append(tracemalloc.get_traced_memory()[1] / 2**20)
            tracemalloc.stop()
    _, few, many = peaks
    print(f"\npeak {few:.1f} MB for 250, {many:.1f} MB for 2,500 recipients")
    print(f"largest of the process so far: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    assert many <= few + 4
