"""Every trap of the watch list: a sentence that tempts, and the topic that must stay away."""

import pytest

from briefings import watch

TRAPS = [
    ("India lead the Border–Gavaskar Trophy after the second Test.", "en", "theme.border-security"),
    ("A border collie herded the sheep.", "en", "theme.border-security"),
    ("The Border Terrier is a small breed.", "en", "theme.border-security"),
    ("Set border-radius to four pixels.", "en", "theme.border-security"),
    ("Borderlands is a video game.", "en", "theme.border-security"),
    ("Kazakhstan clash with Armenia in World Cup qualifier", "en", "theme.border-clashes"),
    ("FC Khyber drew with FC Batken in the football league.", "en", "body.pk-fc"),
    ("The new Chief Security and Trust Officer (CSTO) takes over on Monday.", "en", "body.csto"),
    ("The guide covers CIS Controls v8.", "en", "body.cis"),
    ("The word cisgender is in the dictionary.", "en", "body.cis"),
    ("The Scottish Chamber Orchestra (SCO) tours in May.", "en", "body.sco"),
    ("Their TTPs were mapped to MITRE ATT&CK.", "en", "body.ttp"),
    ("Голова ОТГ подписал смету громады.", "ru", "body.ots"),
    ("ФНС России напомнила о сроках налоговой декларации.", "ru", "body.nrf"),
    ("Ansar Allah fighters in Yemen fired a missile.", "en", "body.jamaat-ansarullah"),
    ("The IEA monthly oil report from the International Energy Agency is out.", "en", "body.taliban"),
    ("The band Interpol plays in June.", "en", "body.interpol"),
    ("Codes of the Harmonized Tariff Schedule (HTS) change in July.", "en", "body.hts"),
    ("The yearly Trafficking in Persons (TIP) report is out.", "en", "body.etim"),
    ("The anti-terrorism court (ATC) in Karachi granted bail.", "en", "body.cis-atc"),
    ("A court in Georgia dropped the charges, said the district attorney in Atlanta.", "en", "country.ge"),
    ("The ship left South Georgia with penguins on the beach behind it.", "en", "country.ge"),
    ("They ate turkey at Thanksgiving.", "en", "country.tr"),
    ("The reactor at Turkey Point was shut down.", "en", "country.tr"),
    ("В Казахском районе близ города Газах прошёл дождь.", "ru", "country.kz"),
    ("A quake shook the East Azerbaijan Province around Tabriz.", "en", "country.az"),
    ("Saffron from Razavi Khorasan is famous.", "en", "body.iskp"),
    ("Festival goers came from Badakhshan.", "en", "border.tj-af"),
    ("Тем временем хост сменили, а рук не хватило.", "ru", "border.tj-af"),
    ("Новый хост принял тех, кто ждал.", "ru", "border.af-pk"),
    ("Панҷ нафар омаданд.", "tg", "border.tj-af"),
    ("چمن خانه سبز است.", "fa", "border.af-pk"),
    ("جلسه در نیمروز برگزار شد.", "fa", "border.ir-af"),
    ("They cooked osh for two hundred guests.", "en", "country.kg"),
    ("OSHA fined the plant.", "en", "country.kg"),
    ("در ماه بهمن مدارس باز است.", "fa", "theme.natural-hazards"),
    ("На улице Достык открыли кафе.", "ru", "border.kz-cn"),
    ("Climbers reached the summit of Lenin Peak.", "en", "theme.alliance-politics"),
    ("BOMCA handed over computers.", "en", "body.eubam"),
    ("EUBAM handed over computers in Odesa.", "en", "body.bomca"),
    ("ГКНБ сообщил о задержании.", "ru", "body.kg-gknb"),
    ("ГКНБ сообщил о задержании.", "ru", "body.tj-gknb"),
    ("СГБ сообщила о задержании.", "ru", "body.uz-sgb"),
    ("Жители сёл сел и деревень собрали урожай.", "ru", "theme.natural-hazards"),
    ("Получил новый чин в полиции.", "ru", "country.cn"),
    ("Героиня фильма идёт по дороге.", "ru", "theme.drug-trafficking"),
    ("Он идёт, и я иду.", "ru", "body.imu"),
    ("Un homme est mort dans la rue.", "en", "body.un"),
    ("В этом селе построили новую школу.", "ru", "theme.natural-hazards"),
    ("В горном селе читали стихи.", "ru", "theme.natural-hazards"),
    ("Деньги ушли за рубеж, и за рубежом остались.", "ru", "theme.arms-exercises"),
    ("Завод выпускает кобальт, эшелон с ним ушёл утром.", "ru", "theme.arms-exercises"),
    ("Стороны устали от дипломатических манёвров.", "ru", "theme.arms-exercises"),
    ("Переговоры о поставках муки прошли в Алматы.", "ru", "theme.peace-process"),
    ("Negotiations on a loan for the new power plant went on.", "en", "theme.peace-process"),
    ("Свеча, не гори так ярко.", "ru", "country.ge"),
    ("Kant wrote three critiques.", "en", "country.kg"),
    ("Mary had a little lamb.", "en", "country.tm"),
    ("На улице Ташкентской открыли кафе.", "ru", "country.uz"),
]


@pytest.mark.parametrize(("text", "language", "topic"), TRAPS)
def test_a_trap_does_not_fire(matcher: watch.Matcher, text: str, language: str, topic: str) -> None:
    assert topic not in {tag.topic for tag in matcher.tag_text("", text, language)}


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        ("The CSTO sent observers to the vote.", "en", "body.csto"),
        ("SCO heads of state met in Samarkand.", "en", "body.sco"),
        ("TTP fighters attacked a post in Waziristan.", "en", "body.ttp"),
        ("Georgia and Armenia reopened a road.", "en", "country.ge"),
        ("Turkey sent a delegation.", "en", "country.tr"),
        ("ГКНБ Кыргызстана задержал двоих.", "ru", "body.kg-gknb"),
        ("ГКНБ Таджикистана задержал двоих.", "ru", "body.tj-gknb"),
        ("Frontier Corps (FC) men were hurt in Balochistan.", "en", "body.pk-fc"),
        ("Селевой поток снёс мост.", "ru", "theme.natural-hazards"),
        ("Сель сошёл на дорогу и снёс мост.", "ru", "theme.natural-hazards"),
        ("Учения ОДКБ «Рубеж-2024» завершились.", "ru", "theme.arms-exercises"),
        ("Переговоры о прекращении огня продолжатся.", "ru", "theme.peace-process"),
        ("Ожесточённые бои идут в Нагорном Карабахе.", "ru", "theme.border-clashes"),
        ("Лидеры стран ОДКБ обсудили общий ответ.", "ru", "theme.alliance-politics"),
        ("Взрыв прогремел в кабульском аэропорту.", "ru", "country.af"),
        ("Former president Nazarbayev left the party.", "en", "country.kz"),
    ],
)
def test_beside_the_trap_the_real_thing_still_fires(
    matcher: watch.Matcher, text: str, language: str, topic: str
) -> None:
    assert topic in {tag.topic for tag in matcher.tag_text("", text, language)}
