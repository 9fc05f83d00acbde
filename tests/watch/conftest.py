"""The shipped watch list, compiled once for all tests of the room."""

from importlib import resources

import pytest
import yaml

from briefings import watch


def shipped(name: str) -> watch.WatchList:
    text = (resources.files("briefings") / "watchlists" / f"{name}.yaml").read_text("utf-8")
    return watch.parse(yaml.load(text, yaml.CSafeLoader), name)


@pytest.fixture(scope="session")
def watchlist() -> watch.WatchList:
    return watch.merge([shipped("ca-af-cauc")])


@pytest.fixture(scope="session")
def matcher(watchlist: watch.WatchList) -> watch.Matcher:
    return watch.compile(watchlist)
