"""Stories and origins case by case: what must be one, and what must stay two."""

from __future__ import annotations

from briefings import stories
from briefings.types import Story, Tagged
from tests.stories.make import item

INTERVIEW = (
    "The head of the security bloc said on Wednesday that a draft programme to strengthen the border between "
    "Tajikistan and Afghanistan would be laid before the leaders in Astana on Thursday, and that the document "
    "had been agreed by all members after two years of talks between their defence ministries and border guards."
)
SUMMIT = "body.csto border.tj-af"


def ids(found: tuple[Story, ...]) -> list[set[str]]:
    return sorted(({m.article for m in story.members} for story in found), key=min)


def test_two_translations_of_one_wire_are_one_story_and_one_origin() -> None:
    found = stories.group(
        [
            item("a", "CSTO leaders to weigh Tajik-Afghan border plan in Astana", INTERVIEW, topics=SUMMIT,
                 publisher="Kabul Courier", wire="TASS"),
            item("b", "Border programme on the agenda of CSTO summit, Tasmagambetov says",
                 "Speaking to the agency, Imangali Tasmagambetov named a border programme among the papers of the "
                 "CSTO summit in Astana; it concerns the Tajik-Afghan frontier.",
                 topics=SUMMIT, publisher="Valley Post", wire="TASS"),
        ]
    )  # fmt: skip
    assert (len(found), found[0].outlets, found[0].origins) == (1, 2, 1)
    assert {member.origin for member in found[0].members} == {"wire:tass"}


def test_own_reporters_at_one_press_conference_are_three_origins() -> None:
    told = {
        "TASS": "Imangali Tasmagambetov told journalists in Astana that the CSTO border programme was ready.",
        "RIA Novosti": "At a briefing in Astana the bloc's head Tasmagambetov was asked about the border programme. "
                       "All the members agreed to it, was his answer to our correspondent.",
        "Interfax": "The CSTO border programme will be signed in Astana, Tasmagambetov announced. He did not say what "
                    "it costs.",
    }  # fmt: skip
    found = stories.group(
        [
            item(outlet, "Tasmagambetov presents CSTO border programme in Astana", text, topics=SUMMIT,
                 publisher=outlet)
            for outlet, text in told.items()
        ],
    )  # fmt: skip
    assert [(len(story.members), story.outlets, story.origins) for story in found] == [(3, 3, 3)]
    assert {member.origin for member in found[0].members} == {
        "outlet:tass", "outlet:ria-novosti", "outlet:interfax"
    }  # fmt: skip


def test_four_copies_of_one_text_are_four_articles_and_one_origin() -> None:
    foot = " Subscribe to our channel. Read more about Central Asia here."
    found = stories.group(
        [
            item("a", "CSTO to address border security", INTERVIEW, "2024-11-27", SUMMIT, publisher="Khaama Press",
                 wire="TASS"),
            item("b", "CSTO to address border security", INTERVIEW + foot, "2024-11-28", SUMMIT, publisher="ru24.net"),
            item("c", "Bloc's leaders meet over the Tajik border", INTERVIEW[:220], "2024-11-28", SUMMIT,
                 publisher="nsn.asia"),
            item("d", "Programme for the border between Tajikistan and Afghanistan", "Moscow. " + INTERVIEW,
                 "2024-11-27", SUMMIT, publisher="TASS"),
        ]
    )  # fmt: skip
    assert (len(found), len(found[0].members), found[0].origins) == (1, 4, 1)
    assert sum(member.copy_of != "" for member in found[0].members) == 3


def clash(key: str, day: str, place: str, publisher: str = "") -> Tagged:
    text = (
        f"Border guards of Kyrgyzstan and Tajikistan exchanged fire with mortars near {place} on the border, "
        "the border service of Kyrgyzstan said. Both sides blamed each other for the first shot."
    )
    return item(key, f"Kyrgyz and Tajik border guards exchange fire near {place}", text, day,
                "border.kg-tj theme.border-clashes", publisher=publisher)  # fmt: skip


