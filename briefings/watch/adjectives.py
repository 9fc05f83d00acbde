"""Adjectives of countries that no watch list describes: "the Serbian-Hungarian border", "сербско-венгерская граница".

CLDR has the names of countries in every language, but no adjectives. English and Russian news name borders by them.
Facts of language, written out by hand; a watch list's own ``adjectives`` go before them.
"""

from __future__ import annotations

from collections.abc import Mapping

_ROWS = """
AF | Afghan | афганский
AL | Albanian | албанский
DZ | Algerian | алжирский
AD | Andorran | андоррский
AO | Angolan | ангольский
AR | Argentine | аргентинский
AM | Armenian | армянский
AU | Australian | австралийский
AT | Austrian | австрийский
AZ | Azerbaijani | азербайджанский
BH | Bahraini | бахрейнский
BD | Bangladeshi | бангладешский
BY | Belarusian | белорусский
BE | Belgian | бельгийский
BZ | Belizean | белизский
BJ | Beninese | бенинский
BT | Bhutanese | бутанский
BO | Bolivian | боливийский
BA | Bosnian | боснийский
BW | Botswanan | ботсванский
BR | Brazilian | бразильский
BN | Bruneian | брунейский
BG | Bulgarian | болгарский
BF | Burkinabe | буркинийский
BI | Burundian | бурундийский
KH | Cambodian | камбоджийский
CM | Cameroonian | камерунский
CA | Canadian | канадский
CF | Central African | центральноафриканский
TD | Chadian | чадский
CL | Chilean | чилийский
CN | Chinese | китайский
CO | Colombian | колумбийский
CG | Congolese | конголезский
CD | Congolese | конголезский
CR | Costa Rican | коста-риканский
CI | Ivorian | ивуарийский
HR | Croatian | хорватский
CU | Cuban | кубинский
CY | Cypriot | кипрский
CZ | Czech | чешский
DK | Danish | датский
DJ | Djiboutian | джибутийский
DO | Dominican | доминиканский
EC | Ecuadorian | эквадорский
EG | Egyptian | египетский
SV | Salvadoran | сальвадорский
GQ | Equatorial Guinean | экваториально-гвинейский
ER | Eritrean | эритрейский
EE | Estonian | эстонский
SZ | Swazi | эсватинийский
ET | Ethiopian | эфиопский
FI | Finnish | финский, финляндский
FR | French | французский
GA | Gabonese | габонский
GM | Gambian | гамбийский
GE | Georgian | грузинский
DE | German | немецкий, германский
GH | Ghanaian | ганский
GR | Greek | греческий
GT | Guatemalan | гватемальский
GN | Guinean | гвинейский
GW | Bissau-Guinean | бисауский
GY | Guyanese | гайанский
HT | Haitian | гаитянский
HN | Honduran | гондурасский
HU | Hungarian | венгерский
IS | Icelandic | исландский
IN | Indian | индийский
ID | Indonesian | индонезийский
IR | Iranian | иранский
IQ | Iraqi | иракский
IE | Irish | ирландский
IL | Israeli | израильский
IT | Italian | итальянский
JM | Jamaican | ямайский
JP | Japanese | японский
JO | Jordanian | иорданский
KZ | Kazakh | казахстанский
KE | Kenyan | кенийский
KP | North Korean | северокорейский
KR | South Korean | южнокорейский
XK | Kosovar | косовский
KW | Kuwaiti | кувейтский
KG | Kyrgyz | киргизский, кыргызский
LA | Lao | лаосский
LV | Latvian | латвийский
LB | Lebanese | ливанский
LS | Lesotho | лесотский
LR | Liberian | либерийский
LY | Libyan | ливийский
LI | Liechtenstein | лихтенштейнский
LT | Lithuanian | литовский
LU | Luxembourg | люксембургский
MG | Malagasy | мадагаскарский
MW | Malawian | малавийский
MY | Malaysian | малайзийский
MV | Maldivian | мальдивский
ML | Malian | малийский
MT | Maltese | мальтийский
MR | Mauritanian | мавританский
MU | Mauritian | маврикийский
MX | Mexican | мексиканский
MD | Moldovan | молдавский, молдовский
MC | Monegasque | монакский
MN | Mongolian | монгольский
ME | Montenegrin | черногорский
MA | Moroccan | марокканский
MZ | Mozambican | мозамбикский
MM | Myanmar, Burmese | мьянманский
NA | Namibian | намибийский
NP | Nepalese, Nepali | непальский
NL | Dutch | нидерландский, голландский
NZ | New Zealand | новозеландский
NI | Nicaraguan | никарагуанский
NE | Nigerien | нигерский
NG | Nigerian | нигерийский
MK | Macedonian, North Macedonian | македонский, северомакедонский
NO | Norwegian | норвежский
OM | Omani | оманский
PK | Pakistani | пакистанский
PS | Palestinian | палестинский
PA | Panamanian | панамский
PG | Papua New Guinean | папуанский
PY | Paraguayan | парагвайский
PE | Peruvian | перуанский
PH | Philippine | филиппинский
PL | Polish | польский
PT | Portuguese | португальский
QA | Qatari | катарский
RO | Romanian | румынский
RU | Russian | российский, русский
RW | Rwandan | руандийский
SA | Saudi | саудовский
SN | Senegalese | сенегальский
RS | Serbian | сербский
SL | Sierra Leonean | сьерра-леонский
SG | Singaporean | сингапурский
SK | Slovak | словацкий
SI | Slovenian, Slovene | словенский
SO | Somali | сомалийский
ZA | South African | южноафриканский
SS | South Sudanese | южносуданский
ES | Spanish | испанский
LK | Sri Lankan | шри-ланкийский
SD | Sudanese | суданский
SR | Surinamese | суринамский
SE | Swedish | шведский
CH | Swiss | швейцарский
SY | Syrian | сирийский
TW | Taiwanese | тайваньский
TJ | Tajik | таджикский
TZ | Tanzanian | танзанийский
TH | Thai | таиландский, тайский
TL | Timorese | тиморский
TG | Togolese | тоголезский
TN | Tunisian | тунисский
TR | Turkish | турецкий
TM | Turkmen | туркменский
UG | Ugandan | угандийский
UA | Ukrainian | украинский
AE | Emirati | эмиратский
GB | British | британский
US | US, American | американский
UY | Uruguayan | уругвайский
UZ | Uzbek | узбекский
VE | Venezuelan | венесуэльский
VN | Vietnamese | вьетнамский
YE | Yemeni | йеменский
ZM | Zambian | замбийский
ZW | Zimbabwean | зимбабвийский
"""


def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    found = {}
    for row in _ROWS.split("\n"):
        if row:
            code, english, russian = row.split(" | ")
            found[code] = {"en": tuple(english.split(", ")), "ru": tuple(russian.split(", "))}
    return found


ADJECTIVES: Mapping[str, Mapping[str, tuple[str, ...]]] = _table()
"""ISO 3166 alpha-2 -> language -> adjectives."""
