"""Places where announced events happen: the region's countries and cities, and the capitals that host its meetings.

Each row: printed English name, ISO 3166 alpha-2, IANA zone, then how texts write it. An English form is matched as it
stands; a form of another language may carry an ending (``в Астане``, ``Bakıda``).
"""

# ruff: noqa: E501 (one row, one place)
from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Place(NamedTuple):
    """A place an event can happen in."""

    name: str
    """City, or country when ``city`` is False."""
    country: str
    timezone: str
    city: bool


class Spot(NamedTuple):
    """A place named in a text."""

    start: int
    end: int
    place: Place


_CITIES = """
Astana|KZ|Asia/Almaty|Astana;Астан;آستانه;Остона;Ostona;Ասթանա;ასტანა;阿斯塔纳
Almaty|KZ|Asia/Almaty|Almaty;Алматы;Алма-Ат;آلماتی;Olmaota;Алмато
Aktau|KZ|Asia/Aqtau|Aktau;Актау;Ақтау
Turkistan|KZ|Asia/Almaty|Turkistan;Туркестан;Түркістан
Baikonur|KZ|Asia/Almaty|Baikonur;Baykonur;Байконур
Bishkek|KG|Asia/Bishkek|Bishkek;Бишкек;بیشکک;بیشکیک;Бишкӯ;Bişkek;Bishkek;Bişkek;Բիշքեկ;ბიშკეკ;比什凯克
Batken|KG|Asia/Bishkek|Batken;Баткен;باتکن
Jalal-Abad|KG|Asia/Bishkek|Jalal-Abad;Жалал-Абад;Джалал-Абад
Isfara|TJ|Asia/Dushanbe|Isfara;Исфар
Bokhtar|TJ|Asia/Dushanbe|Bokhtar;Бохтар
Kulob|TJ|Asia/Dushanbe|Kulob;Куляб;Кӯлоб
Andijan|UZ|Asia/Tashkent|Andijan;Андижан;Andijon
Bukhara|UZ|Asia/Samarkand|Bukhara;Бухар;Buxoro
Shymkent|KZ|Asia/Almaty|Shymkent;Шымкент
Turkmenbashi|TM|Asia/Ashgabat|Turkmenbashi;Туркменбаш;Türkmenbaşy
Kunduz|AF|Asia/Kabul|Kunduz;Кундуз;Қундуз;قندز;کندز
Gyumri|AM|Asia/Yerevan|Gyumri;Гюмри;Գյումրի
Ganja|AZ|Asia/Baku|Ganja;Гяндж;Gəncə
Nakhchivan|AZ|Asia/Baku|Nakhchivan;Нахичеван;Naxçıvan
Osh|KG|Asia/Bishkek|Osh;г. Ош;Оше;Ошто
Cholpon-Ata|KG|Asia/Bishkek|Cholpon-Ata;Чолпон-Ат;چولپون
Dushanbe|TJ|Asia/Dushanbe|Dushanbe;Душанбе;دوشنبه شهر;Duşanbe;Դուշանբե;დუშანბე;杜尚别
Khujand|TJ|Asia/Dushanbe|Khujand;Худжанд;Хуҷанд
Khorog|TJ|Asia/Dushanbe|Khorog;Хорог;Хоруғ
Tashkent|UZ|Asia/Tashkent|Tashkent;Ташкент;Тошкент;Toshkent;تاشکند;Daşkent;Taşkent;Daşkənd;Տաշքենդ;ტაშკენტ;塔什干
Samarkand|UZ|Asia/Samarkand|Samarkand;Самарканд;Самарқанд;Samarqand;سمرقند;Semerkant;Səmərqənd;撒马尔罕
Termez|UZ|Asia/Tashkent|Termez;Термез;Termiz;ترمذ
Ashgabat|TM|Asia/Ashgabat|Ashgabat;Ашхабад;Ашгабат;Ashxobod;عشق‌آباد;عشقآباد;Aşgabat;Aşqabad;Aşkabat;阿什哈巴德
Awaza|TM|Asia/Ashgabat|Awaza;Avaza;Аваз
Kabul|AF|Asia/Kabul|Kabul;Кабул;Кобул;Qobul;کابل;Kabil;Քաբուլ;ქაბულ;喀布尔
Kandahar|AF|Asia/Kabul|Kandahar;Кандагар;قندهار
Herat|AF|Asia/Kabul|Herat;Герат;هرات;Ҳирот
Mazar-i-Sharif|AF|Asia/Kabul|Mazar-i-Sharif;Мазари-Шариф;مزار شریف;Мазори Шариф
Yerevan|AM|Asia/Yerevan|Yerevan;Ереван;ایروان;Երևան;Երեւան;İrəvan;Erivan;ერევან;埃里温
Baku|AZ|Asia/Baku|Baku;Баку;باکو;Бокуй;Bakı;Bakü;Բաքու;ბაქო;巴库
Khankendi|AZ|Asia/Baku|Khankendi;Ханкенди;Xankəndi
Shusha|AZ|Asia/Baku|Shusha;Шуш;Şuşa
Gabala|AZ|Asia/Baku|Gabala;Габал;Qəbələ
Tbilisi|GE|Asia/Tbilisi|Tbilisi;Тбилиси;تفلیس;Tiflis;Թբիլիսի;თბილის;第比利斯
Batumi|GE|Asia/Tbilisi|Batumi;Батуми;ბათუმ
Moscow|RU|Europe/Moscow|Moscow;Москв;Мәскеу;مسکو;ماسکو;Маскав;Moskva;Moskova;Мускве;Մոսկվա;მოსკოვ;莫斯科
St. Petersburg|RU|Europe/Moscow|St. Petersburg;St Petersburg;Saint Petersburg;Санкт-Петербург;Петербург;سن‌پترزبورگ;Sankt-Peterburg
Kazan|RU|Europe/Moscow|Kazan;Казан;Qozon
Sochi|RU|Europe/Moscow|Sochi;Сочи
Vladivostok|RU|Asia/Vladivostok|Vladivostok;Владивосток
Irkutsk|RU|Asia/Irkutsk|Irkutsk;Иркутск
Orenburg|RU|Asia/Yekaterinburg|Orenburg;Оренбург
Minsk|BY|Europe/Minsk|Minsk;Минск;مینسک;Մինսկ;明斯克
Tehran|IR|Asia/Tehran|Tehran;Teheran;Тегеран;Теҳрон;Tehron;تهران;Tahran;Թեհրան;თეირან;德黑兰
Mashhad|IR|Asia/Tehran|Mashhad;Мешхед;مشهد
Islamabad|PK|Asia/Karachi|Islamabad;Исламабад;Исломобод;Islomobod;اسلام‌آباد;اسلامآباد;İslamabad;伊斯兰堡
Peshawar|PK|Asia/Karachi|Peshawar;Пешавар;پیشاور;پشاور
Karachi|PK|Asia/Karachi|Karachi;Карачи;کراچی
Quetta|PK|Asia/Karachi|Quetta;Кветт;کویته;کوئٹہ
Beijing|CN|Asia/Shanghai|Beijing;Пекин;Пекинг;Pekin;پکن;بیجینگ;北京
Tianjin|CN|Asia/Shanghai|Tianjin;Тяньцзин;تیانجین;天津
Urumqi|CN|Asia/Urumqi|Urumqi;Урумчи;اورومچی;乌鲁木齐
Shanghai|CN|Asia/Shanghai|Shanghai;Шанхае;上海
New Delhi|IN|Asia/Kolkata|New Delhi;Нью-Дели;دهلی نو;Yeni Delhi;新德里
Ankara|TR|Europe/Istanbul|Ankara;Анкар;آنکارا;انقره;Անկարա;ანკარ;安卡拉
Istanbul|TR|Europe/Istanbul|Istanbul;Стамбул;استانبول;İstanbul;伊斯坦布尔
Antalya|TR|Europe/Istanbul|Antalya;Анталь;آنتالیا
Doha|QA|Asia/Qatar|Doha;Дох;دوحه
Abu Dhabi|AE|Asia/Dubai|Abu Dhabi;Абу-Даби;ابوظبی
Dubai|AE|Asia/Dubai|Dubai;Дуба;دبی
Riyadh|SA|Asia/Riyadh|Riyadh;Эр-Рияд;ریاض
Jeddah|SA|Asia/Riyadh|Jeddah;Джидд;جده
Washington|US|America/New_York|Washington;Вашингтон;واشنگتن;Vaşington;华盛顿
New York|US|America/New_York|New York;Нью-Йорк;نیویورک;纽约
Florida|US|America/New_York|Florida;Флорид
Brussels|BE|Europe/Brussels|Brussels;Брюссел;بروکسل;Brüssel;布鲁塞尔
Geneva|CH|Europe/Zurich|Geneva;Женев;ژنو;Cenevre;Cenevrə;日内瓦
Vienna|AT|Europe/Vienna|Vienna;Вен[аеуы];وین;Viyana
Paris|FR|Europe/Paris|Paris;Париж;پاریس
Berlin|DE|Europe/Berlin|Berlin;Берлин;برلین
London|GB|Europe/London|London;Лондон;لندن
Kyiv|UA|Europe/Kyiv|Kyiv;Kiev;Киев
Budapest|HU|Europe/Budapest|Budapest;Будапешт;بوداپست;Budapeşt
Ulaanbaatar|MN|Asia/Ulaanbaatar|Ulaanbaatar;Ulan Bator;Улан-Батор
Tokyo|JP|Asia/Tokyo|Tokyo;Токио
Seoul|KR|Asia/Seoul|Seoul;Сеул
Johannesburg|ZA|Africa/Johannesburg|Johannesburg;Йоханнесбург
"""
_COUNTRIES = """
Kazakhstan|KZ|Asia/Almaty|Kazakhstan;Казахстан;Қазақстан;قزاقستان;قزاقستان;Қазоқистон;Qozog‘iston;Qozogʻiston;Казакстан;Kazakistan;Qazaxıstan;Gazagystan;Ղազախստան;ყაზახეთ;哈萨克斯坦
Kyrgyzstan|KG|Asia/Bishkek|Kyrgyzstan;Kyrgyz Republic;Кыргызстан;Киргизи;Қырғызстан;قرقیزستان;قرغیزستان;قرغزستان;Қирғизистон;Qirg‘iziston;Qirgʻiziston;Kırgızistan;Qırğızıstan;Gyrgyzystan;Ղրղզստան;ყირგიზეთ;吉尔吉斯斯坦
Tajikistan|TJ|Asia/Dushanbe|Tajikistan;Таджикистан;Тоҷикистон;Тәжікстан;Тажикстан;تاجیکستان;تاجکستان;Tojikiston;Тожикистон;Tacikistan;Täjigistan;Տաջիկստան;ტაჯიკეთ;塔吉克斯坦
Uzbekistan|UZ|Asia/Tashkent|Uzbekistan;Узбекистан;Ӯзбекистон;Ўзбекистон;O‘zbekiston;Oʻzbekiston;O'zbekiston;Өзбекстан;Өзбекстан;ازبکستان;اوزبیکستان;ازبیکستان;Özbekistan;Özbəkistan;Ուզբեկստան;უზბეკეთ;乌兹别克斯坦
Turkmenistan|TM|Asia/Ashgabat|Turkmenistan;Туркменистан;Туркмени;Түрікменстан;Түркмөнстан;ترکمنستان;ترکمانستان;Turkmaniston;Türkmenistan;Türkmənistan;Թուրքմենստան;თურქმენეთ;土库曼斯坦
Afghanistan|AF|Asia/Kabul|Afghanistan;Афганистан;Афғонистон;Ауғанстан;Ооганстан;افغانستان;Afg‘oniston;Afgʻoniston;Afganistan;Owganystan;Əfqanıstan;Աֆղանստան;ავღანეთ;阿富汗
Armenia|AM|Asia/Yerevan|Armenia;Армени;ارمنستان;Ermenistan;Ermənistan;Հայաստան;სომხეთ;亚美尼亚
Azerbaijan|AZ|Asia/Baku|Azerbaijan;Азербайджан;Әзербайжан;Озарбойҷон;آذربایجان;Azerbaycan;Azərbaycan;Ozarbayjon;Ադրբեջան;აზერბაიჯან;阿塞拜疆
Georgia|GE|Asia/Tbilisi|Georgia;Грузи;گرجستان;Gürcistan;Gürcüstan;Վրաստան;საქართველო;格鲁吉亚
Russia|RU|Europe/Moscow|Russia;Russian Federation;Росси;Ресей;Русия;روسیه;Rossiya;Rusya;Rusiya;Ռուսաստան;რუსეთ;俄罗斯
Belarus|BY|Europe/Minsk|Belarus;Белорусси;Беларус;بلاروس;Բելառուս;白俄罗斯
Ukraine|UA|Europe/Kyiv|Ukraine;Украин;اوکراین;乌克兰
Iran|IR|Asia/Tehran|Iran;Иран;Эрон;ایران;İran;Eron;Իրան;ირან;伊朗
Pakistan|PK|Asia/Karachi|Pakistan;Пакистан;Покистон;پاکستان;Pokiston;Պակիստան;პაკისტან;巴基斯坦
China|CN|Asia/Shanghai|China;Китай;Қытай;Кытай;Чин;Хитой;Xitoy;چین;Çin;Չինաստան;ჩინეთ;中国
India|IN|Asia/Kolkata|India;Инди[ияюей]+;Ҳиндустон;هند;Hindiston;Hindistan;Հնդկաստան;印度
Turkey|TR|Europe/Istanbul|Turkey;Türkiye;Turkiye;Турци;Түркия;Туркия;ترکیه;Turkiya;Թուրքիա;თურქეთ;土耳其
Mongolia|MN|Asia/Ulaanbaatar|Mongolia;Монголи;مغولستان
Qatar|QA|Asia/Qatar|Qatar;Катар;قطر
United Arab Emirates|AE|Asia/Dubai|UAE;United Arab Emirates;ОАЭ;امارات
Saudi Arabia|SA|Asia/Riyadh|Saudi Arabia;Саудовск;عربستان
Iraq|IQ|Asia/Baghdad|Iraq;Ирак;عراق
Hungary|HU|Europe/Budapest|Hungary;Венгри;مجارستان;Macarıstan
Germany|DE|Europe/Berlin|Germany;Германи;آلمان
France|FR|Europe/Paris|France;Франци;فرانسه
United Kingdom|GB|Europe/London|United Kingdom;Britain;Великобритани;بریتانیا
United States|US||United States;US;USA;США;آمریکا;امریکا;美国
Japan|JP|Asia/Tokyo|Japan;Япони;ژاپن;日本
South Africa|ZA|Africa/Johannesburg|South Africa;ЮАР
Serbia|RS|Europe/Belgrade|Serbia;Серби
Poland|PL|Europe/Warsaw|Poland;Польш
Egypt|EG|Africa/Cairo|Egypt;Египет;Египт;مصر
Israel|IL|Asia/Jerusalem|Israel;Израил;اسرائیل
"""
NAMES = {
    row.split("|")[1]: row.split("|")[0] for row in _COUNTRIES.strip().splitlines()
} | {"BE": "Belgium", "CH": "Switzerland", "AT": "Austria", "KR": "South Korea"}  # fmt: skip
"""Printed country names by ISO 3166 alpha-2."""


