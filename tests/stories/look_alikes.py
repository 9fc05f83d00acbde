"""Texts of our own that look alike, in six languages: dispatches of one series, bulletins of every day, copies."""

from __future__ import annotations

from typing import Final

# fmt: off
BULLETINS: Final = {
    "en-border": (
        "Situation at the state border on {d} November",
        "Over the past day {a} people and {b} vehicles crossed the state border at all checkpoints, the border service said in its daily bulletin. {c} people were refused entry because their documents were not in order. On the green border {e} violators were detained. {f} lorries were waiting at the checkpoint of Dostyk at eight in the morning. The border service reminds travellers to check the validity of their passports before the trip and to use the hotline at any time of the day.",
    ),
    "ru-border": (
        "Обстановка на государственной границе на {d} ноября",
        "За прошедшие сутки государственную границу во всех пунктах пропуска пересекли {a} человек и {b} транспортных средств, сообщила пограничная служба в ежедневной сводке. В пропуске отказано {c} гражданам, поскольку их документы были не в порядке. На зелёной границе задержаны {e} нарушителей. На восемь часов утра перед пунктом пропуска «Достук» стояли {f} грузовиков. Пограничная служба напоминает гражданам о необходимости проверить срок действия паспорта перед поездкой и в любое время суток звонить на горячую линию.",
    ),
    "fa-border": (
        "وضعیت مرزهای کشور در روز {d} نوامبر",
        "در شبانه‌روز گذشته {a} نفر و {b} وسیله نقلیه از همه گذرگاه‌های مرزی عبور کردند، خدمات مرزی در گزارش روزانه خود اعلام کرد. به {c} نفر به دلیل کامل نبودن مدارک اجازه ورود داده نشد. در مرز سبز {e} نفر بازداشت شدند. در ساعت هشت صبح {f} کامیون در برابر گذرگاه منتظر بودند. خدمات مرزی از مسافران می‌خواهد که پیش از سفر اعتبار گذرنامه خود را بررسی کنند و در هر ساعت از شبانه‌روز با خط ویژه تماس بگیرند.",
    ),
    "tg-border": (
        "Вазъият дар сарҳади давлатӣ дар рӯзи {d} ноябр",
        "Дар шабонарӯзи гузашта {a} нафар ва {b} воситаи нақлиёт аз ҳамаи гузаргоҳҳо убур карданд, хабар дод хадамоти сарҳадӣ дар гузориши ҳаррӯзаи худ. Ба {c} нафар бинобар пурра набудани ҳуҷҷатҳояшон иҷозати убур дода нашуд. Дар сарҳади сабз {e} вайронкунанда дастгир шуд. Соати ҳашти субҳ дар назди гузаргоҳ {f} мошини боркаш меистод. Хадамоти сарҳадӣ ба мусофирон хотиррасон мекунад, ки пеш аз сафар мӯҳлати шиносномаи худро санҷанд ва дар ҳар вақти шабонарӯз ба хатти доғ занг зананд.",
    ),
    "uz-border": (
        "Davlat chegarasidagi vaziyat {d} noyabr kuni",
        "O'tgan sutka davomida barcha o'tkazish punktlaridan {a} kishi va {b} ta transport vositasi o'tdi, deb xabar berdi chegara xizmati kundalik axborotida. Hujjatlari joyida bo'lmagani uchun {c} kishiga ruxsat berilmadi. Yashil chegarada {e} nafar qoidabuzar ushlandi. Ertalab soat sakkizda punkt oldida {f} ta yuk mashinasi turgan edi. Chegara xizmati sayohatchilarga safardan oldin pasport muddatini tekshirishni va istalgan vaqtda ishonch telefoniga qo'ng'iroq qilishni eslatadi.",
    ),
    "kk-border": (
        "Мемлекеттік шекарадағы жағдай {d} қараша",
        "Өткен тәулікте барлық өткізу пункттерінен {a} адам мен {b} көлік өтті, деп хабарлады шекара қызметі күнделікті мәліметінде. Құжаттары дұрыс болмағандықтан {c} адамға рұқсат берілмеді. Жасыл шекарада {e} тәртіп бұзушы ұсталды. Таңғы сағат сегізде өткізу пунктінің алдында {f} жүк көлігі тұрды. Шекара қызметі жолаушыларға сапар алдында төлқұжаттың мерзімін тексеруді және тәуліктің кез келген уақытында жедел желіге қоңырау шалуды ескертеді.",
    ),
    "ru-rates": (
        "Курсы валют Национального банка на {d} ноября",
        "Национальный банк установил официальные курсы иностранных валют на {d} ноября. Доллар США стоит {a} сома, евро {b} сома, российский рубль {c} сома, казахстанский тенге {e} сома, китайский юань {f} сома. Коммерческие банки столицы покупают доллары немного дешевле, чем продают их, а обменные бюро на улице Моссовет работают до восьми часов вечера без перерыва.",
    ),
    "en-rates": (
        "Official exchange rates for {d} November",
        "The National Bank has set the official rates of foreign currencies for {d} November. The US dollar costs {a} som, the euro {b} som, the Russian rouble {c} som, the Kazakh tenge {e} som and the Chinese yuan {f} som. Commercial banks in the capital buy dollars for slightly less than they sell them, and the exchange offices in Mossovet Street are open until eight in the evening without a break.",
    ),
    "ru-weather": (
        "Погода в Бишкеке на {d} ноября",
        "В Бишкеке {d} ноября ожидается переменная облачность, без осадков. Ветер западный, до {e} метров в секунду. Температура воздуха ночью {c} градуса, днём {f} градусов тепла. В горах местами небольшой снег, на перевале Тоо-Ашуу гололедица, водителям советуют взять с собой цепи и не выезжать на перевал без зимних шин, сообщает метеорологическая служба.",
    ),
    "fa-rates": (
        "نرخ اسعار خارجی در بازار کابل، {d} نوامبر",
        "نرخ اسعار خارجی امروز در سرای شهزاده کابل اعلام شد. یک دلار امریکایی {a} افغانی، یک یورو {b} افغانی، هزار کلدار پاکستانی {c} افغانی، هزار تومان ایرانی {e} افغانی و یک درهم امارات {f} افغانی داد و ستد شد. صرافان می‌گویند که بازار آرام بوده و خرید و فروش تا ساعت چهار پس از چاشت دوام داشته است.",
    ),
}
"""Language and matter: title and text, with places for the day and five numbers."""

