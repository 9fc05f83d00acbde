from __future__ import annotations

import json
from dataclasses import replace

import pytest

from briefings import brief_json
from briefings.errors import RenderError, UsageError
from briefings.render import file_stem, render
from tests.render import sample


def test_the_three_ordinary_files_carry_the_stem_and_their_media_types() -> None:
    files = render(sample.two_pages())
    assert [(f.name, f.media_type) for f in files] == [
        ("central-asia_2024-W48_v1_TLP-GREEN_en.pdf", "application/pdf"),
        ("central-asia_2024-W48_v1_TLP-GREEN_en.html", "text/html"),
        ("central-asia_2024-W48_v1_TLP-GREEN_en.json", "application/json"),
    ]


def test_the_json_is_the_brief() -> None:
    (file,) = render(sample.two_pages(), ["json"])
    assert brief_json.load(file.data) == sample.two_pages()
    assert json.loads(file.data)["period"]["from"] == "2024-11-25"


def test_a_strict_label_and_a_foreign_name_make_a_plain_file_name() -> None:
    brief = sample.two_pages()
    identity = replace(brief.brief, name="Средняя Азия / weekly", tlp="TLP:AMBER+STRICT")
    assert file_stem(replace(brief, brief=identity)) == "weekly_2024-W48_v1_TLP-AMBER-STRICT_en"


def test_white_is_refused_by_name() -> None:
    brief = sample.two_pages()
    with pytest.raises(RenderError, match="TLP:CLEAR"):
        render(replace(brief, brief=replace(brief.brief, tlp="TLP:WHITE")))


@pytest.mark.parametrize("label", ["", "TLP: GREEN", "tlp:green", "GREEN", "TLP:AMBER STRICT", "TLP:ЗЕЛЁНЫЙ"])
def test_only_the_five_labels_pass(label: str) -> None:
    brief = sample.two_pages()
    with pytest.raises(RenderError, match="not a TLP"):
        render(replace(brief, brief=replace(brief.brief, tlp=label)), ["html"])


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"odt.*html.*json.*pdf"):
        render(sample.two_pages(), ["odt"])


@pytest.mark.parametrize("edition", ["html", "pdf"])
def test_the_same_brief_gives_the_same_bytes(edition: str) -> None:
    first, second = (render(sample.two_pages(), [edition])[0].data for _ in range(2))
    assert first == second
