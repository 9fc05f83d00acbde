"""Kinds of events by the words of many languages, so that a session told in Russian gets an English name.

A name in the brief's own language stays, and gets in brackets whom it concerns when it does not say so itself; any
other becomes ``Summit (CSTO)``: its kind and its topics.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefings.reading.concepts import met

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.brief.language.words import Words

_STEMS: Mapping[str, str] = {
    "summit": "summit саммит саміт sammit zirve اجلاس գագաթնաժողով სამიტ 峰会",
    "exercise": "exercise drill manoeuvre maneuver учени маневр навчан رزمایش تمرین тамрин машқ mashg жаттығу машыгуу "
    "təlim tatbikat զորավարժ წვრთნ 演习",
    "elections": "election poll выбор вибор انتخابات интихобот saylov сайлов сайлау шайлоо saýlaw "
    "seçki seçim ընտրություն არჩევნებ 选举",
    "referendum": "referendum референдум",
    "vote": "vote voting голосован رأی‌گیری",
    "visit": "visit trip визит поездк візит سفر сафар tashrif ташриф сапар sapar səfər ziyaret دورہ այց ვიზიტ 访问",
    "talks": "talks negotiation consultation dialogue переговор консультац مذاکرات گفتگو музокир muzokara музокара "
    "келіссөз сүйлөшүү gepleşik danışıq müzakere բանակցություն მოლაპარაკებ 会谈",
    "conference": "conference videoconference forum congress symposium конференц видеоконференц форум съезд "
    "конгресс کنفرانس همایش konferens konferans "
    "ҳамоиш anjuman maslahat խորհրդաժողով კონფერენცი ფორუმ 论坛",
    "session": "session council заседан сесси совещан засідан نشست нишаст ҷаласа yig отырыс отурум жыйын mejlis iclas "
    "oturum majlis мажлис նիստ სხდომ 会议",
    "meeting": "meet gathering reception встреч зустріч دیدار ملاقات мулоқот вохӯр "
    "uchrashuv учрашув кездесу жолугушуу "
    "duşuşyk görüş toplantı հանդիպում შეხვედრ 会晤",
    "briefing": "briefing press-conference брифинг пресс-конференц брифінг",
    "hearing": "hearing trial слушан суд",
    "launch": "launch запуск пуск راه‌اندازی",
    "ceremony": "ceremony parade inauguration opening signing церемон парад инаугурац открыти подписан مراسم",
    "repairs": "repair roadworks ремонт реконструкц таъмир taʼmir taʻmir жөндеу оңдоо abatlaýyş təmir onarım "
    "ترمیم تعمیر بازسازی վերանորոգ რემონტ რეაბილიტაც 维修",
}

_ENDS = re.compile(
    r"\b(?:ends?|finish\w*|complet\w+)\b|заверш|законч|оконч|анҷом|тамом|tugay|yakunla|аяқтал|бүт[өе]|پایان|تکمیل",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"\b(?:leaders|heads(?: of state)?|presidents)\b"
    r"|\b(?:лидер|глав\w? (?:\w+ )?(?:государств|стран)|президент(?:ов|ы))"
    r"|сарони|rahbarlar|başçılar|سران|رهبران|رؤسای جمهور",
    re.IGNORECASE,
)
_ANNOUNCING = re.compile(
    r"^(?:состо[ия]тся|пройд[её]т|пройдут|начн[её]тся|начнутся|откроется|откроются|ожидается|планируется)\s+",
    re.IGNORECASE,
)
_TORN = re.compile(r"^(?:чтобы|если|когда|какие|какой|который|после того)\b", re.IGNORECASE)
"""How a name begins that is a piece of a sentence."""
_SPOKEN = frozenset({"briefing", "talks", "meeting", "conference", "hearing"})
"""Kinds at which a subject is spoken of."""
_BOTH = re.compile(
    r"\s*\b(?:of|between|from) (?:both|the two) (?:countries|sides|states|nations)\b"
    r"|\s*\b(?:обеих|двух) (?:стран|сторон)\b",
    re.IGNORECASE,
)
_VOTES = frozenset({"vote", "elections", "referendum"})
_GATHERINGS = frozenset({"summit", "session", "meeting", "talks", "conference"})


@cache
def kind(name: str) -> str:
    """Return the kind of an event, or blank; the first kind whose word the name holds."""
    folded = name.casefold()
    return next((kind for kind, pattern in _patterns().items() if pattern.search(folded)), "")


def compatible(one: str, other: str) -> bool:
    """Say whether two names may mean one event: a summit is a meeting and a session, but no exercise."""
    kinds = {kind(one), kind(other)} - {""}
    return len(kinds) < 2 or kinds <= _GATHERINGS or kinds <= _VOTES


def of_leaders(name: str) -> bool:
    """Say whether a name is that of a meeting of leaders, whatever it is called."""
    return kind(name) == "summit" or bool(_LEADERS.search(name))


def tidied(name: str) -> str:
    """Return a name in its own language as a calendar prints it; blank for a piece of a sentence."""
    calm = name.capitalize() if name.isupper() and " " in name else name
    calm = _ANNOUNCING.sub("", calm)
    return "" if _TORN.match(calm) else calm[:1].upper() + calm[1:]


def of_both(name: str) -> bool:
    """Say whether a name leaves it to its text which two countries it means."""
    return bool(_BOTH.search(name))


def completed(name: str, topics: Sequence[str], words: Words) -> str:
    """Return a name with whom it concerns: ``Vote on investment deal (Kyrgyzstan)``; no brackets inside brackets."""
    bare = [topic.partition(" (")[0] for topic in topics]
    return words.say("event_of", kind=_BOTH.sub("", name), topics=words.listed(bare)) if topics else name


def composed(name: str, topics: Sequence[str], words: Words, sentence: str = "") -> str:
    """Return a name made of kind and topics, in the brief's language; of works that ``sentence`` ends, their end."""
    found = kind(name) or "event"
    if found == "repairs" and _ENDS.search(sentence):
        found = "repairs_end"
    if found in _GATHERINGS - {"summit"} and _LEADERS.search(name):
        found = "leaders"
    label, about = (
        words.say(f"kind_{found}"),
        [subject for subject in met(name) if subject not in (found, kind(name))],
    )
    if about and found in _SPOKEN:
        label = words.say("kind_on", kind=label, words=words.form(f"of_{about[0]}", 1))
    return completed(label, topics, words)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {
        kind: re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, stems.split())) + ")")
        for kind, stems in _STEMS.items()
    }