FIGURES: Final = (
    ("31 204", "4 312", "14", "3", "41"),
    ("29 877", "4 101", "9", "5", "58"),
    ("33 015", "4 520", "21", "2", "37"),
)

DISPATCH: Final = {
    "en": (
        "Border guards of two Central Asian states reopened the Karamyk crossing on Monday after five years, the border service said. The first 14 lorries passed before noon.",
        "Commander Azamat Turdaliev told reporters that the queue reached 3 kilometres by the evening. “We waited for this day since the spring of 2021,” he said.",
        "Traders from Daroot-Korgon brought potatoes, apples and flour to the market on the other side. Prices fell by a tenth within hours, sellers said.",
        "The crossing will be open from eight in the morning until six in the evening, except on holidays. Passports of both countries are accepted.",
        "Local councils asked for a bank branch and a pharmacy near the gate, which the government promised to consider before the new year.",
    ),
    "ru": (
        "Пограничники двух стран Центральной Азии в понедельник после пятилетнего перерыва открыли пункт пропуска «Карамык», сообщила пограничная служба. До полудня проехали первые 14 грузовиков.",
        "Командир Азамат Турдалиев рассказал журналистам, что к вечеру очередь достигла 3 километров. «Мы ждали этого дня с весны 2021 года», — сказал он.",
        "Торговцы из Дароот-Коргона привезли на рынок по другую сторону картофель, яблоки и муку. За несколько часов цены упали на десятую часть, рассказали продавцы.",
        "Пункт пропуска будет работать с восьми утра до шести вечера, кроме праздничных дней. Принимаются паспорта обеих стран.",
        "Местные советы попросили открыть возле ворот отделение банка и аптеку, правительство обещало рассмотреть это до нового года.",
    ),
    "fa": (
        "مرزبانان دو کشور آسیای مرکزی روز دوشنبه پس از پنج سال گذرگاه قره‌میق را دوباره گشودند، خدمات مرزی اعلام کرد. تا پیش از ظهر 14 کامیون نخست عبور کردند.",
        "فرمانده عظمت تورده‌علی‌اف به خبرنگاران گفت که صف تا شامگاه به 3 کیلومتر رسید. او گفت: «ما از بهار 2021 چشم به راه این روز بودیم.»",
        "بازرگانان از درآوت‌قورغان سیب‌زمینی، سیب و آرد به بازار آن سوی مرز آوردند. فروشندگان گفتند که قیمت‌ها در چند ساعت ده درصد پایین آمد.",
        "گذرگاه از ساعت هشت بامداد تا شش شامگاه، به جز روزهای تعطیل، باز خواهد بود. گذرنامه هر دو کشور پذیرفته می‌شود.",
        "شوراهای محلی خواستار گشایش شعبه بانک و داروخانه در نزدیکی دروازه شدند و حکومت وعده داد که پیش از سال نو آن را بررسی کند.",
    ),
    "tg": (
        "Марзбонони ду кишвари Осиёи Марказӣ рӯзи душанбе пас аз панҷ сол гузаргоҳи Қарамиқро аз нав кушоданд, хабар дод хадамоти сарҳадӣ. То нисфирӯзӣ 14 мошини боркаши аввал гузашт.",
        "Фармондеҳ Азамат Турдалиев ба рӯзноманигорон гуфт, ки навбат то бегоҳ ба 3 километр расид. «Мо ин рӯзро аз баҳори соли 2021 интизор будем», гуфт ӯ.",
        "Тоҷирон аз Дароот-Қӯрғон картошка, себ ва орд ба бозори он тараф оварданд. Фурӯшандагон гуфтанд, ки нархҳо дар чанд соат аз даҳ як ҳисса арзон шуданд.",
        "Гузаргоҳ аз соати ҳашти субҳ то шаши бегоҳ, ба ғайр аз рӯзҳои ид, кор мекунад. Шиносномаи ҳар ду кишвар қабул карда мешавад.",
        "Шӯроҳои маҳаллӣ хоҳиш карданд, ки дар наздикии дарвоза шуъбаи бонк ва дорухона кушода шавад, ҳукумат ваъда дод, ки инро то соли нав баррасӣ мекунад.",
    ),
    "uz": (
        "Markaziy Osiyoning ikki davlati chegarachilari dushanba kuni besh yillik tanaffusdan keyin Qoramiq o'tkazish punktini qayta ochdi, deb xabar berdi chegara xizmati. Tushgacha dastlabki 14 ta yuk mashinasi o'tdi.",
        "Qo'mondon Azamat Turdaliyev jurnalistlarga kechga borib navbat 3 kilometrga yetganini aytdi. «Biz bu kunni 2021 yil bahoridan beri kutdik», dedi u.",
        "Daroot-Qo'rg'ondan kelgan savdogarlar narigi tomondagi bozorga kartoshka, olma va un olib keldi. Sotuvchilarning aytishicha, narxlar bir necha soatda o'ndan biriga tushdi.",
        "Punkt bayram kunlaridan tashqari ertalab sakkizdan kechqurun oltigacha ishlaydi. Har ikki davlat pasportlari qabul qilinadi.",
        "Mahalliy kengashlar darvoza yonida bank bo'limi va dorixona ochishni so'radi, hukumat buni yangi yilgacha ko'rib chiqishga va'da berdi.",
    ),
    "kk": (
        "Орталық Азияның екі елінің шекарашылары дүйсенбіде бес жылдық үзілістен кейін Қарамық өткізу бекетін қайта ашты, деп хабарлады шекара қызметі. Түске дейін алғашқы 14 жүк көлігі өтті.",
        "Командир Азамат Тұрдалиев журналистерге кешке қарай кезек 3 шақырымға жеткенін айтты. «Біз бұл күнді 2021 жылдың көктемінен бері күттік», деді ол.",
        "Дароот-Қорғаннан келген саудагерлер арғы беттегі базарға картоп, алма және ұн әкелді. Сатушылардың айтуынша, баға бірнеше сағатта оннан бірге түсті.",
        "Бекет мереке күндерінен басқа уақытта таңғы сегізден кешкі алтыға дейін жұмыс істейді. Екі елдің де төлқұжаты қабылданады.",
        "Жергілікті кеңестер қақпа жанынан банк бөлімшесі мен дәріхана ашуды сұрады, үкімет мұны жаңа жылға дейін қарауға уәде берді.",
    ),
}
"""Paragraphs of a first dispatch."""