def test_two_clashes_on_one_border_six_days_apart_are_two_linked_stories() -> None:
    found = stories.group(
        [
            clash("a1", "2024-11-24", "Vorukh"), clash("a2", "2024-11-25", "Vorukh", publisher="B"),
            clash("b1", "2024-11-30", "Maksat"), clash("b2", "2024-11-30", "Maksat", publisher="B"),
        ]
    )  # fmt: skip
    assert ids(found) == [{"a1", "a2"}, {"b1", "b2"}]
    assert found[0].related == ((found[1].id, "same border"),)


def test_a_story_that_runs_into_the_next_week_keeps_its_id() -> None:
    first = [clash("a1", "2024-11-30", "Vorukh")]
    before = stories.group(first)
    known = {member.article: story.id for story in before for member in story.members}
    after = stories.group([*first, clash("a0", "2024-12-02", "Vorukh", publisher="B")], previous=known)
    assert [story.id for story in after] == [before[0].id]
    assert before[0].id.startswith("2024-w48/")


def test_an_early_article_found_late_does_not_rename_the_story() -> None:
    before = stories.group([clash("b", "2024-11-26", "Vorukh")])
    known = {"b": before[0].id}
    after = stories.group([clash("a", "2024-11-25", "Vorukh"), clash("b", "2024-11-26", "Vorukh")], {}, known)
    assert [story.id for story in after] == [before[0].id]


def test_counts_of_the_dead_become_a_dated_series() -> None:
    toll = [
        ("a", "2024-11-25", "Three killed in shooting near Vorukh", "Three people were killed near Vorukh."),
        ("b", "2024-11-25", "Toll rises to 5 killed near Vorukh", "The hospital said 5 people were killed near Vorukh."),
        ("c", "2024-11-26", "Four killed near Vorukh", "4 people were killed, an earlier figure was corrected."),
    ]  # fmt: skip
    found = stories.group([item(key, title, text, day, "border.kg-tj") for key, day, title, text in toll])
    assert len(found) == 1
    series = [
        (figure.what, figure.value, figure.day.isoformat(), figure.corrected) for figure in found[0].figures
    ]
    assert series == [
        ("killed", 3, "2024-11-25", False),
        ("killed", 5, "2024-11-25", False),
        ("killed", 4, "2024-11-26", True),
    ]


def test_an_old_text_published_again_joins_its_old_story() -> None:
    found = stories.group(
        [
            item("a", "CSTO to address border security", INTERVIEW, "2024-09-02", SUMMIT),
            item("b", "CSTO to address border security", INTERVIEW, "2024-11-28", SUMMIT),
        ]
    )
    assert (len(found), found[0].origins) == (1, 1)
    assert found[0].members[1].copy_of == "a"


def test_one_promo_block_under_two_titles_is_no_copy() -> None:
    promo = (
        "Watch the evening programme about gardens, recipes and holidays by the sea with our best presenters. "
        * 6
    )
    found = stories.group(
        [
            item("a", "Bridge opened in Osh", promo, publisher="Channel"),
            item("b", "Wheat harvest falls again", promo, publisher="Channel"),
        ]
    )
    assert len(found) == 2


def test_one_form_of_words_about_two_contests_is_two_stories() -> None:
    vote = "Голосуйте за лучшие снимки участников нашего фотоконкурса"
    found = stories.group(
        [
            item("a", f"{vote} «Кофейня»", "Голосование идёт до пятницы.", language="ru"),
            item("b", f"{vote} «Спартакиада»", "Голосование идёт до пятницы.", language="ru"),
            item("c", f"{vote} «Спартакиады»", "Голосование идёт до субботы.", language="ru"),
        ]
    )
    assert ids(found) == [{"a"}, {"b", "c"}]


