"""Fetched -> Article: what a page really says. Pure; every inferred field carries its basis.

``decode`` makes text of bytes; ``page``, ``scrape``, ``mail`` and ``record`` find the article in it (a ``Draft``);
``boilerplate`` cuts what the outlet's pages repeat; ``chain`` says who wrote, retold and passed it on; ``dates``,
``language``, ``quotes``, ``events`` and ``comment`` read the text; ``quarantine`` keeps out what is no article;
``article`` puts it together.
"""

from briefings.reading.article import READER_VERSION, Parsed, blocks, parse, read, read_batch, unread
from briefings.reading.boilerplate import Block, Profile
from briefings.reading.outlets import Outlets

__all__ = [
    "READER_VERSION",
    "Block",
    "Outlets",
    "Parsed",
    "Profile",
    "blocks",
    "parse",
    "read",
    "read_batch",
    "unread",
]
