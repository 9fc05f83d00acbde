"""One week of documents, each made to lead an automatic brief into one of its faults (F04 to F25).

All words, people and outlets are invented, but for the outlets and bodies that the shipped lists know by name.
"""

from __future__ import annotations

from tests.cases.week import Week, item, page, published

CHROME = (
    "Read also: ten best beaches of the river this year.",
    "Подписывайтесь на наш канал о границе в мессенджере.",
    "This site uses cookies to count lorries at the gate.",
    "Photo: guards at the gate by the river, by our reporter.",
    "Share this on Facebook 214",
    "*запрещён в РФ как террористическая организация",
    "The post Snow closes the pass appeared first on Vakhsh Courier.",
)
"""What hangs on pages (F05)."""
HEADLINES = {
    "GATE AT KORDAY SHUT AGAIN BY ICE": "Guards shut the gate at Korday on the Kazakh-Kyrgyz border on Tuesday because of ice "
    "on the road, the post's commander said. Thirty lorries turned back to the last village.",
    "Who closed the road at Dostuk?": "The road at Dostuk on the Kyrgyz-Uzbek border was closed on Tuesday for a funeral, an "
    "elder said. Taxi drivers carried the guests' bags across on foot, without being paid for it.",
    "Shocking scenes as cranes arrive at Hayraton": "Two cranes arrived at Hayraton on the Uzbek-Afghan border on Tuesday, the "
    "port's director said. They lift forty tons each, and children were let off school to watch.",
    "You won’t believe what they grow at Torghundi": "Farmers at Torghundi on the Turkmen-Afghan border planted saffron on "
    "Tuesday, their union said. The bulbs came by rail, in boxes which had held tractor parts.",
    "a choir of guards sang at the bridge of astara": "A choir of guards sang on the bridge of Astara at the Iran-Azerbaijan "
    "border on Tuesday, a music teacher said. Both sides clapped, and nobody stamped a passport for an hour.",
    "Engineers at the Larsi tunnel say that the new lamps will be…": "Engineers hung new lamps in the tunnel of Larsi on the "
    "Georgian-Russian border on Tuesday, their office said. The old ones go to a chicken farm nearby.",
}
"""Titles that are none of a house's own (F04) over texts that have something to say, each of another border."""
SIDEBAR = (
    "<ul><li><a href='/1'>Taliban attack kills nine in Kabul</a></li>"
    "<li><a href='/2'>Putin visits Yerevan</a></li><li>МЧС: салон красоты загорелся в Ереване</li></ul>"
)
"""Headlines of other reports beside one (F06)."""
SCRAPE = """Добавить новость
ru24.net
News in English
Ноябрь
2024

CSTO to weigh a border programme at its meeting in Astana

0

Arman Beketov, a secretary of the Collective Security Treaty Organization (CSTO), said on Wednesday that its members will look at a programme for the Tajikistan-Afghanistan border.

Beketov told TASS news agency, “The papers for the Tajik-Afghan border are ready, and every member has read them twice.”

The meeting of the CSTO will be held on Thursday, November 28, in Astana, the capital of Kazakhstan.

The plan reflects growing concerns about the river, and its success will depend on cooperation.

Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia and Tajikistan are members of the CSTO.

The post CSTO to weigh a border programme at its meeting in Astana appeared first on Khaama Press.

Moscow.media
Частные объявления сегодня
WTA: новый рейтинг теннисисток
"""
"""A republisher's page around an outlet's retelling of a wire (F07, F09, F11, F14)."""
NAMESAKES = {
    "Georgia Bulldogs beat Alabama in Atlanta": "The Georgia Bulldogs won in Atlanta, Georgia, on Saturday night before a "
    "full house, and the governor of Georgia came to the locker room with a cake for every player of the team.",
    "Border-Gavaskar Trophy: India win in Perth": "India won the first test of the Border-Gavaskar Trophy in Perth by a "
    "wide margin, and the bowlers were cheered from the border of the field to the hotel, the captain said.",
    "FC Khyber sign a striker": "FC Khyber signed a striker from the second league on Tuesday, and the club's owner said "
    "that he will attack from the left, where last year's team had nobody who could run.",
    "CIS Controls updated": "The CIS Controls for safe computers were updated, the authors said, with a chapter on "
    "printers, which nobody had thought of although they stand in every office and remember every page.",
    "Border collie finds turkey": "A border collie in Kansas found a turkey that had left its farm two days before, and "
    "led it home along the road, past a customs house that is now a bakery, its owner said.",
    "TTPs of a group of hackers described": "The TTPs of a group that steals passwords were described by a firm, which "
    "says that the thieves write to people on Fridays and ask for help with a form.",
}
"""Words that look like what is watched (F15)."""
RETRACTED = (
    "Retraction: our report of November 25 that a bridge fell at Sarasiya was wrong; no bridge fell, and it is withdrawn.\n\n"
    "The bridge at Sarasiya on the Tajik-Uzbek border fell into the river with two buses on it, a witness said on the "
    "telephone, and rescuers from both banks came with ropes and with boats before it was dark."
)
"""A claim that its outlet withdrew (F19)."""
LOADED = (
    "Оккупанты в Арцахе и так называемые террористы стянули силы к границе Армении и Азербайджана, заявил чиновник. "
    "Бандиты бежали ночью по старой дороге, сообщил он, и оставили на посту две печки и журнал дежурств."
)
"""One side's names (F23)."""
OLD = (
    "Surveyors put forty stones along the Kyrgyz-Chinese border at Irkeshtam before the first snow, their chief said. "
    "Each stone weighs as much as a calf, and a cook followed them with a stove on a cart for three weeks."
)
"""A text that was already told in October (F18)."""


