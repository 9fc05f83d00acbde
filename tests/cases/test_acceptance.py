"""Acceptance tests of a brief that ask for more than a look at one file: all letters, all dates, grey paper, mail, twice.

Numbered as in ``test_page_faults``, where the others stand; each runs on files that the real commands wrote.
"""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import zipfile
from collections import Counter
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from lxml import html
from PIL import Image

from briefings.brief.language import lint
from briefings.cli.sample import WEEK
from tests.cases.bad_week import fill
from tests.cases.test_page_faults import BROKEN
from tests.cases.week import Finished, Week, desk, item
from tests.render import pdf_reading as read

MONDAY = datetime(2024, 12, 2, 4, 0, tzinfo=UTC)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
DAY = rf"({'|'.join(WEEKDAYS)})(?:s?day|nesday|rsday|urday)?"
MONTH = rf"({'|'.join(MONTHS)})[a-z]*"
BEFORE = re.compile(rf"\b{DAY},? (\d{{1,2}}) {MONTH}\b(?: (\d{{4}}))?")
"""``Thu 28 Nov 2024``."""
AFTER = re.compile(rf"\b{DAY},? {MONTH} (\d{{1,2}})\b(?:, (\d{{4}}))?")
"""``Thursday, November 28``."""
ALERTS = re.compile(r"https?://|\bcid:")


def tree_of(source: str) -> Any:
    """A page, parsed."""
    return html.fromstring(source)


def printed(files: dict[str, Path], data: bytes) -> dict[str, str]:
    """What a reader sees of each edition, on one line."""
    tree = tree_of(re.sub(r"data:[\w/;,+=-]+", "", files[".html"].read_text("utf-8")))
    for part in tree.xpath("//style|//script"):
        part.drop_tree()
    word = zipfile.ZipFile(files[".docx"]).read("word/document.xml").decode()
    texts = {
        "pdf": read.words(data),
        "html": tree.text_content(),
        "markdown": files[".md"].read_text("utf-8"),
        "word": " ".join(re.findall(r"<w:t[^>]*>([^<]*)", word)),
    }
    return {name: " ".join(text.split()) for name, text in texts.items()}


def test_acceptance_3_every_edition_is_whole_and_every_letter_comes_from_an_embedded_font(
    files: dict[str, Path], data: bytes
) -> None:
    texts = printed(files, data)
    broken = {name: BROKEN.findall(text) for name, text in texts.items() if name not in ("markdown", "word")}
    assert broken == {"pdf": [], "html": []}
    assert not re.search(r"utm_|fbclid|\{\{|�|□|Ð[\u0080-\u00ff]", texts["markdown"] + texts["word"])
    assert read.missing_glyphs(data) == set()
    assert read.placeholders(data) == 0
    embedded = {name: font["/FontDescriptor"].get_object() for name, font in read.fonts(data).items()}
    assert len(embedded) > 5
    assert [name for name, about in embedded.items() if not {"/FontFile2", "/FontFile3"} & set(about)] == []


def test_acceptance_3_would_notice_a_placeholder() -> None:
    """A font's own box for what it lacks has an outline: only its number tells it."""
    font = TTFont(next(Path("/usr/share/fonts").rglob("NotoSans-Regular.ttf")))
    assert font["glyf"][font.getGlyphOrder()[0]].numberOfContours > 0
    drawn = b"BT /F 8 Tf [<0037>0<0000>0<002f>] TJ ET"
    assert read.zeros(drawn) == 1


def test_acceptance_4_every_weekday_fits_its_date(files: dict[str, Path], data: bytes) -> None:
    texts = printed(files, data) | {"json": files[".json"].read_text("utf-8")}
    for name, text in texts.items():
        dates = [(d, int(n), m, y) for d, n, m, y in BEFORE.findall(text)]
        dates += [(d, int(n), m, y) for d, m, n, y in AFTER.findall(text)]
        assert len(dates) > 30, name
        wrong = [found for found in dates if not agrees(*found)]
        assert wrong == [], name