NEXT: Final = {
    "en": (
        "By Tuesday morning 96 lorries had used the Karamyk crossing, the border service said in a second statement, and three drivers were fined.",
        "Azamat Turdaliev said that the second lane would open within 10 days. He asked drivers to be patient.",
    ),
    "ru": (
        "К утру вторника через «Карамык» проехали 96 грузовиков, сообщила пограничная служба во втором заявлении, троих водителей оштрафовали.",
        "Азамат Турдалиев сказал, что вторая полоса откроется в течение 10 дней. Он попросил водителей потерпеть.",
    ),
    "fa": (
        "تا بامداد سه‌شنبه 96 کامیون از گذرگاه قره‌میق عبور کردند، خدمات مرزی در بیانیه دوم گفت و سه راننده جریمه شدند.",
        "عظمت تورده‌علی‌اف گفت که خط دوم در 10 روز باز خواهد شد. او از رانندگان خواست شکیبا باشند.",
    ),
    "tg": (
        "То субҳи сешанбе 96 мошини боркаш аз гузаргоҳи Қарамиқ гузашт, гуфт хадамоти сарҳадӣ дар изҳороти дуюм, се ронанда ҷарима шуд.",
        "Азамат Турдалиев гуфт, ки хати дуюм дар 10 рӯз кушода мешавад. Ӯ аз ронандагон хоҳиш кард, ки сабр кунанд.",
    ),
    "uz": (
        "Seshanba tongigacha Qoramiq punktidan 96 ta yuk mashinasi o'tdi, dedi chegara xizmati ikkinchi bayonotida, uch haydovchi jarimaga tortildi.",
        "Azamat Turdaliyev ikkinchi yo'lak 10 kun ichida ochilishini aytdi. U haydovchilardan sabr so'radi.",
    ),
    "kk": (
        "Сейсенбі таңына дейін Қарамық бекетінен 96 жүк көлігі өтті, деді шекара қызметі екінші мәлімдемесінде, үш жүргізушіге айыппұл салынды.",
        "Азамат Тұрдалиев екінші жолақ 10 күн ішінде ашылатынын айтты. Ол жүргізушілерден сабыр сұрады.",
    ),
}
"""What the next dispatch begins with."""

