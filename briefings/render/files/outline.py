"""The brief as a plain run of headings, sentences and tables: what the text, Markdown and Word editions share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefings.brief_types import Brief, Line, QuoteLine, StoryBlock, TopicRow
from briefings.render.language import dates
from briefings.render.language.languages import language, quoted
from briefings.render.page import coverage
from briefings.render.page.rows import references
from briefings.render.page.tables import Table, table
from briefings.render.page.told import change_lists, cited, numbers
from briefings.render.tlp import mark

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    bold: bool = False
    lang: str = ""
    """Empty: the brief's own."""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item, a quotation or a table."""

    kind: Literal["h1", "h2", "h3", "h4", "p", "item", "quote", "table"]
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table; the first is its head."""

    @property
    def lang(self) -> str:
        """The language of the block when it is not the brief's own."""
        return next((run.lang for run in self.runs if run.lang), "")


def outline(brief: Brief, words: Words) -> Iterator[Block]:
    """The whole brief in the order of the printed one."""
    yield from _masthead(brief, words)
    yield _heading(words["bottom_line"])
    yield Block(
        "p", tuple(_joined([_line(p, brief) for p in brief.bottom_line_parts]) or [Run(brief.bottom_line)])
    )
    yield from (block for part in brief.bottom_line_parts for block in _beneath(part, brief, words))
    yield from _points(brief, words)
    yield from _tables(brief, words)
    parts = {"changes": _changes, "ahead": _ahead, "stories": _stories}
    for name, part in parts.items():
        if name not in brief.brief.left_out:
            yield from part(brief, words)
    if brief.also_noted:
        yield _heading(words["also"])
        yield from (Block("item", tuple(_line(line, brief))) for line in brief.also_noted)
    yield from _coverage(brief, words)
    yield from _annex(brief, words)
    yield from _method(brief, words)


def _heading(text: str, level: Literal["h1", "h2", "h3", "h4"] = "h2") -> Block:
    return Block(level, (Run(text),))


def _text(text: str, label: str = "") -> Block:
    return Block("p", (Run(f"{label} ", bold=True), Run(text)) if label else (Run(text),))


def _masthead(brief: Brief, words: Words) -> Iterator[Block]:
    label = mark(brief.brief.tlp)
    yield Block("p", (Run(label.label, bold=True), Run(f" – {words[label.sharing]}")))
    yield _heading(brief.brief.title, "h1")
    if brief.brief.sample:
        yield Block("p", (Run(words["sample"], bold=True),))
    yield Block("p", (Run(dates.heading(brief.period, words), bold=True),))
    parts = [
        words["issue"].format(n=brief.issue.number),
        words["version"].format(n=brief.version),
        words["data_cutoff"].format(when=dates.cutoff(brief.period, words, full=True)),
    ]
    if brief.issue.next_on:
        parts.append(words["next_issue"].format(when=dates.day(brief.issue.next_on, words)))
    yield _text(" · ".join(parts))


def _line(line: Line, brief: Brief) -> list[Run]:
    return [Run(cited(line.text, line.refs), lang="" if line.lang == brief.brief.language else line.lang)]


def _joined(sentences: Sequence[Sequence[Run]]) -> list[Run]:
    """Sentences of one paragraph, a space between them."""
    return [run for i, runs in enumerate(sentences) for run in ((Run(" "), *runs) if i else runs)]


def _points(brief: Brief, words: Words) -> Iterator[Block]:
    if brief.key_points:
        yield _heading(words["key_points"])
        for point in brief.key_points:
            yield Block("item", (*_line(point, brief), *_noted(point)))
            yield from _beneath(point, brief, words)


def _beneath(line: Line, brief: Brief, words: Words) -> Iterator[Block]:
    """A source's own words under a composed line."""
    if line.original:
        label = words["original"].format(language=language(line.original.lang, brief.brief.language))
        yield Block("quote", (Run(f"{label} {numbers(line.original.refs)}"),))
        yield Block("quote", (Run(line.original.text, lang=line.original.lang),))


def _noted(line: Line) -> list[Run]:
    """What stands in the margin beside a point on paper: whose title it is, which day it names."""
    return [Run(f" ({line.note})")] if line.note else []


