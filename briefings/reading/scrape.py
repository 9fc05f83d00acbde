"""Plain text copied from a page: which of its lines are the article.

The article is the densest run of prose: lines that are long or end like sentences. What stands before it is the head
(title, date line, outlet), what stands after a gap is the page's furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings.reading.draft import Draft
from briefings.reading.provenance import CREDIT, is_chrome, separate

_END = re.compile(r"[.!?…։۔؟。][\"'”’»)\]]*(?:\s*\[\d+\])?$")
_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]+):[ \t]*(.+)$", re.MULTILINE)
_GAP = 3
"""Lines of furniture that may interrupt an article: a counter, a caption, a subheading."""
_NEAR = 8
"""Title-like lines above the text among which its heading is looked for."""
_OPENING = 4
"""Lines of the text in which the words of its heading come back."""
_LINK = re.compile(r"!?\[([^\]\n]{1,300})\]\(\S{1,500}?\)")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,300}?)(?<=\S)\1(?![\w*])")
_FEW = 3
"""Words from which a line is a title by itself, or a sentence after the text."""
_PROSE = 60
"""Characters from which a line that ends like a sentence counts as prose by itself."""


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    weight: int


def parse_text(text: str) -> Draft:
    """The article in a text scrape or a Markdown file, with what its front matter states."""
    found = _FRONT.match(text)
    stated = {m[1].casefold(): m[2].strip("\"' ") for m in _FIELD.finditer(found[1])} if found else {}
    draft = _parse_body(text[found.end() :] if found else text)
    if not stated:
        return draft
    return replace(
        draft,
        title=stated.get("title") or draft.title,
        given=stated.get("date") or stated.get("published", ""),
        given_basis="stated",
        site=next((stated[key] for key in ("site", "publisher", "outlet", "source") if stated.get(key)), ""),
        author=stated.get("author"),
        language=(stated.get("lang") or stated.get("language", ""))[:2].casefold(),
        url=stated.get("url"),
        basis=draft.basis | {"title": "front matter"},
    )


def _parse_body(text: str) -> Draft:
    lines = [_STRONG.sub(r"\2", _LINK.sub(r"\1", line)).strip() for line in text.split("\n")]
    blocks = [line for line in lines if line]
    run = _main_run(blocks)
    if run is None:
        return Draft(title=blocks[0] if blocks else "", header_lines=tuple(blocks[1:12]))
    title_at = _title(blocks, run)
    head = tuple(line for n, line in enumerate(blocks[: run.start]) if n != title_at)
    after = blocks[run.end : run.end + 4]
    kept, credited = separate([*blocks[run.start : run.end], *(line for line in after if CREDIT.match(line))])
    return Draft(
        title=_bare(blocks[title_at]) if title_at is not None else "",
        paragraphs=kept,
        header_lines=tuple(line for line in head if len(line) < 120)[-12:],
        credits=credited,
        basis={
            "title": "line above the text" if title_at is not None else "",
            "text": "densest run of prose",
        },
    )


def _is_prose(line: str) -> bool:
    if is_chrome(line) or re.fullmatch(r"\S+", line):
        return False
    ends = bool(_END.search(line))
    return (ends and (len(line) >= _PROSE or len(line.split()) >= 5)) or len(line) >= 3 * _PROSE


def _main_run(blocks: Sequence[str]) -> _Run | None:
    """The run of prose lines with the most characters; short gaps belong to it."""
    runs: list[_Run] = []
    start = end = weight = 0
    for n, line in enumerate(blocks):
        if not _is_prose(line):
            continue
        if weight and n - end > _GAP:
            runs.append(_Run(start, end, weight))
            weight = 0
        start, end, weight = (n if not weight else start), n + 1, weight + len(line)
    if weight:
        runs.append(_Run(start, end, weight))
    longest = max(runs, key=lambda run: (run.weight, -run.start), default=None)
    return longest and replace(longest, end=_last_words(blocks, longest.end))


def _last_words(blocks: Sequence[str], end: int) -> int:
    """Where the text ends, short sentences that follow its last paragraph at once included."""
    while end < len(blocks) and _END.search(blocks[end]) and not is_chrome(blocks[end]):
        if len(blocks[end].split()) < _FEW or CREDIT.match(blocks[end]):
            break
        end += 1
    return end


def _title(blocks: Sequence[str], run: _Run) -> int | None:
    """The title-like line before the text that shares most words with its opening; a Markdown heading wins."""
    before = range(run.start - 1, -1, -1)
    heading = next((n for n in range(run.start) if blocks[n].startswith("# ")), None)
    if heading is not None:
        return heading
    said = _stems(" ".join(blocks[run.start : min(run.end, run.start + _OPENING)]))
    candidates = [n for n in before if _like_title(blocks[n])][:_NEAR]
    if not candidates:  # "Border closed": two words are a title when the text takes them up
        candidates = [n for n in before if _may_be_title(blocks[n]) and _stems(blocks[n]) & said]
    return max(candidates, key=lambda n: (len(_stems(blocks[n]) & said), n), default=None)


def _stems(line: str) -> frozenset[str]:
    """The beginnings of the longer words: what a heading shares with the text under it in any language."""
    return frozenset(word[:5] for word in re.findall(r"\w{4,}", line.casefold()))


def _like_title(line: str) -> bool:
    return len(line.split()) >= _FEW and len(line) >= 15 and _may_be_title(line)


def _may_be_title(line: str) -> bool:
    return (
        2 <= len(line.split()) <= 40
        and len(line) <= 250
        and not _DATE_LINE.search(line)
        and not is_chrome(line)
    )


_DATE_LINE = re.compile(
    r"^\W*\d{1,2}[./ ]|\b\d{1,2}:\d{2}\b|\b\d{1,2}\.? \w+,? (?:19|20)\d{2}\b|\b\w+ \d{1,2}, (?:19|20)\d{2}\b"
    r"|https?://|@|\s[|·•]\s"
)


def _bare(line: str) -> str:
    return line.lstrip("#").strip(" *_")
