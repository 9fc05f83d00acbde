"""Secrets from where they are kept, and a clear word when they are not there."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyrings.alt.file import PlaintextKeyring

from briefings.errors import DeliveryError
from briefings.run.mailing.secrets import key_file, reveal


def test_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAIL_PASSWORD", "hush")
    assert reveal("env:MAIL_PASSWORD", tmp_path, "password") == "hush"


def test_from_a_file_beside_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hush hush\n", encoding="utf-8")
    assert reveal("file:secret", tmp_path, "password") == "hush hush"


def test_from_the_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = PlaintextKeyring()
    monkeypatch.setattr(kept, "file_path", str(tmp_path / "keyring.cfg"), raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(kept)
    try:
        keyring.set_password("mail", "desk", "hush")
        assert reveal("keyring:mail/desk", tmp_path, "password") == "hush"
        with pytest.raises(DeliveryError, match="keyring:mail/other, which is empty or not there"):
            reveal("keyring:mail/other", tmp_path, "password")
    finally:
        keyring.set_keyring(before)


@pytest.mark.parametrize("where", ["env:BRIEFINGS_NOT_SET", "file:nowhere"])
def test_what_is_not_there_is_named(where: str, tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match=f"The password of desk is to be at {where}"):
        reveal(where, tmp_path, "password of desk")


def test_a_key_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert key_file("", tmp_path, "key") == b""
    with pytest.raises(DeliveryError, match="ana's key cannot be read"):
        key_file("ana.pem", tmp_path, "ana's key")
