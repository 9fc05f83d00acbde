"""The PDF under other people's tools: page for PDF/UA-1 and PDF/A-3a, qpdf for its syntax, poppler for tags and fonts."""

from __future__ import annotations

import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from briefings.brief_types import Brief
from briefings.render import render
from briefings.render.paper.pdf import print_page
from tests.render import sample

QPDF = shutil.which("qpdf")


@pytest.fixture(scope="module", params=["pdf", "archive"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("checked") / "brief.pdf"
    path.write_bytes(render(sample.two_pages(), [request.param])[0].data)
    return path


def said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(not QPDF, reason="no qpdf on this computer; `make setup-test` installs it")
def test_qpdf_finds_no_fault_in_its_syntax(file: Path) -> None:
    assert "No syntax or stream encoding errors found" in said("qpdf", "--check", str(file))


@pytest.mark.parametrize(
    "brief", [sample.two_pages(), sample.six_scripts(), sample.empty()], ids=["two", "scripts", "empty"]
)
@pytest.mark.parametrize(("edition", "profile"), [("pdf", "ua1"), ("archive", "3a")])
def test_an_independent_validator_finds_no_fault(brief: Brief, edition: str, profile: str) -> None:
    page = pytest.importorskip("page", reason="page-validation comes with `make setup-test`")
    report = page.validate_pdf_bytes(render(brief, [edition])[0].data, profile=profile)
    assert [str(failure) for failure in report.failures] == []
    assert report.is_compliant


def test_the_validator_would_notice_a_picture_without_words() -> None:
    page = pytest.importorskip("page", reason="page-validation comes with `make setup-test`")
    odd = "<html lang=en><title>x</title><body><p>Text</p><svg width='9' height='9'><rect width='9' height='9'/></svg>"
    report = page.validate_pdf_bytes(print_page(odd, "pdf/ua-1").data, profile="ua1")
    assert any("Alt" in str(failure) for failure in report.failures)


def test_poppler_sees_a_tagged_file_with_its_title(file: Path) -> None:
    about = dict(line.split(":", 1) for line in said("pdfinfo", str(file)).splitlines() if ":" in line)
    assert about["Tagged"].strip() == "yes"
    assert about["Title"].strip().startswith("Central Asia & Afghanistan Security Brief")
    assert about["JavaScript"].strip() == about["Encrypted"].strip() == "no"


def test_poppler_reads_the_headings_out_of_the_tags(file: Path) -> None:
    tags = said("pdfinfo", "-struct-text", str(file))
    kinds = [line.split()[0].rstrip(":") for line in tags.splitlines() if line.strip() and '"' not in line]
    levels = [int(kind[1]) for kind in kinds if kind in ("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {"Table", "TH", "Figure", "Link", "LI"} <= set(kinds)


def test_poppler_finds_every_font_embedded_with_its_letters(file: Path) -> None:
    lines = said("pdffonts", str(file)).splitlines()[2:]
    assert lines
    for line in lines:
        embedded, subset, unicode = line.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")
