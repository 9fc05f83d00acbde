"""A real Postfix of its own: in a folder, on a free port, ended with the test. It needs root, as Postfix does."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

MASTER = Path("/usr/lib/postfix/sbin/master")
MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
myhostname = mx.example
mydestination =
inet_protocols = ipv4
inet_interfaces = 127.0.0.1
alias_maps =
alias_database =
virtual_mailbox_domains = example.org
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = inline:{{ {boxes} }}
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
transport_maps = inline:{{ gone@example.org=smtp:[127.0.0.1]:{further} }}
message_size_limit = 1048576
smtpd_recipient_restrictions = check_recipient_access inline:{{ later@example.org=DEFER }}, reject_unauth_destination
maillog_file = {folder}/log
maillog_file_prefixes = /
smtpd_tls_security_level = may
smtpd_tls_chain_files = {folder}/chain.pem
"""
SERVICES = """
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
virtual unix - n n - - virtual
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
"""
QUEUES = (
    "active",
    "bounce",
    "corrupt",
    "defer",
    "deferred",
    "flush",
    "hold",
    "incoming",
    "private",
    "saved",
    "trace",
)


@dataclass(frozen=True)
class Postfix:
    """A running instance."""

    folder: Path
    port: int

    def mails(self, name: str, count: int, seconds: float = 20) -> list[bytes]:
        """What lies in a person's box, once so many mails are there or the time is over."""
        box, until = self.folder / "mail" / name / "new", time.monotonic() + seconds
        while time.monotonic() < until and len(list(box.glob("*"))) < count:
            time.sleep(0.1)
        return [file.read_bytes() for file in sorted(box.glob("*"))]


@contextmanager
def postfix(people: Sequence[str], chain: bytes, further: int = 9) -> Iterator[Postfix]:
    """Runs it with a mailbox for each of ``people``; ``gone`` is sent on to ``further``, ``later`` is told to wait."""
    if not MASTER.exists() or os.geteuid() != 0:
        pytest.skip(
            "this needs root and Postfix: `make setup-test` installs it where no other mail server is"
        )
    with tempfile.TemporaryDirectory(prefix="postfix") as made:
        folder = Path(made)
        port = _prepare(folder, people, chain, further)
        with subprocess.Popen([str(MASTER), "-c", str(folder / "conf"), "-d"]) as master:
            try:
                _wait(port)
                yield Postfix(folder, port)
            finally:
                master.terminate()


def _prepare(folder: Path, people: Sequence[str], chain: bytes, further: int) -> int:
    owner = pwd.getpwnam("postfix")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    for name in (
        "conf",
        "data",
        "mail",
        "queue",
        *(f"queue/{n}" for n in (*QUEUES, "pid", "public", "maildrop")),
    ):
        (folder / name).mkdir(parents=True)
    for name in ("data", *(f"queue/{n}" for n in QUEUES)):
        os.chown(folder / name, owner.pw_uid, -1)
    for name in ("public", "maildrop"):
        shutil.chown(folder / "queue" / name, "postfix", "postdrop")
    os.chown(folder / "mail", 65534, 65534)
    folder.chmod(0o755)  # a box's owner has to get there
    (folder / "chain.pem").write_bytes(chain)
    boxes = ", ".join(f"{name}@example.org={name}/" for name in people)
    (folder / "conf" / "main.cf").write_text(
        MAIN.format(folder=folder, boxes=boxes, further=further), encoding="utf-8"
    )
    (folder / "conf" / "master.cf").write_text(SERVICES.format(port=port).lstrip(), encoding="utf-8")
    return port


def _wait(port: int) -> None:
    until = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return
