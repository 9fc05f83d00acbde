"""``briefings read``: what is read from documents; stores nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.look import article_json, event_json, when_json
from briefings.cli.output import SOMETHING_MISSING, emit, inert, progress, say, tell_problems

if TYPE_CHECKING:
    from briefings.run import Readings
    from briefings.types import Article, Quote


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@json_option
@pass_project
def read(project: Project, paths: tuple[str, ...], as_json: bool) -> int:
    """Show what is read from documents, each field with its basis; stores nothing."""
    from briefings import run

    with progress("Reading") as tick:
        readings = run.read(project.config_or_shipped, paths, tick)
    if as_json:
        emit(_json(readings))
    else:
        for path, article in readings.articles:
            _show(path, article)
    status = tell_problems(readings.problems)
    quarantined = any(article.quarantine for _, article in readings.articles)
    return status or (SOMETHING_MISSING if quarantined else 0)


def _json(readings: Readings) -> dict[str, Any]:
    problems = [{"path": p.subject, "reason": p.reason} for p in readings.problems]
    held = [{"path": path, "reason": a.quarantine} for path, a in readings.articles if a.quarantine]
    usable = [
        {"path": path} | _full(article) for path, article in readings.articles if not article.quarantine
    ]
    return {"articles": usable, "problems": problems + held}


def _full(article: Article) -> dict[str, Any]:
    return article_json(article) | {
        "passages": [
            {"language": language, "text": article.text[start:end]}
            for start, end, language in article.passages
        ],
        "quotes": [_quote(quote) for quote in article.quotes],
        "events": [event_json(event) for event in article.events],
        "comment": [article.text[start:end] for start, end in article.comment],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "speaker": quote.speaker or None,
        "role": quote.role or None,
        "channel": quote.channel or None,
        "said": when_json(quote.said),
        "direct": quote.direct,
        "wording": quote.wording,
    }


def _show(path: str, article: Article) -> None:
    published = article.published
    rows = [
        ("title", article.title),
        ("published", f"{published.value} ({published.precision})" if published else "unknown"),
        ("language", article.language),
        ("publisher", article.publisher),
        ("republisher", article.republisher),
        ("wire", article.wire),
        ("author", article.author),
        ("section", article.section),
        ("url", article.url),
        ("flags", ", ".join(article.flags)),
        ("quarantine", article.quarantine),
    ]
    say(f"— {inert(path)}")
    for field, value in rows:
        if value:
            basis = article.basis.get(field)
            say(f"  {field:<12} {value}" + (f"  [{basis}]" if basis else ""))
    for quote in article.quotes:
        said = "said" if quote.direct else "said (indirectly)"
        say(f"  {'quote':<12} {quote.speaker or 'unnamed'} {said}: {quote.text}")
    for event in article.events:
        say(
            f"  {'event':<12} {event.when.value} {event.name}, {event.place or 'place unknown'} ({event.status})"
        )
    say(f"\n{article.text}\n")
