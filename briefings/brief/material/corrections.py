"""The corrections register: what a person entered, what outlets took back, and what a new version changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.brief.material.withdrawals import days_named, is_about
from briefings.brief_types import Correction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefings.brief.material.survey import Material
    from briefings.brief_types import Brief, Reference, StoryBlock
    from briefings.types import Article


def corrections(blocks: Sequence[StoryBlock], material: Material) -> tuple[Correction, ...]:
    """Return the register of this issue; a correction names the issue that it corrects."""
    found = (*by_outlets(material), *by_new_reports(material))
    return (*material.given.edits.corrections, *dict.fromkeys(found), *_versions(blocks, material))


def by_outlets(material: Material) -> Iterator[Correction]:
    """Yield corrections of articles that an earlier issue cites and their outlet has corrected or withdrawn since."""
    items = {item.article.id: item.article for item in material.given.items}
    for issue in _latest(material):
        for reference in issue.references:
            article = items.get(reference.article)
            if article and article.notices and article.sha256 != reference.sha256:
                text = material.words.say("correction", outlet=reference.outlet, notice=article.notices[-1])
                yield Correction(issue.period.week, text, material.ref([article]))


def by_new_reports(material: Material) -> Iterator[Correction]:
    """Yield corrections that an outlet published this period of a report of its own that an earlier issue cites."""
    for issue, article, notice, _ in _notices(material):
        text = material.words.say("correction", outlet=material.outlet(article), notice=notice)
        yield Correction(issue.period.week, text, material.ref([article]))


def taken_back(material: Material) -> Mapping[str, str]:
    """Return what outlets said in correction of reports that earlier issues cite, by the corrected article's id."""
    return {reference.article: notice for _, _, notice, cited in _notices(material) for reference in cited}


def _notices(material: Material) -> Iterator[tuple[Brief, Article, str, list[Reference]]]:
    """Yield issue, correcting article, its notice and the reports that are meant.

    The notice names the day of the report; of that day's the one on the same subject is meant.
    """
    for strand in material.strands:
        for article in (item.article for item in strand.now):
            for notice in article.notices:
                days = days_named(notice, article)
                for issue in _latest(material):
                    cited = [r for r in issue.references if _meant(r, article, days, material)]
                    if cited:
                        yield issue, article, notice, cited


def _meant(reference: Reference, article: Article, days: set[str], material: Material) -> bool:
    """Whether a cited report is the outlet's own, of one of these days and on the article's subject."""
    if reference.outlet != material.outlet(article) or reference.published[:10] not in days:
        return False
    return is_about(reference.title, article)


def _latest(material: Material) -> list[Brief]:
    """The last version of every earlier issue, and of this one before this version, by period."""
    found: dict[str, Brief] = {}
    for issue in sorted(material.given.previous, key=lambda b: (b.period.start, b.period.week, b.version)):
        if issue.period.week != material.given.period.label or issue.version < material.given.version:
            found[issue.period.week] = issue
    return list(found.values())


def _printed(story: StoryBlock) -> tuple[object, ...]:
    """What a reader sees of a story, but for its number and those of its sources."""
    told = [line.text for line in (*story.reported, *story.comments)] + [quote.text for quote in story.quotes]
    figures = tuple((f.what, *((day, value) for day, value, _, _ in f.series)) for f in story.figures)
    own = (story.assessed, story.so_what, story.status)
    return (story.headline, tuple(told), figures, own, story.caveats)


def _versions(blocks: Sequence[StoryBlock], material: Material) -> Iterator[Correction]:
    """What this version changes, against the last one of the same issue."""
    label, version, say = material.given.period.label, material.given.version, material.words.say
    earlier = [b for b in material.given.previous if b.period.week == label and b.version < version]
    if not earlier:
        return
    last = max(earlier, key=lambda b: b.version)
    before, now = ({s.id: _printed(s) for s in stories} for stories in (last.stories, blocks))
    changed = sum(now[key] != before[key] for key in now.keys() & before.keys())
    values = {
        "added": len(now.keys() - before.keys()),
        "gone": len(before.keys() - now.keys()),
        "changed": changed,
    }
    what = say("version_stories", **values) if any(values.values()) else say("version_same")
    yield Correction(label, say("version", version=version, before=last.version, what=what))