def _tables(brief: Brief, words: Words) -> Iterator[Block]:
    for rows, title, head in ((brief.borders, "borders", "border"), (brief.bodies, "bodies", "body")):
        if rows:
            yield _heading(words[title])
            shown = table(rows, brief.weeks, words)
            if shown.rows:
                lines = (_row(line.row, words) for line in shown.rows)
                yield Block("table", rows=(_head(words, head, brief), *lines))
            yield from _silent(shown, words)


def _silent(shown: Table, words: Words) -> Iterator[Block]:
    """The rows that say nothing, named in a sentence as on paper."""
    if shown.quiet:
        yield _text(
            words["here_names" if shown.cut else "quiet_names"].format(names=words["comma"].join(shown.quiet))
        )
    if shown.unwatched:
        yield _text(words["off_names"].format(names="; ".join(shown.unwatched)))


def _head(words: Words, first: str, brief: Brief) -> tuple[str, ...]:
    median = words["median"].format(n=max(len(brief.weeks) - 1, 0))
    return (
        *(words[k] for k in (first, "this_week", "last_week")),
        median,
        *(words[k] for k in ("origins", "state", "reason")),
    )


def _row(row: TopicRow, words: Words) -> tuple[str, ...]:
    if row.state == "not monitored":
        return (row.name, words["not_monitored"], "–", "–", "–", "", row.reason)
    return (
        row.name,
        str(row.reports),
        "–" if row.previous is None else str(row.previous),
        "–" if row.median is None else f"{row.median:g}",
        str(row.origins or "–"),
        words[row.arrow] if row.arrow else "",
        f"{row.reason} {numbers(row.reason_refs)}".rstrip(),
    )


def _changes(brief: Brief, words: Words) -> Iterator[Block]:
    yield _heading(words["changes"])
    if not brief.issue.previous:
        yield _text(words["changes_first"])
    for label, entries in change_lists(brief):
        yield Block("h3", (Run(words[label]),))
        for entry in entries:
            yield Block("item", (Run(f"{entry.number} ", bold=True), Run(cited(entry.text, entry.refs))))
        if not entries:
            yield _text(words["none"])


def _ahead(brief: Brief, words: Words) -> Iterator[Block]:
    events = [e for e in brief.events if e.ahead]
    yield _heading(words["ahead"])
    if not events:
        yield _text(words["ahead_none"])
        return
    head = tuple(words[k] for k in ("date", "local_time", "place", "event", "status", "source"))
    missing = words["not_stated"]
    rows = (
        (
            e.date_text,
            e.time or missing,
            e.place or missing,
            f"{e.name} – {e.caveat}" if e.caveat else e.name,
            words.get(f"status_{e.status}", e.status),
            numbers(e.refs),
        )
        for e in events
    )
    yield Block("table", rows=(head, *rows))


def _stories(brief: Brief, words: Words) -> Iterator[Block]:
    yield _heading(words["stories"])
    stories = {s.id: s for s in brief.stories}
    if not brief.themes:
        yield _text(words["stories_none"])
    for theme in brief.themes:
        yield _heading(theme.name, "h3")
        for story in (stories[i] for i in theme.stories if i in stories):
            yield from _story(story, brief, words) if story.full else _short(story, words)


def first_refs(story: StoryBlock) -> tuple[int, ...]:
    """The sources of a story told in one line: those of its headline, then of its sentences, each once."""
    told = (story.headline_refs, *(line.refs for line in story.reported))
    return tuple(dict.fromkeys(n for refs in told for n in refs))


def _short(story: StoryBlock, words: Words) -> Iterator[Block]:
    tail = f" – {story.dateline}" if story.dateline else ""
    lone = f" · {words['one_origin']}" if story.origins == 1 else ""
    yield Block(
        "p", (Run(f"{story.number} ", bold=True), Run(cited(story.headline, first_refs(story)) + tail + lone))
    )


