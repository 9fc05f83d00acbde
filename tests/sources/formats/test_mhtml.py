"""Pages saved as a single file."""

from __future__ import annotations

from pathlib import Path

from tests.sources.test_load import loaded, put, wholes

PAGE = "<html><head><meta charset='utf-8'></head><body><h1>Фуры у ворот</h1></body></html>"
SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://vakhsh.example/2024/11/27/a\r\n"
    b'Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    b"Content-Location: https://vakhsh.example/2024/11/27/a\r\n\r\n" + PAGE.encode() + b"\r\n--b\r\n"
    b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
)


def test_the_page_comes_with_its_address_and_without_its_pictures(tmp_path: Path) -> None:
    path = put(tmp_path, "page.mhtml", SAVED)
    ((document,), problems) = loaded(path)
    assert (document.raw.decode().strip(), document.media_type) == (PAGE, "text/html")
    assert document.url == "https://vakhsh.example/2024/11/27/a"
    assert problems == []
    assert wholes(path)[0].raw == SAVED


def test_a_file_without_a_page_is_told(tmp_path: Path) -> None:
    documents, problems = loaded(put(tmp_path, "page.mht", b"Subject: x\r\n\r\nwords"))
    assert documents == []
    assert [told.reason for told in problems] == ["It holds no page that can be read."]
