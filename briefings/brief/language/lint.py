"""What text may not do: likelihood and confidence in one sentence, two vocabularies, drama, invented judgment.

Standards section 1. Composed text may hold no likelihood word at all; text that a person entered may, from one
vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefings.text import sentences

VOCABULARIES: Mapping[str, Mapping[str, str]] = {
    "icd203": {
        "almost no chance": "1–5 %",
        "very unlikely": "5–20 %",
        "unlikely": "20–45 %",
        "roughly even chance": "45–55 %",
        "likely": "55–80 %",
        "very likely": "80–95 %",
        "almost certain": "95–99 %",
    },
    "icd203-alternative": {
        "remote": "1–5 %",
        "highly improbable": "5–20 %",
        "improbable": "20–45 %",
        "roughly even odds": "45–55 %",
        "probable": "55–80 %",
        "highly probable": "80–95 %",
        "nearly certain": "95–99 %",
    },
    "phia": {
        "remote chance": "≤5 %",
        "highly unlikely": "10–20 %",
        "unlikely": "25–35 %",
        "realistic possibility": "40–<50 %",
        "likely": "55–75 %",
        "highly likely": "80–90 %",
        "almost certain": "≥95 %",
    },
    "nato": {
        "highly unlikely": "<10 %",
        "unlikely": "10–40 %",
        "even chance": "40–60 %",
        "likely": "60–90 %",
        "highly likely": ">90 %",
    },
}
"""Terms and their ranges (ICD 203; UK PHIA yardstick; NATO AJP-2.1)."""

_CONFIDENCE = re.compile(
    r"\b(high|moderate|medium|low)(?:er|est)?[ -]confidence\b|\bconfidence is (high|moderate|low)\b", re.I
)
_VAGUE = re.compile(r"\b(may|(?i:might|could|possibly|possible|perhaps))\b")
"""With a capital, May is the month."""
_DRAMA = re.compile(
    r"\b(clearly|undoubtedly|massive|shocking|unprecedented|amid growing concerns?|"
    r"complex and dynamic|remains to be seen)\b",
    re.I,
)


def entered(text: str, vocabulary: str) -> tuple[str, ...]:
    """Return what is wrong with an estimate that a person entered, one sentence each."""
    vague = _VAGUE.search(text)
    terms = ", ".join(VOCABULARIES[vocabulary])
    own = (f"“{vague.group()}” is no estimate: use one of {terms}.",) if vague else ()
    return (*worded(text, vocabulary), *own)


def worded(text: str, vocabulary: str) -> tuple[str, ...]:
    """Return what is wrong with any other text that a person entered: there "may" can be what a source says."""
    return tuple(_worded(text, vocabulary))


def composed(text: str) -> tuple[str, ...]:
    """Return what a composed text must not say: estimates, confidence, drama (faults F12, F24)."""
    found = [*_used(text), *(m.group() for m in (_CONFIDENCE.search(text), _DRAMA.search(text)) if m)]
    return tuple(
        f"“{word}” is a judgment that no source and no person made." for word in dict.fromkeys(found)
    )


def legend(text: str, vocabulary: str) -> str:
    """Return ``likely 55–80 %, …`` for the vocabulary when the text uses one of its terms, else blank."""
    terms = VOCABULARIES[vocabulary]
    return (
        ", ".join(f"{term} {share}" for term, share in terms.items()) if set(_used(text)) & set(terms) else ""
    )


def _worded(text: str, vocabulary: str) -> Iterator[str]:
    known = VOCABULARIES[vocabulary]
    for word in _used(text):
        if word not in known:
            yield f"“{word}” is not of the vocabulary {vocabulary}: {', '.join(known)}."
    for start, end in sentences(text):
        sentence = text[start:end]
        if _CONFIDENCE.search(sentence) and _used(sentence):
            yield "Likelihood and confidence stand in one sentence: give the confidence a sentence of its own."
    if found := _DRAMA.search(text):
        yield f"“{found.group()}” is drama: leave it out."


def _used(text: str) -> list[str]:
    """Likelihood terms of all vocabularies in the text, longest first, each stretch once."""
    terms = sorted({term for terms in VOCABULARIES.values() for term in terms}, key=len, reverse=True)
    pattern = re.compile(r"\b(" + "|".join(re.escape(term) for term in terms) + r")(?:ly)?\b", re.I)
    return [found.group(1).lower() for found in pattern.finditer(text)]
