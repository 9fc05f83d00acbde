"""What a timer calls: collect, write the issues that are owed, send them, and tell the operator what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from pathlib import Path

from briefings.errors import BriefingsError, UsageError
from briefings.run.desk import Desk, Tick, quiet
from briefings.run.intake.condition import died
from briefings.run.intake.gather import collect
from briefings.run.intake.retention import prune
from briefings.run.issues.issue import generate
from briefings.run.issues.periods import Asked, period_options
from briefings.run.lock import alone
from briefings.run.mailing.plan import latest
from briefings.run.mailing.returned import returned
from briefings.run.mailing.send import approved, carrier, send
from briefings.run.timing import owed
from briefings.sources.polling.health import Health
from briefings.types import Period

FORMATS = ("pdf", "html", "json", "ics")


@dataclass(frozen=True)
class Ran:
    """What a run did."""

    paths: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    """What a person may want to know."""
    missing: tuple[str, ...] = ()
    """What was done, but not wholly: a source, a recipient."""
    failures: tuple[str, ...] = ()
    """Issues that were not written or not sent at all."""


def run(desk: Desk, only: str | None = None, *, due: bool = False, tick: Tick = quiet) -> Ran:
    """Collects, writes and sends; one run at a time.

    With ``due``, only issues that no run has finished yet: then calling it often does no harm, and a missed issue
    is made up for. Raises ``UsageError`` for an unknown brief and ``BriefingsError`` when another run goes on.
    """
    names = [desk.config.brief(only)[0]] if only else list(desk.config.settings.briefs)
    with alone(desk, "run", BriefingsError("Another `briefings run` goes on in this project.")):
        periods = {name: _periods(desk, name, due) for name in names}
        if due and not any(periods.values()):
            return Ran(notes=("Nothing is due.",))
        ran = _all(desk, periods, tick)
    trouble = _tell(desk, ran) if ran.missing or ran.failures else ()
    return Ran(ran.paths, ran.notes, ran.missing, (*ran.failures, *trouble))


def _periods(desk: Desk, name: str, due: bool) -> tuple[Period, ...]:
    _, settings = desk.config.brief(name)
    done = desk.store.meta(_key(name)) if due else None
    return owed(done, desk.now, period_options(settings))


def _key(name: str) -> str:
    return f"run/{name}"


def _all(desk: Desk, periods: dict[str, tuple[Period, ...]], tick: Tick) -> Ran:
    polls = collect(desk, (), tick).polls
    missing = [f"{poll.source}: {poll.reason}" for poll in polls if poll.reason]
    missing += [f"{source.id} died this week: {_obituary(found)}" for source, found in died(desk)]
    paths: list[Path] = []
    notes = [f"{poll.source}: {note}" for poll in polls for note in poll.notes]
    failures: list[str] = []
    try:
        missing += [f"{r.recipient}: {r.state} {r.detail}" for r in returned(desk) if r.state == "refused"]
    except BriefingsError as error:
        missing.append(str(error))
    for name, period in ((name, p) for name, found in periods.items() for p in found):
        try:
            paths += generate(desk, name, _asked(period), FORMATS, tick).paths
            for state, line in _send(desk, name, period):
                (notes if state == "sent" else missing).append(line)
            if period.label > (desk.store.meta(_key(name)) or "") and not _waiting(desk, name, period):
                desk.store.put_meta(_key(name), period.label)
        except BriefingsError as error:
            failures.append(f"{name} {period.label}: {error}")
    pruned = prune(desk)
    if pruned.documents or pruned.polls:
        notes.append(f"Kept no longer: {pruned.documents} documents, {pruned.polls} polls")
    return Ran(tuple(paths), tuple(notes), tuple(missing), tuple(failures))


def _obituary(found: Health) -> str:
    since = f" (since {found.since.date().isoformat()})" if found.since else ""
    return f"{found.reason.rstrip('.')}{since}; correct its address in the configuration, or remove it"


def _waiting(desk: Desk, name: str, period: Period) -> bool:
    """Whether copies are left that no server has taken or refused yet: the next run tries them again."""
    record = latest(desk, name, period)
    copies = desk.store.outbox(f"{name}/{record.label}/v{record.version}")
    return any(copy.state == "queued" for copy in copies)


def _asked(period: Period) -> Asked:
    return Asked(week=period.label)


def _send(desk: Desk, name: str, period: Period) -> Iterator[tuple[str, str]]:
    """(State, line) for each recipient; what waits for approval is a note to its editor, not a failure."""
    _, settings = desk.config.brief(name)
    if not settings.lists:
        return
    record = latest(desk, name, period)
    if settings.approval == "required" and not approved(desk, record):
        yield "missing", f"{name} {period.label} v{record.version} is written and waits for approval"
        return
    for receipt in send(desk, name, _asked(period)).receipts:
        yield receipt.state, f"{receipt.recipient}: {receipt.state} {receipt.detail}".rstrip()


def _tell(desk: Desk, ran: Ran) -> tuple[str, ...]:
    """Mails the operator; gives what stopped the mail, if anything did."""
    operator = desk.config.settings.delivery.operator
    if not operator:
        return ()
    sender = desk.config.settings.delivery.sender
    try:
        server = carrier(desk)
        try:
            outcome = server.send(sender, operator, _report(desk, operator, ran), lambda: None)
        finally:
            server.close()
    except (BriefingsError, UsageError) as error:
        return (f"The operator was not told: {error}",)
    return () if outcome.state == "sent" else (f"The operator was not told: {outcome.answer}",)


def _report(desk: Desk, operator: str, ran: Ran) -> bytes:
    sender = desk.config.settings.delivery.sender
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = operator
    message["Subject"] = "Briefings: a run failed" if ran.failures else "Briefings: a run lacks something"
    message["Date"] = format_datetime(desk.now)
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n".join((*ran.failures, *ran.missing)) + "\n")
    return message.as_bytes()
