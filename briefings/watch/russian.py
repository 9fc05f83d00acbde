"""Russian: the inflected forms of a name or phrase given in the nominative.

The head noun and the words that agree with it go through six cases; a genitive after the head, ``-ско-`` parts,
acronyms and digits stay. What the dictionary does not know is declined by its ending as well, because foreign
surnames and place names are exactly what it does not know.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "loc2", "gen2")
_TOKEN = re.compile(r"[^\s\-–—«»\"„“.()\[\]]+|[\s\-–—«»\"„“.()\[\]]+")
_PARTICLE = re.compile(r"(?:аль?|эль?|уль?|ад|ат|ар|ас|аш|ибн|бин|де|фон|оглы|кызы|заде|и|й)")
_AGREEING = ("ADJF", "PRTF")
_PARSES = 3
"""Readings of one word that are followed: more adds homonyms, not forms."""

# Declension by ending, for what the dictionary does not know: (ending, what takes its place). Longest first.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ский", ("ского", "скому", "ским", "ском")),
    ("цкий", ("цкого", "цкому", "цким", "цком")),
    ("ская", ("ской", "скую", "скою")),
    ("ова", ("овой", "ову", "овою")),
    ("ева", ("евой", "еву", "евою")),
    ("ина", ("иной", "ину", "иною", "ины", "ине")),
    ("ов", ("ова", "ову", "овым", "ове", "овом", "овы", "овых")),
    ("ев", ("ева", "еву", "евым", "еве", "евом", "евы", "евых")),
    ("ин", ("ина", "ину", "иным", "ине", "ином")),
    ("ия", ("ии", "ию", "ией", "ие")),
    ("ья", ("ьи", "ью", "ьей", "ье")),
    ("ий", ("ия", "ию", "ием", "ии", "его", "ему", "им", "ем")),
    ("ый", ("ого", "ому", "ым", "ом")),
    ("ой", ("ого", "ому", "ым", "ом", "оя", "ою", "оем", "ое")),
    ("ай", ("ая", "аю", "аем", "ае")),
    ("ей", ("ея", "ею", "еем", "ее")),
    ("ец", ("ца", "цу", "цом", "цем", "це", "еца", "ецу", "ецом", "еце")),
    ("ек", ("ка", "ку", "ком", "ке", "ека", "еку", "еком", "еке")),
    ("ок", ("ка", "ку", "ком", "ке", "ока", "оку", "оком", "оке")),
    ("ха", ("хи", "хе", "ху", "хой")),
    ("га", ("ги", "ге", "гу", "гой")),
    ("ка", ("ки", "ке", "ку", "кой")),
    ("ша", ("ши", "ше", "шу", "шей")),
    ("жа", ("жи", "же", "жу", "жей")),
    ("ча", ("чи", "че", "чу", "чей")),
    ("ца", ("цы", "це", "цу", "цей")),
    ("а", ("ы", "е", "у", "ой", "ою")),
    ("я", ("и", "е", "ю", "ей")),
    ("ь", ("я", "ю", "ем", "е", "и", "ью")),
)
_CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")
_SPOKEN_ACRONYM = re.compile(r"[БВГДЖЗКЛМНПРСТФХЦЧШЩ]+[АЕИОУЫЭЮЯ][БВГДЖЗКЛМНПРСТФХЦЧШЩ]")
_HARD = ("а", "у", "ом", "е", "ем")


def expand(phrase: str, kind: str) -> tuple[str, ...]:
    """Return the forms of an alias by what it is: ``ru``, ``plural``, ``adj`` or ``name``."""
    if kind == "adj":
        return adjective(phrase)
    if kind == "name":
        return person(phrase)
    found = set(forms(phrase, plural=kind == "plural"))
    words = [token for token in _TOKEN.findall(phrase) if token[0].isalnum()]
    if len(words) == 1:
        found |= _single(words[0])
    elif _is_name(words):
        found.update(person(phrase))
    return tuple(sorted(found))


def _single(word: str) -> set[str]:
    """Forms that only a word standing alone takes: an adjective's genders, a common noun's plural, МИД -> МИДа."""
    found: set[str] = set()
    if any(parse.tag.POS in _AGREEING and parse.tag.case == "nomn" for parse in _parses(word)[:1]):
        found.update(adjective(word))
    if word[0].islower() or any("Surn" in parse.tag for parse in _parses(word)[:2]):
        found.update(forms(word, plural=True))
    if word.isupper() and _SPOKEN_ACRONYM.fullmatch(word):
        found.update(word.lower() + ending for ending in _HARD)
    return found


def _is_name(words: Sequence[str]) -> bool:
    """Whether a phrase may be a person's name: two to four capitalised words, one of them a name or unknown."""
    names = [word for word in words if not _PARTICLE.fullmatch(word)]
    if not 1 <= len(names) <= 4 or not all(word[0].isupper() for word in names):
        return False
    return any(_is_personal(word) for word in names) and not any(
        word.isupper() and len(word) > 1 for word in names
    )


