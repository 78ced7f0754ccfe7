"""The table of headers: what every answer carries, and what some carry besides.

One table, whoever sends it. A host that lets nobody set headers still gets the policy, in the `<meta>` of each page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.headers.media import FOR_EVER, HASHED_FOLDER
from plugins.headers.policy import content_security_policy

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


def table(root: str = "/", more: Mapping[str, Sequence[str]] | None = None) -> tuple[Rule, ...]:
    """The rules of a site whose home page lies at `root`; `more` is what some page's own policy lets in besides.

    A header and a page's `<meta>` hold both: the header must let in what any page needs, the page does the rest.
    """
    return (Rule(root, security_headers(more)), Rule(f"{root}{HASHED_FOLDER}/", (("Cache-Control", FOR_EVER),)))


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