def _story(story: StoryBlock, brief: Brief, words: Words) -> Iterator[Block]:
    yield _heading(f"{story.number} {cited(story.headline, story.headline_refs)}", "h4")
    if story.dateline:
        yield _text(story.dateline)
    yield from _sentences(story, brief, words)
    yield from (_quote(quote, words) for quote in story.quotes)
    for figure in story.figures:
        series = "; ".join(
            f"{dates.day(when, words, year=False)}: {value} {numbers(refs)}"
            + (f" ({words['figures_corrected']})" if corrected else "")
            for when, value, refs, corrected in figure.series
        )
        yield _text(series, figure.what)
    for label, text in (("assessed", story.assessed), ("so_what", story.so_what)):
        if text:
            yield _text(text, words[label])
    basis = " ".join([f"{coverage.basis(story, words)}. {story.grades}.", *story.caveats])
    yield _text(basis, words["basis"])


def _sentences(story: StoryBlock, brief: Brief, words: Words) -> Iterator[Block]:
    own = [x for x in story.reported if x.label != "original" and x.lang == brief.brief.language]
    foreign = [x for x in story.reported if x not in own]
    if own:
        yield Block("p", (Run(f"{words['reported']} ", bold=True), *_joined([_line(x, brief) for x in own])))
    for line in foreign:
        label = words["original"].format(language=language(line.lang, brief.brief.language))
        yield Block("quote", (Run(f"{label} {numbers(line.refs)}"),))
        yield Block("quote", (Run(line.text, lang=line.lang),))
    if story.comments:
        runs = _joined([_line(x, brief) for x in story.comments])
        yield Block("quote", (Run(f"{words['comment']} ", bold=True), *runs))


def speaker(quote: QuoteLine, words: Words) -> str:
    """``shift supervisor, unnamed, Wed 27 Nov, to Kunduz Herald [3] · wording: retranslated``."""
    who = ", ".join(part for part in (quote.speaker, quote.role) if part)
    if not quote.speaker:
        who = f"{who}, {words['unnamed_short']}" if who else words["unnamed"]
    channel = words["to_channel"].format(channel=quote.channel) if quote.channel else ""
    where = ", ".join(part for part in (who, quote.date, channel) if part)
    return (
        f"{where} {numbers(quote.refs)} · {words['wording'].format(state=words[f'wording_{quote.wording}'])}"
    )


def _quote(quote: QuoteLine, words: Words) -> Block:
    return Block(
        "quote", (Run(quoted(quote.text, quote.lang), lang=quote.lang), Run(f" – {speaker(quote, words)}"))
    )


def _coverage(brief: Brief, words: Words) -> Iterator[Block]:
    yield _heading(words["coverage"])
    yield from (_text(line) for line in coverage.sentences(brief, words))
    failed = coverage.failures(brief, words)
    if failed:
        yield _text(words["coverage_failed"])
    yield from (Block("item", (Run(line),)) for line in (*failed, *brief.coverage.problems))
    if "corrections" in brief.brief.left_out:
        return
    yield _heading(words["corrections"])
    for entry in brief.corrections:
        yield _text(cited(entry.text, entry.refs), words["corrections_issue"].format(issue=entry.issue))
    if not brief.corrections:
        yield _text(words["corrections_none"])


def _annex(brief: Brief, words: Words) -> Iterator[Block]:
    yield _heading(words["annex"])
    for source in references(brief).values():
        about = words["comma"].join((source.chain or source.outlet, source.date_text))
        about = words["semicolon"].join(part for part in (about, source.limits) if part)
        yield Block(
            "p",
            (
                Run(f"[{source.n}] ", bold=True),
                Run(f"{about}. {source.grade}. "),
                Run(source.title, lang="" if source.language == brief.brief.language else source.language),
                Run(" "),
                Run(source.url or words["no_url"], href=source.url or ""),
            ),
        )
    if not brief.references:
        yield _text(words["annex_none"])


def _method(brief: Brief, words: Words) -> Iterator[Block]:
    label = mark(brief.brief.tlp)
    yield _heading(words["method"])
    yield from (_text(paragraph) for paragraph in brief.method)
    if any(s.assessed for s in brief.stories):
        yield _text(words["likelihood_terms"], words["likelihood"])
    yield _text(f"{label.label}: {words[label.sharing]}.", words["handling"])
    imprint = [
        words["imprint_issuer"].format(issuer=brief.brief.issuer) if brief.brief.issuer else "",
        words["imprint_contact"].format(contact=brief.brief.contact) if brief.brief.contact else "",
    ]
    yield _text(" ".join(part for part in imprint if part) or words["imprint_none"], words["imprint"])