def _is_personal(word: str) -> bool:
    parses = _parses(word)
    unknown = not any(parse.is_known for parse in parses)
    return unknown or any(mark in parse.tag for parse in parses for mark in ("Name", "Surn", "Patr"))


def adjective(word: str) -> tuple[str, ...]:
    """Return an adjective in every case, gender and number."""
    low = word.replace("ё", "е").lower()
    found = {low}
    for parse in _parses(word):
        if parse.tag.POS in _AGREEING:
            found.update(form.word.replace("ё", "е") for form in parse.lexeme if "COMP" not in form.tag)
            break
    return tuple(sorted(found))


def person(name: str) -> tuple[str, ...]:
    """Return a person's name in the singular cases; given name and surname each by its own ending."""
    parts = [part for part in re.split(r"([\s.-]+)", name.replace("ё", "е").replace("Ё", "Е")) if part]
    choices = [_person_part(part) for part in parts]
    return tuple(sorted({"".join(words) for words in islice(product(*choices), 900)}))


def _person_part(part: str) -> list[str]:
    if not part[0].isupper():
        return [part]
    return sorted({part.lower(), *by_ending(part.lower()), *_singular(part)})


def _singular(word: str) -> set[str]:
    return {
        form
        for case in _CASES
        for form in (_word_forms(word, case, "") if _nominative(word, nouns=True) else ())
    }


def forms(phrase: str, *, plural: bool = False) -> tuple[str, ...]:
    """Return the phrase and its inflected forms, lower case, sorted.

    ``plural`` adds the plural of a singular head (for common nouns: ``мигрант`` -> ``мигрантами``).
    """
    tokens = _TOKEN.findall(phrase.replace("ё", "е").replace("Ё", "Е"))
    plan = _plan(tokens)
    found = {"".join(tokens).lower()}
    for number in ("", "plur") if plural else ("",):
        for case in _CASES:
            found.update(_inflected(tokens, plan, case, number))
    if len(tokens) == 1 and phrase[0].isupper() and not _stays(tokens, 0):
        found.update(by_ending(tokens[0].lower()))
    return tuple(sorted(found))


def by_ending(word: str) -> Iterator[str]:
    """Yield the forms of a lower-case word that its ending alone suggests."""
    for ending, replacements in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: len(word) - len(ending)]
            yield from (stem + replacement for replacement in replacements)
            return
    if _CONSONANT.search(word) and len(word) > 2:
        yield from (word + ending for ending in _HARD)


def _plan(tokens: Sequence[str]) -> list[int]:
    """For each token: 0 stays, 1 agrees or is the head, 2 may go either way."""
    plan = [0] * len(tokens)
    head = -1
    for at, token in enumerate(tokens):
        if not token[0].isalpha() or _stays(tokens, at):
            continue
        if head < 0:
            tags = _nominative(token)
            if not tags:
                return plan
            plan[at] = 1
            if any(tag.tag.POS == "NOUN" for tag in tags) and not _agrees_on(tokens, at, tags):
                head = at
        elif _apposed(tokens, at, head):
            plan[at] = 2
            if at == head + 2 and not any(parse.is_known for parse in _parses(tokens[head])):
                plan[head] = 2  # Форин Офис: of two foreign words the first may stay
        if plan[at] == 1 and tokens[at + 1 : at + 2] == ["-"] and token[0].isupper():
            plan[at] = 2  # Алма-Ата: the first half mostly stays
    return plan


def _agrees_on(tokens: Sequence[str], at: int, tags: Sequence[Any]) -> bool:
    """Whether a word that could be a noun is an adjective here: a later word is its noun."""
    if not any(tag.tag.POS in _AGREEING for tag in tags):
        return False
    later = [t for t in tokens[at + 1 :] if t[0].isalpha()]
    return bool(later) and bool(_nominative(later[0]))


