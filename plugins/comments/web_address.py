"""The address that a link in a comment may lead to: one of the web, whole, and spelt as the standard wants it.

It is written anew out of its parts [RFC 3986], so that no blank, no stray sign and no second reading of it is left.
"""

import re
from ipaddress import AddressValueError, IPv4Address
from urllib.parse import SplitResult, quote, urlsplit

_SCHEMES = ("http", "https")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""This computer's own names, to which nothing travels that others could read on the way."""
_LONGEST_HOST = 253
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LAST_LABEL = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = "/:@!$&'()*+,;=-._~?%"


def web_address(written: str) -> str:
    """The address as it may stand in a page; empty where there is none that a reader could follow."""
    try:
        parts = urlsplit(written.strip())
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not host or "@" in parts.netloc:
        return ""
    at = f":{port}" if port is not None else ""
    path = _spelt(parts.path)
    query = f"?{_spelt(parts.query)}" if parts.query else ""
    fragment = f"#{_spelt(parts.fragment)}" if parts.fragment else ""
    return f"{parts.scheme}://{host}{at}{path}{query}{fragment}"


def address_parts(written: str) -> SplitResult:
    """What an address is made of; nothing where it cannot be read as one, such as `http://[`."""
    try:
        return urlsplit(written)
    except ValueError:
        return urlsplit("")


def origin_of(address: str) -> str:
    """Scheme, host and port of an address, as browsers write an Origin; `://` for what is no address."""
    parts = address_parts(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def _host(written: str) -> str:
    """The host in the letters of the network; empty for what is none. Raises ValueError (IDNA) for what cannot be."""
    host = written if written.isascii() else written.encode("idna").decode("ascii")
    labels = host.split(".")
    if host.rpartition(".")[2].isdecimal():
        return _number(host)
    host.encode("ascii").decode("idna")  # Raises for a label that only looks as if it stood for other letters.
    fits = all(map(_LABEL.fullmatch, labels)) and len(host) <= _LONGEST_HOST and len(labels) > 1
    return host if fits and _LAST_LABEL.fullmatch(labels[-1]) else ""


def _number(host: str) -> str:
    try:
        return str(IPv4Address(host))
    except AddressValueError:
        return ""


def _spelt(part: str) -> str:
    return _STRAY_PERCENT.sub("%25", quote(part, safe=_KEPT))
