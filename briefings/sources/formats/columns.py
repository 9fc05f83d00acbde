"""Which column holds what: names used by news databases, monitoring tools and scrapers, in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

# Earlier names win when a table has several columns of one meaning. The two-letter codes are Factiva's.
_NAMES: Mapping[str, str] = {
    "title": "title|headline|headlines|hd|article title|news title|document title|titel|heading|head|subject"
    "|заголовок|название|тема|عنوان|تیتر|sarlavha|тақырып|сарлавҳа|unvan|başlık|վերնագիր|სათაური",
    "text": "text|full text|fulltext|body|body text|article text|article body|articlebody|main text|maintext"
    "|content text|content|article|story|plain text|td|текст|полный текст|содержание|متن|matn|мәтін|матн|metin",
    "lead": "lead|lead paragraph|lp|leadparagraph|opening paragraph|лид",
    "summary": "summary|snippet|abstract|description|excerpt|teaser|hit sentence|opening text|аннотация|описание"
    "|خلاصه",
    "html": "html|content html|body html|raw html|page html|html content",
    "url": "url|link|links|href|article url|page url|source url|web address|web url|permalink|canonical url"
    "|address|ссылка|адрес|لینک|نشانی|havola",
    "date": "date|published|publication date|published at|publishedat|date published|datepublished|pubdate|pub date"
    "|published date|publish date|published on|publication datetime|release date|pd|date time|datetime|timestamp"
    "|article date|seendate|load date|posted|posted at|created at|created|day|дата|дата публикации|опубликовано|تاریخ"
    "|تاریخ انتشار|sana|күні|сана|tarix|tarih|datum|date publication",
    "time": "time|publication time|pub time|et|время|soat",
    "updated": "updated|updated at|modified|date modified|last modified|last updated|обновлено",
    "author": "author|authors|byline|by|writer|journalist|creator|dc creator|автор|авторы|نویسنده|muallif",
    "language": "language|lang|la|language code|язык|زبان|til",
    "publisher": "publisher|source name|sn|publication|publication name|outlet|outlet name|newspaper|media outlet"
    "|media|source|news source|site name|site|domain|website|издание|источник|сми|منبع|manba",
    "section": "section|category|categories|rubric|se|column|раздел|рубрика|категория",
    "id": "id|accession number|an|document id|guid|uuid|article id|doc id|номер",
    "format": "format|document type|article type|genre|жанр",
}
_MEANING = {
    name: (key, place) for key, names in _NAMES.items() for place, name in enumerate(names.split("|"))
}
_WRITTEN = (
    "en english английский; ru russian русский; fa persian farsi dari; ps pashto; tg tajik таджикский;"
    "uz uzbek узбекский;"
    "kk kazakh казахский; ky kyrgyz киргизский; tk turkmen; az azerbaijani; hy armenian; ka georgian; tr turkish;"
    "zh chinese; ar arabic; ur urdu; fr french; de german"
)
_LANGUAGES = {name: names.split()[0] for names in _WRITTEN.split(";") for name in names.split()[1:]}
"""Languages that databases write out, by ISO 639-1."""
_COMPACT = r"^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?=Z|$)"
"""``20241127T093000Z``, as GDELT writes times."""
_EMPTY = {"nan", "NaT", "<NA>", "N/A", "#N/A", "NULL", "null", "None"}
"""How tools write an empty cell."""
_TELLING = ("name", "title", "value", "original", "created", "code", "url")
"""Keys of an object that stands in the place of a text, such as ``{"created": "2024-11-27"}`` for a date."""
KEYS = (
    "title",
    "text",
    "html",
    "url",
    "date",
    "updated",
    "author",
    "language",
    "publisher",
    "section",
    "id",
    "format",
)
"""The keys of a record."""


def recognise(names: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """What the columns mean: key -> column name; ``given`` (key -> column name) goes before what is recognised."""
    found: dict[str, tuple[int, str]] = {}
    for name in names:
        key, place = _MEANING.get(_plain(name), ("", 0))
        if key and (key not in found or place < found[key][0]):
            found[key] = (place, name)
    return {key: name for key, (_, name) in found.items()} | dict(given)


def fields(row: Mapping[str, object], meaning: Mapping[str, str]) -> dict[str, str]:
    """A row as the fields of a record; empty ones are left out."""
    values = {key: text for key, name in meaning.items() if (text := plain(at(row, name)))}
    lead, summary, clock = values.pop("lead", ""), values.pop("summary", ""), values.pop("time", "")
    text = values.get("text", "")
    if lead and lead not in text:
        values["text"] = f"{lead}\n\n{text}".strip()
    if summary and not values.get("text") and not values.get("html"):
        values["text"] = summary
    if "date" in values:
        values["date"] = re.sub(_COMPACT, r"\1-\2-\3T\4:\5:\6", values.get("date", ""))
    if clock and re.fullmatch(r"\d{4}-\d{2}-\d{2}", values.get("date", "")):
        values["date"] = f"{values['date']} {clock}"
    if "author" in values:
        values["author"] = re.sub(r"(?i)^by\s+", "", values["author"])
    if "language" in values:
        values["language"] = _LANGUAGES.get(values["language"].casefold(), values["language"])
    return {key: value for key, value in values.items() if key in KEYS}


def at(tree: object, path: str) -> object:
    """What stands at a place in JSON: under this key, or inside (``date.created``); of a list, all that it holds."""
    if isinstance(tree, list):
        found = [value for each in tree if (value := at(each, path)) is not None]
        return found or None
    if not isinstance(tree, Mapping):
        return None
    if path in tree:
        return tree[path]
    first, dot, rest = path.partition(".")
    return at(tree.get(first), rest) if dot else None


def plain(value: object) -> str:
    """A cell as text: dates in ISO, lists joined, an object by its name, nothing for what is missing."""
    if value is None or (isinstance(value, str | float) and str(value).strip() in _EMPTY):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() and not value.tzinfo else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return plain(next((value[name] for name in _TELLING if value.get(name)), None))
    if isinstance(value, list | tuple):
        return "; ".join(text for item in value if (text := plain(item)))
    return str(value).strip()


def _plain(name: str) -> str:
    """A column name for comparing: words in lower case, ``publishedAt`` as two words."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.strip())
    return re.sub(r"[\W_]+", " ", parted).strip().casefold()
