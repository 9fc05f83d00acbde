"""``briefings topics``: what is watched, why something matched, and changing it without fear."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import complain, emit, note, say, table
from briefings.cli.watching import articles_of, matcher_of, watchlist_of
from briefings.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.config import Config
    from briefings.types import Topic
    from briefings.watch import Alias, Entry, Explanation, WatchList

KINDS = ("body", "border", "theme", "country")


@click.group()
def topics() -> None:
    """Configure watched topics: bodies, borders, themes, countries."""


@topics.command("list")
@click.option("--kind", type=click.Choice(KINDS), help="Only topics of this kind.")
@click.option("--search", default="", help="Only topics with this in a name or alias.")
@json_option
@pass_project
def list_(project: Project, kind: str | None, search: str, as_json: bool) -> None:
    """List the watched topics."""
    watchlist = watchlist_of(project)
    found = [e for e in watchlist.entries if kind in (None, e.topic.kind) and _names(e, search)]
    if as_json:
        emit({"topics": [_short(e.topic) | {"aliases": len(e.aliases)} for e in found]})
        return
    table(
        (
            (e.topic.id, e.topic.kind, f"{e.topic.priority:g}", str(len(e.aliases)), e.topic.name)
            for e in found
        ),
        ("ID", "KIND", "PRIORITY", "ALIASES", "NAME"),
    )


@topics.command()
@click.argument("topic")
@json_option
@pass_project
def show(project: Project, topic: str, as_json: bool) -> None:
    """Show one topic with all its names, exclusions and conditions."""
    from briefings.watch.table import aliases_of

    watchlist = watchlist_of(project)
    entry = _entry(watchlist, topic)
    listed = _by_language(aliases_of(entry, watchlist))
    if as_json:
        emit(_short(entry.topic) | _details(entry) | {"aliases": listed})
        return
    say(
        f"{entry.topic.id}  {entry.topic.name}"
        + (f" - {entry.topic.full_name}" if entry.topic.full_name else "")
    )
    for label, value in (
        ("countries", ", ".join(entry.topic.countries)),
        ("status", entry.topic.status),
        ("note", entry.topic.note),
    ):
        if value:
            say(f"  {label}: {value}")
    for lang, words in sorted(listed.items()):
        say(f"  {lang or 'any'}: {', '.join(words)}")
    if entry.exclude:
        say(f"  never: {', '.join(entry.exclude)}")
    for alias in entry.aliases:
        for condition in alias.conditions:
            needs = f" needs one of {', '.join(condition.needs_any)}" if condition.needs_any else ""
            never = f" never with {', '.join(condition.never_with)}" if condition.never_with else ""
            case = " in exactly these letters" if condition.case_sensitive else ""
            say(f"  ambiguous: {alias.text} ({alias.lang}){case}{needs}{never}")


@topics.command()
@click.argument("topic")
@click.option("--name", default="", help="The name to print; a border has one from its countries.")
@click.option("--countries", default="", help="ISO codes, such as TJ,AF; a border has them in its id.")
@click.option(
    "--alias", "aliases", multiple=True, metavar="LANG=WORDS", help="A name by which it is known; may repeat."
)
@click.option("--priority", type=click.FloatRange(0, 10), help="Weight in the ranking; 1 is ordinary.")
@click.option("--match", "matches", multiple=True, help="A text that must be found; may repeat.")
@click.option("--avoid", "avoids", multiple=True, help="A text that must not be found; may repeat.")
@click.option("--retag/--no-retag", default=True, help="Tag what is stored anew where it can matter.")
@pass_project
def add(project: Project, /, topic: str, name: str, countries: str, **asked: Any) -> None:
    """Add TOPIC, such as border.kz-mn or body.my-council, to config.yaml."""
    from briefings.cli import topics_edit

    kind = topic.partition(".")[0]
    if kind not in KINDS or not topic.partition(".")[2]:
        raise UsageError(f"'{topic}' is not of the form kind.name with a kind of {', '.join(KINDS)}.")
    if not name and kind != "border":
        raise UsageError(f"'{topic}' needs a name: --name 'My Council'.")
    tree: dict[str, Any] = {"id": topic, "kind": kind} | ({"name": name} if name else {})
    codes = countries.replace(",", " ").split() or (_codes(topic) if kind == "border" else [])
    if codes:
        tree["countries"] = [code.upper() for code in codes]
    words = _words(asked["aliases"])
    if words:
        tree["aliases"] = words
    elif kind in {"body", "theme"}:
        tree["aliases"] = {"en": [name]}
    tree |= {
        key: list(asked[many]) for key, many in (("match", "matches"), ("avoid", "avoids")) if asked[many]
    }
    if asked["priority"] is not None:
        tree["priority"] = asked["priority"]
    before = project.config
    _changed(project, before, topics_edit.add(project.path, tree), topic, retag=asked["retag"])


def _codes(topic: str) -> list[str]:
    """The two country codes in the id of a border: ``border.kz-mn``."""
    codes = topic.partition(".")[2].split("-")
    return codes if len(codes) == 2 and all(len(code) == 2 and code.isalpha() for code in codes) else []


@topics.command()
@click.argument("topic")
@click.argument("words", nargs=-1, required=True, metavar="LANG=WORDS…")
@click.option("--remove", is_flag=True, help="Take these names away instead.")
@click.option("--retag/--no-retag", default=True, help="Tag what is stored anew where it can matter.")
@pass_project
def alias(project: Project, topic: str, words: tuple[str, ...], remove: bool, retag: bool) -> None:
    """Give TOPIC more names: `topics alias body.csto ru=ОДКБ`."""
    from briefings.cli import topics_edit

    before = after = project.config
    for language, listed in _words(words).items():
        after = topics_edit.alias(project.path, topic, language, listed, remove=remove)
    _changed(project, before, after, topic, retag=retag)


@topics.command()
@click.argument("topic")
@click.option("--retag/--no-retag", default=True, help="Tag what is stored anew where it can matter.")
@pass_project
def remove(project: Project, topic: str, retag: bool) -> None:
    """Remove an own TOPIC; one of a watch list is switched off."""
    from briefings.cli import topics_edit

    before = project.config
    _changed(project, before, topics_edit.remove(project.path, topic), topic, retag=retag)


@topics.command()
@click.argument("topic", default="")
@json_option
@pass_project
@click.pass_context
def test(ctx: click.Context, project: Project, topic: str, as_json: bool) -> None:
    """Run the `match:` and `avoid:` examples that stand beside each topic, or beside TOPIC."""
    from briefings.watch import lint

    matcher = matcher_of(project)
    if topic:
        _entry(matcher.watchlist, topic)
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


@topics.command()
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


@topics.command()
@click.argument("text")
@click.option("--language", default="", help="ISO 639-1 code of the text.")
@click.option("--topic", default="", help="Only matches of this topic.")
@json_option
@pass_project
def explain(project: Project, text: str, language: str, topic: str, as_json: bool) -> None:
    """Show each match in TEXT, or in the file of that name, and the rule that raised or dropped it."""
    matcher = matcher_of(project)
    found: list[Explanation] = []
    for title, body, lang in _texts(project, text, language):
        found += [e for e in matcher.explain(title, body, lang) if topic in ("", e.topic)]
    if as_json:
        emit({"matches": [{name: getattr(e, name) for name in e.__slots__} for e in found]})
        return
    rows = (
        (e.topic, f"{e.zone} {e.start}", e.matched, f"{e.alias} ({e.lang or 'any'}, {e.rule})", e.verdict)
        for e in found
    )
    table(rows, ("TOPIC", "WHERE", "MATCHED", "ALIAS", "VERDICT"))


@topics.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only articles published from this day.")
@json_option
@pass_project
def coverage(project: Project, since: Any, as_json: bool) -> None:
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
                "proposed": [{"topic": t, "alias": name, "articles": n} for t, name, n in found.proposed],
            }
        )
        return
    say(f"{found.articles} articles.")
    table(((topic, str(count)) for topic, count in found.fired.items()), ("TOPIC", "ARTICLES"))
    say(f"Never: {', '.join(found.silent) or 'none'}")
    for topic, name, count in found.proposed:
        say(f"Perhaps: briefings topics alias {topic} en='{name}'   ({count} articles)")


def _texts(project: Project, text: str, language: str) -> list[tuple[str, str, str]]:
    """A file is read as a document; anything else is the text itself."""
    if text == "-" or (len(text) < 1000 and Path(text).is_file()):
        found, problems = articles_of(project, text)
        for problem in problems:
            complain(f"{problem.subject}: {problem.reason}")
        return [(a.title, a.text, language or a.language) for a in found]
    return [("", text, language)]


def _changed(project: Project, before: Config, after: Config, topic: str, *, retag: bool) -> None:
    """Say what was done, and tag what is stored anew where the change can matter."""
    note(f"{project.path}: {topic} changed.")
    if not retag:
        return
    from briefings.cli import retag as room

    for line in room.retag(before, after):
        note(line)


def _words(given: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in given:
        language, sign, words = one.partition("=")
        if not sign or not words.strip() or not (2 <= len(language) <= 3 and language.isalpha()):
            raise UsageError(f"'{one}' is not LANG=WORDS, such as ru=ОДКБ or en='Collective Security'.")
        found.setdefault(language.lower(), []).append(words.strip())
    return found


def _entry(watchlist: WatchList, topic: str) -> Entry:
    import difflib

    if topic not in watchlist.by_id:
        near = difflib.get_close_matches(topic, list(watchlist.by_id), 1)
        hint = f"; did you mean '{near[0]}'?" if near else "; see `briefings topics list`"
        raise UsageError(f"There is no topic '{topic}'{hint}")
    return watchlist.by_id[topic]


def _names(entry: Entry, search: str) -> bool:
    wanted = search.casefold()
    texts = (entry.topic.id, entry.topic.name, entry.topic.full_name, *(a.text for a in entry.aliases))
    return not wanted or any(wanted in text.casefold() for text in texts)


def _by_language(aliases: Iterable[Alias]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in aliases:
        words = found.setdefault(one.lang, [])
        if one.text not in words:
            words.append(one.text)
    return found


def _short(topic: Topic) -> dict[str, Any]:
    return {
        "id": topic.id,
        "kind": topic.kind,
        "name": topic.name,
        "countries": list(topic.countries),
        "priority": topic.priority,
        "regional": topic.regional,
    }


def _details(entry: Entry) -> dict[str, Any]:
    return {
        "full_name": entry.topic.full_name,
        "status": entry.topic.status,
        "note": entry.topic.note,
        "parent": entry.topic.parent,
        "exclude": list(entry.exclude),
        "patterns": [list(pair) for pair in entry.patterns],
        "match": list(entry.match),
        "avoid": list(entry.avoid),
    }
