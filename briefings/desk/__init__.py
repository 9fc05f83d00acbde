"""The review page: an issue in the browser of the one who signs it, on the loopback address alone.

A thin face on the functions that the commands ``edit``, ``stories`` and ``generate`` call; it keeps nothing of its own
and works without scripts. ``web`` is the door: who may come in, and what an answer carries. ``actions`` turns what a
form sends into those functions' arguments, ``form`` into a sheet. ``page`` draws.
"""

from briefings.desk.actions import Work
from briefings.desk.web import application

__all__ = ["Work", "application"]
