"""Kinds of events by the words of many languages, so that a session told in Russian gets an English name.

A name in the brief's own language stays as it is; any other becomes ``Summit (CSTO)``: its kind and its topics.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.brief.words import Words

_STEMS: Mapping[str, str] = {
    "summit": "summit саммит саміт sammit zirve اجلاس գագաթնաժողով სამიტ 峰会",
    "exercise": "exercise drill manoeuvre maneuver учени маневр навчан رزمایش تمرین тамрин машқ mashg жаттығу машыгуу "
    "təlim tatbikat զորավարժ წვრთნ 演习",
    "elections": "election poll vote voting выбор голосован "
    "вибор انتخابات интихобот saylov сайлов сайлау шайлоо saýlaw "
    "seçki seçim ընտրություն არჩევნებ 选举",
    "referendum": "referendum референдум",
    "visit": "visit trip визит поездк візит سفر сафар tashrif ташриф сапар sapar səfər ziyaret دورہ այց ვიზიტ 访问",
    "talks": "talks negotiation consultation dialogue переговор консультац مذاکرات گفتگو музокир muzokara музокара "
    "келіссөз сүйлөшүү gepleşik danışıq müzakere բանակցություն მოლაპარაკებ 会谈",
    "conference": "conference forum congress symposium конференц форум съезд "
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
_GATHERINGS = frozenset({"summit", "session", "meeting", "talks", "conference"})


@cache
def kind(name: str) -> str:
    """Return the kind of an event, or blank; the first kind whose word the name holds."""
    folded = name.casefold()
    return next((kind for kind, pattern in _patterns().items() if pattern.search(folded)), "")


def compatible(one: str, other: str) -> bool:
    """Say whether two names may mean one event: a summit is a meeting and a session, but no exercise."""
    kinds = {kind(one), kind(other)} - {""}
    return len(kinds) < 2 or kinds <= _GATHERINGS


def composed(name: str, topics: Sequence[str], words: Words, sentence: str = "") -> str:
    """Return a name made of kind and topics, in the brief's language; of works that ``sentence`` ends, their end."""
    found = kind(name) or "event"
    label = words.say(
        f"kind_{found}_end" if found == "repairs" and _ENDS.search(sentence) else f"kind_{found}"
    )
    return words.say("event_of", kind=label, topics=words.listed(topics)) if topics else label


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {
        kind: re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, stems.split())) + ")")
        for kind, stems in _STEMS.items()
    }
