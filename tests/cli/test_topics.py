"""Changing topics without fear: comments stay, what would break is refused, what is stored is tagged anew."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefings.cli.app import cli

CONFIG = """\
# The desk's own file.
store: sqlite:///desk.db   # beside this file
watchlists: [western-balkans]
topics:
  # our council
  - id: body.council
    kind: body
    name: Council
    aliases: {en: [Danube Council]}   # more to come
    match: ['The Danube Council met.']
    avoid: ['A council tax went up.']
briefs:
  weekly: {title: Weekly, tlp: TLP:GREEN, watchlists: [western-balkans], timezone: Europe/Belgrade}
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG, "utf-8")
    return path


def run(config: Path, *words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["-c", str(config), *words], input=stdin)


def test_an_added_topic_leaves_every_other_line_as_it_was(config: Path) -> None:
    result = run(config, "topics", "add", "border.rs-hu", "--name", "Serbia-Hungary", "--countries", "RS,HU")
    assert result.exit_code == 0, result.output
    after = config.read_text("utf-8")
    assert [line for line in CONFIG.splitlines() if line not in after.splitlines()] == []
    found = run(
        config, "topics", "explain", "Fire on the Serbia-Hungary border.", "--language", "en", "--json"
    )
    assert "border.rs-hu" in {match["topic"] for match in json.loads(found.stdout)["matches"]}


def test_a_border_needs_two_country_codes_and_nothing_else(config: Path) -> None:
    assert run(config, "topics", "add", "border.kz-mn").exit_code == 0
    assert run(config, "topics", "show", "border.kz-mn").stdout.startswith(
        "border.kz-mn  Kazakhstan–Mongolia"
    )
    assert run(config, "topics", "add", "body.nameless").exit_code != 0


def test_added_and_removed_again_leaves_the_shipped_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes((Path(__file__).parent.parent.parent / "config.yaml").read_bytes())
    before = path.read_text("utf-8")
    for verb in ("add", "remove"):
        assert run(path, "topics", verb, "border.kz-mn").exit_code == 0
    assert path.read_text("utf-8") == before


def test_an_alias_is_given_and_taken_away(config: Path) -> None:
    assert run(config, "topics", "alias", "body.kfor", "ru=Косовские силы").exit_code == 0
    assert "Косовские силы" in run(config, "topics", "show", "body.kfor").stdout
    assert run(config, "topics", "alias", "body.kfor", "ru=Косовские силы", "--remove").exit_code == 0
    assert "Косовские силы" not in run(config, "topics", "show", "body.kfor").stdout
    assert run(config, "topics", "alias", "body.kfor", "en=KFOR", "--remove").exit_code == 0
    assert "en: Kosovo Force" in run(config, "topics", "show", "body.kfor").stdout


def test_an_own_topic_is_removed_and_one_of_a_list_is_switched_off(config: Path) -> None:
    for topic in ("body.council", "body.nato"):
        assert run(config, "topics", "remove", topic).exit_code == 0
        assert run(config, "topics", "show", topic).exit_code != 0
    assert "disabled: true" in config.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["add", "body.kfor", "--name", "KFOR"], "There is a topic 'body.kfor' already"),
        (["add", "council", "--name", "C"], "is not of the form kind.name"),
        (["add", "body.new", "--name", "New", "--alias", "ru=Н"], "is a single letter"),
        (["add", "border.rs", "--name", "One", "--countries", "RS"], "two different countries"),
        (["alias", "body.kfr", "en=Force"], "did you mean 'body.kfor'?"),
        (["alias", "body.kfor", "Force"], "is not LANG=WORDS"),
        (["remove", "body.nobody"], "There is no topic 'body.nobody'"),
        (["add", "border.rs-qq"], "no country has the ISO code 'QQ'"),
        (["add", "body.new", "--name", "the"], "stands in nearly every text"),
        (["alias", "body.kfor", "en=border"], "stands in nearly every text"),
        (["alias", "body.kfor", "ru=Коsово"], "mixes Latin and Cyrillic letters"),
        (["alias", "body.council", "en=" + "x" * 400], "no name; keep it under 300"),
    ],
)
def test_what_would_break_the_file_is_refused_with_the_reason(
    config: Path, words: list[str], reason: str
) -> None:
    result = run(config, "topics", *words)
    assert result.exit_code != 0
    assert reason in f"{result.output}{result.exception}"
    assert config.read_text("utf-8") == CONFIG
    assert [p.name for p in config.parent.iterdir() if p.name.startswith(".config")] == []


def test_a_body_is_found_by_its_name_as_well_as_by_the_names_one_knows(config: Path) -> None:
    assert (
        run(
            config,
            "topics",
            "add",
            "body.sava",
            "--name",
            "Sava Commission",
            "--alias",
            "ru=Савская комиссия",
        ).exit_code
        == 0
    )
    for text, language in (("The Sava Commission met.", "en"), ("Решение Савской комиссии.", "ru")):
        found = run(config, "topics", "explain", text, "--language", language, "--json")
        assert {match["topic"] for match in json.loads(found.stdout)["matches"]} == {"body.sava"}


def test_what_was_switched_off_is_switched_on_again(config: Path) -> None:
    assert run(config, "topics", "remove", "body.nato").exit_code == 0
    assert run(config, "topics", "add", "body.nato").exit_code == 0
    assert run(config, "topics", "show", "body.nato").exit_code == 0
    assert config.read_text("utf-8") == CONFIG


def test_an_example_that_fails_is_told_at_once(config: Path) -> None:
    result = run(
        config, "topics", "add", "body.sava", "--name", "Sava Commission", "--match", "The commission met."
    )
    assert result.exit_code == 3
    assert "must match and does not: The commission met." in result.stderr


