"""Cases 26, 28, 30 and 31 as a reader of the finished issue meets them."""

from __future__ import annotations

import re

import pytest

from tests.cases.test_reading import FOOTNOTE, INNER, MANGLED, NO_ARTICLE, item
from tests.cases.week import AFTER, Finished, Week, desk

DAY = f"{AFTER:%Y-%m-%d}"
PAGE = MANGLED.replace(
    "<head>", f"<head><link rel='canonical' href='https://v.example/{DAY.replace('-', '/')}/a'>"
)
TOLD = f"{INNER} Речь идёт о таджикско-афганской границе."


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    week: Week = desk(tmp_path_factory.mktemp("desk"))
    week.add(
        item("Мука пойдёт через таджикско-афганскую границу", DAY, FOOTNOTE, lang="ru"),
        item("Ушаков рассказал о программе по таджикско-афганской границе", DAY, TOLD, lang="ru"),
        item("Lorries wait on the Tajik-Afghan border", DAY),
    )
    rest = week.folder / "rest"
    rest.mkdir()
    (rest / "mangled.html").write_bytes(PAGE.encode("cp1251", "xmlcharrefreplace"))
    for name, (content, _) in NO_ARTICLE.items():
        (rest / name).write_text(content, "utf-8")
    assert week.run("import", str(rest), SOURCE_DATE_EPOCH=f"{AFTER.timestamp():.0f}").status == 3
    return week.issue("2027-W02")


def test_case_26_no_label_is_printed(issue: Finished) -> None:
    assert "Мука пойдёт" in issue.page
    assert "запрещ" not in issue.page
    assert "Талибан*" not in issue.page
    assert not [t for story in issue.brief.stories for t in story.topics if t.id == "theme.terrorism"]


def test_case_28_nothing_is_printed_as_said_by_the_one_who_was_quoted(issue: Finished) -> None:
    speakers = {quote.speaker for story in issue.brief.stories for quote in story.quotes}
    assert "Ушаков" in " ".join(speakers)
    assert not [name for name in speakers if "Тасмагамбетов" in name or "Tasmagambetov" in name]


def test_case_30_no_mojibake_is_printed(issue: Finished) -> None:
    assert "Совещание охраны границы в Душанбе" in issue.page
    assert not [mark for mark in ("&amp;", "&laquo;", "\xad", "�", "Ð", "Ñ") if mark in issue.page]


def test_case_31_what_is_no_article_is_counted_in_print(issue: Finished) -> None:
    assert issue.brief.coverage.quarantined == len(NO_ARTICLE)
    (held,) = re.findall(r"Held back: (\d+) \(([^)]*)\)", issue.page)
    assert held[0] == str(len(NO_ARTICLE))
    assert [why for _, why in NO_ARTICLE.values() if why not in held[1]] == []
