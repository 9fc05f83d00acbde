"""Locks and signatures: a PDF with a password, S/MIME, OpenPGP.

What is locked here is opened by others' tools: qpdf, openssl, gpg (``tests/deliver/test_protect.py``). The libraries
are an extra, so that a desk that needs none of this installs none: ``pip install '.[protect]'``.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.errors import DeliveryError, needs

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate

EXTRA = needs("protect")


@dataclass(frozen=True, slots=True)
class Protection:
    """How one person's copy is locked; empty = not at all."""

    password: str = field(default="", repr=False)
    """Opens the attached PDF."""
    smime: bytes = b""
    """The person's certificate, PEM."""
    openpgp: bytes = b""
    """The person's public key, armoured or not."""

    @property
    def hidden(self) -> bool:
        """Whether only the person can read the mail itself."""
        return bool(self.smime or self.openpgp)


OPEN = Protection()


@dataclass(frozen=True, slots=True)
class Signing:
    """What the sender signs with; empty = nothing."""

    smime_certificate: bytes = b""
    smime_key: bytes = field(default=b"", repr=False)
    """PEM, without a passphrase."""
    openpgp_key: bytes = field(default=b"", repr=False)
    """Secret key, armoured or not, without a passphrase."""
    dkim_key: bytes = field(default=b"", repr=False)
    """RSA key, PEM; ``dkim_selector`` names its public half in the DNS."""
    dkim_selector: str = ""


UNSIGNED = Signing()


@lru_cache(maxsize=64)
def locked(pdf: bytes, password: str) -> bytes:
    """The PDF under AES-256 (ISO 32000-2, revision 6). Raises ``DeliveryError``."""
    import secrets

    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import DependencyError, PyPdfError

    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
        # Whoever opens it may do what a reader may; nobody holds the owner's password.
        writer.encrypt(password, owner_password=secrets.token_urlsafe(32), algorithm="AES-256")
        out = io.BytesIO()
        writer.write(out)
    except DependencyError as error:
        raise DeliveryError(f"A PDF with a password needs the cryptography library: {EXTRA}") from error
    except PyPdfError as error:
        raise DeliveryError(f"The PDF cannot be given a password: {error}") from error
    return out.getvalue()


def seal(entity: bytes, protection: Protection, signing: Signing) -> bytes:
    """A MIME entity (its headers and body, CRLF) signed by the sender and locked for one person.

    OpenPGP goes before S/MIME where a person has both. Raises ``DeliveryError`` when a key cannot be used.
    """
    if protection.openpgp or (signing.openpgp_key and not protection.smime):
        return _openpgp(entity, protection.openpgp, signing.openpgp_key)
    if signing.smime_key:
        entity = _smime_signed(entity, signing.smime_certificate, signing.smime_key)
    return _smime_locked(entity, protection.smime) if protection.smime else entity


def _smime_signed(entity: bytes, certificate: bytes, key: bytes) -> bytes:
    """``multipart/signed`` (RFC 8551, 3.5.3): readable without S/MIME, too."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

    own, private = _sender(certificate, key)
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    builder = pkcs7.PKCS7SignatureBuilder().set_data(entity).add_signer(own, private, hashes.SHA256())
    signature = builder.sign(Encoding.DER, options)
    kind = 'multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256'
    return _signed(kind, entity, "application/pkcs7-signature; name=smime.p7s", signature, "smime.p7s")


def _smime_locked(entity: bytes, certificate: bytes) -> bytes:
    """``application/pkcs7-mime`` (RFC 8551, 3.3) under AES-256."""
    from cryptography.hazmat.primitives.ciphers import algorithms
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

    try:
        builder = pkcs7.PKCS7EnvelopeBuilder().set_data(entity).add_recipient(_certificate(certificate))
    except TypeError as error:
        raise DeliveryError(f"S/MIME: the recipient's certificate cannot be used: {error}") from error
    builder = builder.set_content_encryption_algorithm(algorithms.AES256)
    data = builder.encrypt(Encoding.DER, [pkcs7.PKCS7Options.Binary])
    return _entity(
        "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
        data,
        'attachment; filename="smime.p7m"',
    )


def _openpgp(entity: bytes, recipient: bytes, key: bytes) -> bytes:
    """PGP/MIME (RFC 3156): encrypted, with the signature inside, or signed only."""
    try:
        import pysequoia
    except ImportError as error:
        raise DeliveryError(f"OpenPGP needs the pysequoia library: {EXTRA}") from error
    try:
        signer = pysequoia.Tsk.from_bytes(key).signer() if key else None
        if signer is not None and not recipient:
            signature = bytes(pysequoia.sign(signer, entity, mode=pysequoia.SignatureMode.DETACHED))
            kind = 'multipart/signed; protocol="application/pgp-signature"; micalg=pgp-sha512'
            return _signed(kind, entity, "application/pgp-signature; name=signature.asc", signature, "")
        person = pysequoia.Cert.from_bytes(recipient)
        data = bytes(pysequoia.encrypt(entity, recipients=[person], signer=signer))
    except Exception as error:
        reason = str(error).partition("\n")[0]
        raise DeliveryError(f"OpenPGP: a key cannot be used: {reason}") from error
    version = b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
    body = b"Content-Type: application/octet-stream; name=encrypted.asc\r\n\r\n" + _crlf(data)
    return _multipart('multipart/encrypted; protocol="application/pgp-encrypted"', (version, body))


@lru_cache(maxsize=8)
def _sender(certificate: bytes, key: bytes) -> tuple[Certificate, RSAPrivateKey]:
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        private = load_pem_private_key(key, None)
    except (ValueError, TypeError) as error:
        raise DeliveryError(f"S/MIME: the sender's key cannot be used: {error}") from error
    return _certificate(certificate), private  # type: ignore[return-value]  # RSA or EC: both sign


@lru_cache(maxsize=256)
def _certificate(pem: bytes) -> Certificate:
    try:
        from cryptography.x509 import load_pem_x509_certificate
    except ImportError as error:
        raise DeliveryError(f"S/MIME needs the cryptography library: {EXTRA}") from error
    try:
        return load_pem_x509_certificate(pem)
    except ValueError as error:
        raise DeliveryError(f"S/MIME: this is no certificate in PEM: {error}") from error


def _signed(kind: str, entity: bytes, signature_kind: str, signature: bytes, name: str) -> bytes:
    if name:
        return _multipart(
            kind, (entity, _entity(signature_kind, signature, f'attachment; filename="{name}"'))
        )
    return _multipart(kind, (entity, f"Content-Type: {signature_kind}\r\n\r\n".encode() + _crlf(signature)))


def _multipart(kind: str, parts: tuple[bytes, ...]) -> bytes:
    import hashlib

    boundary = "=_" + hashlib.sha256(b"".join(parts)).hexdigest()[:40]
    mark = f"--{boundary}".encode()
    head = f'Content-Type: {kind};\r\n boundary="{boundary}"\r\n\r\n'.encode()
    return head + b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"


def _entity(kind: str, data: bytes, disposition: str) -> bytes:
    import base64

    lines = base64.encodebytes(data).replace(b"\n", b"\r\n")
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: {disposition}\r\n\r\n"
    return head.encode() + lines


def _crlf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
