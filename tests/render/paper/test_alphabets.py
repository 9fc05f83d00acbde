"""Every letter of the watch list on paper, with the fonts that set-up installs; Chinese with and without its own.

The fonts that a rendering may see are named by ``FONTCONFIG_FILE``, so each case runs in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from briefings import config
from briefings.brief_types import Line
from briefings.render import render
from tests.project import ROOT
from tests.render import pdf_reading as read
from tests.render import sample

CHINESE = "塔吉克斯坦边防部队星期四重新开放口岸"
RENDER = """
import sys
from dataclasses import replace
from briefings.brief_types import Line
from briefings.render import render
from tests.render import sample
brief = replace(sample.two_pages(), also_noted=(Line(sys.argv[1], (1,), "zh"),))
sys.stdout.buffer.write(render(brief, ["pdf"])[0].data)
"""
HIDDEN = (
    "".join(
        f"<rejectfont><pattern><patelt name='lang'><string>{lang}</string></patelt></pattern></rejectfont>"
        for lang in ("zh", "zh-cn", "zh-tw", "zh-hk", "zh-sg", "ja")
    )
    + "<rejectfont><glob>*CJK*</glob></rejectfont><rejectfont><glob>*Droid*Fallback*</glob></rejectfont>"
)
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", os.environ.get("CHINESE_FONTS", ""))


def printed(tmp_path: Path, *, chinese: bool) -> bytes:
    """A brief with a Chinese line, printed where all fonts are, or all but those for Chinese."""
    hidden = "" if chinese else HIDDEN
    fonts = tmp_path / "fonts.conf"
    folders = "".join(f"<dir>{folder}</dir>" for folder in FOLDERS if folder)
    fonts.write_text(
        f"<fontconfig>{folders}<cachedir>{tmp_path}</cachedir><selectfont>{hidden}</selectfont></fontconfig>",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-c", RENDER, CHINESE],
        cwd=ROOT,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-600:]
    return done.stdout


def letters() -> dict[str, str]:
    """Language -> every letter that a name of the watch list has in it; Chinese apart."""
    found: dict[str, set[str]] = {}
    for topic in config.load(ROOT / "config.yaml").watchlist.topics:
        for lang, names in topic.aliases.items():
            found.setdefault(lang, set()).update(c for name in names for c in name if c.isalpha())
    return {lang: "".join(sorted(of)) for lang, of in found.items() if lang not in ("zh", "ja", "ko")}


def test_every_letter_of_the_watch_list_is_printed_with_an_embedded_font() -> None:
    alphabets = letters()
    assert len(alphabets) >= 14
    lines = tuple(Line(" ".join(of), (1,), lang) for lang, of in sorted(alphabets.items()) if of)
    (file,) = render(replace(sample.two_pages(), also_noted=lines), ["pdf"])

    assert read.missing_glyphs(file.data) == set()
    assert read.placeholders(file.data) == 0
    text = unicodedata.normalize("NFKC", read.words(file.data))
    lost = {c for of in alphabets.values() for c in of if unicodedata.normalize("NFKC", c) not in text}
    assert lost == set()
    assert all("/FontFile2" in f["/FontDescriptor"].get_object() for f in read.fonts(file.data).values())


def test_without_a_font_for_chinese_the_brief_says_so(tmp_path: Path) -> None:
    data = printed(tmp_path, chinese=False)
    words = read.words(data)
    assert "[…]" in words
    assert "For Chinese install fonts-noto-cjk" in words
    assert not any("\u4e00" <= c <= "\u9fff" for c in words)
    assert (read.placeholders(data), read.missing_glyphs(data)) == (0, set())


@pytest.mark.skipif(
    not any(f for folder in FOLDERS if folder for f in Path(folder).rglob("NotoSansCJK-Regular*")),
    reason="no fonts-noto-cjk here, nor in the folder that $CHINESE_FONTS names",
)
def test_with_a_font_for_chinese_every_sign_is_printed(tmp_path: Path) -> None:
    data = printed(tmp_path, chinese=True)
    words = read.words(data)
    assert CHINESE in words.replace(" ", "")
    assert "[…]" not in words
    assert read.placeholders(data) == 0
    assert any("CJK" in name for name in read.fonts(data))
