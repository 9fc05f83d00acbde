"""A look-alike of the document that the project grew from: which topics, at which level."""

import pytest

from briefings import watch

TITLE = "CSTO summit in Kazakhstan to take up threats from Afghanistan"
TEXT = """The head of the Collective Security Treaty Organization (CSTO) said on Wednesday that Afghanistan is still \
a source of danger for the members.

Imangali Tasmagambetov stated that a plan to secure the Tajikistan and Afghanistan border will be dealt with at a \
meeting on Thursday in Kazakhstan.

The summit takes place on Thursday, November 28, in Astana, the capital of Kazakhstan.

Tasmagambetov told the agency that a programme "to strengthen the Tajikistan-Afghanistan border" is on the table.

The summit in Astana will also look at the military situation in the organisation's area.

The countries want a security belt along the Afghanistan border against drug trafficking and the infiltration of \
terrorists.

The plans show how worried the members are by terrorism, drug trafficking and cross-border violence.

Russia, Tajikistan, Kazakhstan, Kyrgyzstan, Armenia, and Belarus are members of the CSTO."""

LEVELS = {
    "body.csto": "primary",
    "border.tj-af": "primary",
    "theme.border-security": "primary",
    "theme.alliance-politics": "primary",
    "country.af": "primary",
    "theme.terrorism": "secondary",
    "theme.drug-trafficking": "secondary",
    "country.tj": "secondary",
    "country.kz": "secondary",
    "theme.border-clashes": "mention",
    "country.ru": "mention",
    "country.kg": "mention",
    "country.am": "mention",
    "country.by": "mention",
}


@pytest.fixture(scope="module")
def levels(matcher: watch.Matcher) -> dict[str, str]:
    return {tag.topic: tag.level for tag in matcher.tag_text(TITLE, TEXT, "en")}


@pytest.mark.parametrize(("topic", "level"), LEVELS.items())
def test_the_level_of_each_topic(levels: dict[str, str], topic: str, level: str) -> None:
    assert levels.get(topic) == level


def test_no_other_topic(levels: dict[str, str]) -> None:
    assert set(levels) == set(LEVELS)


def test_a_span_is_evidence_word_for_word(matcher: watch.Matcher) -> None:
    for tag in matcher.tag_text(TITLE, TEXT, "en"):
        for span in tag.spans:
            zone = TITLE if span.zone == "title" else TEXT
            assert zone[span.start : span.end] == span.matched
