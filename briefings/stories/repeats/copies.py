"""Copies: exact, edited, re-headlined and truncated repeats of one text.

A sample of each text's runs of words proposes pairs; exact containment decides: what share of the shorter
text's runs the longer one has too, so that a truncated copy and one between other boilerplate are found.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefings.stories.repeats.compared import Compared
from briefings.stories.repeats.furniture import furniture
from briefings.stories.repeats.look_alikes import filled_in, fits, goes_on
from briefings.stories.repeats.pair import Copy, CopyOptions
from briefings.stories.texts.anchors import candidates
from briefings.stories.texts.wording import Wordings
from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.stories.repeats.compared import Runs
    from briefings.stories.texts.anchors import Anchors
    from briefings.stories.texts.bags import Flags, Floats, Ints
    from briefings.stories.texts.features import Doc


def copies(
    docs: Sequence[Doc],
    options: CopyOptions | None = None,
    marks: Anchors | None = None,
    wordings: Wordings | None = None,
    fresh: int = 0,
) -> tuple[tuple[Copy, ...], tuple[tuple[int, int], ...]]:
    """Return the pairs that repeat one text, and those from one mould that tell of different things.

    Both sorted; of a text in many outlets not all pairs are given, but a chain. The second of each pair is
    ``fresh`` or later. ``marks`` are the anchors of the documents, unless they are just those of one block, and
    ``wordings`` what is known of their words. A programme's list of contents repeats nothing but such lists.
    """
    if not docs:
        return (), ()
    options = options or CopyOptions()
    marks = marks or docs[0].table.anchors
    met = candidates(marks, options.anchors, fresh)
    near, moulds = _repeats(docs, *met, wordings or Wordings(), options)
    equal = [copy for copy in _equal(docs, marks, options) if copy.b >= fresh]
    same = [copy for copy in (*near, *equal) if docs[copy.a].contents == docs[copy.b].contents]
    return tuple(sorted(same, key=lambda c: (c.a, c.b))), tuple((c.a, c.b) for c in moulds)


def _repeats(
    every: Sequence[Doc], a: Ints, b: Ints, wordings: Wordings, options: CopyOptions
) -> tuple[list[Copy], list[Copy]]:
    """Return the copies among pairs of documents, and those from one mould."""
    import numpy as np

    if not len(a):
        return [], []
    met, place = np.unique(np.concatenate((a, b)), return_inverse=True)
    docs = [every[at] for at in met.tolist()]
    texts = Compared(wordings.of(every, met.tolist()), wordings.spellings, options.anchors.run)
    a, b = place[: len(a)], place[len(a) :]
    texts.strip(*furniture(a, b, texts))
    runs = texts.runs()
    shared = runs.contained(a, b)
    kept = (shared >= options.containment) | _edited(a, b, shared, texts, options)
    a, b, shared = a[kept], b[kept], shared[kept]
    kept = ~_digests(a, b, runs, options)
    a, b, shared = a[kept], b[kept], shared[kept]
    kept = ~goes_on(docs, a, b, texts, runs, options)
    a, b, shared = a[kept], b[kept], shared[kept]
    form = filled_in(docs, a, b, texts, options).tolist()
    same: list[Copy] = []
    moulds: list[Copy] = []
    for one, other, share, filled in zip(a.tolist(), b.tolist(), shared.tolist(), form, strict=True):
        copy = Copy(int(met[one]), int(met[other]), share)
        (moulds if filled or not fits(every, copy) else same).append(copy)
    return same, moulds


def _edited(a: Ints, b: Ints, shared: Floats, texts: Compared, options: CopyOptions) -> Flags:
    """Return which pairs have fewer runs in common, but most words of the shorter text where these runs stand."""
    found: Flags = (shared >= options.edited) & (shared < options.containment)
    for at in found.nonzero()[0].tolist():
        found[at] = _reworded(texts, int(a[at]), int(b[at])) >= options.words
    return found


def _reworded(texts: Compared, a: int, b: int) -> float:
    """Return the share of the shorter text's words in the passage of the longer one where the shared runs stand."""
    shared = {*texts.runs_of(a)} & {*texts.runs_of(b)}
    (short, _), (long, whole) = sorted(
        ((texts.numbers(at), at) for at in (a, b)), key=lambda text: len(text[0])
    )
    at = [n for n, run in enumerate(texts.runs_of(whole)) if run >= 0 and run in shared]
    middle, reach = at[len(at) // 2], len(short)
    passage = Counter(long[max(0, middle - reach) : middle + reach])
    return (Counter(short) & passage).total() / len(short)


def _digests(a: Ints, b: Ints, runs: Runs, options: CopyOptions) -> Flags:
    """Return which pairs are of a digest and what it holds: two of its items are no copies of each other."""
    import numpy as np

    swapped = runs.sizes[b] < runs.sizes[a]
    part, whole = np.where(swapped, b, a), np.where(swapped, a, b)
    held = runs.sizes[part] < options.digest * runs.sizes[whole]
    at = np.flatnonzero(held)
    _, first, of = np.unique(whole[at], return_index=True, return_inverse=True)
    other = first[of] != np.arange(len(at))
    unlike = runs.contained(part[at][first[of]], part[at]) <= options.overlap
    digest = np.zeros(len(first), np.bool_)
    digest[of[other & unlike]] = True
    held[at] = digest[of]
    return held


def _equal(docs: Sequence[Doc], marks: Anchors, options: CopyOptions) -> Iterable[Copy]:
    """Short items that are word for word alike: headlines that an outlet or its feed brought twice."""
    first: dict[str, int] = {}
    for at, (doc, size) in enumerate(zip(docs, marks.words.tolist(), strict=True)):
        if size >= options.anchors.least + options.anchors.run:
            continue
        words = fold(f"{doc.bare.title} {doc.bare.text}").text.split()
        if len(words) < 5:
            continue
        same = first.setdefault(" ".join(words), at)
        if same != at:
            yield Copy(same, at, 1.0)
