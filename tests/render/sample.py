"""Hand-made briefs of invented reports: two pages' worth, a long one, an empty one and one in six scripts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefings.brief_types import (
    SCHEMA,
    Brief,
    Change,
    Changes,
    Correction,
    Coverage,
    CoverageSource,
    EventLine,
    FigureLine,
    Identity,
    Issue,
    Line,
    PeriodLine,
    QuoteLine,
    Reference,
    StoryBlock,
    StripRow,
    ThemeBlock,
    TopicLevel,
    TopicRow,
)

WEEKS = ("2024-W41", "2024-W42", "2024-W43", "2024-W44", "2024-W45", "2024-W46", "2024-W47", "2024-W48")


def _reference(n: int, outlet: str, title: str, language: str, day: str, text: str, **more: str) -> Reference:
    slug = outlet.lower().replace(" ", "-")
    return Reference(
        n=n,
        article=f"{n:016x}",
        outlet=outlet,
        title=title,
        language=language,
        published=day,
        date_text=text,
        url=more.get("url") or f"https://{slug}.example/2024/11/{n}-report",
        sha256=f"{n:064x}",
        grade="F6",
        chain=more.get("chain", outlet),
        limits=more.get("limits", ""),
        retrieved="2024-12-01T09:12:00+05:00",
    )


REFERENCES = (
    _reference(
        1,
        "Amu Gazette",
        "Bloc to look at frontier plan in Astana",
        "en",
        "2024-11-27",
        "27 Nov 2024 (date inferred)",
        chain="Amu Gazette, via mirror.example, after Steppe Agency",
        limits="retelling of a state agency’s interview",
    ),
    _reference(
        2,
        "Vakhsh Courier",
        "Пункт пропуска закрыт для грузовых машин",
        "ru",
        "2024-11-26",
        "Tue 26 Nov 2024",
        limits="carries a ministry notice",
    ),
    _reference(
        3,
        "Kunduz Herald",
        "بندر به روی موترهای باربری باز است",
        "fa",
        "2024-11-27",
        "Wed 27 Nov 2024",
        limits="local outlet, one unnamed official",
    ),
    _reference(4, "Khyber Ledger", "Pass keeps its winter hours", "en", "2024-11-30", "Sat 30 Nov 2024"),
    _reference(5, "Torkham Wire", "No change at the gate", "en", "2024-12-01", "Sun 1 Dec 2024"),
    _reference(6, "Batken Times", "Топографтар Баткенде жолугушту", "ky", "2024-11-29", "Fri 29 Nov 2024"),
    _reference(7, "Kabul Market", "Traders call meeting on forms", "en", "2024-11-30", "Sat 30 Nov 2024"),
)


def _border(
    slug: str, name: str, countries: tuple[str, str], counts: tuple[int | None, ...], **more: Any
) -> TopicRow:
    past = sorted(c for c in counts[:-1] if c is not None)
    base = TopicRow(
        id=f"border.{slug}",
        name=name,
        state="reports" if counts[-1] else "quiet",
        reports=counts[-1] or 0,
        previous=counts[-2],
        median=float(past[len(past) // 2]) if past else None,
        origins=0,
        reason="no reports collected (6 sources)",
        history=counts,
        countries=countries,
        status="recognised",
    )
    return replace(base, **more)


BORDERS = (
    _border(
        "tj-af",
        "Tajikistan–Afghanistan",
        ("TJ", "AF"),
        (5, 6, 4, None, 7, 6, 9, 14),
        origins=5,
        arrow="worse",
        reason="Freight crossing disputed",
        reason_refs=(2, 3),
        crossings=("Panji Poyon – Sher Khan Bandar",),
    ),
    _border(
        "af-pk",
        "Pakistan–Afghanistan",
        ("AF", "PK"),
        (8, 10, 9, None, 9, 8, 11, 9),
        origins=4,
        arrow="same",
        reason="Torkham hours unchanged",
        reason_refs=(5,),
        status="disputed: Pakistan treats it as the international border; Afghan authorities do not recognise it",
        dashed=True,
        crossings=("Torkham",),
    ),
    _border(
        "kg-tj",
        "Kyrgyzstan–Tajikistan",
        ("KG", "TJ"),
        (2, 1, 2, None, 3, 2, 2, 3),
        origins=2,
        arrow="same",
        reason="Delimitation talks continue",
        reason_refs=(6,),
        status="not fully delimited",
        dashed=True,
    ),
    _border(
        "uz-af",
        "Uzbekistan–Afghanistan",
        ("UZ", "AF"),
        (2, 2, 1, None, 2, 2, 3, 2),
        origins=1,
        reason="not assessed: one origin",
    ),
    _border(
        "ir-af",
        "Iran–Afghanistan",
        ("IR", "AF"),
        (1, 0, 2, None, 1, 1, 1, 1),
        origins=1,
        reason="not assessed: one report",
    ),
    _border("tm-af", "Turkmenistan–Afghanistan", ("TM", "AF"), (1, 0, 0, None, 0, 1, 0, 0)),
    _border("kg-uz", "Kyrgyzstan–Uzbekistan", ("KG", "UZ"), (1, 0, 1, None, 0, 0, 1, 0)),
    _border(
        "af-cn",
        "Afghanistan–China",
        ("AF", "CN"),
        (None,) * 8,
        state="not monitored",
        previous=None,
        median=None,
        reason="no source configured",
    ),
)

STRIP = (
    StripRow("theme.border-crossings", "Border regime, crossings", (6, 7, 5, None, 8, 7, 9, 15)),
    StripRow("theme.alliance-politics", "Bodies and summits", (2, 2, 3, None, 2, 3, 4, 9)),
    StripRow("theme.sanctions-trade", "Trade and transit", (5, 4, 6, None, 5, 6, 7, 5)),
    StripRow("theme.border-clashes", "Armed incidents", (3, 5, 3, None, 2, 4, 4, 3)),
    StripRow("theme.migration-refugees", "Migration, returns", (4, 3, 4, None, 5, 3, 3, 2)),
    StripRow("theme.water", "Water and energy", (1, 2, 0, None, 1, 2, 1, 1)),
)


def _story(number: int, headline: str, **more: Any) -> StoryBlock:
    base = StoryBlock(
        id=f"2024-w48/story-{number}",
        number=number,
        headline=headline,
        headline_basis="composed",
        theme="theme.border-crossings",
        topics=(TopicLevel("border.tj-af", "primary", "Tajikistan–Afghanistan"),),
        articles=(f"{number:016x}",),
        outlets=1,
        origins=1,
        origin_names=("Steppe Agency interview",),
        first_seen="2024-11-27",
        last_seen="2024-11-27",
        since_week="2024-W48",
        status="new",
        reported=(),
        grades="F6",
        score={"total": 1.0 / number},
    )
    return replace(base, **more)


STORIES = (
    _story(
        1,
        "CSTO was to review Tajik–Afghan border plan, Astana, 28 Nov",
        theme="theme.alliance-politics",
        topics=(
            TopicLevel("body.csto", "primary", "CSTO"),
            TopicLevel("border.tj-af", "primary", "Tajikistan–Afghanistan"),
        ),
        dateline="Event Thu 28 Nov 2024 · Astana · CSTO · TJ–AF",
        reported=(
            Line(
                "The head of the CSTO told Steppe Agency that leaders would look at a plan for the "
                "Tajikistan–Afghanistan border at the Astana summit.",
                (1,),
                label="reported",
            ),
        ),
        comments=(
            Line("Success of the plan will hang on neighbours working together.", (1,), label="comment"),
        ),
        caveats=("No report collected by the cut-off gives the outcome.",),
    ),
    _story(
        2,
        "Panji Poyon closure to lorries disputed, 26–27 Nov",
        dateline="Events Tue 26 – Wed 27 Nov 2024 · Panji Poyon / Sher Khan Bandar · TJ–AF",
        articles=(f"{2:016x}", f"{3:016x}"),
        outlets=2,
        origins=2,
        origin_names=("Vakhsh Courier", "Kunduz Herald"),
        reported=(
            Line("A transport notice said the crossing was closed to lorries until Thu 5 Dec.", (2,)),
            Line("Afghan border staff said it stayed open.", (3,)),
            Line(
                "Пункт пропуска закрыт для грузовых машин на время ремонта до 5 декабря.",
                (2,),
                "ru",
                label="original",
            ),
            Line("مسئولان سرحدی گفتند که بندر به روی موترهای باربری باز است.", (3,), "fa", label="original"),
        ),
        quotes=(
            QuoteLine(
                "We turned nobody away.",
                (3,),
                "en",
                "",
                "shift supervisor",
                "Wed 27 Nov",
                "Kunduz Herald",
                "retranslated",
            ),
        ),
        figures=(
            FigureLine("lorries waiting", (("2024-11-26", 40, (2,), False), ("2024-11-27", 12, (3,), True))),
        ),
        caveats=("Origins disagree.",),
    ),
    _story(
        3,
        "Torkham kept its winter hours, 1 Dec",
        topics=(TopicLevel("border.af-pk", "primary", "Pakistan–Afghanistan"),),
        dateline="Sun 1 Dec 2024 · Torkham · AF–PK",
        articles=(f"{4:016x}", f"{5:016x}"),
        outlets=2,
        origins=2,
        origin_names=("Khyber Ledger", "Torkham Wire"),
        since_week="2024-W46",
        week_number=3,
        status="corrected",
        reported=(
            Line("Two local outlets reported that the gate keeps its winter opening hours.", (4, 5)),
            Line("Last week’s reports had announced a change.", (4,)),
        ),
        assessed="A further change before the new year is unlikely. Confidence in this is low: both outlets are local.",
        so_what="Plan road moves by the printed hours.",
    ),
    _story(
        4,
        "Kyrgyz and Tajik surveyors met, Batken, 29 Nov",
        theme="theme.delimitation",
        topics=(TopicLevel("border.kg-tj", "primary", "Kyrgyzstan–Tajikistan"),),
        dateline="Fri 29 Nov 2024 · Batken · KG–TJ",
        origin_names=("Batken Times",),
        since_week="2024-W45",
        week_number=4,
        added=1,
        status="continuing",
        reported=(Line("Survey groups met in Batken; the next session is announced for Thu 5 Dec.", (6,)),),
    ),
    _story(
        5,
        "“Traders call meeting on customs forms”",
        headline_basis="title",
        headline_refs=(7,),
        theme="theme.sanctions-trade",
        topics=(TopicLevel("country.af", "secondary", "Afghanistan"),),
        dateline="Sat 7 Dec 2024 · Kabul",
        origin_names=("Kabul Market",),
        reported=(Line("The traders’ union has called a meeting on customs forms.", (7,)),),
        full=False,
    ),
)

CHANGES = Changes(
    new=(
        Change("2024-w48/story-1", "1", "CSTO border programme: first report, one origin", (1,)),
        Change("2024-w48/story-2", "2", "Panji Poyon closure: two origins, which disagree", (2, 3)),
    ),
    continuing=(Change("2024-w48/story-4", "4", "Kyrgyz–Tajik survey: +1 report, new session date", (6,)),),
    quiet=(Change("2024-w46/story-3", "W46-3", "Torghundi rail works: last report Thu 14 Nov"),),
    corrected=(Change("2024-w48/story-3", "3", "Torkham: issue 47 was wrong, hours unchanged", (4, 5)),),
)


def _event(n: int, day: str, text: str, place: str, name: str, **more: Any) -> EventLine:
    base = EventLine(
        id=f"event-{n}",
        name=name,
        start=day,
        end=day,
        precision="day",
        place=place,
        status="announced",
        timezone="Asia/Dushanbe",
        ahead=True,
        date_text=text,
    )
    return replace(base, **more)


EVENTS = (
    _event(
        1,
        "2024-11-26",
        "Tue 26 Nov",
        "Panji Poyon",
        "Transport notice closes the crossing to lorries",
        status="past",
        refs=(2,),
        ahead=False,
    ),
    _event(2, "2024-11-28", "Thu 28 Nov", "Astana", "CSTO summit", refs=(1,), ahead=False),
    _event(
        3, "2024-11-29", "Fri 29 Nov", "Batken", "Survey groups meet", status="past", refs=(6,), ahead=False
    ),
    _event(
        4,
        "2024-12-03",
        "Tue 3 Dec",
        "Dushanbe",
        "Transport ministry briefing on crossing repairs",
        refs=(2,),
        time="10:00 (UTC+05:00)",
    ),
    _event(5, "2024-12-05", "Thu 5 Dec", "Batken", "Kyrgyz–Tajik survey groups, next session", refs=(6,)),
    _event(
        6,
        "2024-12-05",
        "Thu 5 Dec",
        "Panji Poyon",
        "Repairs due to end, per the notice",
        status="expected",
        refs=(2,),
        time="end of day (UTC+05:00)",
    ),
    _event(
        7,
        "2024-12-07",
        "Sat 7 Dec",
        "Kabul",
        "Traders’ union meeting on customs forms",
        status="tentative",
        refs=(7,),
        time="09:00 (UTC+04:30)",
        timezone="Asia/Kabul",
    ),
)

COVERAGE = Coverage(
    sources=(
        CoverageSource("Amu Gazette", "ok", None, 4),
        CoverageSource("Vakhsh Courier", "ok", None, 11),
        CoverageSource("Herat Radio", "failing", "2024-11-28", 0, "the server answers 503"),
    ),
    languages={"en": 31, "ru": 12, "fa": 4, "ky": 2},
    languages_missing=("ps", "tk"),
    articles=61,
    relevant=49,
    outlets=14,
    origins=17,
    state_media=9,
    quarantined=2,
    quarantine_reasons={"no main text": 2},
    undated=1,
    single_origin=(1, 4, 5),
    problems=("reading notes.pdf: no text layer; export it as text and import that.",),
)


def two_pages() -> Brief:
    """An ordinary small week."""
    return Brief(
        schema=SCHEMA,
        brief=Identity(
            "central-asia",
            "Central Asia & Afghanistan Security Brief",
            "TLP:GREEN",
            "en",
            True,
            "the sample desk",
            "desk@example.org",
        ),
        period=PeriodLine(
            "2024-W48", "2024-11-25", "2024-12-01", "Asia/Dushanbe", "UTC+05:00", "2024-12-01T18:00:00+05:00"
        ),
        version=1,
        issue=Issue(48, "2024-W47", "2024-12-09"),
        bottom_line=(
            "CSTO leaders were due to review a programme to strengthen the Tajikistan–Afghanistan border at their "
            "Thu 28 Nov summit in Astana, the organisation’s head told Steppe Agency. No report collected by the "
            "cut-off gives the outcome."
        ),
        bottom_line_parts=(
            Line(
                "CSTO leaders were due to review a programme to strengthen the Tajikistan–Afghanistan border at their "
                "Thu 28 Nov summit in Astana, the organisation’s head told Steppe Agency.",
                (1,),
                story="2024-w48/story-1",
            ),
            Line("No report collected by the cut-off gives the outcome.", basis="composed"),
        ),
        key_points=(
            Line(
                "The CSTO was due to review a Tajik–Afghan border programme in Astana on Thu 28 Nov, "
                "its head told Steppe Agency beforehand.",
                (1,),
                story="2024-w48/story-1",
            ),
            Line(
                "Lorries stopped at Panji Poyon from Tue 26 Nov for repairs, a transport notice said; "
                "Afghan border staff say the gate stayed open.",
                (2, 3),
                story="2024-w48/story-2",
            ),
            Line(
                "Torkham kept its winter opening hours through Sun 1 Dec, two local outlets reported; "
                "last week’s reports had announced a change.",
                (4, 5),
                story="2024-w48/story-3",
            ),
            Line(
                "Kyrgyz and Tajik surveyors met in Batken on Fri 29 Nov; the next session is announced for Thu 5 Dec.",
                (6,),
                story="2024-w48/story-4",
            ),
        ),
        themes=(
            ThemeBlock("theme.alliance-politics", "Bodies and summits", ("2024-w48/story-1",)),
            ThemeBlock(
                "theme.border-crossings", "Border regime, crossings", ("2024-w48/story-2", "2024-w48/story-3")
            ),
            ThemeBlock("theme.delimitation", "Delimitation", ("2024-w48/story-4",)),
            ThemeBlock("theme.sanctions-trade", "Trade and transit", ("2024-w48/story-5",)),
        ),
        stories=STORIES,
        borders=BORDERS,
        bodies=(
            TopicRow(
                "body.csto",
                "CSTO",
                "reports",
                9,
                4,
                3.0,
                3,
                "Astana summit",
                (1,),
                history=(2, 2, 3, None, 2, 3, 4, 9),
            ),
            TopicRow(
                "body.sco",
                "SCO",
                "quiet",
                0,
                1,
                1.0,
                0,
                "no reports collected",
                history=(1, 1, 0, None, 2, 1, 1, 0),
            ),
        ),
        weeks=WEEKS,
        strip=STRIP,
        changes=CHANGES,
        events=EVENTS,
        also_noted=(Line("Bazaar in Osh reopened after repairs, Batken Times reported.", (6,)),),
        coverage=COVERAGE,
        corrections=(
            Correction("47", "Torkham’s winter hours did not change; issue 47 said they had.", (4, 5)),
        ),
        references=REFERENCES,
        method=(
            "49 items from 14 outlets (17 independent origins), published Mon 25 Nov – Sun 1 Dec 2024, "
            "collected until the cut-off. Tags and grouping are automatic and were reviewed by nobody.",
        ),
        manifest={"generator": "briefings 0.1.0", "config": "0" * 64},
    )


def empty() -> Brief:
    """A week in which nothing was collected."""
    full = two_pages()
    return replace(
        full,
        bottom_line="No report on the watched region was collected between Mon 25 Nov and Sun 1 Dec 2024.",
        bottom_line_parts=(
            Line(
                "No report on the watched region was collected between Mon 25 Nov and Sun 1 Dec 2024.",
                basis="composed",
            ),
        ),
        key_points=(),
        themes=(),
        stories=(),
        borders=tuple(
            replace(
                b,
                state="quiet",
                reports=0,
                previous=None,
                median=None,
                origins=0,
                arrow="",
                reason="no reports collected",
                reason_refs=(),
                history=(None,) * 7 + (0,),
                crossings=(),
            )
            for b in BORDERS
        ),
        bodies=(),
        strip=(),
        changes=Changes(),
        events=(),
        also_noted=(),
        coverage=Coverage(),
        corrections=(),
        references=(),
        issue=Issue(1),
    )


def large(stories: int = 40, articles: int = 3) -> Brief:
    """A long week: ``stories`` stories of ``articles`` references each."""
    full = two_pages()
    references = tuple(
        replace(
            REFERENCES[n % len(REFERENCES)],
            n=n + 1,
            article=f"{n + 1:016x}",
            url=f"https://outlet-{n % 23}.example/{n + 1}",
        )
        for n in range(stories * articles)
    )
    blocks = tuple(_numbered(full.stories[n % 4], n, articles) for n in range(stories))
    themes = tuple(
        ThemeBlock(row.id, row.name, tuple(s.id for s in blocks if s.theme == row.id)) for row in STRIP
    )
    return replace(full, stories=blocks, references=references, themes=tuple(t for t in themes if t.stories))


def _numbered(story: StoryBlock, n: int, articles: int) -> StoryBlock:
    refs = tuple(range(n * articles + 1, (n + 1) * articles + 1))
    lines = tuple(
        replace(line, refs=(refs[i % articles],), text=f"{line.text}")
        for i, line in enumerate((*story.reported, *story.reported))
    )
    return replace(
        story,
        id=f"2024-w48/item-{n + 1}",
        number=n + 1,
        theme=STRIP[n % len(STRIP)].id,
        articles=tuple(f"{r:016x}" for r in refs),
        outlets=min(articles, 2),
        origins=min(articles, 2),
        reported=lines,
        comments=tuple(replace(c, refs=refs[:1]) for c in story.comments),
        quotes=tuple(replace(q, refs=refs[:1]) for q in story.quotes),
        figures=(),
        full=n < 24,
    )


SCRIPTS = (
    ("en", "Ferry across the river runs again, harbour office says."),
    ("ru", "Паром через реку снова ходит, сообщили в порту: съезд, ёлка, щука."),
    ("tg", "Ҳафтаи гузашта гузаргоҳ кушода шуд: ғ ӣ қ ӯ ҳ ҷ."),
    ("kk", "Өткел қайта ашылды: ә ғ қ ң ө ұ ү һ і."),
    ("ky", "Өткөөл кайра ачылды: ң ө ү."),
    ("uz", "Oʻtish joyi qayta ochildi: gʻ, oʻ, sh, ch."),
    ("tk", "Geçelge täzeden açyldy: ä ç ž ň ö ş ü ý."),
    ("az", "Keçid yenidən açıldı: ə ğ ı ö ü ş ç."),
    ("tr", "Geçit yeniden açıldı: ğ ı İ ş."),
    ("ka", "გადასასვლელი ისევ გაიხსნა: ჟ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ."),
    ("hy", "Անցակետը կրկին բացվեց․ ա բ գ դ ե զ է ը թ ժ և։"),
    ("fa", "گذرگاه دوباره باز شد؛ پ چ ژ گ می‌شود ۱۲۳۴۵."),
    ("ps", "لار بېرته پرانیستل شوه: ټ ډ ړ ږ ښ ګ ڼ ې ۍ ځ څ."),
    ("ur", "گزرگاہ دوبارہ کھل گئی: ٹ ڈ ڑ ں ے ہ ھ۔"),
    ("mn", "Гарц дахин нээгдэв: ө ү."),
    ("uk", "Перехід знову відкрито: ґ є і ї."),
)
"""Every alphabet of the watch list but Chinese, in sentences of our own."""


def six_scripts() -> Brief:
    """One story whose originals stand in every alphabet of the watch list."""
    full = two_pages()
    lines = tuple(Line(text, (n,), lang, label="original") for n, (lang, text) in enumerate(SCRIPTS, 1))
    story = replace(
        full.stories[0], reported=(Line("The ferry runs again.", (1,)), *lines), comments=(), quotes=()
    )
    references = tuple(
        replace(
            REFERENCES[0],
            n=n,
            title=text,
            language=lang,
            article=f"{n:016x}",
            url=f"https://script-{n}.example/",
        )
        for n, (lang, text) in enumerate(SCRIPTS, 1)
    )
    return replace(
        full,
        stories=(story,),
        themes=full.themes[:1],
        key_points=(),
        references=references,
        changes=Changes(),
        events=(),
        also_noted=(),
        corrections=(),
        borders=tuple(replace(b, reason_refs=()) for b in full.borders),
        bodies=(),
    )
