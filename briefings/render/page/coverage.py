"""The coverage box in sentences: what was read, what is missing, what failed."""

from __future__ import annotations

from collections.abc import Mapping

from briefings.brief_types import Brief, CoverageSource, StoryBlock
from briefings.render.language.dates import day
from briefings.render.language.digits import digits
from briefings.render.language.languages import language

Words = Mapping[str, str]

_ASKED = frozenset({"ok", "silent", "failing", "dead"})
"""States of a source that was polled."""


def count(words: Words, key: str, n: int) -> str:
    """``1 outlet``, ``2 outlets``: ``key`` is the singular's name in the catalogue, the plural adds an s."""
    return words[key] if n == 1 else words[f"{key}s"].format(n=n)


def basis(story: StoryBlock, words: Words) -> str:
    """``2 articles, 2 outlets, 2 independent origins (A; B)``."""
    names = f" ({words['semicolon'].join(story.origin_names)})" if story.origin_names else ""
    return words["comma"].join(
        (
            count(words, "basis_article", len(story.articles)),
            count(words, "basis_outlet", story.outlets),
            count(words, "basis_origin", story.origins) + names,
        )
    )


def reason_in(reason: str, words: Words) -> str:
    """Why a document was kept out, in the language of the brief; what the catalogue lacks stays as it is."""
    return words.get(f"quarantine_{reason}", reason)


def sentences(brief: Brief, words: Words) -> tuple[str, ...]:
    """What the collection is and is not, one sentence per fact that applies."""
    box, here = brief.coverage, brief.brief.language
    read = words["comma"].join(
        f"{language(code, here)}\u00a0{digits(n, words)}" for code, n in box.languages.items()
    )
    missing = words["comma"].join(language(code, here) for code in box.languages_missing)
    reasons = words["semicolon"].join(
        f"{reason_in(reason, words)}\u00a0{digits(n, words)}" for reason, n in box.quarantine_reasons.items()
    )
    lines = [
        words["coverage_counts"].format(
            articles=count(words, "coverage_article", box.articles),
            relevant=box.relevant,
            outlets=count(words, "basis_outlet", box.outlets),
            origins=count(words, "basis_origin", box.origins),
        ),
        words["coverage_state"].format(n=box.state_media, of=box.relevant) if box.relevant else "",
        words["coverage_languages"].format(languages=read) if read else "",
        words["coverage_missing"].format(languages=missing) if missing else "",
        words["coverage_single"].format(stories=_stories(box.single_origin, words))
        if box.single_origin
        else "",
        words["coverage_quarantined"].format(n=box.quarantined, reasons=f" ({reasons})" if reasons else "")
        if box.quarantined
        else "",
        words["coverage_undated"].format(n=box.undated) if box.undated else "",
        words["coverage_moved"].format(items="; ".join(box.moved).rstrip(".")) if box.moved else "",
        *box.notes,
    ]
    return tuple(line for line in lines if line)


def _stories(numbers: tuple[int, ...], words: Words) -> str:
    key = "coverage_single_one" if len(numbers) == 1 else "coverage_single_word"
    return words[key].format(numbers=words["comma"].join(digits(n, words) for n in numbers))


def failures(brief: Brief, words: Words) -> tuple[str, ...]:
    """Sources that did not deliver: name, state, since when, why; those never asked in one line.

    Where nobody was asked at all, that is the fact, and forty names would hide it.
    """
    missed = [s for s in brief.coverage.sources if s.state not in ("ok", "imported")]
    plain = [s for s in missed if s.state == "not polled" and not s.reason and not s.since]
    lines = [_failure(s, words) for s in missed if s not in plain or len(plain) == 1]
    if len(plain) > 1 and not any(s.state in _ASKED for s in brief.coverage.sources):
        lines.append(words["none_polled"].format(n=len(plain)))
    elif len(plain) > 1:
        names = ", ".join(dict.fromkeys(s.name for s in plain))
        lines.append(f"{words['state_not polled']} ({len(plain)}): {names}")
    return tuple(lines)


def _failure(source: CoverageSource, words: Words) -> str:
    since = f" {words['source_since'].format(when=day(source.since, words))}" if source.since else ""
    reason = f" – {source.reason}" if source.reason else ""
    return f"{source.name}: {words.get(f'state_{source.state}', source.state)}{since}{reason}"