def _stays(tokens: Sequence[str], at: int) -> bool:
    token = tokens[at]
    if not re.fullmatch("[А-Яа-яЁё]+", token) or (token.isupper() and len(token) <= 6):
        return True
    if tokens[at + 1 : at + 2] != ["-"] or at + 2 >= len(tokens):
        return False
    half = token[-1] in "ое" and token[0].islower()
    return half or any(parse.tag.POS in _AGREEING for parse in _parses(tokens[at + 2])[:1])


def _apposed(tokens: Sequence[str], at: int, head: int) -> bool:
    """Whether a nominative after the head shares its case: a surname, an adjective, a name after 'и' or a hyphen."""
    between = [t for t in tokens[head + 1 : at] if t[0].isalnum()]
    if not _nominative(tokens[at], nouns=True):
        return bool(_nominative(tokens[at])) and tokens[at][0].isupper() and not between  # улица Ташкентская
    if tokens[at][0].isupper() and (not between or between == ["и"] or all(t[0].isupper() for t in between)):
        return True
    return between == ["и"]


def _inflected(tokens: Sequence[str], plan: Sequence[int], case: str, number: str) -> Iterator[str]:
    choices = [
        _word_forms(token, case, number) | ({token.lower()} if step == 2 else set())
        if step
        else {token.lower(), *_acronym_forms(token, case)}
        for token, step in zip(tokens, plan, strict=True)
    ]
    for size, parts in enumerate(product(*(sorted(choice) for choice in choices))):
        if size > 24:
            return
        yield "".join(parts)


def _acronym_forms(token: str, case: str) -> set[str]:
    """Return the form of an acronym that is spoken as a word: российского МИДа."""
    ending = {"gent": "а", "datv": "у", "ablt": "ом", "loct": "е"}.get(case)
    return {token.lower() + ending} if ending and _SPOKEN_ACRONYM.fullmatch(token) else set()


@lru_cache(maxsize=20000)
def _word_forms(word: str, case: str, number: str) -> set[str]:
    found: set[str] = set()
    for parse in _nominative(word):
        wanted = {case, number} if number else {case}
        inflected = parse.inflect(wanted)
        if inflected:
            found.add(_own_degree(word, inflected.word.replace("ё", "е"), case))
        if case == "accs" and parse.tag.POS in _AGREEING and (parse.tag.number == "plur" or number):
            found |= {
                f.word.replace("ё", "е")
                for c in ("gent", "nomn")
                if (f := parse.inflect({c, *wanted} - {"accs"}))
            }
        if case == "accs" and parse.tag.gender == "masc" and parse.tag.POS in _AGREEING:
            found |= {f.word.replace("ё", "е") for c in ("gent", "nomn") if (f := parse.inflect({c}))}
        if case in ("ablt",) and found:
            found |= {form[:-1] + "ю" for form in found if form.endswith(("ой", "ей"))}
    return found or {word.lower()}


def _own_degree(word: str, inflected: str, case: str) -> str:
    """Return the form of ``высший`` itself where the dictionary gives one of ``высочайший``."""
    low = word.lower()
    ending = {"gent": "его", "datv": "ему", "ablt": "им", "loct": "ем"}.get(case)
    if ending and low.endswith("ший") and not inflected.startswith(low[:-2]):
        return low[:-2] + ending
    return inflected


def _nominative(word: str, *, nouns: bool = False) -> list[Any]:
    wanted = ("NOUN",) if nouns else ("NOUN", *_AGREEING)
    return [parse for parse in _parses(word) if parse.tag.POS in wanted and parse.tag.case == "nomn"][
        :_PARSES
    ]


@lru_cache(maxsize=20000)
def _parses(word: str) -> list[Any]:
    return list(_analyser().parse(word))


@lru_cache(maxsize=1)
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def in_case(name: str, case: str) -> str:
    """Return a singular name in one case (``gent``, ``ablt`` ...); by its ending where the dictionary fails."""
    nominative = _nominative(name, nouns=True)
    inflected = nominative[0].inflect({case}) if nominative else None
    word = inflected.word.replace("ё", "е") if inflected else name.lower()
    return word[:1].upper() + word[1:]
