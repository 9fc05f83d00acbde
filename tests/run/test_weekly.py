"""``run`` as a timer calls it: once per issue, one at a time, and the operator hears of trouble."""

from __future__ import annotations

import fcntl
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import yaml

from tests.deliver.server import Office, running
from tests.project import MEETING, Project, start


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = start(tmp_path / "desk")
    file = project.folder / "config.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    tree["sources"] = []
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    project.take(MEETING | {"date": "2025-11-26"})
    return project


def configure(project: Project, port: int, **delivery: str) -> None:
    file = project.folder / "config.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    tree["delivery"] |= {"smtp": {"host": "localhost", "port": port, "tls": "none"}} | delivery
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")


def test_a_second_run_finds_nothing_due(project: Project) -> None:
    office = Office()
    with running(office) as port:
        configure(project, port)
        first, second = (project.run("run", "--due") for _ in range(2))
    assert (first.status, second.status) == (0, 0), first.err
    assert "2025-W48" in first.out
    assert second.out == ""
    assert "Nothing is due" in second.err
    assert [address for address, _ in office.taken] == ["analyst@example.org"]


def test_the_operator_is_told_and_the_status_says_so(project: Project) -> None:
    office = Office(refuse={"analyst@example.org"})
    with running(office) as port:
        configure(project, port, operator="oper@example.org")
        ran = project.run("run", "--due")
    assert ran.status == 3
    ((address, mail),) = office.taken
    assert address == "oper@example.org"
    message = message_from_bytes(mail, policy=default)
    assert message["Subject"] == "Briefings: a run lacks something"
    assert b"analyst@example.org: refused 550" in mail


def test_one_run_at_a_time(project: Project) -> None:
    with (project.folder / ".briefings-run.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        ran = project.run("run")
    assert ran.status == 1
    assert "Another `briefings run` goes on" in ran.err


def test_schedule_prints_a_timer_and_a_crontab_line(project: Project) -> None:
    units = project.run("schedule")
    assert "OnCalendar=Mon *-*-* 00:10:00 Asia/Dushanbe" in units.out
    assert "Persistent=true" in units.out
    assert "run --due --brief central-asia" in units.out
    cron = project.run("schedule", "--cron", "--json")
    (file,) = cron.json["files"]
    assert file["text"].startswith("10 * * * * cd ")
