"""Words that make a dated sentence an event, by language, and the signs of its status."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.types import EventStatus

_EVENT_NOUNS = """
    summit meeting session visit talks conference forum drills drill exercise exercises manoeuvres maneuvers
    election elections referendum vote voting hearing trial briefing negotiations consultations congress assembly
    ceremony launch parade deadline ceasefire truce inauguration closure opening signing handover withdrawal strike
    protest rally round games exhibition expo festival championship anniversary council inspection mission tour trip
    patrol dialogue symposium seminar event census handover commemoration summits visits meetings hearings reception
    polls
"""
HEADS = tuple(_EVENT_NOUNS.split())
"""English nouns that name events."""

_FIRM_WORDS = """
    summit session conference forum drills exercise exercises election elections referendum talks visit congress
    meeting negotiations consultations parade inauguration ceremony council
"""
FIRM = frozenset(_FIRM_WORDS.split())
"""Those that are worth a line in the timeline when they are past."""

STEMS: dict[str, str] = {
    "ru": "саммит=саммит|заседани=заседание|встреч=встреча|визит=визит|переговор=переговоры|конференци=конференция|"
    "форум=форум|учени[яейюм]=учения|выбор[ыаов]=выборы|референдум=референдум|голосовани=голосование|сесси=сессия|"
    "брифинг=брифинг|пресс-конференци=пресс-конференция|консультаци=консультации|съезд=съезд|церемони=церемония|"
    "парад=парад|инаугураци=инаугурация|подписани=подписание|суд=суд|слушани=слушания|поездк=поездка|"
    "совещани=совещание|выставк=выставка|фестивал=фестиваль|запуск=запуск|курултай=курултай|маневр=маневры|"
    "открыти=открытие|закрыти=закрытие|перемири=перемирие|конгресс=конгресс|раунд=раунд|мероприяти=мероприятие|ремонт=ремонт|реконструкци=реконструкция",
    "uk": "саміт=саміт|засіданн=засідання|зустріч=зустріч|візит=візит|переговор=переговори|конференці=конференція|"
    "форум=форум|навчан=навчання|вибор=вибори",
    "fa": "اجلاس=اجلاس|نشست=نشست|دیدار=دیدار|سفر=سفر|مذاکرات=مذاکرات|گفتگو=گفتگو|کنفرانس=کنفرانس|همایش=همایش|"
    "رزمایش=رزمایش|انتخابات=انتخابات|تمرین=تمرین|مراسم=مراسم",
    "ps": "غونډه=غونډه|ناسته=ناسته|سفر=سفر|لیدنه=لیدنه|کنفرانس=کنفرانس",
    "ur": "اجلاس=اجلاس|دورہ=دورہ|ملاقات=ملاقات|مذاکرات=مذاکرات|کانفرنس=کانفرنس|انتخابات=انتخابات|مشقیں=مشقیں",
    "tg": "саммит=саммит|нишаст=нишаст|ҷаласа=ҷаласа|мулоқот=мулоқот|сафар=сафар|музокир=музокирот|конфронс=конфронс|"
    "ҳамоиш=ҳамоиш|тамрин=тамрин|интихобот=интихобот|машқ=машқ|форум=форум|вохӯри=вохӯрӣ",
    "uz": "sammit=sammit|yig‘ilish=yig‘ilish|yigʻilish=yigʻilish|uchrashuv=uchrashuv|tashrif=tashrif|muzokara=muzokara|"
    "konferensiya=konferensiya|forum=forum|mashg‘ulot=mashg‘ulot|saylov=saylov|majlis=majlis|anjuman=anjuman|"
    "саммит=саммит|йиғилиш=йиғилиш|учрашув=учрашув|ташриф=ташриф|музокара=музокара|мажлис=мажлис|сайлов=сайлов",
    "kk": "саммит=саммит|отырыс=отырыс|кездесу=кездесу|сапар=сапар|келіссөз=келіссөз|конференция=конференция|"
    "форум=форум|жаттығу=жаттығу|сайлау=сайлау|жиналыс=жиналыс|құрылтай=құрылтай|референдум=референдум",
    "ky": "саммит=саммит|жыйын=жыйын|жолугушуу=жолугушуу|сапар=сапар|сүйлөшүү=сүйлөшүү|конференция=конференция|"
    "форум=форум|машыгуу=машыгуу|шайлоо=шайлоо|отурум=отурум|курултай=курултай|визит=визит|референдум=референдум",
    "tk": "sammit=sammit|mejlis=mejlis|duşuşyk=duşuşyk|sapar=sapar|gepleşik=gepleşik|maslahat=maslahat|forum=forum|"
    "saýlaw=saýlaw|konferensiýa=konferensiýa",
    "az": "sammit=sammit|iclas=iclas|görüş=görüş|səfər=səfər|danışıq=danışıqlar|konfrans=konfrans|forum=forum|"
    "təlim=təlim|seçki=seçki|toplantı=toplantı",
    "tr": "zirve=zirve|toplantı=toplantı|görüşme=görüşme|ziyaret=ziyaret|müzakere=müzakere|konferans=konferans|"
    "forum=forum|tatbikat=tatbikat|seçim=seçim|oturum=oturum",
    "hy": "գագաթնաժողով=գագաթնաժողով|նիստ=նիստ|հանդիպում=հանդիպում|այց=այց|բանակցություն=բանակցություններ|"
    "խորհրդաժողով=խորհրդաժողով|ֆորում=ֆորում|զորավարժ=զորավարժություն|ընտրություն=ընտրություններ",
    "ka": "სამიტ=სამიტი|სხდომ=სხდომა|შეხვედრ=შეხვედრა|ვიზიტ=ვიზიტი|მოლაპარაკებ=მოლაპარაკება|კონფერენცი=კონფერენცია|"
    "ფორუმ=ფორუმი|წვრთნ=წვრთნები|არჩევნებ=არჩევნები",
    "zh": "峰会=峰会|会议=会议|访问=访问|会谈=会谈|论坛=论坛|演习=演习|选举=选举|会晤=会晤",
}
"""``stem=name`` of event nouns in the other languages."""

_STATUS: tuple[tuple[EventStatus, str], ...] = (
    (
        "cancelled",
        r"\bcancel(?:s|led|ed)|called off|отмен[её]н|отменил|отменяется|لغو شد|bekor qilin|iptal edil|ləğv",
    ),
    (
        "postponed",
        r"\bpostpon|put off|rescheduled|delayed until|перенес[её]н|перенесл|"
        r"отложен(?!\w* до (?:встреч|заседан|саммит|визит|переговор|сесси|совещан|форум|конференц))|به تعویق|"
        r"кейинга қолдир|ertelen|кейінге қалдыр|təxirə",
    ),
    (
        "tentative",
        r"\b(?:may|might|could|propos(?:es|ed|al)|preliminary|possibl[ey]|tentative\w*)\b|возможно|предварительн|может|"
        r"могут|предложил|احتمال|mumkin|мүмкін|мүмкүн|olabilir",
    ),
    (
        "expected",
        r"\bexpect|долж(?:ен|на|но|ны) (?:завершиться|закончиться|окончиться)|ожида|"
        r"انتظار|kutil|күтіл|күтүл|bekleniyor|gözlənil|likely",
    ),
    ("confirmed", r"\bconfirm(?:s|ed)|подтверд|تایید کرد|تأیید کرد|tasdiqla|doğrula|təsdiq"),
)
_STATUS_SIGNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _STATUS)
_DURATION = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7,
    "двух": 2, "трех": 3, "трёх": 3, "четырех": 4, "четырёх": 4, "пяти": 5, "دو": 2, "سه": 3, "چهار": 4,
}  # fmt: skip
_LASTS = re.compile(
    r"\b(two|three|four|five|six|seven|[2-7])[- ]day\b|\b(двух|тр[её]х|четыр[её]х|пяти|[2-7]-)дневн|"
    r"\b(دو|سه|چهار) ?روزه",
    re.IGNORECASE,
)


def status(sentence: str) -> EventStatus:
    """Return the status that a sentence gives its event: the strongest sign, else ``announced``."""
    return next((name for name, pattern in _STATUS_SIGNS if pattern.search(sentence)), "announced")


_DENIED = {
    "en": r"\b(?:no|not|never|unaware|unlikely|denies|denied|rules? out|without)\b|n[’']t\b",
    "ru": r"(?<!\w)(?:не|нет|без|отрица\w+|опроверг\w*|исключ\w+)(?!\w)",
    "uk": r"(?<!\w)(?:не|немає|без)(?!\w)",
    "fa": r"نخواهد|نمی|نیست|رد کرد|تکذیب",
}


@lru_cache(maxsize=16)
def _denial(language: str) -> re.Pattern[str]:
    return re.compile(_DENIED.get(language, r"(?!)"), re.IGNORECASE)


def denied(sentence: str, language: str) -> bool:
    """Tell a sentence that says that something will not be, or is not known to be."""
    return bool(_denial(language).search(sentence))


def lasting(sentence: str) -> int:
    """Return for how many days "a three-day visit" lasts; 0 when it is not said."""
    match = _LASTS.search(sentence)
    word = next((part for part in match.groups() if part), "") if match else ""
    return _DURATION.get(word.lower().rstrip("-"), 0)


@lru_cache(maxsize=32)
def nouns(language: str) -> re.Pattern[str]:
    """Return the pattern of a language's event nouns; the stem is the group ``stem``."""
    if language == "en":
        return re.compile(rf"\b(?P<stem>{'|'.join(sorted(HEADS, key=len, reverse=True))})\b", re.IGNORECASE)
    stems = [entry.split("=")[0] for entry in STEMS.get(language, "").split("|") if entry]
    if not stems:
        return re.compile(r"(?!)")
    edge = "" if language == "zh" else r"(?<!\w)"
    return re.compile(rf"{edge}(?P<stem>{'|'.join(sorted(stems, key=len, reverse=True))})\w*", re.IGNORECASE)


@lru_cache(maxsize=512)
def nominative(word: str, language: str) -> str:
    """Return the dictionary form of an event noun."""
    for entry in STEMS.get(language, "").split("|"):
        stem, _, name = entry.partition("=")
        if stem and re.match(stem, word, re.IGNORECASE):
            return name
    return word