def agrees(weekday: str, number: int, month: str, year: str) -> bool:
    """Without a year, that of the week."""
    when = date(int(year or 2024), MONTHS.index(month) + 1, number)
    return WEEKDAYS[when.weekday()] == weekday


def test_acceptance_4_would_notice_a_wrong_one() -> None:
    assert [agrees(d, int(n), m, y) for d, n, m, y in BEFORE.findall("Wed 28 Nov 2024, Thu 28 Nov")] == [
        False,
        True,
    ]


def test_acceptance_6_no_sentence_of_the_brief_s_own_estimates_or_dramatises(brief: dict[str, Any]) -> None:
    lines = [*brief["bottom_line_parts"], *brief["key_points"], *brief["also_noted"]]
    lines += [line for story in brief["stories"] for line in (*story["reported"], *story["comments"])]
    own = [re.sub(r"“[^”]*”", "", line["text"]) for line in lines if line["basis"] == "composed"]
    own += [s["headline"] for s in brief["stories"] if s["headline_basis"] == "composed"]
    own += [caveat for story in brief["stories"] for caveat in story["caveats"]] + brief["method"]
    assert len(own) > 10
    assert [(text, fault) for text in own for fault in lint.composed(text)] == []


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("It is likely, with high confidence, that the gate stays shut.", "in one sentence"),
        ("The gate will undoubtedly stay shut.", "drama"),
    ],
)
def test_acceptance_6_a_person_is_held_to_it_too(
    sample_week: Week, brief: dict[str, Any], tmp_path: Path, sentence: str, why: str
) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(f"stories:\n  {brief['stories'][0]['id']}:\n    assessed: '{sentence}'\n", "utf-8")
    ran = sample_week.run("edit", "--week", WEEK[0], "--apply", str(sheet))
    assert ran.status == 2
    assert why in ran.err


def test_acceptance_7_the_shades_of_the_strip_stay_apart_in_grey(
    data: bytes, page: str, tmp_path: Path
) -> None:
    """Printed grey at half size: the strip's shades 12 L* apart or more, each of them on paper."""
    sheet = shades(page)
    lightness = [luminance(colour) for colour in sheet]
    assert len(lightness) == 5
    assert all(a - b >= 12 for a, b in pairwise(lightness)), lightness

    (tmp_path / "brief.pdf").write_bytes(data)
    subprocess.run(["pdftoppm", "-gray", "-r", "75", "brief.pdf", "page"], cwd=tmp_path, check=True)
    pictures = [Image.open(path) for path in sorted(tmp_path.glob("page-*.pgm"))]
    pixels = [picture.histogram() for picture in pictures]
    seen = {value for histogram in pixels for value, n in enumerate(histogram) if n > 60}
    for colour in sheet[:3] + sheet[4:]:
        grey = round(sum(w * c for w, c in zip((0.299, 0.587, 0.114), channels(colour), strict=True)))
        assert {grey - 1, grey, grey + 1} & seen, colour


def test_acceptance_7_every_number_on_the_map_is_legible_in_grey_at_half_size(
    data: bytes, page: str, tmp_path: Path
) -> None:
    """Each number's plate has dark letters on light ground, and no two numbers look alike; the lines have their ink."""
    number = next(n for n, text in enumerate(read.pages(data)) if "Natural Earth" in text)
    (tmp_path / "brief.pdf").write_bytes(data)
    cut = ["-f", str(number + 1), "-l", str(number + 1), "-singlefile"]
    subprocess.run(["pdftoppm", "-gray", "-r", "75", *cut, "brief.pdf", "map"], cwd=tmp_path, check=True)
    picture = Image.open(tmp_path / "map.pgm")
    plates, (wide, high) = plated(page)
    top = map_top(list(read.boxes(data, read.Word))[number], plates)
    looks: dict[str, bytes] = {}
    for (x, y, width, height), said in plates:
        seen = picture.crop(scaled(x + 1, top + y + 1, width - 2, height - 2))
        present = [value for value, n in enumerate(seen.histogram()) if n]
        dark, light = present[0], present[-1]
        assert dark < 110, said
        assert light > 235, said
        looks[said] = seen.resize((24, 8)).tobytes()
    assert len(plates) > 5
    assert len(set(looks.values())) == len(looks) > 3
    points = [(x, y) for x, y in traced(page) if 2 < x < wide - 2 and 2 < y < high - 2]
    inked = [min(picture.crop(scaled(x - 1, top + y - 1, 2, 2)).tobytes(), default=255) for x, y in points]
    assert len(points) > 100
    assert sum(value < 140 for value in inked) > 0.6 * len(points)  # the gaps of dashed lines are white


