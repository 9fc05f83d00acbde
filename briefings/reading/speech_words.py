"""The words by which ``speech`` finds who speaks: verbs of saying, pronouns, agencies, offices, bodies and people.

A language is added by its line in ``VERBS``; the others only make more of it.
"""

from __future__ import annotations

import re

VERBS = {
    "en": r"said|says|told|tells|noted|notes|stated|states|added|adds|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|"
    r"announced|explained|warned|warns|underlined|pointed out|remarked|declared|wrote|argued|insisted|recalled|"
    r"concluded|commented|asserted|tweeted|testified|acknowledged|admitted|confirmed|cautioned|claimed|reiterated|highlighted|highlights",
    "ru": r"сказал[аи]?|сказано|заявил[аи]?|сообщил[аи]?|отметил[аи]?|подчеркнул[аи]?|добавил[аи]?|рассказал[аи]?|"
    r"пояснил[аи]?|уточнил[аи]?|указал[аи]?|напомнил[аи]?|считает|говорил[аи]?|говорит|говорится|написал[аи]?|"
    r"объяснил[аи]?|предупредил[аи]?|констатировал[аи]?|заверил[аи]?|сообщает|передал[аи]?|признал[аи]?",
    "uk": r"сказав|сказала|заявив|заявила|повідомив|повідомила|зазначив|зазначила|додав|додала",
    "fa": r"گفت|گفته است|گفتند|افزود|اظهار داشت|اظهار کرد|تاکید کرد|تأکید کرد|تصریح کرد|اعلام کرد|بیان کرد|نوشت|"
    r"خاطرنشان کرد",
    "tg": r"гуфт|гуфтааст|изҳор дошт|изҳор кард|таъкид кард|афзуд|қайд кард|иброз дошт|навишт",
    "uz": r"dedi|deydi|aytdi|ta[ʼ'’]kidladi|qo[ʻ‘'’]shimcha qildi|ma[ʼ'’]lum qildi|деди|айтди|"
    r"таъкидлади|билдирди|bildirdi",
    "kk": r"деді|дейді|айтты|мәлімдеді|атап өтті|хабарлады",
    "ky": r"деди|дейт|айтты|билдирди|белгиледи",
    "tr": r"dedi|söyledi|belirtti|ifade etti|vurguladı|açıkladı|kaydetti|konuştu",
    "az": r"dedi|deyib|bildirib|vurğulayıb|qeyd edib|söyləyib|açıqlayıb",
    "hy": r"ասաց|ասել է|հայտարարել է|նշել է|նշեց|հայտարարեց|ընդգծել է",
    "ka": r"თქვა|განაცხადა|აღნიშნა|ამბობს|განმარტა",
    "tk": r"diýdi|belledi|aýtdy",
    "ps": r"وويل|ویل|ویلي|وايي",
    "ur": r"کہا|بتایا|کہنا ہے",
    "zh": r"说|表示|指出|强调|称",
}
"""Verbs of saying, as alternatives of a regular expression."""
PRONOUNS = {
    "en": r"he|she|they|the (?:official|minister|diplomat|president|politician|spokesman|spokeswoman|spokesperson|"
    r"expert|agency|statement|analyst|general|ambassador|source)",
    "ru": r"он|она|они|глава государства|политик|дипломат|министр|чиновник|собеседник(?: агентства)?|эксперт|"
    r"президент|пресс-секретарь|представитель",
    "uk": r"він|вона|вони",
    "fa": r"او|وی|ایشان",
    "tg": r"ӯ|вай|онҳо",
    "uz": r"u|ular|у",
    "kk": r"ол|олар",
    "ky": r"ал|алар",
    "tr": r"o",
    "az": r"o",
}
"""Who stands for somebody named before: pronouns and bare offices."""
AGENCIES = (
    "TASS|ТАСС|RIA Novosti|РИА Новости|Interfax|Интерфакс|Sputnik|Reuters|Рейтер|AFP|Associated Press|Xinhua|Kazinform|"
    "Khovar|Ховар|Kabar|Кабар|24\\.kg|AKIpress|Trend|APA|Azertac|Armenpress|Арменпресс|Anadolu|Tasnim|IRNA|ایرنا|تسنیم|"
    "فارس|Ariana News|TOLOnews|Khaama Press|Pajhwok|Izvestia|Известия|Kommersant|Коммерсант|RTVI|CNN|BBC|Би-би-си|"
    "Rossiya-24|Россия 24|Al Jazeera|Asia-Plus|Азия-Плюс|Azattyk|Azattyq|Ozodi|Озоди|Радио Свобода|Radio Free Europe"
)
"""To whom one speaks: agencies and outlets."""
AUDIENCE = {
    "en": r"reporters|journalists|a (?:news |press )?(?:conference|briefing)|the media|a briefing|parliament|lawmakers|"
    r"the UN Security Council",
    "ru": r"журналистам|на (?:пресс-конференции|брифинге)|пресс-конференции|брифинге|прессе",
}
"""To whom or where else one speaks."""
OFFICE = re.compile(
    r"\b(?:president|minister|premier|secretary(?:[- ]general)?|spokes(?:man|woman|person)|chief|head|ambassador|envoy|"
    r"chairman|chairwoman|chair|leader|director|aide|representative|commander|governor|mayor|general|colonel|"
    r"chancellor|king|prince|senator|speaker|deputy|adviser|advisor|analyst|expert|officer|official|editor|foreign "
    r"minister|prosecutor|diplomat|lawmaker|PM|CEO|founder|owner|coach|economist|historian|scientist|researcher|professor|"
    r"lawyer|attorney|journalist|reporter|correspondent|author|activist|strategist|judge|captain|manager|executive|"
    r"doctor|commandant|fellow|bishop|imam|mullah|sheikh|vazir\w*|prezident\w*|raisi?|vakili|kotibi|bakan\w*|"
    r"cumhurbaşkan\w*|sözcü\w*|nazir\w*|başkan\w*|elçisi|sədri)\b",
    re.IGNORECASE,
)
"""Offices and callings in Latin letters."""
CYRILLIC_OFFICE = re.compile(
    r"(?:президент|премьер|министр|глава|генсек|генеральн|секретар|спикер|председател|посол|пресс-секретар|директор|"
    r"губернатор|представител|помощник|советник|командующ|начальник|замминистр|заместител|депутат|эксперт|аналитик|"
    r"мэр|хоким|аким|король|канцлер|прем'єр|міністр|речни|вазир|раис|сухангӯ|муовин|"
    r"намоянда|сардор|төрағ|басшы|өкіл|хатшы|басчы|төрага|өкүл|катчы|вакил|котиб|бошлиқ)",
    re.IGNORECASE,
)
"""How words for offices begin in Cyrillic letters."""
BODY = re.compile(
    r"(?:Кремл|Минобороны|Госдеп|МИД|Бел[оы]|Дома?$|Талибан|ООН|Евросоюз|Пентагон|Правительств|Совет|Госдум|Минздрав|"
    r"Минфин|ОДКБ|ШОС|СНГ|НАТО|МЧС|МВД|ФСБ|Росси)",
)
"""How names of bodies begin that speak as persons do."""
PEOPLE = re.compile(
    r"\b(?:officials|police|ministry|government|authorities|department|agency|embassy|council|committee|commission|court"
    r"|army|military|company|group|union|organi[sz]ation|statement|source|partner|resident|residents|victim|member"
    r"|members|teacher|student|worker|player|guard|fighter|pastor|journalists|lawyers|researchers|witness(?:es)?)\b"
    r"|(?:ведомств|служб|полици|источник|корреспондент|репорт[её]р|журналист|адвокат|юрист|профессор"
    r"|доктор|уч[её]н|врач|экономист|специалист|владел|основател|тренер|жител|очевид|участник|член|менеджер|историк"
    r"|автор|учител|студент|судья|прокурор|капитан|собеседник|политолог|синоптик|чиновник|омбудсмен|активист|лидер"
    r"|руководител|сотрудник|координатор|спецпред|постпред|следовател|боец|командир|дипломат)",
    re.IGNORECASE,
)
"""Who else is quoted: bodies, callings and people, beside holders of offices."""
PREPOSITION = re.compile(
    r"(?:in|on|at|for|from|with|by|of|to|as|after|before|during|under|over|about|according|despite|amid|since|until|via"
    r"|than|then|while|when|where|but|and|or|if|в|во|на|с|со|по|о|об|из|к|ко|про|для|за|у|от|после|до|при|как|если|когда"
    r"|но|и|а|или|между|под|над)",
    re.IGNORECASE,
)
"""Words with which no office begins."""
CASELESS_OFFICE = re.compile(
    r"(?:د |یک )?(?:وزیر|رئیس|رییس|سخنگو|معاون|سفیر|والی|فرمانده|آمر|نماینده|قوماندان|دبیر|مدیر|مقام|منبع|استاندار"
    r"|مشاور|وزارت)"
)
"""How offices begin in Persian and Pashto."""
PARTICLES = frozenset(
    {"al", "bin", "ibn", "van", "von", "de", "del", "ul", "ur", "i", "e", "der", "оглы", "кызы"}
)
"""Parts of names in small letters."""
