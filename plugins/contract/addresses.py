"""Web addresses as browsers read them [WHATWG URL]: what is wrong with one, and how it is written.

One definition for links in stories and addresses in front matter, and the HTML checker has nothing left to refuse.
"""

import re
import string
from functools import lru_cache
from urllib.parse import SplitResult, quote, urlsplit

from plugins.patterns import lazy_pattern

_LABEL = lazy_pattern(r"[A-Za-z0-9_-]{1,63}", re.ASCII)
_DOTS = lazy_pattern("[.\u3002\uff0e\uff61]")
_LONGEST_HOST = 253
_NOT_IN_ADDRESSES = lazy_pattern(r"""[\x00-\x20"<>\[\\\]^`{|}]|%(?![0-9A-Fa-f]{2})""")
_MAIL = lazy_pattern(r"[^\s/@:]+@(?:[\w-]+\.)+[^\W\d]{2,}")
_WEB_HOST = lazy_pattern(
    r"(?:www\.[^\s/]+|(?:[\w-]+\.)+(?:org|com|net|info|eu|uk|ie|gov|edu|int|coop|wales|cymru|scot|london))(?=[/?#:]|$)",
    re.IGNORECASE,
)
_SIGNS = string.punctuation
_WEB = ("http", "https")


def is_whole(address: str) -> bool:
    """Whether this is an address in the web that a browser can ask for: a host that can be, and a port."""
    try:
        parts = urlsplit(address)
        return parts.scheme in _WEB and parts.port != 0 and "@" not in parts.netloc and _is_host(parts)
    except ValueError:
        return False


def completed(address: str) -> str | None:
    """`https://www.example.org` for `www.example.org`, `mailto:…` for an e-mail address; None for anything else.

    Browsers would look for either beside the page.
    """
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    whole = f"https://{address}"
    return whole if _WEB_HOST.match(address) and is_whole(whole) else None


def written_out(address: str) -> str:
    """The address with `%7C` for `|`, and so on for every sign that stands in no address; what is right stays."""
    before, mark, place = address.partition("#")
    scheme, slashes, rest = before.partition("://")
    host, slash, path = rest.partition("/") if slashes else ("", "", before)
    start = f"{scheme}{slashes}{host}{slash}" if slashes else ""
    return f"{start}{_encoded(path)}{mark}{_encoded(place).replace('#', '%23')}"


def as_uri(address: str) -> str:
    """The address with the letters of every script written as ASCII, for files that hold no others [RFC 3987]."""
    return quote(address, safe=_SIGNS)


def _encoded(part: str) -> str:
    return _NOT_IN_ADDRESSES.sub(lambda sign: quote(sign[0], safe=""), part)


def _is_host(parts: SplitResult) -> bool:
    """An address in numbers, or names with dots between them, in any script."""
    host = parts.hostname or ""
    return bool(host) if parts.netloc.startswith("[") else _is_name(host)  # Python has looked at the numbers already.


@lru_cache(maxsize=1000)
def _is_name(host: str) -> bool:
    """Most links of a diary lead to a few hosts."""
    try:
        labels = [each.encode("idna").decode() for each in _DOTS.split(host.removesuffix("."))]
        known = [each.encode().decode("idna") for each in labels]
    except UnicodeError:
        return False
    return all(known) and all(map(_LABEL.fullmatch, labels)) and len(".".join(labels)) <= _LONGEST_HOST
