"""Names of places in the language of the brief: events carry the English ones (``reading.events.places``)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.watch.borders import country_name

if TYPE_CHECKING:
    from collections.abc import Mapping

_CITIES = """
Abu Dhabi|Абу-Даби|ابوظبی
Aktau|Актау|آقتاو
Almaty|Алма-Ата|آلماتی
Andijan|Андижан|اندیجان
Ankara|Анкара|آنکارا
Antalya|Анталья|آنتالیا
Ashgabat|Ашхабад|عشق‌آباد
Astana|Астана|آستانه
Awaza|Аваза|آوازه
Baikonur|Байконур|بایکونور
Baku|Баку|باکو
Batken|Баткен|باتکن
Batumi|Батуми|باتومی
Beijing|Пекин|پکن
Berlin|Берлин|برلین
Bishkek|Бишкек|بیشکک
Bokhtar|Бохтар|بختر
Brussels|Брюссель|بروکسل
Budapest|Будапешт|بوداپست
Bukhara|Бухара|بخارا
Cholpon-Ata|Чолпон-Ата|چولپون‌آتا
Doha|Доха|دوحه
Dubai|Дубай|دبی
Dushanbe|Душанбе|دوشنبه
Florida|Флорида|فلوریدا
Gabala|Габала|قبله
Ganja|Гянджа|گنجه
Geneva|Женева|ژنو
Gyumri|Гюмри|گیومری
Herat|Герат|هرات
Irkutsk|Иркутск|ایرکوتسک
Isfara|Исфара|اسفره
Islamabad|Исламабад|اسلام‌آباد
Istanbul|Стамбул|استانبول
Jalal-Abad|Джалал-Абад|جلال‌آباد
Jeddah|Джидда|جده
Johannesburg|Йоханнесбург|ژوهانسبورگ
Kabul|Кабул|کابل
Kandahar|Кандагар|قندهار
Karachi|Карачи|کراچی
Kazan|Казань|قازان
Khankendi|Ханкенди (Степанакерт)|خانکندی (استپاناکرت)
Khorog|Хорог|خاروغ
Khujand|Худжанд|خجند
Kulob|Куляб|کولاب
Kunduz|Кундуз|قندوز
Kyiv|Киев|کی‌یف
London|Лондон|لندن
Mashhad|Мешхед|مشهد
Mazar-i-Sharif|Мазари-Шариф|مزارشریف
Minsk|Минск|مینسک
Moscow|Москва|مسکو
Nakhchivan|Нахичевань|نخجوان
New Delhi|Нью-Дели|دهلی نو
New York|Нью-Йорк|نیویورک
Orenburg|Оренбург|اورنبورگ
Osh|Ош|اوش
Paris|Париж|پاریس
Peshawar|Пешавар|پیشاور
Quetta|Кветта|کویته
Riyadh|Эр-Рияд|ریاض
Samarkand|Самарканд|سمرقند
Seoul|Сеул|سئول
Shanghai|Шанхай|شانگهای
Shusha|Шуша|شوشا
Shymkent|Шымкент|چیمکنت
Sochi|Сочи|سوچی
St. Petersburg|Санкт-Петербург|سن‌پترزبورگ
Tashkent|Ташкент|تاشکند
Tbilisi|Тбилиси|تفلیس
Tehran|Тегеран|تهران
Termez|Термез|ترمذ
Tianjin|Тяньцзинь|تیانجین
Tokyo|Токио|توکیو
Turkistan|Туркестан|ترکستان
Turkmenbashi|Туркменбаши|ترکمن‌باشی
Ulaanbaatar|Улан-Батор|اولان‌باتور
Urumqi|Урумчи|ارومچی
Vienna|Вена|وین
Vladivostok|Владивосток|ولادی‌وستوک
Washington|Вашингтон|واشنگتن
Yerevan|Ереван|ایروان
"""
"""English, Russian and Persian name; how Dari or an authority of the place writes it may differ."""

_COLUMN = {"ru": 1, "fa": 2}


def place(printed: str, country: str, language: str, comma: str = ", ") -> str:
    """Return ``Бишкек, Киргизия`` for ``Bishkek, Kyrgyzstan``; what no table knows stays as it is.

    ``country`` is the ISO 3166 alpha-2 code of the place's country, ``""`` when it is not known.
    """
    if language not in _COLUMN or not printed:
        return printed
    city, _, rest = printed.partition(", ")
    land = country_name(country, language) if country else ""
    if rest:
        return comma.join((_cities(language).get(city, city), land or rest))
    return _cities(language).get(city) or land or city


@cache
def _cities(language: str) -> Mapping[str, str]:
    rows = (row.split("|") for row in _CITIES.strip().splitlines())
    return {row[0]: row[_COLUMN[language]] for row in rows}
