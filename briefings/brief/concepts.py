"""What reports speak of, recognised by word stems in several languages: a ceasefire, clashes, a state of emergency.

Used twice: the gravest class of words met weighs in the order of stories, and a story known only in other
languages is described by the words that most of its reports use. Both count words; neither is a judgment.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.types import Article

WEIGHTS: Mapping[str, float] = {
    "war": 2.0,
    "deaths": 1.8,
    "force": 1.5,
    "emergency": 1.5,
    "decision": 1.2,
    "matter": 1.0,
}
"""Factor of each class; the gravest class that is met counts. A matter describes a story and weighs nothing."""

_CONCEPTS: Mapping[str, tuple[str, str]] = {
    "ceasefire": (
        "war",
        r"cease-?fire|truce|armistice|прекращени\w+ огня|прекратить огонь|перемири|آتش‌?بس|atəşkəs|оташбас",
    ),
    "shelling": ("war", r"shelling|artillery|обстрел|артилл|گلوله‌?باران|توپخانه|тирпарронӣ"),
    "air_strikes": ("war", r"air ?strikes?|bombing raid|авиауд|حمله هوایی|حملات هوایی"),
    "hostilities": (
        "war",
        r"hostilities|offensive|invasion|\bwar\b|боевы\w+ действи|наступлени|вторжени|\bвойн|جنگ",
    ),
    "seizure": (
        "war",
        r"captur|\bseiz(?:e|ed|es|ure)|\bfall of|takes? over|took over|захват|взял\w* под контроль|تصرف|سقوط",
    ),
    "coup": ("war", r"\bcoup\b|overthr|переворот|свержен|کودتا"),
    "peacekeepers": ("war", r"peacekeep|миротвор|صلح‌?بان|сулҳбон"),
    "takeover": (
        "war",
        r"transfer of power|(?:took|takes?|seiz\w+) power|came to power|handed (?:the )?country|won the war"
        r"|смен\w+ власти|при(?:шли|шел|ход\w*) к власти|взял\w* власть|انتقال قدرت|به قدرت رسید",
    ),
    "troops": (
        "war",
        r"troops (?:sent|to|enter|deploy|arriv|leave|withdraw)|(?:ввод|вывод)\w* (?:войск|контингент)|نیروهای نظامی",
    ),
    "martial_law": ("war", r"martial law|mobili[sz]ation|военно\w+ положени|мобилизац"),
    "deaths": (
        "deaths",
        r"\bkill(?:ed|s|ing)|\bdead\b|\bdeaths?\b|\bdied\b|casualt|fatalit|погиб|убит|жертв|کشته|جان باخت|تلفات",
    ),
    "attack": (
        "force",
        r"attack|suicide bomb|car bomb|теракт|нападени|\bатак|حمله|انتحاری|ҳамла|hujum|шабуыл",
    ),
    "clashes": (
        "force",
        r"clash|gunfire|shoot-?out|firefight|столкновен|перестрел|درگیری|бархӯрд|toʻqnash|қақтығыс",
    ),
    "explosion": ("force", r"explosion|blast|взрыв|انفجار|таркиш|portlash|жарылыс"),
    "militants": ("force", r"militant|terror|insurgent|боевик|террор|تروریست|شبه‌نظامی"),
    "wounded": ("force", r"wounded|injured|ранен|пострадавш|زخمی|маҷрӯҳ|yarador|жаралан"),
    "drones": ("force", r"\bdrones?\b|беспилотник|дрон\w*|پهپاد"),
    "hostages": ("force", r"hostage|заложник|گروگان"),
    "emergency": (
        "emergency",
        r"state of emergency|curfew|чрезвычайн\w+ положени|режим\w* чс|комендантск|وضعیت اضطراری|төтенше жағдай",
    ),
    "unrest": ("emergency", r"\briot|unrest|looting|беспоряд|погром|мародер|ناآرامی|тәртіпсіздік"),
    "protests": ("emergency", r"protest|\brall(?:y|ies)\b|митинг|протест|اعتراض|تظاهرات|наразылық|namoyish"),
    "evacuation": ("emergency", r"evacuat|эвакуац|эвакуир|تخلیه"),
    "refugees": ("emergency", r"refugee|displaced|беженц|پناهنده|آوارگ|мигрант"),
    "border_closure": (
        "emergency",
        r"border (?:closed|closure)|closes? (?:the |its )?border|crossings? (?:is |was |were )?(?:closed|shut)"
        r"|(?:checkpoint|gate)s? (?:closed|shut)|закры\w+ (?:границ|кпп|пункт)|بستن مرز|مرز بسته",
    ),
    "disaster": (
        "emergency",
        r"earthquake|flood|landslide|mudflow|землетряс|наводнен|оползен|\bсел[ья]\b|زلزله|سیل",
    ),
    "arrests": ("decision", r"arrest|detain|задержан|арест|بازداشت|دستگیر|дастгир"),
    "prisoners": (
        "decision",
        r"prisoner (?:swap|exchange)|swaps? prisoners|обмен\w* (?:военно)?пленн|تبادل زندانی",
    ),
    "summit": ("decision", r"summit|саммит|نشست سران|اجلاس|sammit"),
    "agreement": (
        "decision",
        r"agreement|treaty(?! organi[sz]ation)|accord|\bpact\b|memorandum"
        r"|соглашен|договор\w*+(?! о коллективн)|меморандум|توافق|шартнома",
    ),
    "statement": ("decision", r"joint statement|declaration|совместное заявление|декларац|بیانیه"),
    "sanctions": ("decision", r"sanction|санкци|تحریم"),
    "elections": ("decision", r"elections?|referendum|выбор(?:ы|ов|ах)\b|референдум|انتخابات"),
    "delimitation": ("decision", r"delimitat|demarcat|делимитац|демаркац|تحدید مرز|علامت‌گذاری مرز"),
    "visit": ("matter", r"\bvisit|визит|سفر|сафари|tashrif|сапары|səfəri|ziyaret"),
    "talks": (
        "matter",
        r"\btalks\b|negotiat|переговор|مذاکرات|музокир|müzakere|келіссөз|сүйлөшүү|danışıqlar",
    ),
    "exercises": (
        "matter",
        r"\bdrills\b|exercises|учени(?:я|й|ях)\b|ман[её]вр|رزمایش|тамрин|жаттығу|təlim|tatbikat",
    ),
    "drugs": (
        "matter",
        r"narcotic|heroin|hashish|opium|methamphet|\bdrugs?\b|наркот|героин|гашиш|опиум|مواد مخدر|мухаддир"
        r"|giyohvand|есірткі|баңгизат|narkotik|uyuşturucu",
    ),
    "smuggling": ("matter", r"smuggl|contraband|контрабанд|قاچاق|қочоқ|kontraband|kaçakçı"),
    "crossing": (
        "matter",
        r"border crossing|checkpoint|пункт\w* пропуска|\bкпп\b|گذرگاه|гузаргоҳ|сарҳадӣ|oʻtkazish punkt|өткөрмө",
    ),
    "patrols": ("matter", r"\bpatrol|патрул|گشت‌?زنی|گزمه"),
    "repairs": ("matter", r"repairs?\b|ремонт|таъмир|ترمیم|onarım|жөндеу|taʼmir"),
    "railway": (
        "matter",
        r"\brail(?:way|road)|железн\w+ дорог|راه‌?آهن|роҳи оҳан|temir yo.?l|темір жол|demir ?ýol",
    ),
    "gas": ("matter", r"\bgas\b|\bгаз(?:а|у|ом|е)?\b|گاز|\bgaz\b"),
    "electricity": ("matter", r"electricit|power (?:lines?|supply|cuts?)|электр|برق|барқ|elektr"),
    "trade": (
        "matter",
        r"\btrade\b|\b(?:ex|im)ports?\b|торговл|товарооборот|экспорт|импорт|تجارت|صادرات|тиҷорат|savdo",
    ),
    "aid": ("matter", r"humanitarian aid|гуманитарн\w+ помощ|کمک‌?های بشردوستانه|кӯмаки башардӯст"),
    "accident": ("matter", r"\baccident|\bcrash|авари|\bдтп\b|حادثه|садама"),
    "fire": ("matter", r"(?<!-)\bfire (?:at|in|broke|destroy)|пожар|آتش‌?سوزی|сӯхтор|yongʻin|өрт "),
    "court": ("matter", r"\bcourt\b|\btrial\b|приговор|\bсуд(?:а|е|ом)?\b|دادگاه|محکمه"),
    "appointment": ("matter", r"appoint|назнач\w*|انتصاب|таъин|тағайында"),
    "deportation": ("matter", r"deport|депорт|выдвор|اخراج|ихроҷ"),
}
_NEGATED = re.compile(r"(?:\bno|\bnot|\bwithout|\bnever|\bнет|\bне|\bбез|بدون)\s+(?:\w+\s+)?$")
_OPENING = 500
"""Characters of a text that tell what it is about."""


def severity(text: str, changes: Mapping[str, float]) -> float:
    """Return the factor of the gravest class that ``text`` meets, 1 when none; ``changes`` replace weights."""
    weights = {**WEIGHTS, **changes}
    return max((weights[_CONCEPTS[name][0]] for name in _met(text)), default=1.0)


def spoken_of(articles: Sequence[Article], most: int = 2) -> tuple[str, ...]:
    """Return names of what at least a quarter of the reports speak of at their opening, the gravest of them first.

    Of one or two reports one must name it in its title or both twice: one word in passing is no subject.
    """
    few = len(articles) < 3
    counts = Counter(name for article in articles for name in _told(article, strictly=few))
    titled = {name for article in articles for name in _met(article.title)} if few else set()
    counts.update({name: len(articles) - counts[name] for name in titled})
    enough = len(articles) if few else len(articles) / 4
    found = [name for name, count in counts.items() if count >= enough]
    found.sort(key=lambda name: (-counts[name] * WEIGHTS[_CONCEPTS[name][0]], name))
    return tuple(found[:most])


def names() -> tuple[str, ...]:
    """Return the names of all concepts; each has a phrase ``of_NAME`` in every catalogue."""
    return tuple(_CONCEPTS)


def _told(article: Article, *, strictly: bool) -> set[str]:
    title, opening = _met(article.title), _met(article.text[:_OPENING])
    return {name for name in {*title, *opening} if not strictly or name in title or opening[name] > 1}


def _met(text: str) -> Counter[str]:
    """Concepts and how often a text uses their words; what it denies is not counted."""
    folded = text.casefold()
    found: Counter[str] = Counter()
    for name, pattern in _patterns().items():
        hits = (
            hit
            for hit in pattern.finditer(folded)
            if not _NEGATED.search(folded, max(0, hit.start() - 16), hit.start())
        )
        found[name] += sum(1 for _ in hits)
    return +found


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(stems) for name, (_, stems) in _CONCEPTS.items()}