ELSEWHERE: Final = {
    "en": (
        "In other news, the parliament in the capital debated the budget for roads and schools on Tuesday. Deputies asked the minister 23 questions.",
        "A new bakery opened in the old town; its owner learned the trade in Istanbul.",
    ),
    "ru": (
        "Между тем парламент в столице во вторник обсуждал бюджет на дороги и школы. Депутаты задали министру 23 вопроса.",
        "В старом городе открылась новая пекарня, её хозяин учился ремеслу в Стамбуле.",
    ),
    "fa": (
        "در خبری دیگر، پارلمان در پایتخت روز سه‌شنبه بودجه راه‌ها و مکتب‌ها را بررسی کرد. نمایندگان 23 پرسش از وزیر کردند.",
        "در شهر کهنه نانوایی تازه‌ای باز شد که صاحب آن پیشه خود را در استانبول آموخته است.",
    ),
    "tg": (
        "Дар хабари дигар, парламент рӯзи сешанбе буҷаи роҳҳо ва мактабҳоро баррасӣ кард. Вакилон ба вазир 23 савол доданд.",
        "Дар шаҳри кӯҳна нонвойхонаи нав кушода шуд, соҳибаш касбро дар Истанбул омӯхтааст.",
    ),
    "uz": (
        "Boshqa xabarda, poytaxtdagi parlament seshanba kuni yo'llar va maktablar byudjetini muhokama qildi. Deputatlar vazirga 23 ta savol berdi.",
        "Eski shaharda yangi novvoyxona ochildi, egasi hunarni Istanbulda o'rgangan.",
    ),
    "kk": (
        "Басқа жаңалықта, астанадағы парламент сейсенбіде жолдар мен мектептер бюджетін талқылады. Депутаттар министрге 23 сұрақ қойды.",
        "Ескі қалада жаңа наубайхана ашылды, иесі кәсіпті Ыстанбұлда үйренген.",
    ),
}
"""Paragraphs that are about something else."""

