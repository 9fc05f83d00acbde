"""Events of one week as newsrooms of five or six languages tell them, each in its own words; all texts are our own.

Beside each event stands another one of the same days, on the same border or in the same city.
"""

from __future__ import annotations

from typing import Final

# fmt: off
EVENTS: Final[dict[str, dict[str, tuple[str, str, str]]]] = {
    "smugglers": {
        "tg": ("2024-10-08", "Дар марзи Тоҷикистону Афғонистон се қочоқчӣ кушта шуд", "Задухӯрд шаби 8 октябр дар ноҳияи Шамсиддин Шоҳин рух дод. Сарҳадбонон мегӯянд, ки гурӯҳ аз рӯди Панҷ гузашта буд."),
        "ru": ("2024-10-08", "Трое контрабандистов убиты в перестрелке на таджикско-афганской границе", "Вооружённая группа переправилась через Пяндж в районе Шамсиддин Шохин. Об этом сообщили в погранвойсках."),
        "fa": ("2024-10-09", "سه قاچاقبر در درگیری با مرزبانان تاجیکستان کشته شدند", "این درگیری شب سه‌شنبه در ولسوالی شمس‌الدین شاهین در مرز تاجیکستان و افغانستان روی داد."),
        "en": ("2024-10-09", "Tajik guards kill three armed intruders from Afghanistan", "The men had crossed the Panj into Shamsiddin Shohin district, the border service said. It was the third gunfight on the Tajik-Afghan border this year."),
        "uz": ("2024-10-09", "Tojikiston-Afg'oniston chegarasida uch kontrabandachi o'ldirildi", "Otishma Shamsiddin Shohin tumanida bo'lib o'tgan, dedi chegarachilar."),
    },
    "heroin": {
        "ru": ("2024-10-09", "На границе Таджикистана с Афганистаном изъято 40 кг героина", "Наркотики нашли в грузовике на пункте пропуска «Нижний Пяндж». Водитель задержан."),
        "en": ("2024-10-10", "Customs officers find 40 kilograms of heroin in lorry on Tajik-Afghan border", "The driver was detained at Panji Poyon, the drug control agency said."),
        "tg": ("2024-10-09", "Дар гузаргоҳи Панҷи Поён 40 кило героин ёфт шуд", "Маводи мухаддир дар мошини боркаш буд. Ронанда дастгир шуд, гуфт Агентии назорати маводи нашъаовар дар марзи Тоҷикистону Афғонистон."),
    },
    "gate": {
        "ky": ("2024-10-10", "Кыргызстан менен Өзбекстандын чегарасындагы «Достук» бекети ачылды", "Бекет он жылдан кийин биринчи жолу жүк унаалары үчүн ачылды."),
        "uz": ("2024-10-10", "Qirg'iziston bilan chegaradagi «Do'stlik» posti yuk mashinalari uchun ochildi", "Bojxona qo'mitasi bir kunda 200 ta mashina o'tishi mumkinligini aytdi."),
        "ru": ("2024-10-10", "Пункт пропуска «Достук» на киргизско-узбекской границе открыли для фур", "Через него смогут проходить до 200 грузовиков в сутки, заявили на таможне."),
        "en": ("2024-10-11", "Lorries roll through Dostuk gate between Kyrgyzstan and Uzbekistan again", "Up to 200 trucks a day will pass the border crossing, shut to freight for a decade."),
        "kk": ("2024-10-11", "Қырғызстан мен Өзбекстан шекарасындағы «Достук» бекеті жүк көліктеріне ашылды", "Тәулігіне 200 көлік өте алады, деді кеден қызметі."),
    },
    "drill": {
        "ky": ("2024-10-10", "Ошто кыргыз-өзбек аскердик машыгуусу башталды", "Машыгууга эки өлкөнүн 500 аскери катышууда."),
        "ru": ("2024-10-10", "Под Ошем начались совместные учения военных Киргизии и Узбекистана", "В них участвуют 500 солдат и десять вертолётов."),
        "en": ("2024-10-10", "Kyrgyz and Uzbek troops begin joint military exercise near Osh", "Some 500 soldiers take part in the drills, which end on Sunday."),
    },
    "law": {
        "ka": ("2024-10-09", "თბილისში პარლამენტთან საპროტესტო აქცია გაიმართა", "ათასობით ადამიანი აპროტესტებს ახალ კანონს მედიის შესახებ. პოლიციამ 12 ადამიანი დააკავა."),
        "en": ("2024-10-09", "Thousands rally outside Georgian parliament against media law", "Police in Tbilisi detained 12 people in the second night of protests."),
        "ru": ("2024-10-09", "В Тбилиси прошла акция протеста против закона о СМИ", "Тысячи людей собрались у парламента Грузии. Полиция задержала 12 человек."),
        "az": ("2024-10-10", "Tbilisidə parlamentin qarşısında minlərlə insan media qanununa etiraz etdi", "Gürcüstan polisi 12 nəfəri saxlayıb."),
        "hy": ("2024-10-10", "Թբիլիսիում հազարավոր մարդիկ բողոքի ակցիա են անցկացրել լրատվամիջոցների օրենքի դեմ", "Վրաստանի ոստիկանությունը ձերբակալել է 12 մարդու։"),
        "tr": ("2024-10-10", "Tiflis'te binlerce kişi medya yasasını protesto etti", "Gürcistan polisi parlamento önündeki gösteride 12 kişiyi gözaltına aldı."),
    },
    "train": {
        "ka": ("2024-10-09", "გორთან მატარებელი რელსებიდან გადავიდა, დაშავდა 7 ადამიანი", "საქართველოს რკინიგზის ცნობით, მოძრაობა შეჩერებულია."),
        "ru": ("2024-10-09", "В Грузии поезд сошёл с рельсов под Гори, семеро пострадавших", "Движение на линии Тбилиси — Батуми остановлено, сообщили на железной дороге."),
        "en": ("2024-10-09", "Train derails near Gori in Georgia, injuring seven", "Traffic between Tbilisi and Batumi has been stopped, the railway said."),
    },
    "delimitation": {
        "az": ("2024-10-11", "Azərbaycan və Ermənistan delimitasiya komissiyaları İcevanda görüşüb", "Tərəflər sərhədin yeni hissəsi üzrə razılığa gəlib, deyə Şahin Mustafayevin ofisi bildirib."),
        "hy": ("2024-10-11", "Հայաստանի և Ադրբեջանի սահմանազատման հանձնաժողովները հանդիպել են Իջևանում", "Կողմերը համաձայնեցրել են սահմանի նոր հատվածը, հայտնել է Մհեր Գրիգորյանի գրասենյակը։"),
        "ru": ("2024-10-11", "Комиссии Армении и Азербайджана по делимитации границы встретились в Иджеване", "Стороны согласовали новый участок, сообщили в офисе Мгера Григоряна."),
        "en": ("2024-10-12", "Armenia and Azerbaijan agree on new stretch of border at Ijevan talks", "The delimitation commissions are led by Mher Grigoryan and Shahin Mustafayev."),
        "tr": ("2024-10-12", "Ermenistan ve Azerbaycan sınır komisyonları İcevan'da bir araya geldi", "Sınırın yeni bir bölümünde anlaşma sağlandı."),
    },
    "shot": {
        "az": ("2024-10-11", "Ermənistanla sərhəddə Azərbaycan əsgəri yaralanıb", "Atəş Qazax istiqamətində açılıb, Müdafiə Nazirliyi bildirib."),
        "hy": ("2024-10-11", "Տավուշում ադրբեջանական կողմը կրակ է բացել, վիրավորվել է մեկ զինծառայող", "Հայաստանի պաշտպանության նախարարությունը հայտնել է կրակոցների մասին։"),
        "ru": ("2024-10-11", "На армяно-азербайджанской границе ранен военнослужащий", "Стороны обвинили друг друга в обстреле у Тавуша и Газаха."),
        "en": ("2024-10-12", "Soldier wounded in shooting on Armenia-Azerbaijan border", "Yerevan and Baku blamed each other for gunfire between Tavush and Gazakh."),
    },
    "quake": {
        "fa": ("2024-10-07", "زمین‌لرزه در هرات ۱۴ کشته بر جای گذاشت", "مرکز این زمین‌لرزه ولسوالی زنده‌جان بود و بزرگی آن ۶.۱ اعلام شد. صدها خانه در افغانستان ویران شده است."),
        "ps": ("2024-10-07", "په هرات کې زلزلې ۱۴ تنه ووژل", "د زلزلې مرکز زنده جان ولسوالي وه او زور یې ۶.۱ ښودل شوی. په افغانستان کې سلګونه کورونه وران شوي."),
        "en": ("2024-10-07", "Earthquake kills 14 in western Afghanistan", "The quake of magnitude 6.1 struck Zindajan in Herat province and flattened hundreds of houses."),
        "ru": ("2024-10-08", "При землетрясении в афганском Герате погибли 14 человек", "Магнитуда составила 6,1, эпицентр находился в Зинда-Джане. Разрушены сотни домов."),
        "uz": ("2024-10-08", "Afg'onistonning Hirot viloyatida zilzila oqibatida 14 kishi halok bo'ldi", "Zilzila kuchi 6,1 ball, markazi Zindajon tumanida."),
        "ur": ("2024-10-08", "افغانستان کے صوبے ہرات میں زلزلے سے 14 افراد ہلاک", "زلزلے کی شدت 6.1 تھی اور اس کا مرکز زندہ جان تھا۔"),
    },
    "mosque": {
        "fa": ("2024-10-08", "انفجار در مسجدی در هرات ۶ کشته داد", "این حمله هنگام نماز شام روی داد. هیچ گروهی مسئولیت آن را نپذیرفته است."),
        "ps": ("2024-10-08", "په هرات کې پر جومات برید، ۶ تنه ووژل شول", "چاودنه د ماښام لمانځه پر مهال وشوه."),
        "en": ("2024-10-08", "Blast at mosque in Herat, Afghanistan, kills six worshippers", "Nobody has claimed the attack, which came during evening prayers."),
    },
    "railway": {
        "tk": ("2024-10-09", "Serhetabat–Hyrat demir ýolunyň gurluşygy başlandy", "Dabarada Türkmenistanyň we Owganystanyň wekilleri çykyş etdi. Ýoluň uzynlygy 115 kilometr."),
        "fa": ("2024-10-09", "کار ساخت راه‌آهن تورغندی – هرات آغاز شد", "این خط ۱۱۵ کیلومتر است و افغانستان را به ترکمنستان پیوند می‌دهد."),
        "ru": ("2024-10-09", "Туркмения и Афганистан начали строить железную дорогу до Герата", "Линия от Серхетабата будет длиной 115 км."),
        "en": ("2024-10-10", "Work begins on railway from Turkmenistan to Herat", "The line of 115 kilometres starts at Serhetabat on the Afghan border."),
        "tr": ("2024-10-10", "Türkmenistan'dan Herat'a uzanacak demiryolunun inşaatı başladı", "115 kilometrelik hat Afganistan sınırındaki Serhetabat'tan başlayacak."),
    },
    "power": {
        "fa": ("2024-10-10", "برق وارداتی از ترکمنستان به هرات قطع شد", "شرکت برشنا می‌گوید کار ترمیم لین دو روز طول می‌کشد."),
        "ru": ("2024-10-10", "Герат остался без туркменского электричества", "Авария произошла на линии из Туркмении в Афганистан, ремонт займёт два дня."),
        "en": ("2024-10-10", "Power supply from Turkmenistan to Afghanistan's Herat cut off", "Repairs of the line will take two days, the utility Breshna said."),
    },
}
# fmt: on
