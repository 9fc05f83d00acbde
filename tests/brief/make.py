"""Hand-made cargo for the brief's tests: a small region, a few outlets, articles in one line each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from briefings.brief import BriefOptions, ComposeInput, PeriodOptions
from briefings.brief.material.period import cutoff, resolve
from briefings.types import (
    Article,
    Event,
    Level,
    Member,
    Source,
    Span,
    Story,
    Tag,
    Tagged,
    Topic,
    TopicKind,
    When,
)

NOW = datetime(2024, 12, 2, 4, 0, tzinfo=UTC)
SCHEDULE = PeriodOptions("weekly", "sunday 24:00", "Asia/Dushanbe")

TOPICS = (
    Topic("border.tj-af", "border", "Tajikistan–Afghanistan border", countries=("TJ", "AF"), priority=1.5),
    Topic("border.kg-tj", "border", "Kyrgyzstan–Tajikistan border", countries=("KG", "TJ")),
    Topic("border.cn-af", "border", "China–Afghanistan border", countries=("CN", "AF")),
    Topic(
        "body.csto",
        "body",
        "CSTO",
        priority=1.2,
        aliases={"ru": ("ОДКБ",), "fa": ("سازمان پیمان امنیت جمعی",)},
    ),
    Topic(
        "theme.border-security",
        "theme",
        "Border security",
        regional=False,
        aliases={"ru": ("охрана границ",)},
    ),
    Topic("theme.border-clashes", "theme", "Border clashes", regional=False),
    Topic("theme.sanctions-trade", "theme", "Trade and sanctions", regional=False),
    Topic("country.tj", "country", "Tajikistan", countries=("TJ",), aliases={"ru": ("Таджикистан",)}),
    Topic("country.af", "country", "Afghanistan", countries=("AF",)),
    Topic("country.kg", "country", "Kyrgyzstan", countries=("KG",)),
    Topic("country.ru", "country", "Russia", countries=("RU",), regional=False),
)
OUTLETS = (
    Source("vakhsh", "Vakhsh Courier", country="TJ", language="ru", kind="independent"),
    Source("kunduz", "Kunduz Post", country="AF", language="fa", kind="independent"),
    Source("wire", "Steppe Wire", role="wire", kind="state agency", language="en"),
    Source("khyber", "Khyber Ledger", country="AF", language="en", kind="independent"),
    Source("ministry", "Ministry Gazette", country="TJ", language="en", kind="official"),
)


def on(day: str, **changes: Any) -> When:
    """A stated day, or a moment when ``day`` carries a time with its offset."""
    moment = datetime.fromisoformat(day)
    instant = moment.astimezone(UTC) if moment.tzinfo else None
    fields: dict[str, Any] = {
        "value": day,
        "precision": "minute" if instant else "day",
        "basis": "stated",
        "start": moment.date(),
        "end": moment.date(),
        "instant": instant,
    }
    return When(**{**fields, **changes})


def article(
    title: str, text: str = "", day: str = "2024-11-27", outlet: str = "Khyber Ledger", **changes: Any
) -> Article:
    """An article whose id follows from its words."""
    digest = hashlib.sha256(f"{title}|{text}|{day}|{outlet}".encode()).hexdigest()
    fields: dict[str, Any] = {
        "id": digest[:16],
        "title": title,
        "text": text,
        "language": "en",
        "published": on(day),
        "retrieved": datetime.fromisoformat(day[:10]).replace(tzinfo=UTC) + timedelta(hours=12),
        "sha256": digest,
        "publisher": outlet,
    }
    return Article(**{**fields, **changes})


def tag(topic: str, level: Level = "primary", spans: Sequence[Span] = ()) -> Tag:
    """A tag without evidence unless given."""
    kinds: dict[str, TopicKind] = {"border": "border", "body": "body", "theme": "theme", "country": "country"}
    return Tag(topic, kinds[topic.partition(".")[0]], level, 1.0, tuple(spans))


def tagged(entry: Article, *topics: str) -> Tagged:
    """An article with primary tags; each also covers the whole title and text, so that events in them count."""
    spans = (
        Span("title", 0, max(1, len(entry.title)), entry.title, ""),
        *(Span("text", at, at + 1, "", "") for at in range(0, len(entry.text), 5)),
    )
    return Tagged(entry, tuple(tag(topic, "primary", spans) for topic in topics))


def story(
    key: str,
    *items: Tagged,
    origins: Sequence[str] = (),
    copies: dict[str, str] | None = None,
    **changes: Any,
) -> Story:
    """A story of these articles; each its own origin unless named."""
    keys = list(origins) or [f"outlet:{item.article.publisher}" for item in items]
    members = tuple(
        Member(item.article.id, origin, (copies or {}).get(item.article.id, ""))
        for item, origin in zip(items, keys, strict=True)
    )
    days = sorted(item.article.published.start for item in items if item.article.published)
    fields: dict[str, Any] = {
        "id": key,
        "members": members,
        "topics": (),
        "theme": next((t.topic for item in items for t in item.tags if t.kind == "theme"), ""),
        "first_seen": days[0] if days else date(2024, 11, 25),
        "last_seen": days[-1] if days else date(2024, 11, 25),
        "outlets": len({item.article.publisher for item in items}),
        "origins": len(set(keys)),
    }
    return Story(**{**fields, **changes})


def event(name: str, day: str, place: str = "", sentence: str = "", **changes: Any) -> Event:
    """An announced event on a day."""
    return Event(**{"name": name, "when": on(day), "place": place, "sentence": sentence, **changes})


def given(
    *stories: Story, items: Sequence[Tagged] = (), week: str = "2024-W48", **changes: Any
) -> ComposeInput:
    """Input for one issue of the small region."""
    schedule = changes.get("schedule", SCHEDULE)
    period = changes.pop("period", None) or resolve(week, NOW, schedule)
    fields: dict[str, Any] = {
        "options": BriefOptions("central-asia", "Central Asia Security Brief"),
        "period": period,
        "schedule": schedule,
        "cutoff": cutoff(period, datetime(2026, 1, 1, tzinfo=UTC)),
        "items": tuple(items),
        "stories": stories,
        "topics": TOPICS,
        "outlets": OUTLETS,
        "languages": ("en", "ru"),
        "generator": "briefings 0",
    }
    return ComposeInput(**{**fields, **changes})


SEED_TEXT = (
    "The head of the defence bloc said on Wednesday that the southern neighbour remains a source of threats.\n\n"
    "He told the agency that leaders would review a programme for the Tajikistan–Afghanistan border on Thursday.\n\n"
    "The summit of the CSTO will be held on Thursday, November 28, in Astana, the capital of Kazakhstan.\n\n"
    "However, the success of the plan will depend on cooperation."
)


def seed_like() -> Tagged:
    """One article like the seed: a wire's interview retold, republished, its date inferred."""
    held = (
        "The summit of the CSTO will be held on Thursday, November 28, in Astana, the capital of Kazakhstan."
    )
    comment = SEED_TEXT.index("However")
    when = on("2024-11-27", basis="inferred", end=date(2024, 11, 28))
    entry = article(
        "CSTO summit in Kazakhstan to address threats from the south",
        SEED_TEXT,
        outlet="Khyber Ledger",
        published=when,
        republisher="mirror.example",
        wire="Steppe Wire",
        retrieved=datetime(2026, 11, 23, tzinfo=UTC),
        comment=((comment, len(SEED_TEXT)),),
        events=(event("CSTO summit", "2024-11-28", "Astana", held, country="KZ"),),
    )
    return tagged(entry, "body.csto", "border.tj-af", "theme.border-security", "country.af")
