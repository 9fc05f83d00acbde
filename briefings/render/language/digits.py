"""Numbers in the digits of the brief's language; references and labels keep those that they are looked up by."""

from __future__ import annotations

from collections.abc import Mapping


def digits(value: object, words: Mapping[str, str]) -> str:
    """``۱۲`` for 12 in a Persian brief; ``words`` is the catalogue, whose ``digits`` name the ten signs or none."""
    signs = words.get("digits", "")
    return str(value).translate({ord("0") + n: sign for n, sign in enumerate(signs)}) if signs else str(value)


class Phrase(str):
    """A phrase of the catalogue that puts the numbers it is given into the digits of its language."""

    signs: Mapping[str, str]

    def format(self, *values: object, **named: object) -> str:
        """Fill the blanks; whole numbers are written in the language's digits, text stays as it is."""
        said = {key: digits(v, self.signs) if isinstance(v, int) else v for key, v in named.items()}
        return super().format(*values, **said)


def phrases(catalogue: Mapping[str, str]) -> Mapping[str, str]:
    """The catalogue with phrases that know the digits of its language; the same one where these are 0 to 9."""
    if not catalogue.get("digits"):
        return catalogue
    found: dict[str, str] = {}
    for key, text in catalogue.items():
        found[key] = phrase = Phrase(text)
        phrase.signs = catalogue
    return found
