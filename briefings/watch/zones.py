"""Stretches of a text in which nothing is matched: addresses, datelines, legal labels, credits, teasers.

The rules are those of the watch list's ``zones_without_matching`` and ``legal_boilerplate``. Reading cuts most of
this away; what is tagged straight from a file or a table still has it.
"""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|(?<![\w/])(?:[a-z0-9-]+\.)+(?:com|org|net|int|info|ru|kz|kg|tj|uz|tm|af|am|az|ge|ir|pk|tr|cn|io|me|tv|press|news)"
    r"(?:/\S*)?(?![\w])"
    r"|(?<!\w)/[\w/.-]{3,}"
    r"|@\w+"
    r"|[\w-]+\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|mp[34]|html?|webp)\b",
    re.IGNORECASE,
)
# "BISHKEK, November 27. /TASS/." · "KABUL (Pajhwok) -" · "МОСКВА, 27 ноя - РИА Новости." · "BAIKONUR /Kazakhstan/, ..."
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĖĘĞĢĪİĶĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽƏА-ЯЁЂ-ЏҐҒҚҢҮҰҲҶҺӘӢӨӮԱ-Ֆ"
_PLACE_OF_WRITING = rf"[{_UPPER}][{_UPPER}.'’ -]{{2,40}}(?:\s*[/(,]\s*[^\W\d_][\w .'’-]{{1,40}}[/)]?)?"
_DATELINE = re.compile(
    rf"\s*(?:{_PLACE_OF_WRITING})"
    r"(?:"
    r",?\s*(?:\d{1,2}\s+)?[^\W\d_]{3,12}\.?\s*\d{0,2}(?:,?\s*\d{4})?\.?\s*(?:/[^/\n]{2,40}/|\([^)\n]{2,40}\)|[–—-]\s*[^\n.–—-]{2,30})\.?"
    r"|\s*(?:/[^/\n]{2,40}/|\([^)\n]{2,40}\))\s*[.:–—-]?"
    r"|\s*[–—]\s"
    r")"
)
_WIRE_LINE = re.compile(
    r"\s*[^\W\d_][\w .'’-]{2,40},\s*\d{1,2}\s+[^\W\d_]{3,12}\.?\s*(?:\d{4}\s*)?[–—-]\s*[^\n.–—-]{2,30}[.,]"
)
_LEGAL = re.compile(
    r"(?P<mark>[*(])?\s*(?:(?:террористическ\w+|экстремистск\w+|нежелательн\w+)\s+)?"
    r"(?:организаци\w+|движени\w+|группировк\w+)?,?\s*"
    r"(?:запрещ[её]н\w*|признан\w*\s+(?:террористическ|экстремистск|нежелательн|иностранным агентом|иноагент)\w*"
    r"|деятельность\s+(?:которо\w+\s+)?запрещена)"
    r"[^.;\n()]{0,60}?(?:в\s+(?:РФ|России|Российской Федерации)|на\s+территории\s+(?:РФ|России|Российской Федерации)"
    r"|Минюстом\w*|иноагент\w*|иностранн\w+ агент\w*|организаци\w+)"
    r"(?(mark)[^.;\n()]{0,60}\)?"  # a footnote or a bracket to its end; within a sentence the words of the law alone
    r"|(?:,?\s+(?:как\s+)?(?:террористическ|экстремистск)\w+)?(?:\s+(?:организаци|движени|группировк)\w+)?)"
    r"|признан\w*\s+(?:иноагент\w*|иностранн\w+\s+агент\w*|нежелательн\w+\s+организаци\w+)"
    r"|вн[её]с[её]н\w*\s+(?:Минюстом\s+)?(?:РФ\s+)?в\s+(?:реестр|перечень|список)[^.;\n()]{0,80}"
    r"|(?:a\s+)?(?:terrorist\s+)?(?:group|organi[sz]ation)?,?\s*(?:outlawed|banned)\s+in\s+"
    r"(?:the\s+)?(?:Russia(?:n Federation)?|RF)"
    r"|taqiqlangan\s+terrorchilik\s+tashkiloti|Ресейде\s+тыйым\s+салынған",
    re.IGNORECASE,
)
_LEGAL_GATES = ("запрещ", "признан", "внесен", "banned in", "outlawed in", "taqiqlangan", "тыйым салынған")
_LINE = re.compile(
    r"[ \t]*(?:read (?:more|also|next)|related(?: news| articles)?:|see also|also read|source:|photo(?: by)?[:©]"
    r"|image:|credit:|caption:|the post .{3,300}appeared first on|читайте также|читать также|подписывайтесь на"
    r"|источник:|фото:|©|настоящий материал \(информация\) произвед|بیشتر بخوانید|عکس:|обуна шав|ҳамчунин хонед"
    r"|oʻqing:|расм:|оқыңыз:|окуңуз:|ayrıca oku|oxuyun:|կարդացեք նաև|წაიკითხეთ)",
    re.IGNORECASE,
)


def dateline(text: str) -> int:
    """Return where a text's dateline ends: 0 when it has none."""
    found = _DATELINE.match(text[:200]) or _WIRE_LINE.match(text[:200])
    return found.end() if found else 0


def labels(text: str, folded: str) -> tuple[tuple[int, int], ...]:
    """Return where legal labels stand; ``folded`` is the same text folded, and tells cheaply that there are none."""
    if not any(gate in folded for gate in _LEGAL_GATES):
        return ()
    return tuple((m.start(), m.end()) for m in _LEGAL.finditer(text) if m.end() > m.start())


def in_address(text: str, start: int, end: int) -> bool:
    """Whether a stretch stands inside an address, a file name or a handle."""
    if _is_alone(text, start, end):
        return False
    first, last = _word_around(text, start, end)
    return any(
        m.start() < end - first and start - first < m.end() for m in _ADDRESS.finditer(text[first:last])
    )


def in_credit(text: str, start: int) -> bool:
    """Whether the line an offset stands in is a credit, a teaser or a syndication line."""
    first = text.rfind("\n", 0, start) + 1
    return _LINE.match(text[first : first + 120]) is not None


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether blanks stand on both sides of a stretch, as of most words."""
    return (start == 0 or text[start - 1].isspace()) and (end >= len(text) or text[end].isspace())


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the unbroken run of signs around a stretch, at most 200 signs to either side."""
    before = text[max(0, start - 200) : start]
    after = text[end : end + 200]
    left = "" if not before or before[-1].isspace() else before.rsplit(None, 1)[-1]
    right = "" if not after or after[0].isspace() else after.split(None, 1)[0]
    return start - len(left), end + len(right)
