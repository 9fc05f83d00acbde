"""Sources, exports and backups through the real command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import Project, start
from tests.sources.server import Server

OPML = '<opml version="2.0"><body><outline text="Застава" xmlUrl="https://zastava.example/rss" language="ru"/></body></opml>'


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.shutdown()


@pytest.fixture
def project(tmp_path: Path, server: Server) -> Project:
    project = start(tmp_path / "p")
    path = project.folder / "config.yaml"
    head = path.read_text("utf-8").partition("\nsources:\n")[0]
    own = [
        f"  - {{id: {n}, name: {n}, url: {server.url}/{n}, allow_private: true}}  # ours"
        for n in ("etag", "busy")
    ]
    path.write_text("\n".join([head, "sources:", *own, ""]), "utf-8")
    return project


def test_the_listing_shows_what_the_polls_left(project: Project) -> None:
    assert [s["state"] for s in project.run("sources", "list", "--json").json["sources"]] == [
        "not polled"
    ] * 2
    assert project.run("collect").status == 3
    listed = project.run("sources", "list", "--json")
    assert listed.status == 3
    good, bad = listed.json["sources"]
    assert (good["state"], good["new"], good["grade"]) == ("ok", 2, "F")
    assert (bad["state"], bad["failures"], bad["reason"]) == ("failing", 1, "The server answered 429.")
    assert "failing" in project.run("sources", "list").out


def test_a_check_asks_and_stores_nothing(project: Project, server: Server) -> None:
    asked = project.run("sources", "check", "etag", "--json")
    assert (asked.status, asked.json["checks"][0]["state"], asked.json["checks"][0]["items"]) == (
        0,
        "ok",
        "2",
    )
    assert project.run("articles", "--json").json == {"articles": []}
    assert project.run("sources", "check", "nobody").status == 2


def test_a_grade_is_written_into_the_configuration_with_its_comments(project: Project) -> None:
    assert project.run("sources", "grade", "etag", "b").status == 0
    assert project.run("sources", "list", "--json").json["sources"][0]["grade"] == "B"
    assert (project.folder / "config.yaml").read_text("utf-8").count("# ours") == 2
    assert project.run("sources", "grade", "etag", "G").status == 2


def test_lists_of_feeds_go_in_and_out(project: Project) -> None:
    (project.folder / "feeds.opml").write_text(OPML, "utf-8")
    assert project.run("sources", "import", "feeds.opml").out == "1 added, 0 known already\n"
    assert project.run("sources", "import", "feeds.opml").out == "0 added, 1 known already\n"
    assert project.run("sources", "list", "--json").json["sources"][2]["language"] == "ru"
    assert 'xmlUrl="https://zastava.example/rss"' in project.run("sources", "export").out
    missing = project.run("sources", "import", "nowhere.opml")
    assert (missing.status, "nowhere.opml cannot be opened: no such file" in missing.err) == (1, True)


def test_articles_are_exported_by_suffix_and_to_standard_output(project: Project) -> None:
    project.run("collect")
    assert project.run("export", "a.csv").status == 0
    data = (project.folder / "a.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    assert sorted(row["title"] for row in rows) == ["Пост etag 0", "Пост etag 1"]
    assert len(project.run("export").out.splitlines()) == 2
    assert project.run("export", "--format", "xml").status == 1


def test_columns_can_be_named_and_private_addresses_allowed_when_importing(
    project: Project, server: Server
) -> None:
    (project.folder / "a.csv").write_text("Headline,Erschienen\nPosts reinforced,2024-11-27\n", "utf-8")
    told = project.run("import", "a.csv")
    assert (told.status, "--map date=COLUMN" in told.err) == (3, True)
    assert project.run("import", "a.csv", "--map", "date=Erschienen").status == 0
    assert project.run("import", "a.csv", "--map", "day=Erschienen").status == 2
    refused = project.run("import", f"{server.url}/page")
    assert (refused.status, "say --allow-private" in refused.err) == (3, True)
    assert "1 new" in project.run("import", "--allow-private", f"{server.url}/page").out


def test_backup_wipe_restore_gives_the_same_brief(project: Project) -> None:
    project.run("collect", "etag")
    asked = ("--week", "2024-W48", "--format", "pdf,html,json")
    first = [Path(line).read_bytes() for line in project.run("generate", *asked).out.split()]
    assert project.run("backup", "b.gz").status == 0
    refused = project.run("restore", "b.gz")
    assert (refused.status, "is not empty" in refused.err) == (1, True)
    for part in project.folder.glob("briefings.db*"):
        part.unlink()
    assert project.run("restore", "b.gz").status == 0
    assert [Path(line).read_bytes() for line in project.run("generate", *asked).out.split()] == first
