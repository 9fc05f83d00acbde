"""A sending process that is killed again and again, and the ledger of what came of it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from briefings.store import open_store
from tests.deliver.server import Office, running
from tests.deliver.test_post import MAILING

SENDER = """
import sys
from briefings.deliver import Letter, PostOptions, Recipient, Server, SmtpOptions, post
from briefings.store import open_store
from tests.deliver.test_post import MAILING
url, port, count = sys.argv[1:]
store = open_store(url)
people = [Recipient(f"r{n}@example.org") for n in range(int(count))]
server = Server(SmtpOptions("127.0.0.1", int(port), timeout=1))
print("started", flush=True)
post(store, [Letter(MAILING, person) for person in people], server, lambda _s: None, PostOptions(backoff=(0.1, 0.1, 0.1)))
server.close()
"""


def office(count: int, dice: random.Random) -> Office:
    """A server with a few of each kind of failure."""
    chosen = [f"r{n}@example.org" for n in dice.sample(range(count), 18)]
    return Office(
        refuse=set(chosen[:3]),
        reject=set(chosen[3:6]),
        drop_after=set(chosen[6:8]),
        slow=set(chosen[8:9]),
        busy=Counter(dict.fromkeys(chosen[9:12], 2)),
        cut=Counter(dict.fromkeys(chosen[12:15], 1)),
        full=Counter(dict.fromkeys(chosen[15:18], 2)),
        closed=2,
    )


def killed(folder: Path, count: int, kills: int, seed: int) -> tuple[Office, dict[str, str]]:
    """The server and the state of each copy, after so many kills at random moments and one undisturbed run."""
    dice = random.Random(seed)
    url = f"sqlite:///{folder / 'store.db'}"
    cued = office(count, dice)
    with running(cued) as port:
        command = [sys.executable, "-c", SENDER, url, str(port), str(count)]
        for _ in range(kills):
            _kill(command, dice.uniform(0, 2.0 / kills + 0.05))
        assert subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0
    store = open_store(url)
    states: dict[str, str] = {copy.recipient: copy.state for copy in store.outbox(MAILING.key)}
    store.close()
    return cued, states


def _kill(command: list[str], after: float) -> None:
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after)
    process.kill()
    process.wait()


def judge(cued: Office, states: dict[str, str], count: int, kills: int) -> None:
    """Nobody has two copies, and each state is what the server knows."""
    copies = Counter(address for address, _ in cued.taken)
    assert max(copies.values()) == 1
    assert len(states) == count
    for address, state in states.items():
        assert state in ("sent", "refused", "uncertain"), (address, state)
        assert state != "sent" or copies[address] == 1, address
        assert state != "refused" or address in cued.refuse | cued.reject, address
        assert copies[address] == 0 or state in ("sent", "uncertain"), address
    doubtful = {address for address, state in states.items() if state == "uncertain"}
    assert cued.drop_after | cued.slow <= doubtful
    assert len(doubtful - cued.drop_after - cued.slow - set(cued.cut)) <= kills
