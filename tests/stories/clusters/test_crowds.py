"""Large stories of full texts, and what keeps two crowds apart."""

from __future__ import annotations

from random import Random

from briefings import stories
from tests.stories.synthetic import vocabulary

LEXICON = vocabulary(9000, 3)
COMMON, RARE = LEXICON[:1000], LEXICON[1000:]


def report(source: Random, key: str, own: list[str], day: int = 1) -> dict[str, str]:
    """A text of 160 words: a third of them are of its event, but of a hundred of these each report has forty."""
    words = [*source.choices(own, k=60), *source.choices(COMMON, k=100)]
    source.shuffle(words)
    title = " ".join(source.choices(own, k=6))
    return {"id": key, "title": title, "text": " ".join(words), "lang": "en", "date": f"2024-11-{day:02d}"}


def told(count: int, seed: int, name: str = "a", days: int = 1) -> list[dict[str, str]]:
    source = Random(seed)
    own = source.sample(RARE, 100)
    return [report(source, f"{name}{n:03d}", own, 1 + n * days // count) for n in range(count)]


def others(number: int) -> list[dict[str, str]]:
    """So many stories of two."""
    return [document for n in range(number) for document in told(2, 10 + n, f"x{n:03d}-")]


def test_a_story_that_every_tenth_document_tells_is_one() -> None:
    found = stories.group_texts([*told(120, 1, days=9), *others(500)])["stories"]

    crowd = max(found, key=len)
    assert all(key.startswith("a") for key in crowd)
    assert len(crowd) >= 114


def test_a_crowd_is_parted_by_many_doubts_and_not_by_one() -> None:
    from briefings.stories.clusters.crowds import CrowdOptions, Weights, join_crowds
    from briefings.stories.clusters.linkage import Linked
    from briefings.stories.texts.features import Bare
    from briefings.stories.texts.reader import read

    documents = told(12, 1)
    docs = read([Bare(one["id"], one["title"], one["text"], "en") for one in documents])
    near = [{6: 36.0}, *({} for _ in range(5)), {0: 36.0}, *({} for _ in range(5))]
    linked = Linked({0: list(range(6)), 6: list(range(6, 12))}, near)
    pairs = [(a, b) for a in range(6) for b in range(6, 12)]

    assert join_crowds(linked, docs, Weights(docs), CrowdOptions()) == [list(range(12))]
    assert join_crowds(linked, docs, Weights(docs), CrowdOptions(), apart=pairs[:3]) == [list(range(12))]
    assert len(join_crowds(linked, docs, Weights(docs), CrowdOptions(), apart=pairs[:4])) == 2
    assert len(join_crowds(linked, docs, Weights(docs), CrowdOptions(), never=pairs[:1])) == 2


def test_two_crowds_of_two_events_stay_two() -> None:
    found = stories.group_texts([*told(30, 1, "a"), *told(30, 2, "b"), *others(300)])["stories"]

    one, other = sorted(found, key=len)[-2:]
    assert min(len(one), len(other)) >= 28
    assert {key[0] for key in one} != {key[0] for key in other}
    assert all(len({key[0] for key in members}) == 1 for members in found)
