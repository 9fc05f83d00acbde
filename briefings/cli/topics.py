"""``briefings topics list|show|add|alias|remove``: what is watched, and changing it without fear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import emit, note, say, table
from briefings.cli.topics_check import COMMANDS as CHECKING
from briefings.cli.watching import entry_of, watchlist_of
from briefings.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.config import Config
    from briefings.types import Topic
    from briefings.watch import Alias, Entry

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
    entry = entry_of(watchlist, topic)
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
    before = project.config
    known = topic in before.watchlist.by_id or any(
        own.get("id") == topic and own.get("disabled") for own in before.settings.topics
    )
    if not name and kind != "border" and not known:
        raise UsageError(f"'{topic}' needs a name: --name 'My Council'.")
    tree = _tree(topic, kind, name, countries, asked)
    _changed(project, before, topics_edit.add(project.path, tree), topic, retag=asked["retag"])


def _tree(topic: str, kind: str, name: str, countries: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The new topic as it will stand in the configuration; a body or theme is known by its name as well."""
    from briefings.watch.languages import language_of

    tree: dict[str, Any] = {"id": topic, "kind": kind} | ({"name": name} if name else {})
    codes = countries.replace(",", " ").split() or (_codes(topic) if kind == "border" else [])
    if codes:
        tree["countries"] = [code.upper() for code in codes]
    words = _words(asked["aliases"])
    if kind in {"body", "theme"} and name and not any(name in listed for listed in words.values()):
        words.setdefault(language_of(name), []).insert(0, name)
    if words:
        tree["aliases"] = words
    tree |= {
        key: list(asked[many]) for key, many in (("match", "matches"), ("avoid", "avoids")) if asked[many]
    }
    if asked["priority"] is not None:
        tree["priority"] = asked["priority"]
    return tree


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


def _changed(project: Project, before: Config, after: Config, topic: str, *, retag: bool) -> None:
    """Say what was done, and tag what is stored anew where the change can matter."""
    from briefings.run.compiled import compiled
    from briefings.watch import lint as room_of_doubts

    note(f"{project.path}: {topic} changed.")
    doubts = room_of_doubts.of_topic(compiled(after.watchlist), topic)
    for finding in doubts:
        note(f"{finding.weight}: {finding.text}")
    if retag:
        from briefings.cli import retag as room

        for line in room.retag(before, after):
            note(line)
    if any(finding.weight == "error" for finding in doubts):
        click.get_current_context().exit(3)


def _words(given: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in given:
        language, sign, words = one.partition("=")
        if not sign or not words.strip() or not (2 <= len(language) <= 3 and language.isalpha()):
            raise UsageError(f"'{one}' is not LANG=WORDS, such as ru=ОДКБ or en='Collective Security'.")
        found.setdefault(language.lower(), []).append(words.strip())
    return found


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


for _command in CHECKING:
    topics.add_command(_command)
