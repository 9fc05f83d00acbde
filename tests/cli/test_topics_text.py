"""Writing topics into a configuration and taking them away touches no other line, whatever the file looks like."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefings.cli import topics_text

FILES = {
    "no topics": "# mine\nstore: a.db  # here\n",
    "no last line end": "store: a.db",
    "empty": "",
    "empty list with examples": "topics: []   # own\n#  - id: body.a\n#    kind: body\n\nbriefs:\n  # weekly\n  w: 1\n",
    "a null": "topics:\n# none yet\nbriefs: {}\n",
    "not indented": "topics:\n- id: body.x  # first\n  kind: body\n# between\n- id: body.y\n  kind: body\n\n# after\nbriefs: {}\n",
    "indented": "topics:\n  # first\n  - id: body.x\n    aliases: {en: [X]}   # more\n\n  # after\nbriefs: {}\n",
    "block text": "topics:\n  - id: body.x\n    note: |\n      two\n      lines\n# after\nbriefs: {}\n",
    "at the end": "briefs: {}\ntopics:\n  - id: body.x",
}
TOPIC = {"id": "border.kz-mn", "kind": "border", "countries": ["KZ", "MN"]}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_an_added_topic_is_the_last_and_every_other_line_stays(text: str) -> None:
    after = topics_text.appended(text, TOPIC)
    kept = [line for line in text.splitlines() if not line.startswith("topics")]
    assert [line for line in after.splitlines() if line in kept] == kept
    assert yaml.safe_load(after)["topics"][-1] == TOPIC
    assert len(yaml.safe_load(after)["topics"]) == 1 + len((yaml.safe_load(text) or {}).get("topics") or [])


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_a_topic_taken_away_again_leaves_what_stood_there(text: str) -> None:
    after = topics_text.without(topics_text.appended(text, TOPIC), "border.kz-mn")
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in after.splitlines() if line.lstrip().startswith("#")] == comments
    assert (yaml.safe_load(after) or {}).get("topics", []) == (
        (yaml.safe_load(text) or {}).get("topics") or []
    )


def test_the_first_of_two_is_taken_away_and_the_comment_between_stays() -> None:
    text = FILES["not indented"]
    after = topics_text.without(text, "body.x")
    assert after == "topics:\n# between\n- id: body.y\n  kind: body\n\n# after\nbriefs: {}\n"


def test_a_list_on_one_line_is_edited_as_well() -> None:
    text = "topics: [{id: body.x, kind: body}]  # own\nbriefs: {}\n"
    more = topics_text.appended(text, TOPIC)
    assert [topic["id"] for topic in yaml.safe_load(more)["topics"]] == ["body.x", "border.kz-mn"]
    assert [topic["id"] for topic in yaml.safe_load(topics_text.without(more, "body.x"))["topics"]] == [
        "border.kz-mn"
    ]


def test_a_topic_that_nothing_else_is_said_of_goes_with_its_mark() -> None:
    text = "topics:\n  - id: body.x\n    disabled: true\n  - {id: body.y, disabled: true, priority: 2}\n# after\n"
    assert "body.x" not in topics_text.without_key(text, "body.x", "disabled")
    assert yaml.safe_load(topics_text.without_key(text, "body.y", "disabled"))["topics"][1] == {
        "id": "body.y",
        "priority": 2,
    }


@given(
    st.lists(st.sampled_from(["body.a", "body.b", "border.c", "theme.d"]), max_size=8),
    st.sampled_from(sorted(FILES)),
)
def test_any_row_of_edits_leaves_the_comments_and_the_other_settings(ids: list[str], name: str) -> None:
    text = FILES[name]
    before = yaml.safe_load(text) or {}
    for one in ids:
        known = [topic["id"] for topic in (yaml.safe_load(text) or {}).get("topics") or []]
        text = (
            topics_text.without(text, one)
            if one in known
            else topics_text.appended(text, {"id": one, "kind": "body"})
        )
    after = yaml.safe_load(text) or {}
    assert {key: value for key, value in after.items() if key != "topics"} == {
        key: value for key, value in before.items() if key != "topics"
    }
    comments = [line.strip() for line in FILES[name].splitlines() if line.lstrip().startswith("#")]
    assert [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")] == comments
