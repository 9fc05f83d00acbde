"""config.yaml: good ones load, bad ones name every mistake with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.config import load, shipped_lists
from briefings.errors import ConfigError, UsageError

ROOT = Path(__file__).parent.parent
MINIMAL = "briefs: {weekly: {title: Weekly, tlp: TLP:GREEN}}\n"


def mistakes(tmp_path: Path, text: str) -> tuple[str, ...]:
    file = tmp_path / "config.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file)
    return caught.value.mistakes


def test_the_shipped_configuration_is_valid() -> None:
    config = load(ROOT / "config.yaml")
    assert list(config.settings.briefs) == ["central-asia"]
    assert {source.grade for source in config.sources} == {"F"}
    assert len(config.watchlist.topics) > 100


def test_a_minimal_configuration_is_enough(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(MINIMAL, encoding="utf-8")
    config = load(file)
    assert config.store == f"sqlite:///{tmp_path / 'briefings.db'}"
    assert config.output == tmp_path / "output"


def test_unknown_keys_are_listed_all_at_once_with_line_and_nearest_name(tmp_path: Path) -> None:
    said = mistakes(
        tmp_path, "stor: x\nbriefs:\n  weekly:\n    titel: W\n    title: W\n    tlp: TLP:GREEN\nlist: {}\n"
    )
    assert [line.split(": ", 1)[0].rsplit(":", 1)[1] for line in said] == ["4", "1", "7"]
    assert "did you mean 'title'" in said[0]
    assert "did you mean 'store'" in said[1]
    assert "did you mean 'lists'" in said[2]


def test_a_syntax_error_names_its_line(tmp_path: Path) -> None:
    (said,) = mistakes(tmp_path, "briefs:\n  weekly: {title: 'W\n")
    assert "not YAML" in said
    assert ":3:" in said or ":2:" in said


def test_a_key_that_stands_twice_is_a_mistake(tmp_path: Path) -> None:
    assert mistakes(tmp_path, MINIMAL + "store: sqlite:///a.db\nstore: sqlite:///b.db\n") == (
        f"{tmp_path / 'config.yaml'}:3: 'store' stands twice in one group",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("briefs: {w: {title: W, tlp: TLP:WHITE}}", "write TLP:CLEAR"),
        ("briefs: {w: {title: W, tlp: TLP GREEN}}", "no TLP 2.0 label"),
        ("briefs: {w: {title: W}}", "briefs.w.tlp: this setting is missing"),
        ("briefs: {w: {title: ' ', tlp: TLP:RED}}", "briefs.w.title: a name is needed"),
        ("briefs: {مرز: {title: W, tlp: TLP:RED}}", "briefs.مرز: write it in small letters"),
        (
            "briefs: {w: {title: W, tlp: TLP:RED, template: ../x}}",
            "briefs.w.template: write it in small letters",
        ),
        ("briefs: {}", "at least one brief"),
        (
            MINIMAL + "sources: [{id: a, name: A, url: 'http://a.example', timezone: Asia/Atlantis}]",
            "no time zone",
        ),
        (MINIMAL + "sources: [{id: a, name: A}]", "needs a url"),
        (
            MINIMAL + "sources: [{id: a, name: A, type: gdelt, url: 'https://a.example'}]",
            "needs words to search",
        ),
        (
            MINIMAL + "sources: [{id: a, name: A, type: api, url: 'https://a.example', columns: {day: x}}]",
            "day",
        ),
        (MINIMAL + "delivery: {smtp: {host: mail.example.org}}", "in the clear"),
        (MINIMAL + "store: mysql://x", "neither sqlite"),
        (MINIMAL + "watchlists: [nowhere.yaml]", "neither a file nor a shipped list"),
        ("briefs: {w: {title: W, tlp: TLP:RED, lists: [desk]}}", "there is no list 'desk'"),
        ("briefs: {w: {title: W, tlp: TLP:RED, topics: [body.csot]}}", "did you mean 'body.csto'"),
        ("- a\n- b\n", "valid dictionary"),
        ("", "briefs: this setting is missing"),
    ],
)
def test_each_mistake_is_told_in_words(tmp_path: Path, text: str, said: str) -> None:
    assert said in "\n".join(mistakes(tmp_path, text))


def test_mistakes_of_several_parts_come_together(tmp_path: Path) -> None:
    source = "{id: a, name: A, url: 'https://a.example/feed'}"
    said = mistakes(tmp_path, f"{MINIMAL}sources: [{source}, {source}]\nwatchlists: [nowhere]\n")
    assert len(said) == 2


def test_a_missing_file_says_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="briefings init"):
        load(tmp_path / "config.yaml")


def test_a_file_in_another_encoding_is_refused_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes("# сводка\n".encode("cp1251"))
    with pytest.raises(ConfigError, match="save it as UTF-8"):
        load(file)


def test_the_digest_follows_the_meaning_not_the_layout(tmp_path: Path) -> None:
    one, two, three = tmp_path / "1.yaml", tmp_path / "2.yaml", tmp_path / "3.yaml"
    one.write_text(MINIMAL, encoding="utf-8")
    two.write_text(
        "# a comment\nbriefs:\n  weekly:\n    tlp: TLP:GREEN\n    title: Weekly\n", encoding="utf-8"
    )
    three.write_text(MINIMAL.replace("GREEN", "AMBER"), encoding="utf-8")
    assert load(one).digest == load(two).digest != load(three).digest


def test_shipped_lists_hold_two_regions() -> None:
    assert "ca-af-cauc" in shipped_lists()
    assert len(shipped_lists()) >= 2


@pytest.mark.parametrize(
    "period",
    ["{kind: monthly, closes: 'friday 15:00'}", "{kind: daily, closes: '15 18:00'}", "{closes: '15 18:00'}"],
)
def test_a_close_that_is_none_of_its_period_is_told_with_its_line(tmp_path: Path, period: str) -> None:
    brief = f"  desk: {{title: Desk, tlp: TLP:GREEN, period: {period}}}"
    (tmp_path / "config.yaml").write_text(f"watchlists: [ca-af-cauc]\nbriefs:\n{brief}\n", "utf-8")

    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "config.yaml")

    assert "config.yaml:3" in str(caught.value)
    assert "does not close on" in str(caught.value)
