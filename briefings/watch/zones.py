"""Stretches of a text in which nothing is matched: addresses, datelines, legal labels, credits, teasers.

The rules are those of the watch list's ``zones_without_matching`` and ``legal_boilerplate``. Reading cuts most of
this away; what is tagged straight from a file or a table still has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_HAS_ADDRESS = re.compile(r"[@/]|\.\w{2,5}\b")

# "BISHKEK, November 27. /TASS/." · "KABUL (Pajhwok) -" · "МОСКВА, 27 ноя - РИА Новости." · "BAIKONUR /Kazakhstan/, ..."
_PLACE_OF_WRITING = r"[^\W\d_a-zа-яё][^\W\d_a-zа-яё.'’ -]{2,40}(?:\s*[/(,]\s*[^\W\d_][\w .'’-]{1,40}[/)]?)?"
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
    r"[*(]?\s*(?:(?:террористическ\w+|экстремистск\w+|нежелательн\w+)\s+)?"
    r"(?:организаци\w+|движени\w+|группировк\w+)?,?\s*"
    r"(?:запрещ[её]н\w*|признан\w*\s+(?:террористическ|экстремистск|нежелательн|иностранным агентом|иноагент)\w*"
    r"|деятельность\s+(?:которо\w+\s+)?запрещена)"
    r"[^.;\n()]{0,60}?(?:в\s+(?:РФ|России|Российской Федерации)|на\s+территории\s+(?:РФ|России|Российской Федерации)"
    r"|Минюстом\w*|иноагент\w*|иностранн\w+ агент\w*|организаци\w+)"
    r"[^.;\n()]{0,60}\)?"
    r"|вн[её]с[её]н\w*\s+(?:Минюстом\s+)?(?:РФ\s+)?в\s+(?:реестр|перечень|список)[^.;\n()]{0,80}"
    r"|(?:a\s+)?(?:terrorist\s+)?(?:group|organi[sz]ation)?,?\s*(?:outlawed|banned)\s+in\s+"
    r"(?:the\s+)?(?:Russia(?:n Federation)?|RF)"
    r"|taqiqlangan\s+terrorchilik\s+tashkiloti|Ресейде\s+тыйым\s+салынған",
    re.IGNORECASE,
)
_HAS_LEGAL = re.compile(
    r"запрещ|признан|вн[её]с[её]н|banned in|outlawed in|taqiqlangan|тыйым салынған", re.IGNORECASE
)
_LINE = re.compile(
    r"^[ \t]*(?:read (?:more|also|next)|related(?: news| articles)?:|see also|also read|source:|photo(?: by)?[:©]"
    r"|image:|credit:|caption:|the post .{3,300}appeared first on|читайте также|читать также|подписывайтесь на"
    r"|источник:|фото:|©|настоящий материал \(информация\) произвед|بیشتر بخوانید|عکس:|обуна шав|ҳамчунин хонед"
    r"|oʻqing:|расм:|оқыңыз:|окуңуз:|ayrıca oku|oxuyun:|կարդացեք նաև|წაიკითხეთ)[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HAS_LINE = re.compile(
    r"read |related|see also|source:|photo|image:|credit:|caption:|appeared first|читай|читать|подписывай|источник:"
    r"|фото|©|настоящий материал|بیشتر|عکس:|обуна|ҳамчунин|qing:|расм:|оқыңыз:|окуңуз:|oku|oxuyun|կարդացեք|წაიკითხეთ",
    re.IGNORECASE,
)


def masked(title: str, text: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, why) of what is not matched in title, two newlines and text joined; sorted."""
    shift = len(title) + 2
    found = [
        *_within(title, 0),
        *_within(text, shift),
    ]
    dateline = _DATELINE.match(text[:200]) or _WIRE_LINE.match(text[:200])
    if dateline:
        found.append((shift, shift + dateline.end(), "dateline"))
    found.sort()
    return tuple(found)


def _within(text: str, shift: int) -> Iterator[tuple[int, int, str]]:
    for gate, pattern, why in (
        (_HAS_ADDRESS, _ADDRESS, "address"),
        (_HAS_LEGAL, _LEGAL, "legal label"),
        (_HAS_LINE, _LINE, "credit or teaser"),
    ):
        if gate.search(text):
            yield from (
                (shift + m.start(), shift + m.end(), why)
                for m in pattern.finditer(text)
                if m.end() > m.start()
            )
