"""The template engine: sandboxed, autoescaping, strict about undefined variables, its errors in one sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import RenderError
from briefings.render.addresses import address, short_address
from briefings.render.languages import isolated

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_HERE = Path(__file__).resolve().parent


def shipped() -> Path:
    """The folder of our own templates: beside the package in a checkout, inside it when installed."""
    for folder in (_HERE.parents[1] / "templates", _HERE.parent / "templates"):
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
    except TemplateError as error:
        raise RenderError(_sentence(error)) from error
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        # What an expression in a user's template can raise: the sandbox lets nothing worse through.
        raise RenderError(_sentence(error)) from error


@lru_cache(maxsize=8)
def _environment(templates: Path | None) -> ImmutableSandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    if templates is not None and not templates.is_dir():
        raise RenderError(
            f"The folder of templates {templates} does not exist; create it or take the setting out."
        )
    folders = [templates, shipped()] if templates else [shipped()]
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(address=address, short_address=short_address, isolated=isolated)
    return environment


def _sentence(error: Exception) -> str:
    """Where, what and what to do."""
    from jinja2 import TemplateNotFound

    name, line = _place(error)
    where = f"Template {name}, line {line}" if name else "A template"
    what = _OBJECT.sub(r"'\1'", str(error)).rstrip(".")
    if isinstance(error, TemplateNotFound):
        what = f"there is no template '{error.name}' in your folder or among ours"
    return f"{where}: {what}. Mend the file, or delete it from your folder to get ours back."


_OBJECT = re.compile(r"'briefings\.[\w.]*?(\w+) object'")
"""How Jinja names a part of the brief."""


def _place(error: Exception) -> tuple[str, int]:
    """Template and line: a syntax error knows them, any other has them in its traceback."""
    filename = getattr(error, "filename", None)
    if filename and getattr(error, "lineno", None):
        return Path(filename).name, int(getattr(error, "lineno", 0))
    place, trace = ("", 0), error.__traceback__
    while trace:
        if "__jinja_template__" in trace.tb_frame.f_globals or trace.tb_frame.f_code.co_filename.endswith(
            ".j2"
        ):
            place = Path(trace.tb_frame.f_code.co_filename).name, trace.tb_lineno
        trace = trace.tb_next
    return place
