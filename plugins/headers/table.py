"""The table of headers: what every answer carries, and what some carry besides.

One table, whoever sends it. A host that lets nobody set headers still gets the policy, in the `<meta>` of each page.
"""

from collections.abc import Mapping, Sequence

from plugins.headers.media import FOR_EVER, HASHED_FOLDER
from plugins.records import dataclass

_OWN: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "style-src": ("'self'",),
    "script-src": ("'self'",),
    "img-src": ("'self'",),
    "connect-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
"""Nothing inline [W3C CSP 3], nothing of another host but what the diary's settings have chosen, where it is needed."""
_UNUSED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
"""What no page of a diary asks of a reader's device, and no page that it shows may ask either."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The headers of every address that begins with `address`, beside those of the rules before it."""

    address: str
    headers: tuple[tuple[str, str], ...]


def table(
    root: str = "/", more: Mapping[str, Sequence[str]] | None = None, *, indexed: bool = True
) -> tuple[Rule, ...]:
    """The rules of a site whose home page lies at `root`; `more` is what some page's own policy lets in besides.

    One that is not `indexed` asks search engines not to list anything of it, feeds, PDFs and pictures too.

    A header and a page's `<meta>` hold both: the header must let in what any page needs, the page does the rest.
    """
    everywhere = (*security_headers(more), *(() if indexed else (("X-Robots-Tag", "noindex"),)))
    return (Rule(root, everywhere), Rule(f"{root}{HASHED_FOLDER}/", (("Cache-Control", FOR_EVER),)))


def security_headers(more: Mapping[str, Sequence[str]] | None = None) -> tuple[tuple[str, str], ...]:
    """What every answer carries, errors too."""
    return (
        ("Content-Security-Policy", f"{content_security_policy(more)}; frame-ancestors 'none'"),
        # A year. Other names below this one may be somebody else's, so they are not spoken for.
        ("Strict-Transport-Security", "max-age=31536000"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),  # For browsers that do not know frame-ancestors.
        # Our address and not the page's: a form sent to the comments service must carry its Origin.
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _UNUSED)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )


def content_security_policy(more: Mapping[str, Sequence[str]] | None = None) -> str:
    """The policy as a header's value; `more` adds sources to directives, such as `{"frame-src": ["https://giscus.app"]}`."""
    added = dict(more or {})
    names = [*_OWN, *sorted(set(added) - set(_OWN))]
    sources = {name: (*_OWN.get(name, ()), *added.get(name, ())) for name in names}
    return "; ".join(f"{name} {' '.join(dict.fromkeys(sources[name]))}" for name in names)
