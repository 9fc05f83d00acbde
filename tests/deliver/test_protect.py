"""What is locked and signed, opened by tools that share no code with what did it: qpdf, openssl, gpg, opendkim."""

from __future__ import annotations

import base64
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pypdf import PdfWriter

from briefings.deliver import Letter, Protection, Recipient, Signing, build
from briefings.errors import DeliveryError
from briefings.types import Artifact
from tests.deliver.test_post import MAILING

ANA = Recipient("ana@example.org", "Ana")
NAME = "weekly_2024-W48_v1_TLP-GREEN_en.pdf"


def tool(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if found is None:
        pytest.skip(f"{name} is not here: `make setup-test` installs it")
    return found


def call(*command: str | Path, given: bytes = b"") -> bytes:
    done = subprocess.run([str(word) for word in command], input=given, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@dataclass(frozen=True)
class Pair:
    """A certificate and its key, PEM."""

    certificate: bytes
    key: bytes


def pair(name: str) -> Pair:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.RFC822Name(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    return Pair(made.public_bytes(serialization.Encoding.PEM), secret)


@pytest.fixture(scope="module")
def desk() -> Pair:
    return pair("desk@example.org")


@pytest.fixture(scope="module")
def ana() -> Pair:
    return pair("ana@example.org")


def mail(protection: Protection = Protection(), signing: Signing = Signing(), **changes: object) -> bytes:  # noqa: B008
    mailing = replace(MAILING, text="Жұма күні.\n.dot\n", signing=signing, **changes)  # type: ignore[arg-type]
    return build(Letter(mailing, replace(ANA, protection=protection)))


def read(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def plain(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def blank_pdf() -> bytes:
    import io

    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "Weekly"})
    writer.write(out)
    return out.getvalue()


def test_a_pdf_opens_with_its_password_only(tmp_path: Path) -> None:
    qpdf = tool("qpdf")
    files = (Artifact(NAME, "application/pdf", blank_pdf()),)
    message = read(mail(Protection(password="пароль 9"), attachments=files))
    (part,) = message.iter_attachments()
    file = tmp_path / "locked.pdf"
    file.write_bytes(part.get_content())
    shown = call(qpdf, "--password=пароль 9", "--show-encryption", file).decode()
    assert "R = 6" in shown
    assert "file encryption method: AESv3" in shown
    call(qpdf, "--password=пароль 9", "--check", file)
    wrong = subprocess.run([qpdf, "--password=other", "--check", str(file)], capture_output=True, check=False)
    assert wrong.returncode == 2
    assert b"invalid password" in wrong.stderr


def test_nothing_but_a_pdf_is_given_a_password() -> None:
    files = (Artifact("weekly.pdf", "text/html", b"<p>"),)
    with pytest.raises(DeliveryError, match="only a PDF"):
        mail(Protection(password="x"), attachments=files)


def test_openssl_opens_what_smime_locked_and_finds_the_signature_good(
    tmp_path: Path, desk: Pair, ana: Pair
) -> None:
    openssl = tool("openssl")
    for name, data in (("desk.pem", desk.certificate), ("ana.pem", ana.certificate), ("ana.key", ana.key)):
        (tmp_path / name).write_bytes(data)
    raw = mail(Protection(smime=ana.certificate), Signing(desk.certificate, desk.key))
    assert b"MAILING" not in raw
    assert "Жұма" not in raw.decode()
    key = tmp_path / "ana.key"
    opened = call(openssl, "cms", "-decrypt", "-recip", tmp_path / "ana.pem", "-inkey", key, given=raw)
    trusted = tmp_path / "desk.pem"
    verified = call(openssl, "cms", "-verify", "-CAfile", trusted, "-purpose", "any", given=opened)
    assert plain(read(verified)) == "Жұма күні.\n.dot\n"


def test_a_change_breaks_the_smime_signature(tmp_path: Path, desk: Pair) -> None:
    openssl = tool("openssl")
    (tmp_path / "desk.pem").write_bytes(desk.certificate)
    raw = mail(signing=Signing(desk.certificate, desk.key))
    command = [openssl, "cms", "-verify", "-CAfile", str(tmp_path / "desk.pem"), "-purpose", "any"]
    call(*command, given=raw)
    forged = raw.replace(b"The HTML edition", b"The xxxx edition")
    assert forged != raw
    assert subprocess.run(command, input=forged, capture_output=True, check=False).returncode != 0


@pytest.fixture
def gpg() -> Iterator[list[str]]:
    """Two people's keys in a home of its own, with a path short enough for the agent's socket."""
    name = tool("gpg")
    with tempfile.TemporaryDirectory(prefix="gpg") as home:
        command = [name, "--homedir", home, "--batch", "--pinentry-mode", "loopback", "--passphrase", ""]
        for who in ("desk@example.org", "ana@example.org"):
            call(*command, "--quick-generate-key", who, "default", "default", "never")
        yield command
        subprocess.run([tool("gpgconf"), "--homedir", home, "--kill", "all"], check=False)


def test_gpg_opens_what_openpgp_locked_and_finds_the_signature_good(gpg: list[str]) -> None:
    secret = call(*gpg, "--armor", "--export-secret-keys", "desk@example.org")
    raw = mail(Protection(openpgp=call(*gpg, "--export", "ana@example.org")), Signing(openpgp_key=secret))
    message = read(raw)
    assert message.get_content_type() == "multipart/encrypted"
    assert "Жұма" not in raw.decode()
    control, data = message.iter_parts()
    assert control.get_payload(decode=True) == b"Version: 1\r\n"
    done = subprocess.run(
        [*gpg, "--status-fd", "2", "--decrypt"],
        input=bytes(data.get_content()),
        capture_output=True,
        check=False,
    )
    assert b"GOODSIG" in done.stderr
    assert plain(read(done.stdout)) == "Жұма күні.\n.dot\n"


def test_gpg_finds_a_signature_on_the_mail_as_it_stands(gpg: list[str], tmp_path: Path) -> None:
    secret = call(*gpg, "--armor", "--export-secret-keys", "desk@example.org")
    raw = mail(signing=Signing(openpgp_key=secret))
    boundary = read(raw).get_boundary()
    assert boundary is not None
    mark = b"--" + boundary.encode()
    _, entity, signature, _ = raw.split(mark)
    (tmp_path / "entity").write_bytes(entity.removeprefix(b"\r\n").removesuffix(b"\r\n"))
    (tmp_path / "signature").write_bytes(signature.partition(b"\r\n\r\n")[2])
    call(*gpg, "--verify", tmp_path / "signature", tmp_path / "entity")


def test_opendkim_finds_the_dkim_signature_good(tmp_path: Path, desk: Pair) -> None:
    opendkim = tool("opendkim")
    raw = mail(
        signing=Signing(dkim_key=desk.key, dkim_selector="mail"), unsubscribe_url="https://example.org/u"
    )
    header = str(read(raw)["DKIM-Signature"]).replace(" ", "")
    assert {"list-unsubscribe", "list-unsubscribe-post", "from", "subject"} <= set(
        header.partition("h=")[2].partition(";")[0].split(":")
    )
    for data, good in ((raw, True), (raw.replace(b"The HTML", b"The xxxx"), False)):
        assert dkim_verdict(opendkim, tmp_path, data, desk) is good


def dkim_verdict(opendkim: str, folder: Path, raw: bytes, desk: Pair) -> bool:
    """What opendkim's own test mode says, with the public key in a file instead of the DNS."""
    public = x509.load_pem_x509_certificate(desk.certificate).public_key()
    der = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    record = f"v=DKIM1; k=rsa; p={base64.b64encode(der).decode()}"
    (folder / "keys").write_text(f"mail._domainkey.example.org {record}\n", encoding="utf-8")
    (folder / "conf").write_text(f"Mode v\nSyslog no\nTestPublicKeys {folder / 'keys'}\n", encoding="utf-8")
    (folder / "mail").write_bytes(raw)
    done = subprocess.run(
        [opendkim, "-x", str(folder / "conf"), "-t", str(folder / "mail"), "-v", "-v", "-v"],
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert ": verification (s=mail" in said, said
    return "2048-bit key) succeeded" in said


@pytest.mark.parametrize(
    ("protection", "signing", "said"),
    [
        (Protection(smime=b"no pem"), Signing(), "no certificate in PEM"),
        (Protection(openpgp=b"no key"), Signing(), "a key cannot be used"),
        (Protection(), Signing(dkim_key=b"no key", dkim_selector="mail"), "cannot be signed"),
        (Protection(), Signing(b"no pem", b"no key"), "sender's key cannot be used"),
    ],
)
def test_a_key_that_is_none_is_named_and_not_shown(
    protection: Protection, signing: Signing, said: str
) -> None:
    with pytest.raises(DeliveryError, match=said):
        mail(protection, signing)


def test_no_secret_is_shown_by_accident() -> None:
    shown = repr(
        (Protection(password="hush"), Signing(smime_key=b"hush", openpgp_key=b"hush", dkim_key=b"hush"))
    )
    assert "hush" not in shown
