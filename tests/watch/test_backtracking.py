"""What is let through ends soon on the worst text that can be made for it."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings import watch
from briefings.watch import patterns

_PARTS = st.sampled_from(
    ["a", "b", r"\w", r"\W", r"\s", ".", "[ab]", "[^a]", "(a|b)", "(a|ab)", "(?:ab)", "border"]
)
_REPEATS = st.sampled_from(["", "", "+", "*", "?", "{0,5}", "{0,80}", "+?", "*?"])
_PIECES = st.tuples(_PARTS, _REPEATS).map("".join)
PATTERNS = st.recursive(
    st.lists(_PIECES, min_size=1, max_size=5).map("".join),
    lambda inner: st.tuples(inner, _REPEATS).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
    max_leaves=4,
)
TEXTS = ["a" * 2000, "ab" * 1000, "a " * 1000, " " * 2000, "-'" * 1000, "border " * 285]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(PATTERNS)
def test_a_pattern_that_is_not_refused_ends_soon(pattern: str) -> None:
    pattern += "zz"
    if patterns.refused(pattern):
        return
    for text in TEXTS:
        began = time.process_time()
        re.search(pattern, text)
        assert time.process_time() - began < 5, pattern


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bclash\w*\W+(?:\w+\W+){0,6}?border",
        r"border.{0,120}guards",
        r"границ\w{0,5}\s.{0,80}\sперестрелк",
        r"(?:post|ex|former)-soviet (?:bloc|pact)",
        r"\b(?:[\w-]+\s+){0,4}?(?:одкб|шос)\b",
    ],
)
def test_what_people_write_is_not_refused(pattern: str) -> None:
    assert patterns.refused(pattern) == ""


@pytest.mark.parametrize("word", ["strengthen", "guards", "leave", "post-soviet", "csto", "closed"])
@pytest.mark.parametrize("filling", ["-'" * 900, "' " * 900, "-" * 1900, "a-" * 900])
def test_a_text_made_to_hold_up_the_shipped_patterns_does_not(
    matcher: watch.Matcher, word: str, filling: str
) -> None:
    began = time.process_time()
    matcher.tag_text("", f"{word} {filling} border", "en")
    assert time.process_time() - began < 1
