"""The template engine: sandboxed, autoescaping, strict about undefined variables, its errors in one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import RenderError
from briefings.render.language.bidi import isolated
from briefings.render.page.addresses import address, short_address

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_PACKAGE = Path(__file__).resolve().parents[2]


def shipped() -> Path:
    """The folder of our own templates: beside the package in a checkout, inside it when installed."""
    for folder in (_PACKAGE.parent / "templates", _PACKAGE / "templates"):
        if (folder / "brief.html.j2").is_file():
            return folder
    raise RenderError("The shipped templates are missing: install briefings again.")


def only_ours(templates: Path | None) -> bool:
    """Whether the user's folder replaces no template; a style sheet of his own is none."""
    return templates is None or not any(templates.rglob("*.j2"))


def fill(template: str, context: dict[str, Any], templates: Path | None = None) -> str:
    """A template filled in.

    ``templates`` is the user's folder; a file found there replaces ours of the same name. Raises ``RenderError``
    that names template, line and variable.
    """
    from jinja2 import TemplateError

    environment = _environment(templates)
    try:
        return environment.get_template(template).render(context)
    except (TemplateError, *_MISTAKES) as error:
        raise RenderError(_sentence(error, context, templates)) from error


_MISTAKES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RuntimeError, MemoryError)
"""What an expression in a user's template can raise, one that includes itself (``RecursionError``) too: the sandbox
lets nothing worse through."""


@lru_cache(maxsize=8)
def _environment(templates: Path | None) -> ImmutableSandboxedEnvironment:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from briefings.render.page.lookup import Overriding, Unknown

    if templates is not None and not templates.is_dir():
        raise RenderError(
            f"The folder of templates {templates} does not exist; create it or take the setting out."
        )
    environment = ImmutableSandboxedEnvironment(
        loader=Overriding(_folders(templates)),
        autoescape=True,
        undefined=Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(address=address, short_address=short_address, isolated=isolated)
    return environment


def _folders(templates: Path | None) -> list[Path]:
    return [templates, shipped()] if templates else [shipped()]


def _sentence(error: BaseException, context: dict[str, Any], templates: Path | None) -> str:
    """Where, what and what to do."""
    from jinja2 import TemplateNotFound

    name, line = _place(error, _folders(templates))
    if not name and isinstance(error, TemplateNotFound):
        return f"There is no template '{error.name}' in your folder or among ours: mend `template` in config.yaml."
    where = f"Template {name}, line {line}" if name else "A template"
    return f"{where}: {_what(error, context)}. Mend the file, or delete it from your folder to get ours back."


def _what(error: BaseException, context: dict[str, Any]) -> str:
    from jinja2 import TemplateNotFound

    from briefings.render.page.lookup import nearest

    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error.name}' in your folder or among ours"
    if isinstance(error, RecursionError):
        return "it includes itself without end"
    if isinstance(error, MemoryError):
        return "what is written there does not fit into memory"
    said = _LOCAL.sub("", _OBJECT.sub(r"'\1'", str(error))).rstrip(".")
    unknown = _UNKNOWN.fullmatch(said)
    return said + nearest(unknown[1], context) if unknown else said


_OBJECT = re.compile(r"'briefings\.[\w.]*?(\w+) object'")
"""How Jinja names a part of the brief."""
_LOCAL = re.compile(r"\b\w+\.<locals>\.")
"""How Python names our functions."""
_UNKNOWN = re.compile(r"'(\w+)' is undefined")


def _place(error: BaseException, folders: Sequence[Path]) -> tuple[str, int]:
    """Template and line: a syntax error knows them, any other has them in its traceback."""
    filename = getattr(error, "filename", None)
    if filename and getattr(error, "lineno", None):
        return _named(filename, folders), int(getattr(error, "lineno", 0))
    place, trace = ("", 0), error.__traceback__
    while trace:
        if name := _named(trace.tb_frame.f_code.co_filename, folders):
            place = name, trace.tb_lineno
        trace = trace.tb_next
    return place


def _named(filename: str, folders: Sequence[Path]) -> str:
    """A file by its name inside the folder of templates, or ``""``."""
    for folder in folders:
        if Path(filename).is_relative_to(folder):
            return Path(filename).relative_to(folder).as_posix()
    return ""