CANTEEN = (
    "A canteen for drivers opened at Korday on the Kazakh-Kyrgyz border, its cook said, with soup at all hours of the day. "
    "It stands in the hall of the old weighing house, and the scales are used for potatoes now."
)
MORE = "Two ploughs were sent from Murghab, and the road to the Tajik-Chinese border opened for one hour at noon."
FENCES = (
    "Soldiers painted forty kilometres of fence on the Uzbek-Turkmen border green on Friday, the regional staff said. The "
    "work took a year because the paint dries slowly in the wind, and goats had to be kept from it."
)
"""Told by one state agency alone (F22)."""
LATE = (
    "A lighthouse was lit again near Sarpi on the Georgian-Turkish border on Sunday evening, its keeper said by radio. "
    "Fishermen of both countries had paid for the lamp, which shines nine miles out to sea."
)
UNDATED = (
    "Guards at Torkham on the Afghan-Pakistani border sing in the evening, a schoolboy wrote in a letter to an uncle. "
    "They know four songs, and one of them has no end, so that it is stopped by the cook with a bell."
)
"""A page without any date (F08)."""
SPEECH = (
    "Elders of two villages met at Vorukh on the Kyrgyz-Tajik border on Tuesday and spoke of the water, a teacher said.\n"
    "“We divided the water by hours, as our grandfathers did,” said Salim Karimov, head of the village council of Vorukh.\n"
    "Karimov said that nobody from the capitals had been asked to come.\n"
    "“Nobody was asked to come from the capitals,” stands on a wall of the school."
)
"""One quotation with its speaker, indirect speech, and words of nobody (F09, F10)."""


def fill(week: Week) -> None:
    """Imports the documents: those of earlier weeks first."""
    week.add(
        item("Stones along the border at Irkeshtam", "2024-10-16", OLD, "Steppe Notes"),
        item("Korday gets a canteen", "2024-11-20", CANTEEN, "Alatau Habar"),
    )
    (week.folder / "scrape.txt").write_text(SCRAPE, "utf-8")
    assert week.run("import", str(week.folder / "scrape.txt")).status == 0
    loud = [
        item(title, "2024-11-26", text, f"Gazette {n}") for n, (title, text) in enumerate(HEADLINES.items())
    ]
    names = [item(title, "2024-11-27", text, "World Paper") for title, text in NAMESAKES.items()]
    snow = "\n".join(
        ("Snow closed the pass at Kulma on the Tajik-Chinese border on Monday, customs said.", *CHROME, MORE)
    )
    week.add(
        *loud,
        *names,
        item("Bridge falls at Sarasiya", "2024-11-25", RETRACTED, "Surkhan Post"),
        item(
            "Оккупанты стянули силы к границе Армении и Азербайджана",
            "2024-11-27",
            LOADED,
            "Araks Lur",
            lang="ru",
        ),
        item(
            "Stones along the border at Irkeshtam",
            "2024-11-28",
            OLD,
            "Steppe Notes",
            url="https://steppe.example/again",
        ),
        item(
            "Fences painted on the Uzbek-Turkmen border",
            "2024-11-29",
            FENCES,
            "TASS",
            url="https://tass.com/world/1",
        ),
        item("Gate in the future", "2024-12-01T20:00:00+05:00", LATE, "Batumi Sea"),
        snow=page("Snow closes the pass", snow, published("2024-11-26T10:00:00+05:00"), SIDEBAR),
        undated=page("Guards sing at the gate", UNDATED),
        said=page("Elders speak at the gate", SPEECH, published("2024-11-27T10:00:00+05:00")),
    )
