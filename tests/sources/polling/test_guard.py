"""Addresses that may not be asked, in every notation that means them."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.sources.polling.guard import forbidden


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",  # shared by a provider's customers, RFC 6598
        "169.254.169.254",  # metadata of most clouds
        "192.0.0.192",  # metadata of another
        "100.100.100.200",  # and of another
        "198.18.0.1",
        "203.0.113.5",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",  # metadata over IPv6
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "localhost",
        "",
    ],
)
def test_inside_is_forbidden(address: str) -> None:
    assert forbidden(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_outside_is_allowed(address: str) -> None:
    assert not forbidden(address)


@pytest.mark.parametrize(
    "notation", ["2130706433", "0x7f000001", "0x7f.1", "017700000001", "127.1", "localhost"]
)
def test_odd_notations_are_judged_by_what_they_resolve_to(notation: str) -> None:
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(notation, 80, type=socket.SOCK_STREAM)]
    assert found
    assert all(map(forbidden, found))


@given(st.ip_addresses(v=4, network="127.0.0.0/8") | st.ip_addresses(v=4, network="10.0.0.0/8"))
def test_no_wrapping_gets_an_inner_address_through(address: object) -> None:
    assert forbidden(str(address))
    assert forbidden(f"::ffff:{address}")
    assert forbidden(f"64:ff9b::{address}")
