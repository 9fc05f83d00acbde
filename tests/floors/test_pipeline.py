"""The whole way on real input: the seed page alone, and a real week of 1,071 items."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.project import Project, start

pytestmark = pytest.mark.floors

CHROME = (
    "Путин",
    "Putin",
    "WTA",
    "салон",
    "альпака",
    "Rss.plus",
    "ru24.net\n",
    "Добавить новость",
    "Moscow.media",
)
"""Words of the seed page's navigation, sidebars and advertisements."""


@pytest.fixture(scope="module")
def seeded(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = start(tmp_path_factory.mktemp("seed"))
    assert project.run("import", str(data / "seed" / "csto-summit-afghanistan.txt")).status == 0
    return project


@pytest.fixture(scope="module")
def week(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = start(tmp_path_factory.mktemp("week"))
    ran = project.run("import", str(data / "weeks" / "2025-11-24.jsonl"))
    assert ran.status == 0, ran.err
    return project


def test_the_seed_is_read_perfectly(seeded: Project, data: Path) -> None:
    ran = seeded.run("read", str(data / "seed"), "--json")
    (article,) = ran.json["articles"]
    assert article["title"] == "CSTO to address Afghanistan’s security threats at Summit in Kazakhstan"
    assert len(article["text"].split()) == 257
    assert article["text"].startswith("The Secretary-General of the Collective Security")
    assert article["text"].endswith("permanent members of the CSTO.")
    assert article["language"] == "en"
    assert article["published"] == {
        "value": "2024-11-27", "precision": "day", "basis": "inferred", "from": "2024-11-27", "to": "2024-11-28",
    }  # fmt: skip
    chain = (article["publisher"], article["republisher"], article["wire"])
    assert chain == ("Khaama Press", "ru24.net", "TASS")
    assert article["url"] is None
    assert article["author"] is None
    assert [(e["start"], e["place"], e["status"]) for e in article["events"]] == [
        ("2024-11-28", "Astana, Kazakhstan", "announced")
    ]
    assert [q["speaker"] for q in article["quotes"] if q["direct"]] == ["Imangali Tasmagambetov"] * 2


def test_four_copies_of_the_seed_are_four_articles_of_one_origin(data: Path, tmp_path: Path) -> None:
    """The page as saved, the outlet it is from, a third site that shortened it, and the agency's own wording."""
    project = start(tmp_path)
    seed = str(data / "seed" / "csto-summit-afghanistan.txt")
    (read,) = project.run("read", seed, "--json").json["articles"]
    wording = (
        "MOSCOW, November 27. /TASS/. Leaders of the CSTO member states will consider a draft programme for the "
        "Tajik-Afghan border at their summit in Astana on November 28, CSTO Secretary General Imangali Tasmagambetov "
        "told TASS. He also spoke of the military and political situation in the zone of responsibility of the CSTO."
    )
    rows = [
        {"source": "Khaama Press", "title": read["title"], "text": read["text"], "url": "https://www.khaama.com/csto/"},
        {"source": "nsn.asia", "title": "CSTO summit: programme for Tajik border", "url": "https://nsn.asia/1",
         "text": "\n\n".join(read["text"].split("\n\n")[:6])},
        {"source": "TASS", "title": "CSTO leaders to discuss Tajik-Afghan border at Astana summit", "text": wording,
         "url": "https://tass.com/world/1"},
    ]  # fmt: skip
    copies = tmp_path / "copies.jsonl"
    copies.write_text("\n".join(json.dumps({"date": "2024-11-27", **row}) for row in rows), "utf-8")
    for path in (seed, str(copies)):
        ran = project.run("import", path)
        assert ran.status == 0, ran.err

    (story,) = project.brief("--week", "2024-W48")["stories"]
    assert (len(story["articles"]), story["origins"], story["origin_names"]) == (4, 1, ["TASS"])


def test_the_seed_is_tagged_perfectly(seeded: Project, data: Path) -> None:
    ran = seeded.run("tag", str(data / "seed" / "csto-summit-afghanistan.txt"), "--json")
    levels: dict[str, set[str]] = {}
    for tag in ran.json["tags"]:
        levels.setdefault(tag["level"], set()).add(tag["topic"])
    assert levels["primary"] == {
        "body.csto", "border.tj-af", "theme.border-security", "theme.alliance-politics", "country.af",
    }  # fmt: skip
    assert levels["secondary"] == {"theme.terrorism", "theme.drug-trafficking", "country.tj", "country.kz"}


def test_the_seed_alone_makes_a_brief(seeded: Project) -> None:
    brief = seeded.brief("--week", "2024-W48")
    (story,) = brief["stories"]
    assert (len(story["articles"]), story["outlets"], story["origins"]) == (1, 1, 1)
    row = next(b for b in brief["borders"] if b["id"] == "border.tj-af")
    assert (row["reports"], row["origins"]) == (1, 1)
    (event,) = brief["events"]
    assert (event["start"], event["ahead"]) == ("2024-11-28", False)
    assert {b["state"] for b in brief["borders"]} <= {"reports", "quiet", "not monitored"}


def test_the_summit_is_ahead_of_an_issue_that_closes_before_it(seeded: Project) -> None:
    brief = seeded.brief("--from", "2024-11-21", "--to", "2024-11-27")
    (event,) = brief["events"]
    assert (event["start"], event["ahead"]) == ("2024-11-28", True)


def test_nothing_of_the_pages_chrome_reaches_an_output(seeded: Project) -> None:
    ran = seeded.run("generate", "--week", "2024-W48", "--format", "html,json")
    for path in ran.out.split():
        text = re.sub(r"data:[\w/;,+=-]+", "", Path(path).read_text("utf-8"))  # fonts hold any letters
        assert [word for word in CHROME if word in text] == []


def test_the_week_leads_with_the_summit(week: Project) -> None:
    brief = week.brief("--week", "2025-W48")
    summits = [s for s in brief["stories"] if _about(s, "CSTO", "Bishkek")]
    assert "body.csto" in {t["id"] for t in brief["stories"][0]["topics"]}
    assert summits[0]["id"] == brief["stories"][0]["id"]
    assert len(brief["stories"][0]["articles"]) >= 10
    assert "Georgia drops" not in json.dumps(brief)


def test_the_week_keeps_to_eight_pages_and_to_its_bytes(week: Project) -> None:
    from pypdf import PdfReader

    first = week.run("generate", "--week", "2025-W48")
    before = {path: Path(path).read_bytes() for path in first.out.split()}
    again = week.run("generate", "--week", "2025-W48")
    assert {path: Path(path).read_bytes() for path in again.out.split()} == before
    (pdf,) = (path for path in before if path.endswith(".pdf"))
    assert len(PdfReader(pdf).pages) <= 8


def _about(story: dict[str, Any], *words: str) -> bool:
    text = story["headline"] + " ".join(line["text"] for line in story["reported"])
    return all(word in text for word in words)
