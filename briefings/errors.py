"""What can go wrong, as a tree.

::

    BriefingsError            something a person can mend; printed as one sentence, without a traceback
    ├── UsageError            the command was called wrongly                          exit status 2
    │   └── ConfigError       config.yaml or a watch list is wrong; every mistake is listed
    ├── InputError            a document or a path cannot be used                     exit status 1
    ├── StoreError            the store cannot be opened, read or written             exit status 1
    ├── RenderError           a template or the PDF engine failed                     exit status 1
    └── DeliveryError         sending was refused as a whole                          exit status 1

Failure of *one* document, source or recipient is no exception but a value: see ``types.Problem``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class BriefingsError(Exception):
    """A mistake told in one sentence: what, where, why, and what to do."""

    exit_status: ClassVar[int] = 1


def needs(extra: str) -> str:
    """How the libraries of an extra come in: the program is installed from its folder, not from an index."""
    return f"run `pip install '.[{extra}]'` in the folder of the program"


class UsageError(BriefingsError):
    """The command line asks for something that cannot be."""

    exit_status = 2


class ConfigError(UsageError):
    """Everything that is wrong with a configuration, each with its file, line and path."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class InputError(BriefingsError):
    """A document or a path cannot be read."""


class StoreError(BriefingsError):
    """The store cannot be opened, read or written."""


class RenderError(BriefingsError):
    """A template or the PDF engine failed."""


class DeliveryError(BriefingsError):
    """Sending was refused before the first message left."""
