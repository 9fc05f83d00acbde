"""After a change of topics: tag what is stored anew, only where it can matter, and say what changed.

An article's tags can only change when a word of the changed topic stands in it, or when it had the topic before.
So the old tags are carried over to the new watch list, and only those articles are tagged again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.cli.output import progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.config import Config
    from briefings.types import Article, Tag
    from briefings.watch import Matcher, WatchList

_TOO_COMMON = 0.2
_ENOUGH = 50
"""A change that touches a fifth of at least fifty articles is worth a question."""


def retag(before: Config, after: Config) -> Sequence[str]:
    """Tag the stored articles for the changed configuration; lines that say what changed."""
    from briefings import run, watch
    from briefings.types import Tagged

    old, new = before.watchlist, after.watchlist
    with run.opened(after) as desk:
        stored = run.articles(desk, run.Filter())
        known = desk.store.tags(old.tagging, stored)
        done = set(desk.store.tags(new.tagging, stored))
        todo = [article for article in stored if article.id in known and article.id not in done]
        if not todo:
            return ()
        probe = watch.compile(_changed_part(old, new))
        items: list[Tagged] = []
        changes: Counter[str] = Counter()
        with progress("Tagging what is stored") as tick:
            for number, article in enumerate(todo, 1):
                tags = known[article.id]
                if _can_matter(probe, article):
                    tags = desk.matcher.tag(article)
                    changes.update(_differences(known[article.id], tags))
                items.append(Tagged(article, tags))
                tick(number, len(todo))
        desk.store.put_tags(new.tagging, items)
    if not changes:
        return (f"{len(todo)} stored articles looked at; no tag changed.",)
    lines = [f"{sign} on {count} stored articles" for sign, count in sorted(changes.items())]
    common = sorted(
        {sign.split()[1] for sign, count in changes.items() if count >= _TOO_COMMON * len(stored)}
    )
    if len(stored) >= _ENOUGH and common:
        lines.append(
            f"That is much of all that is stored: is a name of {', '.join(common)} an ordinary word?"
        )
    return lines


def _changed_part(old: WatchList, new: WatchList) -> WatchList:
    """The entries that differ, as either list has them: what is looked for to tell whether an article can matter."""
    differing = [e for e in new.entries if old.by_id.get(e.topic.id) != e]
    gone = [e for e in old.entries if new.by_id.get(e.topic.id) != e]
    marked = [replace(e, topic=replace(e.topic, id=f"{e.topic.id}~")) for e in gone]
    return replace(new, entries=(*differing, *marked))


def _can_matter(probe: Matcher, article: Article) -> bool:
    return bool(probe.explain(article.title, article.text, article.language))


def _differences(before: Sequence[Tag], after: Sequence[Tag]) -> Counter[str]:
    old, new = ({(t.topic, t.level) for t in tags} for tags in (before, after))
    return Counter(
        [f"+ {topic} ({level})" for topic, level in new - old]
        + [f"- {topic} ({level})" for topic, level in old - new]
    )