def test_a_name_that_is_an_ordinary_word_is_asked_about(config: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    for number in range(50):
        (notes / f"{number}.txt").write_text(
            f"Patrol {number} leaves\n\nPatrol {number} of KFOR left the base for the village on Monday.\n",
            "utf-8",
        )
    run(config, "import", str(notes))
    run(config, "topics", "coverage")
    result = run(config, "topics", "add", "body.base", "--name", "base")
    assert "is a name of body.base an ordinary word?" in result.stderr


def test_a_text_may_be_longer_than_any_name_of_a_file(config: Path) -> None:
    text = "The road over the pass was closed for two days. " * 10 + "The Danube Council met."

    result = run(config, "topics", "explain", text)

    assert result.exit_code == 0, result.output
    assert "body.council" in result.output


def test_explain_names_levels_and_says_when_there_is_nothing(config: Path) -> None:
    told = run(
        config, "topics", "explain", "KFOR left, not from the Kosovo-Serbia border.", "--language", "en"
    ).stdout
    assert "named only to say that it was not there" in told
    assert run(config, "topics", "explain", "It rained.").stdout.startswith("No name or pattern")
    assert run(config, "topics", "explain", "no-such-file.txt").exit_code == 1


def test_a_topic_that_a_brief_names_is_not_removed(config: Path) -> None:
    named = CONFIG.replace("timezone: Europe/Belgrade", "timezone: Europe/Belgrade, topics: [body.council]")
    config.write_text(named, "utf-8")
    result = run(config, "topics", "remove", "body.council")
    assert result.exit_code != 0
    assert config.read_text("utf-8") == named


def test_the_examples_beside_a_topic_are_run(config: Path) -> None:
    assert run(config, "topics", "test").exit_code == 0
    config.write_text(CONFIG.replace("The Danube Council met.", "Nobody met."), "utf-8")
    result = run(config, "topics", "test", "body.council", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["failed"][0]["topic"] == "body.council"


def test_lint_ends_with_one_when_there_is_an_error(config: Path) -> None:
    assert run(config, "topics", "lint").exit_code == 0
    config.write_text(CONFIG.replace("Danube Council]", "Danube Council, the]"), "utf-8")
    assert run(config, "topics", "lint").exit_code == 1


def test_list_knows_kinds_and_words(config: Path) -> None:
    found = json.loads(
        run(config, "topics", "list", "--kind", "border", "--search", "kosovo", "--json").stdout
    )
    assert {topic["id"] for topic in found["topics"]} == {
        "border.xk-rs",
        "border.mk-xk",
        "border.me-xk",
        "border.al-xk",
    }


def test_tag_reads_standard_input(config: Path) -> None:
    result = run(
        config, "tag", "-", "--json", stdin="Patrols\n\nKFOR sent patrols to the north of Kosovo on Monday.\n"
    )
    tags = {tag["topic"]: tag for tag in json.loads(result.stdout)["tags"]}
    assert tags["body.kfor"]["level"] == "secondary"
    assert tags["body.kfor"]["spans"][0]["matched"] == "KFOR"


def test_tag_jsonl_answers_line_by_line_and_leaves_out_a_shared_text(config: Path, tmp_path: Path) -> None:
    shared = "KFOR patrols everywhere, says the box beside each story of the day."
    lines = [
        {"id": "a", "title": "Serbian president speaks", "text": "A speech.", "lang": "en"},
        {"id": "b", "title": "Weather", "text": shared, "lang": "en"},
        {"id": "c", "title": "Football", "text": shared, "lang": "en"},
    ]
    file = tmp_path / "in.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    out = [json.loads(line) for line in run(config, "tag", "--jsonl", str(file)).stdout.splitlines()]
    assert [(line["id"], [tag["topic"] for tag in line["tags"]]) for line in out] == [
        ("a", ["country.rs"]),
        ("b", []),
        ("c", []),
    ]


@pytest.mark.parametrize(
    ("content", "reason"), [("{broken\n", "line 1: not JSON"), ("[1]\n", "line 1: each line is an object")]
)
def test_a_broken_line_is_named(config: Path, tmp_path: Path, content: str, reason: str) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(content, "utf-8")
    result = run(config, "tag", "--jsonl", str(file))
    assert reason in f"{result.output}{result.exception}"


def test_a_change_of_topics_tags_the_store_anew_and_says_what_changed(config: Path, tmp_path: Path) -> None:
    page = tmp_path / "note.txt"
    page.write_text(
        "Council meets\n\nThe Sava Commission and the Danube Council met in Belgrade on 3 May 2025.\n",
        "utf-8",
    )
    assert run(config, "import", str(page)).exit_code in (0, 3)
    assert run(config, "articles", "--topic", "body.council", "--json").exit_code == 0
    result = run(config, "topics", "add", "body.sava", "--name", "Sava Commission")
    assert "+ body.sava" in result.stderr
    found = run(config, "articles", "--topic", "body.sava", "--json")
    assert len(json.loads(found.stdout)["articles"]) == 1


def test_coverage_tells_what_fired_and_what_never_did(config: Path, tmp_path: Path) -> None:
    page = tmp_path / "note.txt"
    page.write_text("Council meets\n\nThe Danube Council met in Belgrade on 3 May 2025.\n", "utf-8")
    run(config, "import", str(page))
    found = json.loads(run(config, "topics", "coverage", "--json").stdout)
    assert found["fired"]["body.council"] == 1
    assert "body.eulex" in found["silent"]
    assert {"topic": "body.council", "alias": "Danube Council", "articles": 1} in found["aliases"]
    told = run(config, "topics", "coverage", "--aliases").stdout
    assert "body.council: Danube Council 1" in told
    assert "No article" not in told
