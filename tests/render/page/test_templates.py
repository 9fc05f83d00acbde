from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefings.errors import RenderError
from briefings.render import RenderOptions, render
from briefings.render.page.context import context
from briefings.render.page.environment import shipped
from briefings.render.tlp import marked
from tests.render import pdf_reading as read
from tests.render import sample

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "templates.md"


def documented(section: str) -> set[str]:
    """The names in the first column of a section's table."""
    part = PAGE.read_text(encoding="utf-8").partition(f"## {section}\n")[2].partition("\n## ")[0]
    cells = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
    return {name.partition("(")[0] for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def test_every_variable_is_documented_and_exists() -> None:
    names = set(context(sample.two_pages(), "html"))
    assert documented("Variables") - {"most"} | documented("Functions") == names


def test_every_template_is_documented_and_exists() -> None:
    files = {str(p.relative_to(shipped())) for p in shipped().rglob("*") if p.is_file()}
    assert documented("Files") == files


def own(folder: Path, name: str, text: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def drawn(templates: Path) -> str:
    return render(sample.two_pages(), ["html"], templates)[0].data.decode()


def test_a_file_that_comes_goes_or_changes_between_two_drawings_is_noticed(tmp_path: Path) -> None:
    assert "House note" not in drawn(tmp_path)
    own(tmp_path, "parts/also.html.j2", "<p>House note</p>")
    own(tmp_path, "brief.css", "h1 { color: rebeccapurple }")
    assert "House note" in drawn(tmp_path)
    assert "rebeccapurple" in drawn(tmp_path)
    (tmp_path / "parts/also.html.j2").rename(tmp_path / "parts/too.html.j2")
    (tmp_path / "brief.css").unlink()
    assert "House note" not in drawn(tmp_path)
    assert "rebeccapurple" not in drawn(tmp_path)


def test_a_mistake_in_a_style_sheet_or_in_its_letters_names_the_sheet(tmp_path: Path) -> None:
    own(tmp_path, "brief.css", "\n{{ typo }}")
    with pytest.raises(RenderError, match=r"^Template brief\.css, line 2: 'typo'"):
        drawn(tmp_path)
    (tmp_path / "brief.css").write_bytes(b"\n\n/* caf\xe9 */")
    with pytest.raises(RenderError, match=r"^Template brief\.css, line 3: .*UTF-8"):
        drawn(tmp_path)


@pytest.mark.parametrize(("name", "edition"), [("brief.html.j2", "html"), ("mail.html.j2", "eml")])
def test_a_page_that_lost_its_marking_is_refused(tmp_path: Path, name: str, edition: str) -> None:
    own(tmp_path, name, "<title>{{ title }}</title></head><body>{{ brief.bottom_line }}</body>")
    with pytest.raises(RenderError, match=rf"Template {name}: .*TLP:GREEN"):
        render(sample.two_pages(), [edition], tmp_path)
    own(tmp_path, name, "<title>{{ title }}</title></head><body>{{ mark.label }}</body>")
    assert render(sample.two_pages(), [edition], tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- {label} -->",
        "<!-- a > b: {label}",
        "<style>p { content: '{label}' }</style>",
        "<SCRIPT>'{label}'</SCRIPT>",
        "<p title='{label}'>The brief</p>",
        "<p>{label}+STRICT</p>",
    ],
)
def test_a_label_that_nobody_sees_is_no_marking(text: str) -> None:
    page = f"<html><head></head><body>{text.replace('{label}', 'TLP:AMBER')}<p>Guards</p></body></html>"
    with pytest.raises(RenderError, match="lacks its marking"):
        marked(page, "TLP:AMBER", "brief.html.j2")
    seen = page.replace("Guards", "Guards. <b>TLP:AMBER</b>")
    if "<!-- a" not in text:  # a comment without an end takes all behind it
        assert marked(seen, "TLP:AMBER", "brief.html.j2") == seen


def test_a_file_of_the_user_replaces_ours_and_only_that(tmp_path: Path) -> None:
    own(tmp_path, "parts/also.html.j2", "<p>House note for {{ period }}</p>")
    (file,) = render(sample.two_pages(), ["pdf"], tmp_path)
    page = read.words(file.data)
    assert "House note for Week 48" in page
    assert "Bazaar in Osh" not in page
    assert "What changed since last week" in page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fine\n{{ brief.nothing }}", r"parts/also\.html\.j2, line 2: .*'nothing'"),
        ("{{ brief.brief.titel }}", r"line 1: .*'titel'; did you mean 'title'\. Mend"),
        ("{{ word.stories }}", r"line 1: 'word' is undefined; did you mean 'words'\. Mend"),
        ("{{ cite() }}", r"line 1: cite\(\) missing 2"),
        ('{% include "parts/also.html.j2" %}', r"parts/also\.html\.j2, line 1: it includes itself"),
        ("{{ cycler() }}", r"parts/also\.html\.j2, line 1: "),
        ("{{ 'a' * 99999999999999 }}", r"parts/also\.html\.j2, line 1: .*memory"),
        ("{{ typo }}", r"also\.html\.j2, line 1: 'typo' is undefined"),
        ("\n\n{% if %}", r"also\.html\.j2, line 3"),
        ("{{ 1 // 0 }}", r"also\.html\.j2, line 1: .*zero"),
        ("{{ words.nothing }}", r"also\.html\.j2, line 1: .*nothing"),
        ('{% include "missing.html" %}', r"missing\.html"),
    ],
)
def test_a_mistake_names_template_line_and_variable(tmp_path: Path, text: str, said: str) -> None:
    own(tmp_path, "parts/also.html.j2", text)
    with pytest.raises(RenderError, match=said):
        render(sample.two_pages(), ["html"], tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "{{ brief.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ cite.__globals__ }}",
        "{{ bind.__closure__ }}",
    ],
)
def test_a_template_cannot_leave_its_sandbox(tmp_path: Path, text: str) -> None:
    own(tmp_path, "parts/also.html.j2", text)
    with pytest.raises(RenderError):
        render(sample.two_pages(), ["html"], tmp_path)


def test_a_template_cannot_read_a_file_outside_its_folders(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    own(tmp_path / "mine", "parts/also.html.j2", '{% include "../secret" %}')
    with pytest.raises(RenderError):
        render(sample.two_pages(), ["html"], tmp_path / "mine")


def test_a_template_that_the_configuration_names_and_nobody_wrote_is_told(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"no template 'mine\.html\.j2'.* mend `template` in config\.yaml"):
        render(sample.two_pages(), ["html"], tmp_path, RenderOptions(template="mine"))


def test_a_folder_of_templates_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="does not exist"):
        render(sample.two_pages(), ["html"], tmp_path / "none")
