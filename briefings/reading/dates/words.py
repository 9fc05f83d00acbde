"""The words of dates in the languages of the watch lists and a few neighbours.

Month and weekday names follow Unicode CLDR where it has them; Tajik, Turkmen, Pashto and the Afghan names of the
Solar-Hijri months are our own list. ``~`` marks a word that is something else as well (``may``, ``среда``): it counts
only beside a number or behind a preposition. ``^`` marks a form that means "in that month" by itself.
"""

from __future__ import annotations

from typing import NamedTuple


class Vocabulary(NamedTuple):
    """Date words of one language; alternatives of a place are parted by spaces, places by ``|``."""

    months: str
    """January to December; behind ``||`` Farvardin (Hamal) to Esfand (Hut)."""
    weekdays: str
    """Monday to Sunday."""
    days: str = ""
    """``word=offset`` from the day of publication."""
    following: str = ""
    previous: str = ""
    this: str = ""
    week: str = ""
    month: str = ""
    year: str = ""
    early: str = ""
    middle: str = ""
    late: str = ""
    at: str = ""
    """Prepositions: in, on, at."""
    since: str = ""
    until: str = ""
    link: str = ""
    """Between the ends of a range: and, to."""
    silent: str = ""
    """Words that may stand inside a date and say nothing: the, of, day."""
    ordinal: str = ""
    """What follows a number without a space or behind a hyphen: th, -го, -уми."""
    suffixes: int = 0
    """Letters that may follow the stem of a month or weekday."""
    locative: tuple[str, ...] = ()
    """Endings that make "in" of a month's stem."""
    pairs: str = ""
    """``first second=KIND VALUE`` for words that belong together."""