OWN_REPORT: Final = {
    "en": "After half a decade lorries roll again over the pass at Karamyk. Our correspondent counted drivers from four towns among those who came on Monday; some had slept in their cabins. “We waited for this day since the spring of 2021,” the commander, Azamat Turdaliev, told the crowd. Old women handed out bread. A customs clerk with a new stamp said that she had 40 forms left and no ink. Whether the road to the north will be cleared in winter nobody could say, and the hotel in the village is still without windows.",
    "ru": "Через перевал у Карамыка снова идут грузовики, впервые за полдесятилетия. Наш корреспондент насчитал среди приехавших в понедельник водителей из четырёх городов, некоторые ночевали в кабинах. «Мы ждали этого дня с весны 2021 года», — сказал собравшимся командир Азамат Турдалиев. Пожилые женщины раздавали хлеб. Таможенница с новой печатью призналась, что у неё осталось 40 бланков и кончились чернила. Расчистят ли зимой дорогу на север, никто не знает, а в сельской гостинице до сих пор нет окон.",
    "fa": "پس از نیم دهه کامیون‌ها دوباره از گردنه قره‌میق می‌گذرند. خبرنگار ما در میان کسانی که دوشنبه آمده بودند رانندگانی از چهار شهر دید که برخی شب را در اتاقک خوابیده بودند. فرمانده عظمت تورده‌علی‌اف به مردم گفت: «ما از بهار 2021 چشم به راه این روز بودیم.» زنان سالخورده نان پخش می‌کردند. کارمند گمرک با مهر تازه گفت که تنها 40 برگه دارد و رنگش تمام شده است. هیچ‌کس نمی‌دانست که راه شمال در زمستان پاک خواهد شد یا نه، و مهمانخانه روستا هنوز پنجره ندارد.",
    "tg": "Пас аз ним даҳсола мошинҳои боркаш боз аз ағбаи Қарамиқ мегузаранд. Хабарнигори мо дар байни онҳое, ки душанбе омаданд, ронандагонро аз чор шаҳр дид, баъзеҳо шабро дар кабина гузарониданд. «Мо ин рӯзро аз баҳори соли 2021 интизор будем», гуфт ба мардум фармондеҳ Азамат Турдалиев. Пиразанон нон тақсим мекарданд. Корманди гумрук бо мӯҳри нав гуфт, ки танҳо 40 варақа дорад ва рангаш тамом шудааст. Ҳеҷ кас намедонист, ки роҳи шимол зимистон тоза мешавад ё не, меҳмонхонаи деҳа ҳанӯз тиреза надорад.",
    "uz": "Yarim o'n yillikdan so'ng Qoramiq dovonidan yana yuk mashinalari yurmoqda. Muxbirimiz dushanba kuni kelganlar orasida to'rt shahardan haydovchilarni sanadi, ba'zilari kabinada tunagan. «Biz bu kunni 2021 yil bahoridan beri kutdik», dedi odamlarga qo'mondon Azamat Turdaliyev. Keksa ayollar non tarqatdi. Yangi muhrli bojxonachi ayolda atigi 40 ta blanka qolgani va siyohi tugaganini aytdi. Shimolga boradigan yo'l qishda tozalanadimi, hech kim bilmasdi, qishloq mehmonxonasida esa hali deraza yo'q.",
    "kk": "Жарты онжылдықтан кейін Қарамық асуынан жүк көліктері қайта жүре бастады. Тілшіміз дүйсенбіде келгендердің арасынан төрт қаланың жүргізушілерін көрді, кейбірі кабинада түнеген. «Біз бұл күнді 2021 жылдың көктемінен бері күттік», деді жұртқа командир Азамат Тұрдалиев. Кемпірлер нан таратты. Жаңа мөрі бар кеденші әйел 40 бланкі қалғанын, сиясы біткенін айтты. Солтүстікке баратын жол қыста тазалана ма, ешкім білмейді, ауылдағы қонақүйде әлі терезе жоқ.",
}
"""A reporter's own account of the same, with the same sentence of the commander."""

TITLES: Final = {
    "en": ("Karamyk crossing opens after five years", "Lorries pass Karamyk again"),
    "ru": ("Пункт пропуска «Карамык» открыт после пяти лет", "Грузовики снова едут через Карамык"),
    "fa": ("گذرگاه قره‌میق پس از پنج سال باز شد", "کامیون‌ها دوباره از قره‌میق می‌گذرند"),
    "tg": ("Гузаргоҳи Қарамиқ пас аз панҷ сол кушода шуд", "Мошинҳои боркаш боз аз Қарамиқ мегузаранд"),
    "uz": ("Qoramiq punkti besh yildan keyin ochildi", "Yuk mashinalari yana Qoramiqdan o'tmoqda"),
    "kk": ("Қарамық бекеті бес жылдан кейін ашылды", "Жүк көліктері Қарамық арқылы қайта жүрді"),
}

