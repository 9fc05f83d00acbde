"""The documentation is tested like code: nothing undocumented, nothing stale, no command that does not exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from pydantic import BaseModel

from briefings.cli import reference
from briefings.cli.app import COMMANDS, cli
from briefings.config import load
from briefings.settings import ConfigFile

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
GENERATED = reference.pages()


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), re.M | re.S)


def _calls() -> Iterator[tuple[str, list[str]]]:
    """Every call of the command in a page: in shell blocks and between back-quotes."""
    for path in PAGES:
        if path.parent.name == "reference":
            continue
        text = path.read_text(encoding="utf-8")
        lines = [line for block in _blocks(path, "sh") for line in block.splitlines()]
        lines += re.findall(r"`(briefings [a-z-][^`]*)`", text)
        for line in lines:
            for part in re.split(r"&&|;", line.split(" #")[0]):
                words = shlex.split(part.strip())
                if words[:1] == ["briefings"]:
                    yield _name(path), words[1:]


def _group_path(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words name, and what is left of them."""
    command: click.Command = cli
    while words and words[0] in ("-c",):
        words = words[2:]
    while words and isinstance(command, click.Group):
        inner = command.get_command(click.Context(command), words[0])
        if inner is None:
            break
        command, words = inner, words[1:]
    return command, words


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_reference_pages_are_those_of_the_code(name: str) -> None:
    written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")

    assert written == GENERATED[name], "stale: run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)

    assert command is not None
    assert command.help
    assert all(p.help for p in command.params if isinstance(p, click.Option)), name


def _settings(model: type[BaseModel]) -> Iterator[tuple[str, str | None]]:
    for key, info in model.model_fields.items():
        yield f"{model.__name__}.{key}", info.description
        inner = reference._model(info.annotation)
        if inner is not None:
            yield from _settings(inner)


@pytest.mark.parametrize(("key", "description"), sorted(set(_settings(ConfigFile)), key=str))
def test_every_setting_is_described(key: str, description: str | None) -> None:
    assert description, key


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    local = [t for t in targets if not t.startswith(("http://", "https://", "mailto:"))]

    assert [t for t in local if not (path.parent / t).exists()] == []


@pytest.mark.parametrize(("page", "words"), list(_calls()), ids=lambda value: " ".join(value).strip()[:40])
def test_shown_calls_exist(page: str, words: list[str]) -> None:
    command, rest = _group_path(words)
    options = {name for param in command.params for name in (*param.opts, *param.secondary_opts)} | {"--help"}

    assert command is not cli or not rest or rest[0] == "--help", f"{page}: no command {words}"
    assert {word for word in rest if word.startswith("--")} <= options, page


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_shown_make_targets_exist(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    text = path.read_text(encoding="utf-8")
    shown = set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.M))

    assert shown <= targets


def _configurations() -> Iterator[tuple[str, str]]:
    for path in PAGES:
        for n, block in enumerate(_blocks(path, "yaml"), 1):
            yield f"{_name(path)}-{n}", block


@pytest.mark.parametrize(
    ("name", "block"), list(_configurations()), ids=lambda value: value[:40].split("\n")[0]
)
def test_shown_configuration_is_valid(name: str, block: str, tmp_path: Path) -> None:
    tree = yaml.safe_load(block)
    tree = {"topics": tree} if isinstance(tree, list) else tree
    tree.setdefault("briefs", {"desk": {"title": "Desk", "tlp": "TLP:GREEN"}})
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")

    assert load(path).watchlist.topics


def test_the_readme_shows_page_one() -> None:
    picture = (ROOT / "docs" / "images" / "page-1.png").read_bytes()

    assert picture.startswith(b"\x89PNG")


def test_the_changelog_names_every_command() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"`{name}`" not in text] == []