def printed(place: Place) -> str:
    """Return "Astana, Kazakhstan" or "Kazakhstan"."""
    return f"{place.name}, {NAMES[place.country]}" if place.city else place.name


def find(text: str, language: str) -> tuple[Spot, ...]:
    """Find the known places in ``text``, in order."""
    form = "han" if language == "zh" else "other"
    if language == "en":
        form = "lower" if text == text.lower() else "english"
    pattern, places = _compiled(form)
    return tuple(
        Spot(match.start(), match.end(), places[int((match.lastgroup or "p0")[1:])])
        for match in pattern.finditer(text)
    )


def known() -> tuple[Place, ...]:
    """Return every place, cities first."""
    return _compiled("other")[1]


@lru_cache(maxsize=4)
def _compiled(form: str) -> tuple[re.Pattern[str], tuple[Place, ...]]:
    places: list[Place] = []
    groups: list[str] = []
    for table, city in ((_CITIES, True), (_COUNTRIES, False)):
        for row in table.strip().splitlines():
            name, country, zone, forms = row.split("|")
            places.append(Place(name, country, zone, city))
            groups.append(f"(?P<p{len(places) - 1}>{_forms(forms.split(';'), form)})")
    flags = re.IGNORECASE if form == "lower" else 0
    edge = "" if form == "han" else r"(?<!\w)"
    return re.compile(edge + "(?:" + "|".join(groups) + ")", flags), tuple(places)


def _forms(forms: list[str], form: str) -> str:
    if form == "han":
        return "|".join(word for word in forms if "\u4e00" <= word[0] <= "\u9fff") or "(?!)"
    if form == "lower":
        forms = [word for word in forms if len(word) > 2]
    if form != "other":
        return (
            "(?:"
            + "|".join(re.escape(word) for word in forms if word.isascii() or word == "Türkiye")
            + r")(?!\w)"
        )
    stems = "|".join(word.replace(".", r"\.") for word in forms if len(word) > 3 or not word.isascii())
    return rf"(?:{stems})(?:[’'-]?[^\W\d_]{{0,4}})(?!\w)" if stems else "(?!)"