def test_outlets_of_one_owner_are_one_origin() -> None:
    found = stories.group(
        [clash("a", "2024-11-24", "Vorukh", publisher="Sputnik Tajikistan"),
         clash("b", "2024-11-24", "Vorukh", publisher="Sputnik Kyrgyzstan")],
        {"Sputnik Tajikistan": "Rossiya Segodnya", "Sputnik Kyrgyzstan": "Rossiya Segodnya"},
    )  # fmt: skip
    assert found[0].origins == 1


def test_a_summit_is_one_story_across_languages_and_a_second_event_stays_apart() -> None:
    found = stories.group(
        [
            item("a", "CSTO leaders sign declaration in Astana", "Leaders met in Astana, Tokayev and Lukashenko spoke "
                 "of drills.", "2024-11-28", "body.csto country.kz"),
            item("b", "Лидеры ОДКБ подписали декларацию в Астане", "В Астане встретились лидеры; Токаев и Лукашенко "
                 "говорили об учениях.", "2024-11-28", "body.csto country.kz", language="ru"),
            item("c", "В Казахстане выросли цены на пшеницу", "Цены выросли в Костанае, сообщили фермеры.",
                 "2024-11-28", "country.kz", language="ru"),
        ]
    )  # fmt: skip
    assert ids(found) == [{"a", "b"}, {"c"}]


def test_a_correction_joins_the_story_that_it_corrects_and_marks_its_count() -> None:
    found = stories.group(
        [
            item("a", "Five hurt as depot roof falls in Kulob", "Five people were injured as the roof of a depot fell "
                 "in Kulob.", "2024-11-22", "country.tj"),
            item("b", "Depot roof in Kulob: number of injured corrected", "Correction: three people were injured as "
                 "the roof of a depot fell in Kulob, not five.", "2024-11-27", "country.tj",
                 notices=("correction: three were injured",)),
        ]
    )  # fmt: skip
    assert ids(found) == [{"a", "b"}]
    assert [(figure.value, figure.corrected) for figure in found[0].figures] == [(5, False), (3, True)]


def test_one_text_under_a_second_title_adds_no_origin() -> None:
    found = stories.group(
        [
            item("a", "CSTO to address border security", INTERVIEW, topics=SUMMIT, publisher="Kabul Courier"),
            item("b", "Astana summit: border programme ready", INTERVIEW, topics=SUMMIT, publisher="Kabul Courier"),
        ]
    )  # fmt: skip
    assert (len(found), found[0].outlets, found[0].origins) == (1, 1, 1)
    assert sum(member.copy_of != "" for member in found[0].members) == 1


def test_a_retelling_of_a_wire_in_another_language_is_no_second_origin() -> None:
    found = stories.group(
        [
            item("a", "CSTO leaders sign declaration in Astana", INTERVIEW, "2024-11-28", SUMMIT,
                 publisher="Steppe Wire"),
            item("b", "Ostonada KXShT sammiti", "Sammitda dastur tasdiqlandi, deb xabar berdi Steppe Wire.",
                 "2024-11-29", SUMMIT, language="uz", publisher="Zarafshon Ovozi", wire="Steppe Wire"),
        ],
        {"Steppe Wire": "Steppe", "Zarafshon Ovozi": "Zarafshon"},
    )  # fmt: skip
    assert [(len(story.members), story.outlets, story.origins) for story in found] == [(2, 2, 1)]


def test_two_strikes_on_one_target_are_two_stories_without_any_theme_of_incidents() -> None:
    topics = "theme.energy-infrastructure country.kz"
    found = stories.group(
        [
            item("a", "Drone attack damages pipeline terminal", "", "2024-11-25", topics),
            item("b", "Pipeline terminal damaged in drone attack, operator says", "", "2024-11-26", topics),
            item("c", "Drone attack damages pipeline terminal again", "", "2024-11-29", topics),
            item("d", "Беспилотник атаковал терминал трубопровода", "", "2024-11-29", topics, language="ru"),
        ]
    )  # fmt: skip
    assert {"c"} <= next(members for members in ids(found) if "c" in members) <= {"c", "d"}
    assert {"a", "b"} in ids(found)


