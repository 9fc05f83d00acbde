"""Heads and feet that sites print around their texts: neither copies nor a reason to miss one."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefings import stories
from briefings.stories.clusters.linkage import LinkOptions, link
from briefings.stories.repeats.compared import Compared
from briefings.stories.repeats.furniture import furniture
from briefings.stories.texts.bags import Vocabulary

SITES = ("steppe", "valley")
WORDS = [
    f"{a}{b}{c}{d}" for a in "bdgklm" for b in "aeio" for c in "nrtv" for d in ("ran", "tel", "mok", "sid")
]


def text(seed: int, number: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=number))


def page(key: str, site: int, body: str, title: str) -> dict[str, Any]:
    """A page of a site, with a head of 20 and a foot of 70 words of its own."""
    whole = f"{text(1000 + site, 20)} {body} {text(2000 + site, 70)}"
    url = f"https://{SITES[site]}.example/{key}"
    return {"id": key, "title": title, "text": whole, "lang": "en", "url": url}


def week() -> list[dict[str, Any]]:
    """Six texts on each of two sites; one of the first site stands shortened on the second one."""
    pages = [
        page(f"{site}{n}", site, text(10 * site + n, 110), text(500 + 10 * site + n, 6))
        for site in (0, 1)
        for n in range(6)
    ]
    first = text(0, 110).split()
    return [*pages, page("short", 1, " ".join(first[:50]), text(500, 6))]


def test_texts_of_one_site_are_no_copies_and_a_shortened_copy_of_another_site_is_found() -> None:
    found = stories.group_texts(week())

    assert [sorted(same) for same in found["copies"]] == [["00", "short"]]


@given(st.permutations(week()))
def test_the_order_of_pages_does_not_matter(shuffled: list[dict[str, Any]]) -> None:
    assert stories.group_texts(shuffled)["copies"] == stories.group_texts(week())["copies"]


def learned(*texts: str) -> dict[int, tuple[int, int]]:
    spellings = Vocabulary()
    words = [spellings.numbers(one.split()).astype(np.int32) for one in texts]
    a, b = np.triu_indices(len(texts), 1)
    head, foot = furniture(a, b, Compared(words, spellings, 4))
    return {at: (int(head[at]), int(foot[at])) for at in np.flatnonzero(head + foot).tolist()}


def test_what_three_unlike_texts_begin_and_end_with_is_furniture() -> None:
    head, foot = text(1, 9), text(2, 12)
    bodies = (f"{n} {text(3 + n, 60)} {n}" for n in range(3))
    assert learned(*(f"{head} {body} {foot}" for body in bodies)) == dict.fromkeys(range(3), (9, 12))


def test_two_excerpts_of_one_text_that_begin_alike_have_no_furniture() -> None:
    first, one, other = text(1, 20), text(2, 60), text(3, 60)
    assert learned(f"{first} {one} {other}", f"{first} {one}", f"{first} {other}") == {}


def test_the_changed_middle_of_one_wire_makes_no_furniture_of_the_rest() -> None:
    head, foot = text(1, 120), text(2, 40)
    assert learned(f"{head} {text(3, 25)} {foot}", f"{head} {text(4, 25)} {foot}") == {}


def test_a_copy_with_every_third_word_changed_makes_no_furniture() -> None:
    body, new = text(3, 90).split(), text(4, 90).split()
    edited = " ".join(new[n] if n % 3 == 0 else word for n, word in enumerate(body))
    head = text(1, 20)
    assert learned(f"{head} {' '.join(body)}", f"{head} {edited}") == {}


def test_a_copy_teaches_nothing() -> None:
    body = text(3, 80)
    assert learned(f"{text(1, 20)} {body}", f"{text(1, 20)} {body} {text(2, 20)}") == {}


def test_a_group_that_vetoes_keep_apart_falls_to_pieces() -> None:
    assert link(2, {}, LinkOptions(), {(0, 1)}, [[0, 1]]).clusters == [[0], [1]]
