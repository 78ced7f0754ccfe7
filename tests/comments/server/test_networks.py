from ipaddress import ip_network

import pytest

from plugins.comments.server.networks import client, network_of

PROXIES = (ip_network("127.0.0.1"), ip_network("10.0.0.0/8"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "reader"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "192.0.2.1, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "192.0.2.1, 198.51.100.1, 10.1.2.3", "198.51.100.1"),
        ("127.0.0.1", "not an address", "not an address"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "10.9.9.9", "10.9.9.9"),
    ],
)
def test_only_named_proxies_are_believed(peer: str, forwarded: str, reader: str) -> None:
    assert client(peer, forwarded, PROXIES) == reader


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("::ffff:203.0.113.9", "203.0.113.0/24"),
        ("unknown", ""),
    ],
)
def test_a_network_is_as_wide_as_isso_makes_it(address: str, network: str) -> None:
    assert network_of(address) == network