def test_a_later_report_of_one_attack_that_names_its_day_stays_with_it() -> None:
    text = "Patrols were doubled on the Panj road after the attack on workers of November 18 in Shohin."
    found = stories.group(
        [
            item("a", "Worker killed in attack near Shohin", "A worker was killed in an attack on a camp near Shohin.",
                 "2024-11-18", "border.tj-af country.cn"),
            item("b", "More patrols near Shohin after attack on workers", text, "2024-11-26",
                 "border.tj-af country.cn"),
        ]
    )  # fmt: skip
    assert ids(found) == [{"a", "b"}]


def test_reports_from_two_borders_are_two_stories() -> None:
    found = stories.group(
        [
            item("a", "Police commanders of Kosovo and Serbia meet at the Jarinje crossing",
                 "Police commanders met at Jarinje to discuss the Kosovo-Serbia border, an official said.",
                 day="2024-11-26", topics="border.xk-rs country.xk? country.rs?"),
            item("b", "Cannabis found in a lorry on the border of Albania and Kosovo",
                 "Officers on the Albania-Kosovo border found cannabis in a lorry, a spokesman said.",
                 day="2024-11-28", topics="border.al-xk country.xk? country.al?"),
        ]
    )  # fmt: skip
    assert ids(found) == [{"a"}, {"b"}]


def test_one_name_in_common_joins_no_two_languages() -> None:
    found = stories.group(
        [
            item("a", "Teachers of Osh ask for warm schools", "Pupils sit in coats, the teachers of Osh wrote on Monday."),
            item("b", "Футболисты выиграли кубок города", "Матч прошёл на стадионе в городе Ош при полных трибунах.",
                 language="ru"),
        ]
    )  # fmt: skip
    assert len(found) == 2


BLAST = (
    "A bomb went off in the fruit market of Kandoz on market day and killed Mullah Sabur, who led the town's council of "
    "elders, and four porters. The police commander, Haji Naqib, blamed men who had come from the salt mine at Taluqan "
    "on two motorcycles. Witnesses told of a white sack beside the scales of a melon seller. The hospital asked for "
    "blood, and the bazaar stayed shut until the evening prayer. Traders of the fruit market had warned the council of "
    "elders in spring that nobody searched the carts at the northern gate. Mullah Sabur had answered then that he would "
    "pay two guards from his own purse, which his sons say he did until the month of the harvest."
)
ARREST = (
    "Two men from the salt mine at Taluqan were arrested for the bomb in the fruit market of Kandoz, the police "
    "commander Haji Naqib said. They are brothers, and one of them sold melons beside the scales where the white sack "
    "had been left. Mullah Sabur and four porters died in the blast on market day. The council of elders has chosen his "
    "eldest son to lead it and asked for guards at the northern gate, where carts are searched now. The motorcycles on "
    "which the brothers came were found in a dry well. Traders in the bazaar say that the fruit market is half empty "
    "since, and that the hospital still treats nine of the wounded."
)


def test_a_full_report_a_week_after_an_attack_may_follow_it_up() -> None:
    first = item("a", "Bomb attack on fruit market in Kandoz kills five", BLAST, "2024-11-18")
    later = item("b", "Two brothers held for attack on Kandoz fruit market", ARREST, "2024-11-25")
    assert ids(stories.group([first, later])) == [{"a", "b"}]


def test_headlines_of_two_attacks_a_week_apart_are_two_stories() -> None:
    titles = (
        "Bomb attack on fruit market in Kandoz kills five",
        "Bomb attack on market in Kandoz kills four",
    )
    first, later = (
        item(key, title, "", day)
        for key, title, day in zip("ab", titles, ("2024-11-18", "2024-11-25"), strict=True)
    )
    assert ids(stories.group([first, later])) == [{"a"}, {"b"}]
