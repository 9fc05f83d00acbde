"""What the matcher knows of each language: how words end, where borders, denials and members show.

The suffix inventories are deliberately closed: after a stem only a chain of listed suffixes counts, so that
``шекара`` is found in ``шекарасында`` but not in an unrelated longer word. Russian is not here: its forms are
written out when the list is compiled (``russian``), because they change inside the phrase as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefings.text import script


@dataclass(frozen=True, slots=True)
class Language:
    """Matching facts of one language."""

    suffixes: str = ""
    """Suffix segments, separated by blanks; a form may carry a chain of up to four."""
    soft: Mapping[str, str] = field(default_factory=dict)
    """Last letters that change before a suffix: ``k`` -> ``ğ``."""
    endings: Mapping[str, str] = field(default_factory=dict)
    """Endings that give way before a suffix: Georgian ``ი`` -> nothing, Armenian ``ություն`` -> ``ությ``."""
    border: tuple[str, ...] = ()
    """Beginnings of the words for border, crossing, border guard."""


_KK = """лар лер дар дер тар тер ы і сы сі ның нің дың дің тың тің ға ге қа ке на не а е ды ді ты ті ны ні н
да де та те нда нде дан ден тан тен нан нен мен бен пен дағы дегі тағы тегі ндағы ндегі ғы гі қы кі
лық лік дық дік тық тік ымен імен мыз міз ымыз іміз шы ші"""
_KY = """лар лер лор лөр дар дер дор дөр тар тер тор төр ы и у ү сы си су сү нын нин нун нүн дын дин дун дүн тын
тин тун түн га ге го гө ка ке ко кө на не но нө а е о ө ды ди ду дү ты ти ту тү ны ни ну нү н да де до дө та те
то тө нда нде ндо ндө дан ден дон дөн тан тен тон төн нан нен нон нөн дагы деги догу дөгү тагы теги тогу төгү
ндагы ндеги гы ги гу гү кы ки ку кү лык лик лук лүк дык дик тык тик чы чи чу чү"""
_UZ = """lar i si ning ni ga ka qa da dan ta tan dagi tagi gi ki lik dek cha gacha imiz miz ingiz siz im m
лар и си нинг ни га ка қа да дан та тан даги таги ги ки лик дек ча гача имиз миз im a ya la nda ndan ndagi"""
_TR = """lar ler ı i u ü sı si su sü nın nin nun nün ın in un ün ya ye a e na ne yı yi yu yü nı ni nu nü da de ta
te nda nde dan den tan ten ndan nden daki deki taki teki ndaki ndeki yla yle la le lı li lu lü lık lik luk lük
ca ce ça çe ki nca nce"""
_AZ = """lar lər ı i u ü sı si su sü nın nin nun nün ın in un ün ya yə a ə na nə nı ni nu nü yı yi yu yü da də nda
ndə dan dən ndan ndən dakı dəki ndakı ndəki la lə yla ylə lı li lu lü lıq lik luq lük ca cə kı ki"""
_TK = """lar ler y i u ü sy si su sü yň iň uň üň nyň niň nuň nüň a e na ne ä ýa ýe ny ni nu nü da de nda nde dan den
ndan nden daky däki ndaky ndäki baryp ly li lyk lik luk lük çy çi nä"""
_HY = """յի յից յով յում յան ն ը ի ին ից ով ում ներ եր ներն ները ներին ների ներից ներով ներում երի երը երին
ան անը անն ական ու ուն ուց"""
_KA = """ს ის ი მ მა ო ა ად დ ად ით თ ში ზე თან თვის გან დან მდე ისგან ისთვის ისთან ები ების ებს ებმა ებში ებზე
ებთან ებით ებისთვის ებისგან ც ვე ს ის ასთან ასთვის ას ზეც შიც ისა სა თა"""
_TG = "и ро ҳо ҳои ҳоро ҳову он они онро у ю ву аш ашон е ест аст иҳо иён иро яш ям янд мон ам"
_FA = "ها های هایی ی یی ان انی ای اش ها"
_PS = "و ان انو ونه ونو ي ه ې"
_UR = "وں یں ی ے ات"

LANGUAGES: Mapping[str, Language] = {
    "en": Language(border=("border", "frontier", "crossing", "checkpoint")),
    "ru": Language(border=("границ", "погран", "пригран", "рубеж", "кпп", "пропускн", "пункт пропуска")),
    "fa": Language(_FA, border=("مرز", "سرحد", "گذرگاه")),
    "ps": Language(_PS, endings={"ه": ""}, border=("پول", "سرحد", "کرښ")),
    "ur": Language(_UR, border=("سرحد", "بارڈر")),
    "tg": Language(_TG, border=("сарҳад", "марз", "гузаргоҳ")),
    "uz": Language(_UZ, {"q": "g'", "k": "g", "қ": "ғ", "к": "г"}, border=("chegara", "чегара")),
    "ky": Language(_KY, {"к": "г", "п": "б"}, border=("чек ара", "бекет")),
    "kk": Language(_KK, {"к": "г", "қ": "ғ", "п": "б"}, border=("шекара", "бекет")),
    "tk": Language(_TK, {"e": "ä", "k": "g", "t": "d", "p": "b", "ç": "j"}, border=("serhed", "serhet")),
    "hy": Language(_HY, endings={"ություն": "ությ", "ուն": "ն"}, border=("սահման", "անցակետ")),
    "az": Language(_AZ, {"q": "ğ", "k": "y", "t": "d"}, border=("sərhəd",)),
    "ka": Language(
        _KA, endings={"ი": "", "ა": "", "ე": "", "არი": "რ"}, border=("საზღვ", "სასაზღვრ", "გამშვებ")
    ),
    "tr": Language(_TR, {"k": "ğ", "t": "d", "p": "b", "ç": "c"}, border=("sinir", "hudut")),
    "zh": Language(border=("边境", "边界", "口岸", "边防")),
    "sr": Language("a u e i om ima ama ama o oj ski ska sko skog skoj skom", border=("granic", "границ")),
    "sq": Language("i it in ve t e s të", border=("kufi", "kufir")),
    "bs": Language("a u e i om ima ama o oj", border=("granic",)),
    "mk": Language("та то от а и те", border=("границ",)),
    "fr": Language("s", border=("frontièr", "frontalier")),
    "ar": Language("ية ين ون ات ي", border=("حدود", "معبر")),
}
DEFAULT = Language()

_CHAIN_LENGTH = 4


def chain(language: str) -> re.Pattern[str] | None:
    """Return what may follow a stem in that language; ``None`` when its words do not take suffixes."""
    segments = LANGUAGES.get(language, DEFAULT).suffixes.split()
    if not segments:
        return None
    ordered = sorted(set(segments), key=lambda segment: (-len(segment), segment))
    return re.compile(f"(?:{'|'.join(ordered)}){{1,{_CHAIN_LENGTH}}}")


CHAINS: Mapping[str, re.Pattern[str]] = {code: found for code in LANGUAGES if (found := chain(code))}
BORDER_WORDS: tuple[str, ...] = tuple(
    sorted({word for language in LANGUAGES.values() for word in language.border})
)

SCRIPTS: Mapping[str, frozenset[str]] = {
    "Cyrl": frozenset({"ru", "tg", "uz", "ky", "kk", "mk", "sr", "mn"}),
    "Latn": frozenset({"en", "uz", "tk", "az", "tr", "sr", "sq", "bs", "fr", "hr"}),
    "Arab": frozenset({"fa", "ps", "ur", "ar"}),
    "Armn": frozenset({"hy"}),
    "Geor": frozenset({"ka"}),
    "Hans": frozenset({"zh"}),
}
"""Which languages a text of unknown language may be in, by its script."""

_COMMONEST: Mapping[str, str] = {"Cyrl": "ru", "Arab": "fa", "Armn": "hy", "Geor": "ka", "Hans": "zh"}


def language_of(name: str) -> str:
    """Return the language that a name is taken for when nobody says: the commonest here of its script."""
    return _COMMONEST.get(script(name), "en")
