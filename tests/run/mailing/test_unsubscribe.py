"""From the header in a mail to nobody's mail any more: by the page, by mail, by hand; and back."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import yaml

from briefings import run
from briefings.config import load
from briefings.run.mailing import suppressed
from briefings.run.mailing.page import server
from tests.deliver.server import Office, running
from tests.deliver.test_bounces import report
from tests.project import MEETING, Project, start
from tests.sources.polling.test_imap import Server as Mailbox

NOW = datetime(2025, 12, 1, 9, tzinfo=UTC)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = start(tmp_path / "desk")
    project.take(MEETING)
    return project


def configure(project: Project, port: int, **delivery: object) -> None:
    file = project.folder / "config.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    people = [{"address": f"{name}@example.org"} for name in ("ana", "bek")]
    tree["lists"] = {"desk": {"tlp": "TLP:GREEN", "recipients": people}}
    tree["delivery"] |= {"smtp": {"host": "localhost", "port": port, "tls": "none"}} | delivery
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")


def mailed(project: Project, week: str) -> list[tuple[str, bytes]]:
    """What the server took when the issue of a week was generated and sent."""
    office = Office()
    with running(office) as port:
        configure(project, port, unsubscribe_url="https://desk.example/leave")
        with opened(project) as desk:
            run.generate(desk, None, run.Asked(week), ("json",))
            run.send(desk, None, run.Asked(week))
    return office.taken


@contextmanager
def opened(project: Project) -> Iterator[run.Desk]:
    with run.opened(load(project.folder / "config.yaml"), NOW) as desk:
        yield desk


def states(project: Project) -> dict[str, str]:
    with opened(project) as desk:
        return {copy.recipient.partition("@")[0]: copy.state for copy in run.deliveries(desk)}


@contextmanager
def page(project: Project) -> Iterator[http.client.HTTPConnection]:
    with server(load(project.folder / "config.yaml"), 0) as answering:
        threading.Thread(target=answering.serve_forever, args=(0.05,), daemon=True).start()
        line = http.client.HTTPConnection("127.0.0.1", answering.server_port, timeout=10)
        try:
            yield line
        finally:
            line.close()
            answering.shutdown()


def ask(line: http.client.HTTPConnection, method: str, path: str, body: str = "") -> tuple[int, str]:
    line.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"})
    answer = line.getresponse()
    return answer.status, answer.read().decode()


def test_one_click_leaves_the_list_and_looking_does_not(project: Project) -> None:
    (_, mail), _ = mailed(project, "2024-W48")
    message = message_from_bytes(mail, policy=default)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    (address,) = re.findall(r"<https://desk\.example(/leave/[0-9a-f]{32})>", message["List-Unsubscribe"])
    with page(project) as line:
        assert ask(line, "GET", address)[0] == 200
        assert '<form method="post">' in ask(line, "GET", address)[1]
        with opened(project) as desk:
            assert suppressed.left(desk) == {}
        assert ask(line, "POST", address, "List-Unsubscribe=One-Click")[0] == 200
        assert ask(line, "POST", address, "List-Unsubscribe=One-Click")[0] == 200
        assert ask(line, "POST", "/leave/" + "0" * 32)[0] == 404
        assert ask(line, "PUT", address)[0] == 405
    gone = project.run("unsubscribe", "--json").json["unsubscribed"]
    assert gone == [{"list": "desk", "address": "ana@example.org", "by": "by the page"}]
    assert [who for who, _ in mailed(project, "2024-W47")] == ["bek@example.org"]
    assert project.run("unsubscribe", "ana@example.org", "--undo", "--json").json == {"unsubscribed": []}
    assert len(mailed(project, "2024-W46")) == 2


def test_a_token_says_nothing_of_its_reader_and_is_nobody_elses(project: Project) -> None:
    mails = mailed(project, "2024-W48")
    tokens = {re.findall(rb"/leave/([0-9a-f]{32})", mail)[0] for _, mail in mails}
    assert len(tokens) == 2


@pytest.mark.parametrize(("action", "after"), [("failed", "refused"), ("delayed", "sent")])
def test_a_bounce_settles_the_copy_that_it_names(project: Project, action: str, after: str) -> None:
    (_, mail), _ = mailed(project, "2024-W48")
    box = Mailbox()
    box.messages = {1: b"Subject: hello\r\n\r\n", 2: report(action, mail)}
    url = f"imap://desk%40x.example@127.0.0.1:{box.server_address[1]}/News%20letters"
    configure(project, 2525, mailbox={"url": url, "password": "env:BOX", "allow_private": True})
    first, second = (project.run("bounces", "--json", BOX="secret") for _ in range(2))
    box.shutdown()
    box.server_close()
    assert states(project) == {"ana": after, "bek": "sent"}
    assert (first.status, second.status) == ((3, 0) if after == "refused" else (0, 0))
    assert second.json == {"returned": []}


def test_a_mail_with_the_token_leaves_the_list(project: Project) -> None:
    (_, mail), _ = mailed(project, "2024-W48")
    unfolded = str(message_from_bytes(mail, policy=default)["List-Unsubscribe"])
    (subject,) = re.findall(r"\?subject=(unsubscribe%20[0-9a-f]{32})>", unfolded)
    box = Mailbox()
    box.messages = {1: f"Subject: {subject.replace('%20', ' ')}\r\n\r\n".encode()}
    url = f"imap://desk%40x.example@127.0.0.1:{box.server_address[1]}/News%20letters"
    configure(project, 2525, mailbox={"url": url, "password": "env:BOX", "allow_private": True})
    ran = project.run("bounces", "--json", BOX="secret")
    box.shutdown()
    box.server_close()
    assert ran.json["returned"][0]["state"] == "left", ran.err
    with opened(project) as desk:
        assert suppressed.suppressed(desk, "desk") == frozenset({"ana@example.org"})
