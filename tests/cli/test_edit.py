"""``briefings edit`` and the analyst's hand on stories, from the command line to the brief."""

from __future__ import annotations

import json
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project import Here, Project, Ran, start

CONFIG = """\
watchlists: [western-balkans]
briefs:
  desk: {title: Desk, tlp: TLP:GREEN, timezone: Europe/Belgrade}
"""
TALKS = {
    "title": "Police commanders of Kosovo and Serbia meet at the Jarinje crossing",
    "text": "Police commanders met at Jarinje on 26 November to discuss the Kosovo-Serbia border, an official said.",
    "date": "2024-11-26",
    "url": "https://ibar-courier.example/a/1",
}
CANNABIS = {
    "title": "Cannabis found in a lorry on the border of Albania and Kosovo",
    "text": "Officers on the Albania-Kosovo border found cannabis in a lorry on Thursday, a spokesman said.",
    "date": "2024-11-28",
    "url": "https://prizren-post.example/a/2",
}
SURVEY = {
    "title": "Surveyors walk the Bosnia-Serbia border on the Drina",
    "text": "Surveyors of both sides walked nine kilometres of the Bosnia-Serbia border on the Drina, officials said.",
    "date": "2024-11-27",
    "url": "https://drina-notes.example/a/3",
}
LATER = {
    "title": "Second lorry with cannabis stopped on the border of Albania and Kosovo",
    "text": "Officers on the Albania-Kosovo border stopped a second lorry with cannabis on Saturday, a spokesman said.",
    "date": "2024-11-30",
    "url": "https://valley-mail.example/a/4",
}
ROUND = {
    "title": "Kosovo-Serbia border talks to be held on 4 December",
    "text": "Kosovo and Serbia will hold talks on the Kosovo-Serbia border on 4 December, an official said.",
    "date": "2024-11-29",
    "url": "https://ibar-courier.example/a/5",
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("imported"))
    (project.folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    put(Here(project.folder), TALKS, CANNABIS, SURVEY)
    return project.folder


@pytest.fixture
def project(tmp_path: Path, imported: Path) -> Project:
    return Here(Path(shutil.copytree(imported, tmp_path / "desk")))


def put(project: Project, *items: dict[str, str]) -> None:
    file = project.folder / "items.jsonl"
    file.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    assert project.run("import", str(file)).status == 0


def done(ran: Ran) -> Ran:
    assert ran.status == 0, ran.err
    return ran


def brief(project: Project) -> dict[str, Any]:
    return project.brief("--week", "2024-W48")


def stories(project: Project) -> dict[str, list[str]]:
    """Titles by story id."""
    listed = done(project.run("stories", "--week", "2024-W48", "--json")).json["stories"]
    return {story["id"]: story["titles"] for story in listed}


def story(project: Project, word: str) -> str:
    return next(found for found, titles in stories(project).items() if word in " ".join(titles))


def article(project: Project, word: str) -> str:
    listed = project.run("articles", "--search", word, "--json").json["articles"]
    return str(listed[0]["id"])


def sheet(project: Project, *words: str) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.safe_load(
        done(project.run("edit", "--week", "2024-W48", "--show", *words)).out
    )
    return tree


def apply(project: Project, tree: dict[str, Any], author: str = "Ana") -> Ran:
    path = project.folder / "sheet.yaml"
    path.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    return project.run("edit", "--apply", str(path), "--author", author)


def test_what_is_set_is_printed_survives_and_is_taken_back(project: Project) -> None:
    talks, cannabis = story(project, "commanders"), story(project, "Cannabis")
    tree = sheet(project)
    tree["bottom_line"] = "Talks have begun; more are likely."
    tree["key_points"] = ["One point.", "Another."]
    tree["pins"], tree["drops"] = [cannabis], [story(project, "Surveyors")]
    tree["stories"][talks] |= {"headline": "Commanders talk", "assessed": "A second round is likely."}
    tree["stories"][cannabis]["so_what"] = "Expect checks."
    tree["arrows"]["border.xk-rs"] = {"arrow": "better", "reason": "first talks this year"}
    tree["corrections"] = [{"issue": "2024-W47", "text": "Four, not five."}]
    done(apply(project, tree))
    put(project, LATER)
    after = brief(project)
    first, *others = after["stories"]
    assert after["bottom_line"] == "Talks have begun; more are likely."
    assert [point["text"] for point in after["key_points"]] == ["One point.", "Another."]
    assert (first["id"], first["so_what"]) == (cannabis, "Expect checks.")
    assert [(s["headline"], s["assessed"]) for s in others if s["id"] == talks] == [
        ("Commanders talk", "A second round is likely.")
    ]
    assert "Surveyors" not in json.dumps(after["stories"])
    assert {(row["arrow"], row["reason"]) for row in after["borders"] if row["arrow"]} == {
        ("better", "first talks this year")
    }
    assert "Four, not five." in [entry["text"] for entry in after["corrections"]]
    assert any("55–80 %" in line for line in after["method"])
    assert "Ana" in done(project.run("edit", "--week", "2024-W48", "--undo")).out
    assert "Second lorry" in brief(project)["bottom_line"]


def test_an_event_and_the_review_are_set_on_the_sheet(project: Project) -> None:
    put(project, ROUND)
    tree = sheet(project)
    event = next(iter(tree["events"]))
    tree["events"][event] = {"name": "Round two of the talks", "status": "confirmed"}
    tree["reviewed_by"] = "Ana"
    done(apply(project, tree))
    after = brief(project)
    line = next(entry for entry in after["events"] if entry["id"] == event)
    assert (line["name"], line["status"], line["caveat"]) == (
        "Round two of the talks",
        "confirmed",
        "Edited by hand.",
    )
    assert "reviewed by Ana on" in after["method"][0]
    assert sheet(project)["events"][event] == tree["events"][event]

    tree = sheet(project)
    tree["events"] |= {event: {"date": "2024-13-01", "status": "certain"}, "event-none": {"drop": True}}
    refused = apply(project, tree)
    assert refused.status == 2
    assert all(
        word in refused.err for word in ("is not a day", "'certain' is none of", "no event 'event-none'")
    )


def test_the_sheet_shows_again_what_was_set(project: Project) -> None:
    tree = sheet(project)
    tree["bottom_line"] = 'A "quoted" line: with # signs – and тире.'
    done(apply(project, tree))
    again = sheet(project)
    assert (again["bottom_line"], again["based_on"]) == (tree["bottom_line"], 1)
    ran = done(apply(project, again, "Ben"))
    assert "Nothing was changed" in ran.err


def test_two_people_at_once_lose_nothing_in_silence(project: Project) -> None:
    ana, ben = sheet(project), sheet(project)
    ana["bottom_line"], ben["bottom_line"] = "Ana's line.", "Ben's line."
    done(apply(project, ana))
    ran = apply(project, ben, "Ben")
    assert ran.status == 2
    assert "Ana has changed this issue" in ran.err
    assert "bottom_line" in ran.err
    assert brief(project)["bottom_line"] == "Ana's line."


def test_of_two_sheets_applied_in_the_same_moment_one_is_kept_and_the_other_is_told(project: Project) -> None:
    """Two processes, as two people at two desks."""
    made = []
    for author in ("Ana", "Ben"):
        tree = sheet(project) | {"bottom_line": f"{author}'s line."}
        path = project.folder / f"{author}.yaml"
        path.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
        made.append(("edit", "--apply", str(path), "--author", author))
    apart = Project(project.folder)
    with ThreadPoolExecutor(2) as pool:
        ana, ben = pool.map(lambda call: apart.run(*call), made)
    assert sorted((ana.status, ben.status)) == [0, 2]
    kept, told = ("Ana", ben.err) if ana.status == 0 else ("Ben", ana.err)
    assert f"{kept} has changed this issue" in told
    assert "Nothing was kept" in told
    assert brief(project)["bottom_line"] == f"{kept}'s line."


def test_a_wrong_sheet_is_refused_whole_with_lines(project: Project) -> None:
    tree = {"bottom_line": "Fine.", "bottom_lines": "x", "pins": ["2024-w48/nothing"]}
    ran = apply(project, tree)
    assert ran.status == 2
    assert "sheet.yaml:2: bottom_lines: unknown setting; did you mean 'bottom_line'?" in ran.err
    assert "there is no story '2024-w48/nothing'" in ran.err
    assert sheet(project)["bottom_line"] == ""


def test_a_vanished_story_becomes_a_note(project: Project) -> None:
    tree = sheet(project)
    cannabis = story(project, "Cannabis")
    tree["stories"][cannabis]["assessed"] = "More is likely."
    done(apply(project, tree))
    done(project.run("stories", "merge", story(project, "commanders"), cannabis))
    notes = brief(project)["coverage"]["notes"]
    assert any(cannabis in note and "no longer" in note for note in notes)


def test_what_was_typed_is_never_lost(project: Project) -> None:
    editor = project.folder / "editor.py"
    editor.write_text(
        "import pathlib, sys\np = pathlib.Path(sys.argv[1])\np.write_text(p.read_text() + 'extra: 1\\n')\n",
        encoding="utf-8",
    )
    ran = project.run("edit", "--week", "2024-W48", EDITOR=f"{sys.executable} {editor}")
    assert ran.status == 2
    assert "extra: unknown setting" in ran.err
    kept = project.folder / "edit-1.yaml"
    assert str(kept) in ran.err
    assert kept.read_text(encoding="utf-8").endswith("extra: 1\n")


def test_merged_stories_stay_one_when_articles_arrive(project: Project) -> None:
    talks, cannabis = story(project, "commanders"), story(project, "Cannabis")
    done(project.run("stories", "merge", talks, cannabis, "--author", "Ana"))
    put(project, LATER)
    assert len(stories(project)[talks]) >= 2
    assert cannabis not in stories(project)
    assert {TALKS["title"], CANNABIS["title"]} <= set(stories(project)[talks])
    listed = {s["id"]: s for s in brief(project)["stories"]}
    assert {article(project, "commanders"), article(project, "spokesman Thursday")} <= set(
        listed[talks]["articles"]
    )
    brief(project)
    assert "merge" in done(project.run("stories", "undo")).out
    assert cannabis in stories(project)


def test_an_article_is_split_off_and_moved(project: Project) -> None:
    talks, cannabis = story(project, "commanders"), story(project, "Cannabis")
    done(project.run("stories", "move", article(project, "Surveyors"), talks))
    assert SURVEY["title"] in stories(project)[talks]
    done(project.run("stories", "split", talks, article(project, "Surveyors")))
    assert SURVEY["title"] not in stories(project)[talks]
    assert [SURVEY["title"]] in stories(project).values()
    assert stories(project)[cannabis] == [CANNABIS["title"]]


def test_pins_drops_and_names_of_stories_reach_the_brief(project: Project) -> None:
    talks, cannabis, survey = (story(project, word) for word in ("commanders", "Cannabis", "Surveyors"))
    last = brief(project)["stories"][-1]["id"]
    done(project.run("stories", "pin", last))
    dropped = next(s for s in (talks, cannabis, survey) if s != last)
    done(project.run("stories", "drop", dropped))
    done(project.run("stories", "rename", last, "A name of our own"))
    after = brief(project)
    assert (after["stories"][0]["id"], after["stories"][0]["headline"]) == (last, "A name of our own")
    assert dropped not in [s["id"] for s in after["stories"]]
    edits = done(project.run("stories", "edits", "--json")).json["edits"]
    assert [edit["action"] for edit in edits] == ["pin", "drop", "rename"]


def test_an_edit_of_a_merged_story_is_one_of_the_story_it_went_into(project: Project) -> None:
    talks, cannabis = story(project, "commanders"), story(project, "Cannabis")
    done(project.run("stories", "merge", talks, cannabis))
    done(project.run("stories", "rename", cannabis, "One name for both"))
    assert {s["id"]: s["headline"] for s in brief(project)["stories"]}[talks] == "One name for both"


def test_edits_are_taken_over_into_another_project_once(project: Project, tmp_path: Path) -> None:
    talks, cannabis = story(project, "commanders"), story(project, "Cannabis")
    done(project.run("stories", "merge", talks, cannabis))
    done(project.run("stories", "pin", cannabis))
    kept = tmp_path / "edits.json"
    kept.write_text(done(project.run("stories", "edits", "--json")).out, encoding="utf-8")

    other = start(tmp_path / "other", type(project))
    shutil.copyfile(project.folder / "config.yaml", other.folder / "config.yaml")
    assert "2 taken over, 0 held here already" in done(other.run("stories", "apply", str(kept))).out
    put(other, TALKS, CANNABIS, SURVEY)
    assert {TALKS["title"], CANNABIS["title"]} <= set(stories(other)[talks])
    assert brief(other)["stories"][0]["id"] == talks
    assert "0 taken over, 2 held here already" in done(other.run("stories", "apply", str(kept))).out


@pytest.mark.parametrize("text", ["[]", "{", '{"edits": [{"action": "shout", "story": "x"}]}'])
def test_a_file_without_edits_of_stories_is_refused(project: Project, text: str) -> None:
    (project.folder / "edits.json").write_text(text, encoding="utf-8")
    ran = project.run("stories", "apply", str(project.folder / "edits.json"))
    assert (ran.status, "holds no edits of stories" in ran.err) == (2, True)
    assert done(project.run("stories", "edits", "--json")).json["edits"] == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["pin", "2024-w48/nothing"], "There is no story '2024-w48/nothing'"),
        (["merge", "{talks}", "{talks}"], "cannot be merged with itself"),
        (["merge", "{talks}", "{talks}x"], "did you mean '{talks}'?"),
        (["split", "{talks}", "{article}"], "leave at least one"),
        (["move", "nothing", "{talks}"], "There is no article 'nothing'"),
        (["rename", "{talks}", "  "], "blank"),
        (["undo"], "no edit to take back"),
    ],
)
def test_what_cannot_be_done_is_told(project: Project, words: list[str], reason: str) -> None:
    names = {"talks": story(project, "commanders"), "article": article(project, "commanders")}
    ran = project.run("stories", *(word.format(**names) for word in words))
    assert ran.status == 2
    assert reason.format(**names) in ran.err
