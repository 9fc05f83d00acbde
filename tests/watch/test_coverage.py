"""What a list did over stored articles."""

from dataclasses import replace
from datetime import UTC, datetime

from briefings import watch
from briefings.types import Article, Tagged
from briefings.watch.coverage import coverage

NOW = datetime(2025, 1, 1, tzinfo=UTC)


def item(matcher: watch.Matcher, number: int, text: str) -> Tagged:
    article = Article(f"a{number}", "", text, "en", None, NOW, "0" * 64)
    return Tagged(article, matcher.tag(article))


def test_a_name_in_brackets_behind_a_topic_is_proposed_once_two_articles_give_it() -> None:
    tree = {
        "bodies": [
            {
                "id": "body.danube",
                "name": "Danube Council",
                "aliases": {"en": ["Danube Council", "Danube Board"]},
            },
            {"id": "body.sava", "name": "Sava Council", "aliases": {"en": ["Sava Council"]}},
        ]
    }
    matcher = watch.compile(watch.parse(tree, "rivers"))
    texts = [
        "The Danube Council (DCL) met.",
        "The Danube Council (DCL) left.",
        "The Danube Council (see below) sat.",
    ]
    found = coverage([item(matcher, n, text) for n, text in enumerate(texts)], matcher.watchlist)
    assert found.proposed == (("body.danube", "en", "DCL", 2),)
    assert found.silent == ("body.sava",)
    assert found.unused == {"body.danube": ("Danube Board",)}
    assert found.fired == {"body.danube": 3}


def test_an_article_without_tags_is_counted(matcher: watch.Matcher) -> None:
    empty = replace(item(matcher, 1, "It rained."), tags=())
    assert coverage([empty], matcher.watchlist).articles == 1
