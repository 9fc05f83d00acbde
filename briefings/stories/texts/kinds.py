"""What kind of happening a title tells of: an incident, the meeting of a body, a visit of state, a vote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_THEMES = frozenset({"theme.border-clashes", "theme.terrorism"})
_FORMS = (
    "attack", "drone", "shelli", "shelle", "blast", "explos", "clash", "shooti", "gunfir", "ambush", "bombin",
    "missil", "damage",
    "атак", "нападе", "беспил", "дрон", "обстре", "взрыв", "перест", "столкн", "ракетн", "поврежд", "подрыв",
    "حمله", "انفجار", "پهپاد", "درگیر", "تیراند", "شلیک", "برید", "ډزې",
    "ҳамла", "таркиш", "тирпар", "hujum", "portla", "otishm", "чабуул", "жарылу", "атышу", "шабуыл", "жарылы",
    "hücum", "partlay", "atışma", "saldır", "patlam", "çatışm", "zarba",
    "հարձակ", "պայթյ", "կրակոց", "თავდას", "აფეთქ", "სროლა",
)  # fmt: skip
"""Beginnings of words for what happens once, on one day, in the languages of the region."""
_MEETING = (
    "summit", "leaders", "heads of state", "heads to", "council", "session", "meeting", "gather",
    "саммит", "саміт", "лидеры", "лідери", "главы государств", "заседан", "засідан", "сесси", "совещан",
    "اجلاس", "نشست", "سران", "غونډه", "ناسته",
    "иҷлос", "нишаст", "ҷаласа", "sammit", "yig'ilish", "отырыс", "жиын", "жыйын", "отурум", "ýygnag",
    "zirve", "zirvə", "toplantı", "iclas", "գագաթնաժողով", "նիստ", "სამიტ", "სხდომა", "峰会",
)  # fmt: skip
"""Beginnings of words for a body that meets, folded."""
_VISIT = (
    "visit", "визит", "візит", "سفر", "دیدار", "сафар", "tashrif", "ташриф", "сапар", "sapar", "səfər", "ziyaret",
    "այց", "ვიზიტ", "访问",
)  # fmt: skip
"""The same for a visit of state."""
_PHONE = (
    "phone",
    "call ",
    "calls ",
    "telephone",
    "телефон",
    "созвон",
    "تلفن",
    "telefon",
    "հեռախոս",
    "ტელეფონ",
    "📞",
)
_WRITTEN = (
    "greet", "congratulat", "condol", "поздрав", "собол", "привіта", "تبریک", "تسلیت", "табрик", "таъзия", "tabrik",
    "құттықта", "куттукта", "təbrik", "kutla", "շնորհավոր",
)  # fmt: skip
_TALKS = (
    "talks", "met with", "meets", "meeting", "discuss", "spoke with", "spoke to", "speaks with", "speaks to",
    "разговор", "переговор", "встреч", "поговор", "обсуд", "бесед", "розмов", "зустрі", "گفت‌وگو", "دیدار", "خبرې",
    "гуфтугӯ", "вохӯр", "мулоқот", "suhbat", "muloqot", "uchrash", "сөйлес", "кездес", "сүйлөш", "жолуг",
    "danış", "görüş", "gepleş", "duşuş", "հանդիպ", "საუბ", "შეხვედ",
)  # fmt: skip
"""The same for two who speak with each other by telephone, who write to each other, who speak in whatever way."""
_VOTE = (
    "election", "referendum", "turnout", "ballot", "выборы", "выборов", "выборам", "выборах", "голосовани",
    "референдум", "явка", "вибори", "انتخابات", "همه‌پرسی", "ټاکنې", "интихобот", "saylov", "сайлов",
    "сайлау", "шайлоо", "saýlaw", "seçki", "seçim", "ընտրություն", "არჩევნ", "选举",
)  # fmt: skip
"""The same for a country that votes."""
_CAPTURE = (
    "captur", "seiz", "overrun", "takeover", "take over", "takes over", "took over", "takes control", "take control",
    "took control", "fall of", "falls to", "fell to", "offensive", "advance on", "advances on", "enter the capital",
    "захват", "взят", "взял", "заняли", "занял ", "под контроль", "вошли в", "вошёл в", "вступили в", "наступлен",
    "تصرف", "سقوط", "تسخیر", "پیشروی", "ونیو", "ونیول", "ишғол", "тасарруф", "забт", "суқут",
    "egalla", "qo'lga kirit", "bosib ol", "басып ал", "басып кир", "бақылауға ал", "ээле",
    "ələ keçir", "işğal", "ele geçir", "kontrolüne", "գրավ", "დაიკავ", "დაიპყრ",
)  # fmt: skip
"""The same for towns that are taken, and for an advance."""


def incident(heading: Iterable[str], topics: Mapping[str, str]) -> bool:
    """Whether a document with this title (stems) and these topics tells of one incident."""
    return bool(_THEMES & topics.keys()) or any(stem.startswith(_FORMS) for stem in heading)


def meeting(title: str) -> bool:
    """Whether the title says that somebody meets: the body that it names, as far as it names one."""
    return bool(_MEETS.search(fold(title).text))


def visit(title: str) -> bool:
    """Whether the title says that somebody visits somebody."""
    return bool(_VISITS.search(fold(title).text))


def contact(title: str) -> bool:
    """Whether the title says that two speak with each other, or one writes to the other."""
    return bool(_CONTACTS.search(fold(title).text))


def channels(text: str) -> list[str]:
    """Return by what two speak as far as it says so: ``phone``, ``written``, ``talks`` in whatever way."""
    said = fold(text).text
    return [name for name, form in _CHANNELS.items() if form.search(said)]


def vote(title: str) -> bool:
    """Whether the title says that a country votes."""
    return bool(_VOTES.search(fold(title).text))


def capture(title: str) -> bool:
    """Whether the title says that something is taken by force, or that somebody advances."""
    return bool(_CAPTURES.search(fold(title).text))


def _beginnings(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(fold(form).text) for form in forms) + ")")


_MEETS, _VISITS, _VOTES, _CAPTURES = map(_beginnings, (_MEETING, _VISIT, _VOTE, _CAPTURE))
_CONTACTS = _beginnings(_PHONE + _WRITTEN + _TALKS)
_CHANNELS = {
    "phone": _beginnings(_PHONE),
    "written": _beginnings(_WRITTEN),
    "talks": _beginnings(_TALKS),
}
