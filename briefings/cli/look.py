"""``briefings articles``, ``stories`` and ``events``: looks into the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import emit, say, table
from briefings.cli.stories_edit import COMMANDS as EDITING
from briefings.cli.stories_group import group_command
from briefings.errors import UsageError

if TYPE_CHECKING:
    from briefings.run import Filter
    from briefings.types import Article, Event, Story, When


def _filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that all three share."""
    for option in (
        click.option("--week", help="Only this ISO week; `this` or `last` too."),
        click.option("--topic", help="Only with this topic, primary or secondary."),
        click.option("--search", default="", help="Only with all of these words."),
        click.option("--brief", "name", help="Zone and week of this brief, if there are several."),
    ):
        command = option(command)
    return command


@click.group(invoke_without_command=True)
@_filters
@click.option("--quarantined", is_flag=True, help="Those kept out of briefs, with the reason.")
@json_option
@click.pass_context
def articles(ctx: click.Context, /, quarantined: bool, as_json: bool, **asked: Any) -> None:
    """List the articles of the store; `articles release ID` lets one out of quarantine."""
    if ctx.invoked_subcommand:
        return
    from briefings import run

    with run.opened(ctx.obj.config) as desk:
        found = run.articles(desk, _filter(asked), quarantined=quarantined)
        paths = desk.store.paths([article.sha256 for article in found]) if quarantined else {}
    if as_json:
        emit({"articles": [article_json(a) | _path(a, paths) for a in found]})
    elif quarantined:
        held = ((a.id, _day(a.published), a.quarantine, a.title or a.url or paths[a.sha256]) for a in found)
        table(held, ("ID", "PUBLISHED", "REASON", "TITLE, ADDRESS OR FILE"))
    else:
        rows = ((a.id, _day(a.published), a.language, a.publisher, a.title) for a in found)
        table(rows, ("ID", "PUBLISHED", "LANG", "OUTLET", "TITLE"))


def _path(article: Article, paths: Mapping[str, str]) -> dict[str, Any]:
    return {"path": paths[article.sha256]} if article.sha256 in paths else {}


@articles.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@pass_project
def release(project: Project, ids: tuple[str, ...]) -> None:
    """Let articles out of quarantine."""
    from briefings import run

    with run.opened(project.config) as desk:
        unknown = [article for article in ids if not run.release(desk, article)]
    if unknown:
        raise UsageError(f"Not in quarantine: {', '.join(unknown)}. See `briefings articles --quarantined`.")


@click.group(invoke_without_command=True)
@_filters
@json_option
@click.pass_context
def stories(ctx: click.Context, /, as_json: bool, **asked: Any) -> None:
    """List the stories of the store."""
    if ctx.invoked_subcommand:
        return
    from briefings import run

    with run.opened(ctx.obj.config) as desk:
        found = run.stories(desk, _filter(asked))
    if as_json:
        emit({"stories": [_story_json(s, titles) for s, titles in found]})
        return
    rows = (
        (s.id, s.last_seen.isoformat(), f"{len(s.members)}/{s.outlets}/{s.origins}", titles[0])
        for s, titles in found
    )
    table(rows, ("ID", "LAST SEEN", "ARTICLES/OUTLETS/ORIGINS", "FIRST TITLE"))


@stories.command()
@click.argument("story")
@pass_project
def explain(project: Project, story: str) -> None:
    """Say why a story is one story, and whence its origins."""
    from briefings import run

    with run.opened(project.config) as desk:
        lines = run.explain(desk, story)
    if not lines:
        raise UsageError(f"There is no story '{story}' in the store. See `briefings stories`.")
    for line in lines:
        say(line)


for command in (group_command, *EDITING):
    stories.add_command(command)


@click.command()
@_filters
@json_option
@pass_project
def events(project: Project, /, as_json: bool, **asked: Any) -> None:
    """List the dated events that articles tell of."""
    from briefings import run

    with run.opened(project.config) as desk:
        found = run.events(desk, _filter(asked))
    if as_json:
        emit({"events": [event_json(e) for e in found]})
        return
    table(((e.when.value, e.status, e.place, e.name) for e in found), ("WHEN", "STATUS", "PLACE", "EVENT"))


def _filter(asked: dict[str, Any]) -> Filter:
    from briefings.run import Filter

    return Filter(**asked)


def _day(when: When | None) -> str:
    return when.value[:10] if when else "undated"


def when_json(when: When | None) -> dict[str, Any] | None:
    """A date with its precision, basis and range."""
    if when is None:
        return None
    return {
        "value": when.value,
        "precision": when.precision,
        "basis": when.basis,
        "from": when.start.isoformat(),
        "to": when.end.isoformat(),
    }


def event_json(event: Event) -> dict[str, Any]:
    """An event with its first and last possible day."""
    return {
        "name": event.name,
        "start": event.when.start.isoformat(),
        "end": event.when.end.isoformat(),
        "precision": event.when.precision,
        "place": event.place,
        "status": event.status,
        "sentence": event.sentence,
        "articles": list(event.articles),
    }


def article_json(article: Article) -> dict[str, Any]:
    """What was read from a document, each inferred field with its basis."""
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "language": article.language,
        "published": when_json(article.published),
        "publisher": article.publisher or None,
        "republisher": article.republisher or None,
        "wire": article.wire or None,
        "author": article.author,
        "url": article.url,
        "url_variants": list(article.url_variants),
        "section": article.section or None,
        "source": article.source or None,
        "retrieved": article.retrieved.isoformat(),
        "sha256": article.sha256,
        "flags": list(article.flags),
        "notices": list(article.notices),
        "quarantine": article.quarantine or None,
        "basis": dict(article.basis),
    }


def _story_json(story: Story, titles: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": story.id,
        "titles": list(titles),
        "theme": story.theme,
        "topics": [{"id": topic, "level": level} for topic, level in story.topics],
        "articles": [m.article for m in story.members],
        "outlets": story.outlets,
        "origins": story.origins,
        "first_seen": story.first_seen.isoformat(),
        "last_seen": story.last_seen.isoformat(),
    }
