"""How names are looked up: files in the user's folder before ours, and what a template asks of a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.utils import missing


class Overriding(FileSystemLoader):
    """Looks through its folders in order, again whenever a file came, went or was saved.

    Jinja's own loader asks only whether the file that it took has changed, not whether one has come before it.
    """

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Text, file, and whether that is still what this name means. Raises ``TemplateError``."""
        try:
            text, file, unchanged = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            file = str(self._first(template))
            line = Path(file).read_bytes()[: error.start].count(b"\n") + 1
            raise TemplateSyntaxError("it is not saved as UTF-8 text", line, template, file) from error
        return text, file, lambda: unchanged() and Path(file) == self._first(template)

    def _first(self, template: str) -> Path | None:
        found = (Path(folder, template) for folder in self.searchpath)
        return next((file for file in found if file.is_file()), None)


class Unknown(StrictUndefined):
    """What a value does not have: an error at the first use, which names the nearest that it has."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        said: str = super()._undefined_message
        if self._undefined_obj is missing or not isinstance(self._undefined_name, str):
            return said
        return said + nearest(self._undefined_name, _parts(self._undefined_obj))


def _parts(value: object) -> Iterable[str]:
    names = value if isinstance(value, Mapping) else dir(value)
    return (str(name) for name in names if not str(name).startswith("_"))


def nearest(name: str, known: Iterable[str]) -> str:
    """``; did you mean 'title'``, or nothing when no known name is near."""
    near = get_close_matches(name, list(known), 1)
    return f"; did you mean '{near[0]}'" if near else ""
