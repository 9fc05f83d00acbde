"""Which addresses may be asked: none inside a private network, this machine or a cloud's metadata service.

The check is made on what a name resolves to, at the moment of connecting and again for every redirect, so neither
a name that leads inside nor an odd notation (``0x7f.1``, ``2130706433``, ``[::ffff:127.0.0.1]``) gets through.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last four bytes are an IPv4 address
_SPECIAL = tuple(map(IPv4Network, ("100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15")))
"""Of the IANA registry of special addresses (RFC 6890) those that not every Python knows; 192.0.0.192 is a cloud's
metadata service."""
_COMPATIBLE = IPv6Network("::/96")  # RFC 4291, 2.5.5.1, deprecated


def forbidden(address: str) -> bool:
    """Whether a resolved IP address may not be asked; text that is no IP address is forbidden."""
    try:
        return any(_inside(each) for each in _meant(ip_address(address.partition("%")[0])))
    except ValueError:
        return True


def _meant(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The address and every IPv4 address that it wraps."""
    if isinstance(address, IPv4Address):
        return [address]
    wrapped = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64 or address in _COMPATIBLE:
        wrapped.append(IPv4Address(address.packed[-4:]))
    return [address, *(each for each in wrapped if each is not None)]


def _inside(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and (address.ipv4_mapped is not None or address in _NAT64):
        return False  # judged by the IPv4 address in it
    if isinstance(address, IPv4Address) and any(address in network for network in _SPECIAL):
        return True
    return not address.is_global or address.is_multicast or address.is_reserved
