"""The content security policy [W3C CSP 3]: what a page may load, and where its forms may go.

Nothing inline, nothing from another host but what the diary's settings have chosen, and that only where it is needed.
"""

from collections.abc import Mapping, Sequence

_OWN: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "style-src": ("'self'",),
    "script-src": ("'self'",),
    "img-src": ("'self'",),
    "connect-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}


def content_security_policy(more: Mapping[str, Sequence[str]] | None = None) -> str:
    """The policy as a header's value; `more` adds sources to directives, such as `{"frame-src": ["https://giscus.app"]}`."""
    added = dict(more or {})
    names = [*_OWN, *sorted(set(added) - set(_OWN))]
    sources = {name: (*_OWN.get(name, ()), *added.get(name, ())) for name in names}
    return "; ".join(f"{name} {' '.join(dict.fromkeys(sources[name]))}" for name in names)