REWORDED: Final = {
    "en": (
        "After five years without traffic, frontier guards from two Central Asian countries opened Karamyk again on Monday, their service announced; 14 lorries were through before noon.",
        "By evening the line of vehicles was 3 kilometres long, commander Azamat Turdaliev said to reporters, and everybody had waited for this day since spring 2021.",
    ),
    "ru": (
        "Спустя пять лет пограничники двух центральноазиатских стран вновь открыли «Карамык»: в понедельник до полудня прошли 14 грузовиков, заявили в пограничной службе.",
        "К вечеру, по словам командира Азамата Турдалиева, машины растянулись на 3 километра; этого дня, сказал он, ждали с весны 2021 года.",
    ),
    "fa": (
        "پس از پنج سال مرزبانان دو کشور آسیای مرکزی دوشنبه قره‌میق را باز کردند و به گفته خدمات مرزی تا ظهر 14 کامیون گذشت.",
        "فرمانده عظمت تورده‌علی‌اف می‌گوید درازای صف شامگاه 3 کیلومتر بود و همه از بهار 2021 چشم به راه این روز بودند.",
    ),
    "tg": (
        "Пас аз панҷ соли танаффус марзбонони ду давлати Осиёи Марказӣ душанбе Қарамиқро боз кушоданд ва ба гуфтаи хадамоти сарҳадӣ то нисфирӯзӣ 14 боркаш гузашт.",
        "Ба гуфтаи фармондеҳ Азамат Турдалиев, дарозии қатор бегоҳ 3 километр буд ва ҳама ин рӯзро аз баҳори 2021 интизор буданд.",
    ),
    "uz": (
        "Besh yildan so'ng Markaziy Osiyodagi ikki davlat chegarachilari dushanba kuni Qoramiqni yana ochdi, chegara xizmatiga ko'ra, tushgacha 14 ta yuk mashinasi o'tib bo'lgan.",
        "Qo'mondon Azamat Turdaliyevning so'zlariga ko'ra, kechqurun navbat uzunligi 3 kilometr bo'lgan, bu kunni hamma 2021 yil bahoridan kutgan.",
    ),
    "kk": (
        "Бес жылдан соң Орталық Азиядағы екі елдің шекарашылары дүйсенбіде Қарамықты қайтадан ашты, шекара қызметінің айтуынша, түске дейін 14 жүк көлігі өтіп үлгерді.",
        "Командир Азамат Тұрдалиевтің сөзінше, кешке кезектің ұзындығы 3 шақырым болған, бұл күнді бәрі 2021 жылғы көктемнен күткен.",
    ),
}
"""The first two paragraphs of the dispatch as another desk words them."""

