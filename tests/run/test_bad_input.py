"""What the user gets when something is wrong: one sentence, the right exit status, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import Project, start

GOOD = json.dumps(
    {
        "title": "CSTO ministers meet in Dushanbe on border security",
        "text": "Ministers of the CSTO met in Dushanbe on 26 November 2024 to discuss the Tajik-Afghan border.",
        "date": "2024-11-26",
        "url": "https://vakhsh-courier.example/a/1",
        "lang": "en",
    }
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return start(tmp_path / "desk")


def put(project: Project, name: str, content: bytes | str) -> str:
    file = project.folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def said_once(err: str, *words: str) -> bool:
    """One line says all of these words, and no line is of a traceback."""
    return "Traceback" not in err and any(all(w in line for w in words) for line in err.splitlines())


def test_a_missing_file(project: Project) -> None:
    ran = project.run("import", "nowhere.txt")
    assert ran.status in (1, 3)
    assert said_once(ran.err, "nowhere.txt")


def test_an_empty_file(project: Project) -> None:
    ran = project.run("import", put(project, "empty.txt", ""))
    assert ran.status == 3
    assert said_once(ran.err, "empty.txt", "empty")


def test_a_binary_file(project: Project) -> None:
    ran = project.run("import", put(project, "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40))
    assert ran.status == 3
    assert said_once(ran.err, "picture.txt")


def test_a_windows_1251_page_is_read_as_russian(project: Project) -> None:
    text = (
        "Совещание пограничников в Душанбе\n\nВ Душанбе 26 ноября 2024 года прошло совещание пограничных служб стран "
        "ОДКБ. Участники обсудили охрану таджикско-афганской границы и обмен сведениями.\n"
    )
    ran = project.run("import", put(project, "scrape.txt", text.encode("cp1251")))
    assert ran.status == 0, ran.err
    (article,) = project.run("articles", "--json").json["articles"]
    assert "таджикско-афганской границы" in article["text"]


def test_a_malformed_jsonl_line_costs_itself_alone(project: Project) -> None:
    ran = project.run("import", put(project, "week.jsonl", f'{GOOD}\n{{"title": "broken\n'))
    assert ran.status == 3
    assert said_once(ran.err, "week.jsonl", "2")
    assert len(project.run("articles", "--json").json["articles"]) == 1


def test_a_csv_without_a_date_column_says_which_columns_it_has(project: Project) -> None:
    ran = project.run("import", put(project, "export.csv", "headline,body\nA title,Some text of a report\n"))
    assert ran.status == 3
    assert said_once(ran.err, "export.csv", "date", "headline")


def test_a_file_of_50_megabytes(project: Project) -> None:
    ran = project.run("import", put(project, "huge.txt", b"word " * 10_500_000))
    assert ran.status == 3
    assert said_once(ran.err, "huge.txt", "MB")


def test_unknown_keys_are_all_listed_with_their_lines(project: Project) -> None:
    config = project.folder / "config.yaml"
    config.write_text("stroe: x\nbreifs: {}\n" + config.read_text("utf-8"), encoding="utf-8")
    ran = project.run("generate")
    assert ran.status == 2
    assert said_once(ran.err, ":1:", "stroe", "store")
    assert said_once(ran.err, ":2:", "breifs", "briefs")


def test_a_week_with_nothing_in_it_is_a_valid_honest_brief(project: Project) -> None:
    brief = project.brief("--week", "2024-W48")
    assert brief["stories"] == []
    assert brief["borders"]
    assert {b["state"] for b in brief["borders"]} == {"not monitored"}
    assert "Nothing was collected" in brief["bottom_line"]


@pytest.mark.parametrize("week", ["2024-W54", "W48", "next", "2024-48-1"])
def test_an_unknown_week(project: Project, week: str) -> None:
    ran = project.run("generate", "--week", week)
    assert ran.status == 2
    assert said_once(ran.err, week[-2:])


def test_a_week_that_has_not_begun(project: Project) -> None:
    ran = project.run("generate", "--week", "2096-W05")
    assert ran.status == 2
    assert said_once(ran.err, "2096-W05", "30 Jan 2096", "clock")


def test_check_takes_a_wrong_configuration_for_wrong_usage(project: Project) -> None:
    put(project, "config.yaml", "brefs: {}\n")
    ran = project.run("check")
    assert ran.status == 2
    assert "did you mean 'briefs'" in ran.out


def test_from_without_to(project: Project) -> None:
    ran = project.run("generate", "--from", "2024-11-20")
    assert ran.status == 2
    assert said_once(ran.err, "--to")


def test_an_unknown_command_names_the_nearest(project: Project) -> None:
    ran = project.run("genrate")
    assert ran.status == 2
    assert said_once(ran.err, "generate")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user or mount a small disk")
class TestAsRoot:
    """What needs another user or another disk."""

    def test_a_read_only_output_folder(self, project: Project) -> None:
        output = project.folder / "output"
        output.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(output)], check=True)
        try:
            ran = project.run("generate", "--week", "2024-W48", "--format", "json")
        finally:
            subprocess.run(["umount", str(output)], check=True)
        assert ran.status == 1
        assert said_once(ran.err, "output", "cannot be written")

    @pytest.fixture
    def small_disk(self, tmp_path: Path) -> Iterator[Path]:
        folder = tmp_path / "small"
        folder.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=True)
        yield folder
        subprocess.run(["umount", "-l", str(folder)], check=True)

    def test_a_full_disk_under_the_output(self, project: Project, small_disk: Path) -> None:
        (project.folder / "output").symlink_to(small_disk)
        (small_disk / "ballast").write_bytes(b"x" * 1_040_000)
        ran = project.run("generate", "--week", "2024-W48", "--format", "json,html")
        assert ran.status == 1
        assert said_once(ran.err, "disk is full")
        assert not [f for f in small_disk.rglob("*") if f.is_file() and f.name != "ballast"]

    def test_a_full_disk_under_the_store(self, project: Project, small_disk: Path) -> None:
        config = project.folder / "config.yaml"
        text = config.read_text("utf-8").replace(
            "sqlite:///briefings.db", f"sqlite:///{small_disk}/briefings.db"
        )
        config.write_text(text, encoding="utf-8")
        assert project.run("import", put(project, "one.jsonl", GOOD + "\n")).status == 0
        noise = "".join(
            json.dumps({"title": f"T{n}", "text": os.urandom(900).hex(), "date": "2024-11-26"}) + "\n"
            for n in range(900)
        )
        ran = project.run("import", put(project, "many.jsonl", noise))
        assert ran.status == 1
        assert said_once(ran.err, "full")
        assert len(project.run("articles", "--json").json["articles"]) == 1
