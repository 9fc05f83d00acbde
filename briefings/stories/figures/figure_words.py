"""Words by which fourteen languages count people: numbers, what befell them, what is counted beside them.

Words are folded (``text.fold``) before they are compared; ``*`` stands for any ending. The number comes
before what befell in all of them (``3 people were killed``, ``3 нафар кушта шуданд``, ``3 kişi öldü``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Counting:
    """How one language counts."""

    numbers: str
    """From one on, separated by blanks; forms of one number by ``/``, an unused place is ``-``."""
    killed: str
    wounded: str
    detained: str
    missing: str
    evacuated: str
    """Forms separated by commas."""
    units: str
    """What is no person: after a number it says that something else is counted."""
    people: str = ""
    """What follows a number that stands after what befell: ``killed 3 people``."""
    corrected: str = ""
    """Words of a count that replaces an earlier one."""


ENGLISH: Final = Counting(
    numbers="one two three four five six seven eight nine ten eleven twelve",
    killed="killed, dead, dies, died, deaths",
    wounded="wounded, injured, hurt",
    detained="detained, arrested",
    missing="missing",
    evacuated="evacuated",
    units="second/seconds minute/minutes hour/hours day/days night/nights week/weeks month/months year/years "
    "time/times "
    "kilo* kg km meter/meters/metre/metres mile/miles ton/tons tonne/tonnes percent per dollar/dollars euro/euros "
    "house/houses home/homes village/villages district/districts car/cars vehicle/vehicles truck/trucks lorry/lorries "
    "shop/shops drone/drones attack/attacks nobody none january february march april may june july august september "
    "october november december",
    people="people, person, persons, men, women, civilians, soldiers, guards",
    corrected="corrected, correction, revised, earlier figure, earlier report, earlier toll, previously reported",
)
RUSSIAN: Final = Counting(
    numbers="один/одного/одна два/двое/двух/две/двоих три/трое/трех/троих четыре/четверо/четырех пять/пятеро/пяти "
    "шесть/шестеро/шести семь/семеро/семи восемь/восьмеро/восьми девять/девяти десять/десяти",
    killed="погиб*, убит*, жертв*, скончал*",
    wounded="ранен*, пострада*",
    detained="задержа*, арестова*",
    missing="пропа* без вести",
    evacuated="эвакуирова*",
    units="секунд* минут* час* дня дней дням днями днях день сут* ноч* недел* месяц* год* лет раз/раза кг км кило* "
    "метр* "
    "тонн* процент* рубл* доллар* дом/дома/домов/домах/домами сел/села/селах район* машин* автомобил* беспилотник* "
    "дрон* "
    "атак* никто января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    people="человек*, военн*, пограничник*, мирных",
    corrected="уточн*, исправл*, ранее сообщ*",
)
_PERSIAN = Counting(
    numbers="یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده",
    killed="کشته, جان باخت*, جان باخته, جان خود را از دست, قربانی, تلفات",
    wounded="زخمی, مجروح, زخم برداشت*",
    detained="بازداشت, دستگیر, گرفتار",
    missing="ناپدید, مفقود, لادرک",
    evacuated="تخلیه, بیجا",
    units="ثانیه دقیقه ساعت روز شب هفته ماه سال بار کیلو* متر درصد دالر دلار افغانی خانه منزل قریه روستا ولسوالی "
    "موتر "
    "خودرو پهپاد حمله",
    people="نفر, تن, غیرنظامی, سرباز, نظامی",
    corrected="تصحیح, اصلاح, پیشتر گزارش, قبلا گزارش",
)
LANGUAGES: Final = {
    "en": ENGLISH,
    "ru": RUSSIAN,
    "fa": _PERSIAN,
    "prs": _PERSIAN,
    "uk": Counting(
        numbers="один/одна/одного два/двоє/двох/дві три/троє/трьох чотири/четверо/чотирьох п'ять/п'ятеро/п'яти "
        "шість/шестеро "
        "сім/семеро вісім/восьмеро дев'ять десять",
        killed="загин*, вбит*, убит*, жертв*",
        wounded="поранен*, постражда*",
        detained="затрима*, заарештова*",
        missing="зник* безвісти",
        evacuated="евакуйова*",
        units="секунд* хвилин* годин* дня днів день днях добу діб тижн* місяц* рок* раз* км кг кілометр* тонн* "
        "відсотк* будин* "
        "автомобіл* дрон* атак*",
        people="осіб, людей, військов*, цивільн*",
        corrected="уточн*, виправл*, раніше повідомл*",
    ),
    "ps": Counting(
        numbers="یو/یوه دوه درې څلور پنځه شپږ اووه اته نهه لس",
        killed="وژل*, مړه, مړ, ووژل*",
        wounded="ټپیان, ټپي, زخميان, زخمي",
        detained="نیول*, ونیول*, بندیان",
        missing="ورک, لادرکه",
        evacuated="ایستل*",
        units="ثانیې دقیقې ساعته ساعتونه ورځ* شپ* اوونۍ میاشت* کاله کلونه ځل کیلو* متره سلنه کور* کلي موټر*",
        people="تنه, کسان, کس",
    ),
    "tg": Counting(
        numbers="як ду се чор/чаҳор панҷ шаш ҳафт ҳашт нӯҳ даҳ ёздаҳ дувоздаҳ",
        killed="кушта, ҳалок, қурбон*, фавтид*, ҷон бохт*, ба ҳалокат расид*",
        wounded="захмӣ, маҷрӯҳ, захм бардошт*, ярадор",
        detained="боздошт*, дастгир, ҳабс",
        missing="бедарак, нопадид, гум шуд*",
        evacuated="эвакуатсия, кӯчонида",
        units="сония* дақиқа* соат* рӯз* шаб* ҳафта* моҳ* сол* бор километр* метр* тонна* дарсад фоиз сомон* "
        "доллар* хона* деҳа* "
        "ноҳия* мошин* дрон* ҳамла*",
        people="нафар*, кас, сарбоз*, мурзбон*",
        corrected="ислоҳ*, дақиқ*, қаблан хабар",
    ),
    "uz": Counting(
        numbers="bir/бир ikki/икки uch/уч to'rt/тўрт besh/беш olti/олти yetti/етти sakkiz/саккиз to'qqiz/тўққиз o'n/ўн",
        killed="halok, o'ldirildi, o'ldirilgan, vafot, qurbon*, ҳалок, ўлдирил*, вафот, қурбон*",
        wounded="yaralan*, yarador, jarohatlan*, jarohat, яралан*, ярадор, жароҳат*",
        detained="qo'lga olin*, hibsga olin*, ushlan*, қўлга олин*, ҳибсга олин*, ушлан*",
        missing="bedarak, g'oyib, бедарак",
        evacuated="evakuatsiya, ko'chiril*, эвакуация, кўчирил*",
        units="soniya* daqiqa* soat* kun* tun* hafta* oy* yil* marta kilometr* metr* tonna* foiz* so'm* dollar* "
        "uy/uyda/uylar* "
        "qishloq* tuman* mashina* avtomobil* dron* hujum* соат* кун* ҳафта* ой* йил* марта километр* фоиз* уй*",
        people="kishi, nafar, odam, киши, нафар",
        corrected="tuzat*, aniqlik kirit*, avvalroq xabar",
    ),
    "kk": Counting(
        numbers="бір екі үш төрт бес алты жеті сегіз тоғыз он",
        killed="қаза, қайтыс, мерт, өлтіріл*, құрбан*",
        wounded="жаралан*, жарақат*, зардап",
        detained="ұсталды, ұсталған, қамауға, тұтқындал*",
        missing="хабарсыз, із-түзсіз, жоғалды, жоғалған",
        evacuated="эвакуация*, көшірілді",
        units="секунд* минут* сағат* күн* түн* апта* ай* жыл* рет километр* шақырым* метр* тонна* пайыз* теңге* "
        "доллар* үй* ауыл* "
        "аудан* көлік* дрон* шабуыл*",
        people="адам, кісі, әскери, сарбаз",
        corrected="нақтылан*, түзет*, бұған дейін хабар",
    ),
    "ky": Counting(
        numbers="бир эки үч төрт беш алты жети сегиз тогуз он",
        killed="каза, курман*, набыт, мерт, өлтүрүл*, көз жум*",
        wounded="жарадар, жаракат*, жабыркаган, жабыркады",
        detained="кармалды, кармалган, камакка, камалды",
        missing="дайынсыз, дайыны жок, жоголгон",
        evacuated="эвакуация*, көчүрүлдү, көчүрүлгөн",
        units="секунд* мүнөт* саат* күн* түн* апта* ай* жыл* жолу километр* чакырым* метр* тонна* пайыз* сом* "
        "доллар* үй* айыл* "
        "район* унаа* дрон* чабуул*",
        people="адам, киши, аскер, чек арачы",
        corrected="такталды, такталган, оңдоо, оңдолду",
    ),
    "az": Counting(
        numbers="bir iki üç dörd beş altı yeddi səkkiz doqquz on",
        killed="ölüb, öldü, ölmüş*, öldürül*, həlak, şəhid, ölən*",
        wounded="yaralan*, yaralı, xəsarət*",
        detained="saxlanıl*, həbs, tutul*",
        missing="itkin, itkindir",
        evacuated="təxliyə",
        units="saniyə* dəqiqə* saat* gün* gecə* həftə* ay* il/ildə/ildir dəfə kilometr* metr* ton* faiz* manat* "
        "dollar* ev/evdə/evlər* "
        "kənd* rayon* avtomobil* dron* hücum*",
        people="nəfər, adam, şəxs, hərbçi, mülki",
        corrected="düzəliş*, dəqiqləşdir*, əvvəl bildiril*",
    ),
    "tr": Counting(
        numbers="bir iki üç dört beş altı yedi sekiz dokuz on",
        killed="öldü, ölü, öldürül*, hayatını kaybet*, hayatını yitir*, şehit, yaşamını yitir*",
        wounded="yaralan*, yaralı",
        detained="gözaltı*, tutuklan*, yakalan*",
        missing="kayıp, kayboldu",
        evacuated="tahliye",
        units="saniye* dakika* saat* gün* gece* hafta* ay* yıl* kez kilometre* metre* ton* yüzde lira* dolar* "
        "ev/evde/evler* köy* "
        "ilçe* araç* otomobil* dron* saldırı*",
        people="kişi, sivil, asker",
        corrected="düzelt*, güncellen*, daha önce bildiril*",
    ),
    "tk": Counting(
        numbers="bir iki üç dört bäş alty ýedi sekiz dokuz on",
        killed="öldi, ölen, heläk, öldürildi, wepat, şehit",
        wounded="ýaralandy, ýaralanan, ýaraly, şikes*",
        detained="tussag, saklandy, ele salyndy",
        missing="dereksiz, ýitirim",
        evacuated="ewakuasiýa, göçürildi",
        units="sekunt* minut* sagat* gün* gije* hepde* aý* ýyl* gezek kilometr* metr* tonna* göterim manat* dollar* "
        "öý* oba* etrap* "
        "maşyn* dron* hüjüm*",
        people="adam, kişi, esger",
    ),
    "hy": Counting(
        numbers="մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը տասը",
        killed="զոհվ*, սպանվ*, մահաց*, զոհ, մահացած",
        wounded="վիրավոր*, տուժ*",
        detained="ձերբակալ*, բերման*, կալանավոր*",
        missing="անհետ*",
        evacuated="տարհան*",
        units="վայրկյան* րոպե* ժամ* օր* գիշեր* շաբաթ* ամիս* ամս* տարի* տարեկան անգամ կիլոմետր* մետր* տոննա* տոկոս* "
        "դրամ* դոլար* "
        "տուն տան գյուղ* մեքենա* դրոն*",
        people="մարդ, զինծառայող, քաղաքացի, հոգի",
        corrected="ճշգրտ*, ուղղ*, ավելի վաղ հայտն*",
    ),
    "ka": Counting(
        numbers="ერთი/ერთ ორი/ორ სამი/სამ ოთხი/ოთხ ხუთი/ხუთ ექვსი/ექვს შვიდი/შვიდ რვა ცხრა ათი/ათ",
        killed="დაიღუპ*, მოკლ*, გარდაიცვალ*, დაღუპულ*, გარდაცვლილ*",
        wounded="დაშავ*, დაიჭრ*, დაჭრილ*",
        detained="დააკავ*, დაკავ*, დააპატიმრ*",
        missing="დაიკარგ*, დაკარგულ*",
        evacuated="ევაკუ*",
        units="წამ* წუთ* საათ* დღე* ღამ* კვირ* თვე* თვის წელ* წლის ჯერ კილომეტრ* მეტრ* ტონ* პროცენტ* ლარ* დოლარ* "
        "სახლ* სოფელ* "
        "მანქან* ავტომობილ* დრონ*",
        people="ადამიანი, პირი, სამხედრო, ჯარისკაცი",
        corrected="დაზუსტ*, შესწორ*",
    ),
}  # fmt: skip
"""By language code; an article of another language is read as English and Russian are."""
