"""What a reader asked for: sections, hours in his zone, a neutral title."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.brief import discreet, in_zone, only
from briefings.brief.sections.references import walk
from tests.render.sample import two_pages

BRIEF = two_pages()


def test_all_sections_unless_some_are_named() -> None:
    assert only(BRIEF, ()) == BRIEF


def test_a_section_that_is_not_named_is_left_out_with_its_references() -> None:
    edition = only(BRIEF, ("borders",))
    assert edition.borders == BRIEF.borders
    assert (edition.stories, edition.events, edition.also_noted, edition.strip) == ((), (), (), ())
    assert set(edition.brief.left_out) == {"changes", "ahead", "trends", "stories", "noted"}
    assert {r.n for r in edition.references} == {n for numbers in walk(edition) for n in numbers}
    assert (edition.bottom_line, edition.coverage) == (BRIEF.bottom_line, BRIEF.coverage)


@pytest.mark.parametrize(
    ("time", "zone", "remark"),
    [
        ("10:00 (UTC+05:00)", "Europe/Berlin", "= 06:00 Europe/Berlin (UTC+01:00)"),
        ("03:00 (UTC+05:00)", "America/New_York", "= 2024-12-03 17:00 America/New_York (UTC-05:00)"),
        ("end of day", "Europe/Berlin", ""),
        ("", "Europe/Berlin", ""),
    ],
)
def test_an_hour_is_given_in_the_readers_zone_too(time: str, zone: str, remark: str) -> None:
    event = replace(BRIEF.events[0], start="2024-12-04", time=time, caveat="")
    (told,) = in_zone(replace(BRIEF, events=(event,)), zone).events
    assert (told.time, told.caveat.replace("−", "-")) == (time, remark)


def test_a_neutral_title_names_the_brief() -> None:
    quiet = discreet(BRIEF, "Weekly notes").brief
    assert (quiet.title, quiet.name, quiet.issuer) == ("Weekly notes", "weekly-notes", "")
    assert discreet(BRIEF, "") == BRIEF
