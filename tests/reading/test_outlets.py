"""The directory of outlets, and the one that is shipped."""

from __future__ import annotations

import pickle
from importlib.resources import files
from typing import Any

import pytest
import yaml

from briefings.reading import Outlets
from briefings.reading.outlets import site_of
from briefings.types import Source
from tests.reading.make import OUTLETS

SHIPPED = yaml.safe_load(files("briefings.watchlists").joinpath("outlets.yaml").read_text("utf-8"))


def shipped(entry: dict[str, Any]) -> Source:
    """An entry of the shipped directory."""
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    return Source(**fields)


@pytest.mark.parametrize(
    ("host", "wanted"),
    [
        ("kunduz-post.example", "kunduz-post"),
        ("www.kunduz-post.example", "kunduz-post"),
        ("EN.Kunduz-Post.example", "kunduz-post"),
        ("notkunduz-post.example", None),
        ("example", None),
        ("", None),
    ],
)
def test_an_outlet_is_known_by_its_host_and_those_under_it(host: str, wanted: str | None) -> None:
    found = OUTLETS.by_host(host)
    assert (found.id if found else None) == wanted


@pytest.mark.parametrize(
    "name", ["Steppe Wire", "STEPPE  WIRE", "«Степной телеграф»", "steppe-wire", "steppe-wire.example"]
)
def test_an_outlet_is_known_by_any_of_its_names(name: str) -> None:
    found = OUTLETS.by_name(name)
    assert found is not None
    assert found.id == "steppe-wire"


def test_wires_and_republishers_stand_apart() -> None:
    assert [s.id for s in OUTLETS.wires] == ["steppe-wire"]
    assert [s.id for s in OUTLETS.republishers] == ["osiyo24"]


def test_without_wires_no_name_is_one() -> None:
    assert list(Outlets([]).wires_in("TASS, Reuters")) == []


def test_nobody_is_graded_in_the_shipped_directory() -> None:
    assert {entry.get("grade", "F") for entry in SHIPPED} == {"F"}


def test_every_shipped_outlet_has_an_id_and_a_host_of_its_own() -> None:
    ids = [entry["id"] for entry in SHIPPED]
    hosts = [host for entry in SHIPPED for host in entry.get("hosts", ())]
    assert len(ids) == len(set(ids))
    assert len(hosts) == len(set(hosts))


def test_shipped_names_are_told_apart() -> None:
    outlets = Outlets([shipped(entry) for entry in SHIPPED])
    for entry in SHIPPED:
        found = outlets.by_name(entry["name"])
        assert found is not None
        assert found.id == entry["id"]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://t.me/s/pamir_channel", "t.me/pamir_channel"),
        ("https://t.me/Pamir_Channel/137", "t.me/pamir_channel"),
        ("https://m.facebook.com/groups/pamir/posts/1", "facebook.com/pamir"),
        ("https://www.kunduz-post.example/a/1", "kunduz-post.example"),
        ("https://t.me/", "t.me"),
        ("", ""),
    ],
)
def test_channels_of_a_shared_platform_are_outlets_of_their_own(url: str, site: str) -> None:
    assert site_of(url) == site


def test_a_configured_channel_claims_no_other_channel() -> None:
    outlets = Outlets([Source("pamir", "Pamir Channel", url="https://t.me/s/pamir_channel")])
    assert outlets.by_host(site_of("https://t.me/pamir_channel/5")) is not None
    assert outlets.by_host(site_of("https://t.me/another/5")) is None


def test_a_directory_that_was_asked_can_be_sent_to_another_process() -> None:
    known = Outlets([Source("tass", "TASS", role="wire", names=("ТАСС",))])
    assert list(known.wires_in("told TASS")) == [(5, 9, "TASS")]
    sent = pickle.loads(pickle.dumps(known))
    assert list(sent.wires_in("сообщает ТАСС")) == [(9, 13, "ТАСС")]