LANGUAGES: dict[str, Vocabulary] = {
    "en": Vocabulary(
        "january ~jan|february ~feb|~march ~mar|april ~apr|~may|june ~jun|july ~jul|august ~aug|"
        "september ~sept ~sep|october ~oct|november ~nov|december ~dec||"
        "~farvardin ~hamal|~ordibehesht ~sawr ~saur|~khordad ~jawza|~tir ~saratan|~mordad ~asad|~shahrivar ~sunbula|"
        "~mehr ~mizan|~aban ~aqrab|~azar ~qaws ~qaus|~dey ~jadi|~bahman ~dalw ~dalwa|~esfand ~hoot ~hut",
        "monday ~mon|tuesday ~tue ~tues|wednesday ~wed|thursday ~thu ~thur ~thurs|friday ~fri|saturday ~sat|"
        "sunday ~sun",
        "today=0 tonight=0 tomorrow=1 yesterday=-1",
        "next",
        "last previous past",
        "this current coming upcoming",
        "week week's week’s",
        "month",
        "year",
        "early start beginning",
        "mid middle",
        "late end",
        "in on at during for",
        "from since starting",
        "until till by through before",
        "and to",
        "the of day",
        "st nd rd th",
        pairs="first half=e 0|second half=h 0|after tomorrow=R 2|before yesterday=R -2",
    ),
    "ru": Vocabulary(
        "январь января ^январе ~янв|февраль февраля ^феврале ~фев ~февр|~март марта ^марте ~мар|"
        "апрель апреля ^апреле ~апр|~май ~мая ^мае|июнь июня ^июне ~июн|июль июля ^июле ~июл|"
        "август августа ^августе ~авг|сентябрь сентября ^сентябре ~сен ~сент|октябрь октября ^октябре ~окт|"
        "ноябрь ноября ^ноябре ~ноя ~нояб|декабрь декабря ^декабре ~дек",
        "~понедельник ~понедельника ~пн|~вторник ~вторника ~вт|~среду ~среда ~среды ~ср|"
        "~четверг ~четверга ~чт|~пятницу ~пятница ~пятницы ~пт|~субботу ~суббота ~субботы ~сб|"
        "~воскресенье ~воскресенья ~вс",
        "сегодня=0 завтра=1 послезавтра=2 вчера=-1 позавчера=-2",
        "следующей следующего следующий следующую следующем следующая следующее будущей будущего будущем",
        "прошлой прошлого прошлый прошлую прошлом прошлая прошлое минувшей минувший минувшую минувшем минувшего",
        "этой этого этот эту этом текущей текущего текущем ближайший ближайшую ближайшее ближайшей",
        "неделя недели неделе неделю",
        "месяц месяца месяце",
        "год года году гг г",
        "начале начала начало",
        "середине середины",
        "конце конца концу",
        "в во на",
        "с со от начиная",
        "до к",
        "и по",
        "числа число день дня",
        "е го й ое ого м го",
        pairs="первой половине=e 0|первую половину=e 0|второй половине=h 0|вторую половину=h 0",
    ),
    "uk": Vocabulary(
        "січень січня ^січні|лютий лютого ^лютому|березень березня ^березні|квітень квітня ^квітні|"
        "травень травня ^травні|червень червня ^червні|липень липня ^липні|серпень серпня ^серпні|"
        "вересень вересня ^вересні|жовтень жовтня ^жовтні|листопад листопада ^листопаді|грудень грудня ^грудні",
        "~понеділок|~вівторок|~середу ~середа|~четвер|~п'ятницю ~п’ятницю|~суботу ~субота|~неділю ~неділя",
        "сьогодні=0 завтра=1 післязавтра=2 вчора=-1 учора=-1",
        "наступного наступному наступної наступний",
        "минулого минулому минулої",
        "цього цьому цей",
        "тиждень тижня тижні",
        "місяць місяця місяці",
        "рік року році р",
        "початку",
        "середині",
        "кінці кінця",
        "у в на",
        "з від",
        "до",
        "і й та по",
    ),
    "be": Vocabulary(
        "студзень студзеня|люты лютага|сакавік сакавіка|красавік красавіка|май мая|чэрвень чэрвеня|"
        "ліпень ліпеня|жнівень жніўня|верасень верасня|кастрычнік кастрычніка|лістапад лістапада|снежань снежня",
        "~панядзелак|~аўторак|~сераду|~чацвер|~пятніцу|~суботу|~нядзелю",
        "сёння=0 заўтра=1 учора=-1",
        year="год года годзе г",
        at="у ў на",
        link="і",
    ),
    "fa": Vocabulary(
        "ژانویه جنوری|فوریه فبروری|مارس مارچ|آوریل اپریل آپریل|~مه ~می|ژوئن جون|ژوئیه ژوییه جولای جولایی|"
        "~اوت آگوست اگست اگوست|سپتامبر سپتمبر|اکتبر اکتوبر|نوامبر نومبر|دسامبر دسمبر||"
        "فروردین ~حمل|اردیبهشت ~ثور|خرداد ~جوزا|~تیر ~سرطان|مرداد امرداد ~اسد|شهریور ~سنبله|~مهر ~میزان|"
        "~آبان ~عقرب|~آذر ~قوس|~دی ~جدی|~بهمن ~دلو|~اسفند ~حوت",
        "دوشنبه|سهشنبه|چهارشنبه|پنجشنبه|جمعه|شنبه|یکشنبه",
        "امروز=0 امشب=0 فردا=1 پسفردا=2 دیروز=-1 پریروز=-2",
        "آینده بعد بعدی",
        "گذشته پیش قبل",
        "جاری این",
        "هفته",
        "ماه",
        "سال",
        "اوایل آغاز ابتدای",
        "اواسط",
        "اواخر پایان",
        "در",
        "از",
        "تا",
        "و الی",
        "روز روزهای تاریخ مورخ سال ماه شب صبح عصر",
        "م ام مین",
        pairs="سه شنبه=W 1|پنج شنبه=W 3|چهار شنبه=W 2|یک شنبه=W 6|دو شنبه=W 0|پس فردا=R 2",
    ),
    "ps": Vocabulary(
        "جنوری جنورۍ|فبروری فبرورۍ|مارچ|اپرېل اپریل|~مې ~می|جون|جولای|اګست اگست|سپټمبر سپتمبر|اکټوبر اکتوبر|"
        "نومبر|ډسمبر دسمبر||"
        "~وری ~حمل|~غویی ~ثور|~غبرګولی ~جوزا|~چنګاښ ~سرطان|~زمری ~اسد|~وږی ~سنبله|~تله ~تلې ~میزان|~لړم ~عقرب|"
        "~لیندۍ ~قوس|~مرغومی ~جدی|~سلواغه ~سلواغې ~دلوه|~کب ~حوت",
        "دوشنبه|سهشنبه|چهارشنبه|پنجشنبه|جمعه|شنبه|یکشنبه",
        "نن=0 سبا=1 پرون=-1",
        "راتلونکې راتلونکی",
        "تېره تېرې تیره",
        "دا",
        "اونۍ",
        "میاشت میاشتې میاشته",
        "کال",
        at="په",
        since="له",
        until="تر",
        link="او",
        silent="د نېټه ورځ ورځې نیټه",
        ordinal="مه مې م",
        pairs="سه شنبه=W 1|پنج شنبه=W 3|چهار شنبه=W 2|یک شنبه=W 6|دو شنبه=W 0",
    ),
    "ur": Vocabulary(
        "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
        "~پیر|~منگل|~بدھ|جمعرات|جمعہ|~ہفتہ|اتوار",
        "آج=0",
        "اگلے آئندہ",
        "گزشتہ پچھلے",
        "رواں اس",
        "ہفتے",
        "ماہ مہینے",
        "سال",
        at="کو میں",
        link="اور سے تا",
        until="تک",
        silent="بروز",
    ),
    "tg": Vocabulary(
        "январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр",
        "~душанбе|сешанбе|чоршанбе|панҷшанбе|ҷумъа|шанбе|якшанбе",
        "имрӯз=0 фардо=1 пагоҳ=1 дирӯз=-1",
        "оянда",
        "гузашта",
        "ҷорӣ ин",
        "ҳафта ҳафтаи",
        "моҳ моҳи",
        "сол соли соли",
        at="дар рӯзи",
        since="аз",
        until="то",
        link="ва у",
        silent="рӯз санаи таърихи моҳи соли",
        ordinal="уми ум юми юм",
        suffixes=2,
    ),
    "uz": Vocabulary(
        "yanvar январ|fevral феврал|mart март|aprel апрел|may май|iyun июн|iyul июл|avgust август|"
        "sentabr sentyabr сентябр|oktabr oktyabr октябр|noyabr ноябр|dekabr декабр",
        "dushanba душанба|seshanba сешанба|chorshanba чоршанба|payshanba пайшанба|juma жума|shanba шанба|"
        "yakshanba якшанба",
        "bugun=0 ertaga=1 indinga=2 kecha=-1 бугун=0 эртага=1 кеча=-1",
        "keyingi kelgusi kelasi кейинги келгуси келаси",
        "o'tgan ўтган",
        "shu joriy шу жорий",
        "hafta haftada ҳафта ҳафтада",
        "oy oyda ой ойда",
        "yil yilning yilda yili йил йилнинг йилда йили",
        link="va va ва",
        silent="kuni kun куни кун",
        suffixes=6,
        locative=("da", "да", "ida", "ида"),
    ),
    "kk": Vocabulary(
        "қаңтар|ақпан|наурыз|сәуір|мамыр|~маусым|шілде|тамыз|қыркүйек қыркүйег|~қазан|қараша|желтоқсан",
        "дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі",
        "бүгін=0 ертең=1 кеше=-1",
        "келесі келер",
        "өткен",
        "осы ағымдағы биыл",
        "апта аптада",
        "ай айда",
        "жыл жылғы жылдың жылы жылда",
        link="мен бен пен және",
        silent="күні күн",
        ordinal="ші шы",
        suffixes=5,
        locative=("да", "де", "та", "те"),
    ),
    "ky": Vocabulary(
        "январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр",
        "дүйшөмбү|шейшемби|шаршемби|бейшемби|~жума|ишемби|жекшемби",
        "бүгүн=0 эртең=1 кечээ=-1",
        "кийинки келерки эмки",
        "өткөн",
        "ушул",
        "апта аптада жумада",
        "ай айда",
        "жыл жылдын жылы жылда",
        link="жана менен",
        silent="күнү күн",
        suffixes=6,
        locative=("да", "де", "до", "дө", "ьда", "ьде", "та", "те"),
    ),
    "tk": Vocabulary(
        "ýanwar|fewral|mart|aprel|maý|iýun|iýul|awgust|sentýabr|oktýabr|noýabr|dekabr",
        "duşenbe|sişenbe|çarşenbe|penşenbe|~anna|şenbe|ýekşenbe",
        "ertir=1 düýn=-1",
        "indiki geljek",
        "geçen",
        "şu",
        "hepde hepdede",
        "aý aýda",
        "ýyl ýylyň ýylda",
        link="we",
        silent="güni gün",
        ordinal="nji njy si sy",
        suffixes=6,
        locative=("da", "de", "ynda", "inde"),
        pairs="şu gün=R 0",
    ),
    "az": Vocabulary(
        "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr",
        "||çərşənbə||cümə|şənbə|~bazar",
        "sabah=1 dünən=-1",
        "gələn növbəti",
        "keçən ötən",
        "cari",
        "həftə həftədə",
        "ay ayda",
        "il ilin ildə",
        link="və",
        silent="günü gün tarixində",
        ordinal="də da cü cı ci cu",
        suffixes=6,
        locative=("da", "də", "ında", "ində"),
        pairs="bazar ertəsi=W 0|çərşənbə axşamı=W 1|cümə axşamı=W 3|bu gün=R 0",
    ),
    "tr": Vocabulary(
        "~ocak|şubat|~mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|~ekim|~kasım|aralık aralığ",
        "pazartesi|~salı|çarşamba|perşembe|~cuma|cumartesi|~pazar",
        "bugün=0 yarın=1 dün=-1",
        "gelecek önümüzdeki",
        "geçen",
        "bu",
        "hafta haftaya",
        "ay ayda",
        "yıl yılı yılında yılının",
        link="ve ile",
        silent="günü gün tarihinde",
        suffixes=6,
        locative=("'ta", "'da", "'te", "'de", "’ta", "’da", "’te", "’de", "ta", "da", "te", "de"),
    ),
    "hy": Vocabulary(
        "հունվար|փետրվար|~մարտ|ապրիլ|մայիս|հունիս|հուլիս|օգոստոս|սեպտեմբեր|հոկտեմբեր|նոյեմբեր|դեկտեմբեր",
        "երկուշաբթի|երեքշաբթի|չորեքշաբթի|հինգշաբթի|ուրբաթ|~շաբաթօր|կիրակի",
        "այսօր=0 վաղը=1 երեկ=-1",
        "հաջորդ առաջիկա",
        "անցյալ նախորդ անցած",
        "այս",
        "շաբաթ շաբաթվա",
        "ամիս ամսվա",
        "թվական թվականի թ տարի տարվա",
        link="և եւ ու",
        silent="օրը",
        ordinal="ին ի ը",
        suffixes=4,
        locative=("ին",),
    ),
    "ka": Vocabulary(
        "იანვარ იანვრ|თებერვალ თებერვლ|მარტ|აპრილ|მაის|ივნის|ივლის|აგვისტო|სექტემბერ სექტემბრ|"
        "ოქტომბერ ოქტომბრ|ნოემბერ ნოემბრ|დეკემბერ დეკემბრ",
        "ორშაბათ|სამშაბათ|ოთხშაბათ|ხუთშაბათ|პარასკევ|~შაბათ|~კვირას",
        "დღეს=0 ხვალ=1 გუშინ=-1",
        "მომავალ მომავალი შემდეგ",
        "გასულ გასული",
        "ამ მიმდინარე",
        "კვირაში კვირა კვირის",
        "თვე თვეში თვის",
        "წელი წლის წელს",
        link="და",
        silent="დღე",
        suffixes=4,
        locative=("ში",),
    ),
    "zh": Vocabulary(
        "一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月",
        "星期一 周一|星期二 周二|星期三 周三|星期四 周四|星期五 周五|星期六 周六|星期日 星期天 周日",
        "今天=0 今日=0 明天=1 明日=1 后天=2 昨天=-1 昨日=-1",
        "下 下个 明",
        "上 上个 去",
        "本 这 今",
        "周 星期",
        "月",
        "年",
        "初",
        "中旬",
        "底 末",
        "在 于",
        "从 自",
        "至 到",
        "和 至 到",
    ),
    "ar": Vocabulary(
        "يناير|فبراير|مارس|أبريل ابريل|مايو|يونيو|يوليو|أغسطس اغسطس|سبتمبر|أكتوبر اكتوبر|نوفمبر|ديسمبر",
        "الاثنين الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
        "اليوم=0 غدا=1 أمس=-1",
        at="في",
        link="و",
        silent="عام سنة يوم",
    ),
    "de": Vocabulary(
        "januar jänner ~jan|februar ~feb|märz|april ~apr|~mai|juni ~jun|juli ~jul|august ~aug|september ~sep|"
        "oktober ~okt|november ~nov|dezember ~dez",
        "montag ~mo|dienstag ~di|mittwoch ~mi|donnerstag ~do|freitag ~fr|samstag ~sa|sonntag ~so",
        "heute=0 morgen=1 gestern=-1",
        "nächste nächsten nächster",
        "letzte letzten vergangenen",
        "diese dieser diesen",
        "woche",
        "monat",
        "jahr",
        at="im am in",
        link="und bis",
        silent="den der",
    ),
    "fr": Vocabulary(
        "janvier|février|mars|avril|~mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
        "aujourd'hui=0 demain=1 hier=-1",
        at="en",
        link="et au",
        silent="le",
        ordinal="er",
    ),
    "es": Vocabulary(
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
        "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
        "hoy=0 ayer=-1",
        at="en",
        link="y",
        silent="de del el",
    ),
    "it": Vocabulary(
        "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
        "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",
        "oggi=0 domani=1 ieri=-1",
        at="in",
        silent="il",
    ),
    "pt": Vocabulary(
        "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
        "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|~sábado|~domingo",
        "hoje=0 ontem=-1",
        at="em",
        silent="de do",
    ),
}
"""Keyed by ISO 639-1; a language that is missing here is read with digits only."""

PERSIAN_NUMBERS = (
    "یکم اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یازدهم|دوازدهم|سیزدهم|چهاردهم|پانزدهم|شانزدهم|هفدهم|"
    "هجدهم هژدهم|نوزدهم|بیستم|بیستویکم|بیستودوم|بیستوسوم|بیستوچهارم|بیستوپنجم|بیستوششم|بیستوهفتم|بیستوهشتم|"
    "بیستونهم|سیام|سیویکم"
)
"""Ordinal words from 1 to 31 as Persian and Dari texts write days; ZWNJ left out."""