BACKGROUND: Final = {
    "en": (
        "The two countries share a border of 1,357 kilometres, most of it along the Panj and the Amu Darya. Tajikistan has not recognised the Taliban authorities who took power in August 2021. Russia keeps its 201st military base in the country and has pledged to help guard the frontier. In 2023 and 2024 guards reported more than thirty armed clashes with smugglers.",
        "Why the river is hard to guard: an explainer. Fords change with each flood and islands move from one side to the other. Posts stand eleven kilometres apart on average. Drones help only in clear weather. {shared} Any programme to strengthen the line will therefore cost more than fences.",
        "Four Afghan smugglers were killed in a clash near Hamadoni on Sunday, Tajik border troops said. Ninety kilograms of hashish and two rifles were found. {shared}",
    ),
    "ru": (
        "Две страны разделяет граница длиной 1357 километров, большей частью по Пянджу и Амударье. Таджикистан не признал власти талибов, пришедших к управлению в августе 2021 года. Россия держит в стране 201-ю военную базу и обещала помогать в охране рубежа. В 2023 и 2024 годах пограничники сообщили более чем о тридцати стычках с контрабандистами.",
        "Почему реку трудно охранять. Броды меняются после каждого паводка, острова переходят от берега к берегу. Заставы стоят в среднем через одиннадцать километров. {shared} Поэтому любая программа укрепления обойдётся дороже забора.",
        "Четверо афганских контрабандистов убиты в воскресенье в стычке под Хамадони. Найдены девяносто килограммов гашиша и две винтовки. {shared}",
    ),
    "fa": (
        "دو کشور ۱۳۵۷ کیلومتر مرز مشترک دارند که بیشتر آن در امتداد پنج و آمو است. تاجیکستان حکومت طالبان را که در اوت ۲۰۲۱ به قدرت رسید به رسمیت نشناخته است. روسیه پایگاه نظامی ۲۰۱ خود را در این کشور نگه می‌دارد و وعده کمک به حفاظت مرز داده است. مرزبانان در سال‌های ۲۰۲۳ و ۲۰۲۴ از بیش از سی درگیری مسلحانه با قاچاقبران خبر دادند.",
        "چرا نگهبانی از دریا دشوار است؟ گدارها با هر سیلاب دگرگون می‌شود و جزیره‌ها از یک ساحل به ساحل دیگر می‌رود. پاسگاه‌ها به‌طور میانگین یازده کیلومتر از هم دورند. {shared} از همین رو هر برنامه تقویت از سیم خاردار گران‌تر می‌شود.",
        "چهار قاچاقبر افغان روز یکشنبه در درگیری نزدیک همدانی کشته شدند. نود کیلوگرم چرس و دو تفنگ به دست آمد. {shared}",
    ),
    "tg": (
        "Ду кишвар 1357 километр сарҳад доранд, ки қисми зиёдаш дар соҳили Панҷу Ому аст. Тоҷикистон ҳукумати толибонро, ки августи 2021 ба қудрат омад, эътироф накардааст. Русия дар кишвар пойгоҳи 201-уми низомиашро нигоҳ медорад ва барои ҳифзи марз ваъдаи кумак дод. Солҳои 2023 ва 2024 сарҳадбонон аз зиёда аз сӣ задухӯрд бо қочоқчиён хабар доданд.",
        "Чаро посбонии дарё душвор аст? Гузаргоҳҳо бо ҳар сел дигар мешаванд, ҷазираҳо аз соҳил ба соҳил мераванд. Посгоҳҳо ба ҳисоби миёна дар ёздаҳ километр меистанд. {shared} Барои ҳамин ҳар барномаи таҳким аз девор қиматтар меафтад.",
        "Чор қочоқчии афғон рӯзи якшанбе дар задухӯрди назди Ҳамадонӣ кушта шуд. Навад килограмм чарс ва ду милтиқ ёфт шуд. {shared}",
    ),
    "uz": (
        "Ikki davlatni asosan Panj va Amudaryo bo‘ylab o‘tgan 1357 kilometr chegara ajratib turadi. Tojikiston 2021-yil avgustda hokimiyatga kelgan Tolibon hukumatini tan olmagan. Rossiya mamlakatda 201-harbiy bazasini saqlab turibdi va chegarani qo‘riqlashga yordam va’da qilgan. 2023 va 2024-yillarda chegarachilar kontrabandachilar bilan o‘ttizdan ortiq qurolli to‘qnashuv haqida xabar berdi.",
        "Nega daryoni qo‘riqlash qiyin? Kechuvlar har toshqinda o‘zgaradi, orollar sohildan sohilga o‘tadi. Postlar o‘rtacha o‘n bir kilometrda turadi. {shared} Shu bois har qanday mustahkamlash dasturi devordan qimmatga tushadi.",
        "Yakshanba kuni Hamadoniy yaqinidagi to‘qnashuvda to‘rt afg‘on kontrabandachisi o‘ldirildi. To‘qson kilogramm gashish va ikki miltiq topildi. {shared}",
    ),
    "tr": (
        "İki ülke, çoğu Penc ve Amuderya boyunca uzanan 1.357 kilometrelik bir sınırı paylaşıyor. Tacikistan, Ağustos 2021'de iktidara gelen Taliban yönetimini tanımadı. Rusya ülkede 201. askeri üssünü bulunduruyor ve sınırın korunmasına yardım sözü verdi. Muhafızlar 2023 ve 2024'te kaçakçılarla otuzdan fazla silahlı çatışma bildirdi.",
        "Nehri korumak neden zor? Geçitler her taşkında değişiyor, adalar bir yakadan ötekine kayıyor. Karakollar ortalama on bir kilometre arayla duruyor. {shared} Bu yüzden hattı güçlendirmek çitten pahalıya mal olacak.",
        "Pazar günü Hemedani yakınlarında çatışmada dört Afgan kaçakçı öldürüldü. Doksan kilo esrar ve iki tüfek bulundu. {shared}",
    ),
}
"""A paragraph that a newsroom keeps, and two texts that end on it: what a river is like, and what happened there."""
# fmt: on