def traced(page: str) -> list[tuple[float, float]]:
    """The points of the borders with reports, in points of the map."""
    drawn = page.partition('class="map large"')[2].partition("</svg>")[0]
    paths = re.findall(r'class="line-active"[^>]* d="([^"]+)"', drawn)
    return [(float(x), float(y)) for path in paths for x, y in re.findall(r"([\d.]+)[ ,]([\d.]+)", path)]


Box = tuple[float, float, float, float]
LEFT = 19 * read.MILLIMETRE


def plated(page: str) -> tuple[list[tuple[Box, str]], tuple[float, float]]:
    """The numbers on the large map with their plates, in points of the map, and the map's size."""
    drawn = page.partition('class="map large"')[2].partition("</svg>")[0]
    size = re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', drawn)
    assert size
    found = re.findall(
        r'class="plate"[^>]* x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/>\s*<text[^>]*>([^<]+)<',
        drawn,
    )
    boxes = [((float(x), float(y), float(w), float(h)), said) for x, y, w, h, said in found]
    return boxes, (float(size[1]), float(size[2]))


def map_top(words: list[read.Word], plates: list[tuple[Box, str]]) -> float:
    """How far the map stands below the edge of the paper: where most of its numbers say so."""
    tops = Counter(
        round((word.top + word.bottom - 2 * y - height) / 2)
        for (x, y, width, height), said in plates
        for word in words
        if word.text == said.split()[0] and LEFT + x < word.left < LEFT + x + width
    )
    return float(tops.most_common(1)[0][0])


def scaled(x: float, y: float, width: float, height: float) -> tuple[int, int, int, int]:
    """A box of the map on the page, in pixels of 75 to the inch."""
    left, upper = (LEFT + x) * 75 / 72, y * 75 / 72
    return round(left), round(upper), round(left + width * 75 / 72), round(upper + height * 75 / 72)


def shades(page: str) -> list[str]:
    """The five steps of the strip, from the style sheet inside the page."""
    root = page.partition(":root")[2].partition("}")[0]
    return [re.search(rf"--s{n}: (#\w{{6}})", root)[1] for n in range(5)]  # type: ignore[index]


def channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    """CIE L* of an sRGB colour, 0 (black) to 100."""
    linear = [((c / 255 + 0.055) / 1.055) ** 2.4 if c > 10 else c / 255 / 12.92 for c in channels(colour)]
    y = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return float(116 * y ** (1 / 3) - 16)


@pytest.fixture(scope="module")
def two_desks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Week, Week]:
    """The same documents at two desks."""
    first, second = (desk(tmp_path_factory.mktemp(name)) for name in ("first", "second"))
    fill(first)
    fill(second)
    return first, second


def test_f33_acceptance_9_the_same_documents_give_the_same_bytes(two_desks: tuple[Week, Week]) -> None:
    formats = ("pdf", "html", "json", "md", "csv", "ics", "docx")
    first, second = (week.issue("2024-W48", now=MONDAY, formats=formats) for week in two_desks)
    assert len(first.files) == len(formats)
    assert {k: digest(p) for k, p in first.files.items()} == {k: digest(p) for k, p in second.files.items()}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_acceptance_9_one_article_more_changes_only_what_it_touches(two_desks: tuple[Week, Week]) -> None:
    week = two_desks[0]
    before = week.issue("2024-W48", now=MONDAY)
    text = "A ferry ran aground near Kelif on the Turkmen-Afghan border on Friday, its captain said. Nobody was hurt."
    week.add(item("Ferry runs aground at Kelif", "2024-11-29", f"{text} {text[2:]}", "Amu Boats"), now=MONDAY)
    after = week.issue("2024-W48", now=MONDAY)

    told = {story.id: story for story in after.brief.stories}
    new = [s for s in after.brief.stories if s.id not in {old.id for old in before.brief.stories}]
    assert [any("Kelif" in line.text for line in s.reported) for s in new] == [True]
    for old in before.brief.stories:
        assert words_of(before, old.id) == words_of(after, old.id)
        assert told[old.id].articles == old.articles
    rows = {row.id: row.reports for row in after.brief.borders}
    changed = {row.id for row in before.brief.borders if rows[row.id] != row.reports}
    assert changed == {"border.tm-af"}


