"""Whose question it is, as far as that can be known, and the network that it came from.

`X-Forwarded-For` is believed only as far as proxies that the settings name have written it: read from its end, the
first address that is none of theirs.
"""

import ipaddress
from collections.abc import Iterable

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_SHARED = {4: 24, 6: 48}


def client(peer: str, forwarded: str, proxies: Iterable[Network]) -> str:
    """The address of the reader, or of the last machine before a proxy of ours."""
    trusted = tuple(proxies)
    route = [*(part.strip() for part in forwarded.split(",") if part.strip()), peer]
    for address in reversed(route):
        parsed = _parsed(address)
        if parsed is None or not any(parsed in network for network in trusted):
            return address
    return route[0]


def network_of(address: str) -> str:
    """The network around an address, as Isso rounds it; one for all that are no addresses."""
    parsed = _parsed(address)
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return str(ipaddress.ip_network((parsed, _SHARED[parsed.version]), strict=False)) if parsed else ""


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(address)
    except ValueError:
        return None
