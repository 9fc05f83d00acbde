"""Who has left a list: by the page, by mail, or written down by hand. Kept in the log, never forgotten by a restart."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from briefings.errors import UsageError
from briefings.run.desk import Desk

LEFT, BACK = "unsubscribe", "subscribe"
"""Events of the log."""
_KEY = "unsubscribe/key"


def left(desk: Desk) -> Mapping[tuple[str, str], str]:
    """(List, address in lower case) of everybody who has left, with how."""
    found: dict[tuple[str, str], str] = {}
    for line in desk.store.log_lines():
        if line.event in (LEFT, BACK):
            who = str(line.detail["list"]), str(line.detail["address"])
            found.pop(who, None)
            if line.event == LEFT:
                found[who] = str(line.detail["by"])
    return found


def suppressed(desk: Desk, list_name: str) -> frozenset[str]:
    """Addresses in lower case that get nothing from a list: those who left it, and those that config.yaml names."""
    named = {address.casefold() for address in desk.config.settings.delivery.suppressed}
    return frozenset(named | {address for name, address in left(desk) if name == list_name})


def leave(desk: Desk, list_name: str, address: str, by: str) -> bool:
    """Takes somebody off a list; False when he has left it already."""
    who = list_name, address.casefold()
    if who in left(desk):
        return False
    desk.store.log(LEFT, {"list": who[0], "address": who[1], "by": by}, desk.now)
    return True


def rejoin(desk: Desk, list_name: str, address: str) -> None:
    """Lets a list mail somebody again. Raises ``UsageError`` when he has not left it."""
    who = list_name, address.casefold()
    if who not in left(desk):
        raise UsageError(f"{address} has not left the list {list_name}.")
    desk.store.log(BACK, {"list": who[0], "address": who[1]}, desk.now)


def lists_of(desk: Desk, address: str, only: str = "") -> list[str]:
    """Lists on which an address stands, or the one named. Raises ``UsageError`` when there is none such."""
    known = desk.config.settings.lists
    if only and only not in known:
        raise UsageError(f"There is no list '{only}'; configured are {', '.join(known) or 'none'}")
    own = address.casefold()
    found = [n for n, of in known.items() if any(r.address.casefold() == own for r in of.recipients)]
    if only:
        return [only]
    if not found:
        raise UsageError(f"{address} stands on no list: name one with --list.")
    return found


def key(desk: Desk) -> bytes:
    """The key of the tokens in mails, made once for each store."""
    kept = desk.store.meta(_KEY)
    if kept is None:
        kept = secrets.token_hex(32)
        desk.store.put_meta(_KEY, kept)
    return bytes.fromhex(kept)


def tokens(desk: Desk) -> dict[str, tuple[str, str]]:
    """Token -> (list, address) of everybody who is on a list."""
    from briefings.deliver import token

    own = key(desk)
    return {
        token(own, name, person.address): (name, person.address)
        for name, settings in desk.config.settings.lists.items()
        for person in settings.recipients
    }
