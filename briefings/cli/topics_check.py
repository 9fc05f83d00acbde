"""``briefings topics test|lint|explain|coverage``: whether what is watched does what is meant."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import complain, emit, say, table
from briefings.cli.watching import articles_of, entry_of, matcher_of
from briefings.errors import InputError

if TYPE_CHECKING:
    from datetime import date

    from briefings.types import Tag
    from briefings.watch import Explanation
    from briefings.watch.coverage import Coverage

_WIDEST = 60
_A_PATH = re.compile(r"\S+\.(?:txt|html?|md|eml|pdf|jsonl?|csv|xml)$", re.IGNORECASE)


@click.command()
@click.argument("topic", default="")
@json_option
@pass_project
@click.pass_context
def test(ctx: click.Context, project: Project, topic: str, as_json: bool) -> None:
    """Run the `match:` and `avoid:` examples that stand beside each topic, or beside TOPIC."""
    from briefings.watch import lint

    matcher = matcher_of(project)
    if topic:
        entry_of(matcher.watchlist, topic)
    failed = tuple(lint.examples(matcher, topic))
    entries = [e for e in matcher.watchlist.entries if topic in ("", e.topic.id)]
    run = sum(len(e.match) + len(e.avoid) for e in entries)
    if as_json:
        emit({"examples": run, "failed": [{"topic": f.topic, "reason": f.text} for f in failed]})
    else:
        for finding in failed:
            say(f"{finding.topic}: {finding.text}")
        say(f"{run - len(failed)} of {run} examples hold.")
    ctx.exit(1 if failed else 0)


@click.command()
@click.option("--notes", is_flag=True, help="Also what is only worth knowing, such as missing languages.")
@json_option
@pass_project
@click.pass_context
def lint(ctx: click.Context, project: Project, notes: bool, as_json: bool) -> None:
    """Find clashes, names that never match or match nearly everything, missing languages."""
    from briefings.run import clock
    from briefings.watch import lint as room

    findings = room.lint(matcher_of(project), clock().date())
    if as_json:
        emit(
            {
                "findings": [
                    {"topic": f.topic, "weight": f.weight, "rule": f.rule, "text": f.text} for f in findings
                ]
            }
        )
    else:
        for finding in findings:
            if notes or finding.weight != "note":
                say(f"{finding.weight}: {finding.topic}: {finding.text}")
        counts = Counter(finding.weight for finding in findings)
        say(", ".join(f"{weight}s: {counts[weight]}" for weight in ("error", "warning", "note")))
    ctx.exit(1 if any(finding.weight == "error" for finding in findings) else 0)


@click.command()
@click.argument("text")
@click.option("--language", default="", help="ISO 639-1 code of the text.")
@click.option("--topic", default="", help="Only matches of this topic.")
@json_option
@pass_project
def explain(project: Project, text: str, language: str, topic: str, as_json: bool) -> None:
    """Show each match in TEXT, or in the file of that name, and the rule that raised or dropped it."""
    matcher = matcher_of(project)
    found: list[Explanation] = []
    tags: list[Tag] = []
    for title, body, lang in _texts(project, text, language):
        found += [e for e in matcher.explain(title, body, lang) if topic in ("", e.topic)]
        tags += [t for t in matcher.tag_text(title, body, lang) if topic in ("", t.topic)]
    if as_json:
        emit({"matches": [{name: getattr(e, name) for name in e.__slots__} for e in found]})
        return
    if not found:
        say("No name or pattern of a watched topic stands there.")
        return
    rows = (
        (e.topic, f"{e.zone} {e.start}", e.matched, f"{_shown(e)} ({e.lang or 'any'}, {e.rule})", e.verdict)
        for e in found
    )
    table(rows, ("TOPIC", "WHERE", "MATCHED", "ALIAS", "VERDICT"))
    say("")
    table(
        ((t.topic, t.level, f"{t.weight:g}", _why(t)) for t in tags), ("TOPIC", "LEVEL", "WEIGHT", "BECAUSE")
    )


@click.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only articles published from this day.")
@click.option("--aliases", is_flag=True, help="Also each name: how often it fired, and which never did.")
@json_option
@pass_project
def coverage(project: Project, since: Any, aliases: bool, as_json: bool) -> None:
    """Say which topics and aliases fired on the store, which never did, and names that may be missing."""
    from briefings import run
    from briefings.run.tags import tagged
    from briefings.watch import coverage as room

    first: date | None = since.date() if since else None
    with run.opened(project.config) as desk:
        listed = run.articles(desk, run.Filter())
        wanted = [
            a for a in listed if first is None or (a.published is not None and a.published.end >= first)
        ]
        found = room.coverage(tagged(desk, wanted), project.config.watchlist)
    if as_json:
        emit(
            {
                "articles": found.articles,
                "fired": found.fired,
                "silent": list(found.silent),
                "unused": {topic: list(words) for topic, words in found.unused.items()},
                "aliases": [
                    {"topic": t, "alias": name, "articles": n} for (t, name), n in found.aliases.items()
                ],
                "proposed": [
                    {"topic": t, "language": lang, "alias": name, "articles": n}
                    for t, lang, name, n in found.proposed
                ],
            }
        )
        return
    _tell_coverage(found, aliases=aliases)


def _tell_coverage(found: Coverage, *, aliases: bool) -> None:
    say(f"{found.articles} articles.")
    if not found.articles:
        return
    table(
        ((topic, str(count), _by_names(found, topic, 4)) for topic, count in found.fired.items()),
        ("TOPIC", "ARTICLES", "BY"),
    )
    say(f"Never: {', '.join(found.silent) or 'none'}")
    for topic in found.fired if aliases else ():
        say(f"{topic}: {_by_names(found, topic, None)}")
        idle = found.unused.get(topic, ())
        if idle:
            say(f"  never: {', '.join(idle)}")
    for topic, lang, name, count in found.proposed:
        say(f"Perhaps: briefings topics alias {topic} {lang}={shlex.quote(name)}   ({count} articles)")


def _by_names(found: Coverage, topic: str, most: int | None) -> str:
    """The names that fired, most often first: ``ОДКБ 12, CSTO 3``."""
    mine = [(name, count) for (of, name), count in found.aliases.items() if of == topic][:most]
    return ", ".join(
        f"{name if len(name) <= _WIDEST else name[:_WIDEST] + '…'} {count}" for name, count in mine
    )


def _shown(found: Explanation) -> str:
    """The alias as a line has room for it; a pattern may be long."""
    return found.alias if len(found.alias) <= _WIDEST else f"{found.alias[:_WIDEST]}…"


def _why(tag: Tag) -> str:
    if tag.level == "negated":
        return "named only to say that it was not there"
    if all(span.rule == "implied" for span in tag.spans):
        return f"'{tag.spans[0].matched}' stands for it"
    places = Counter("title" if span.zone == "title" else "text" for span in tag.spans)
    return ", ".join(f"{count} in the {zone}" for zone, count in sorted(places.items(), reverse=True))


def _texts(project: Project, text: str, language: str) -> list[tuple[str, str, str]]:
    """A file is read as a document; anything else is the text itself."""
    if text == "-" or _is_file(text):
        found, problems = articles_of(project, text)
        for problem in problems:
            complain(f"{problem.subject}: {problem.reason}")
        return [(a.title, a.text, language or a.language) for a in found]
    if _A_PATH.fullmatch(text):
        raise InputError(f"There is no file {text}.")
    return [("", text, language)]


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # longer than a name may be, or with a character that no name has
        return False


COMMANDS = (test, lint, explain, coverage)