def words_of(issue: Finished, story: str) -> tuple[Any, ...]:
    """What is said of a story; its number and its references may move."""
    (block,) = [s for s in issue.brief.stories if s.id == story]
    lines = tuple(line.text for line in (*block.reported, *block.comments))
    return block.headline, block.dateline, lines, block.origin_names, block.caveats


@pytest.fixture(scope="module")
def mails(sample_week: Week, files: dict[str, Path]) -> list[EmailMessage]:
    """The mails of the sample week, as they would leave."""
    assert files
    ran = sample_week.run(
        "send", "--week", WEEK[0], "--dry-run", "--json", SOURCE_DATE_EPOCH=f"{WEEK[1].timestamp():.0f}"
    )
    assert ran.status in (0, 3), ran.err
    found = sorted(sample_week.folder.rglob("*.eml"))
    messages = [message_from_bytes(path.read_bytes(), policy=default) for path in found]
    assert all(isinstance(message, EmailMessage) for message in messages)
    return [message for message in messages if isinstance(message, EmailMessage)]


def test_f32_acceptance_10_a_mail_has_its_parts_in_order_and_needs_nothing(mails: list[EmailMessage]) -> None:
    (mail,) = mails
    kinds = [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
    assert kinds[:2] == ["text/plain", "text/html"]
    assert kinds[-1] == "application/pdf"
    plain, page = (mail.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert page is not None
    text, source = plain.get_content(), page.get_content()
    assert 1500 < len(text) < 60_000
    assert len(source.encode()) < 100_000
    tree = tree_of(source)
    assert [
        s for s in tree.xpath("//@src|//@background") if ALERTS.match(s) and not s.startswith("cid:")
    ] == []
    assert "url(" not in source
    assert tree.xpath("//script|//link|//iframe|//form") == []
    for words in ("CSTO", "28 Nov 2024", "TLP:GREEN"):
        assert words in text
        assert words in tree.text_content()
    assert not tree.xpath("//img[not(@alt)]")


def test_f32_acceptance_10_a_mail_has_its_headers_and_one_recipient(mails: list[EmailMessage]) -> None:
    (mail,) = mails
    for header in ("From", "To", "Date", "Message-ID", "Subject", "MIME-Version"):
        assert len(mail.get_all(header, [])) == 1, header
    assert [str(a.addr_spec) for a in mail["To"].addresses] == ["analyst@desk.example"]
    assert (mail["Cc"], mail["Bcc"]) == (None, None)
    assert mail["Subject"].startswith("[TLP:GREEN]")
    assert mail["Subject"].isprintable()
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert any(name and "TLP-GREEN" in name and name.endswith(".pdf") for name in names)
    assert max(len(line) for line in mail.as_bytes().splitlines()) <= 998


def test_f27_mail_file_and_page_carry_one_marking(mails: list[EmailMessage], data: bytes) -> None:
    (mail,) = mails
    attached = next(part for part in mail.iter_attachments() if part.get_content_type() == "application/pdf")
    content = attached.get_content()
    assert {*re.findall(r"TLP:[A-Z+]+", read.words(content) + mail["Subject"])} == {"TLP:GREEN"}
    assert read.reader(io.BytesIO(content).getvalue()).get_num_pages() == read.reader(data).get_num_pages()
