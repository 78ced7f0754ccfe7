"""The table as nginx reads it: lines to include in the site's `server`.

A `location` in nginx that adds one header loses all that were added outside it. So each has the whole list.
"""

from collections.abc import Iterable, Iterator, Sequence

from plugins.headers.media import FOR_MINUTES, MEDIA_TYPES, UNKNOWN_TYPE
from plugins.headers.table import Rule

_CHARSET = "; charset=utf-8"


def nginx(rules: Sequence[Rule], redirects: Iterable[tuple[str, str]] = (), *, brotli: bool = False) -> str:
    """The lines; `redirects` are former addresses, `brotli` if nginx has the module that serves `.br` files."""
    everywhere, *others = rules
    lines = [
        "# The diary's headers. Include this file in the server block of the site.",
        "# How: docs/for-web-officers/publishing.md.",
        "# Made by python3 tasks.py headers --format nginx; make it anew when the diary's settings have changed.",
        "index index.html;",
        f"error_page 404 {everywhere.address}404.html;",
        "absolute_redirect off;",
        "server_tokens off;",
        "gzip_static on;",
        *(["brotli_static on;"] if brotli else []),
        "charset utf-8;",
        f"charset_types {' '.join(_texts())};",
        f"default_type {UNKNOWN_TYPE};",
        "types {",
        *(f"    {kind.removesuffix(_CHARSET)} {suffix};" for suffix, kind in MEDIA_TYPES.items()),
        "}",
        # A dot is how publishing marks files of its own; .well-known is where certificates are asked for.
        'location ~ "/\\.(?!well-known/)" {',
        "    return 404;",
        "}",
        *_location(everywhere.address, [*_always(everywhere.headers), _added("Cache-Control", FOR_MINUTES)]),
    ]
    for rule in others:
        lines += _location(rule.address, [*_always(everywhere.headers), *(_added(*each) for each in rule.headers)])
    for before, now in redirects:
        lines += _location(f'= "{before}"', [*_always(everywhere.headers), f'return 301 "{now}";'])
    return "\n".join(lines) + "\n"


def _location(address: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"location {address} {{"
    yield from (f"    {line}" for line in lines)
    yield "}"


def _always(headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{_added(name, value).removesuffix(';')} always;" for name, value in headers)


def _added(name: str, value: str) -> str:
    """A value holds no double quote, no dollar and no backslash: policies are made of words and addresses."""
    return f'add_header {name} "{value}";'


def _texts() -> Iterator[str]:
    """Kinds that are sent with their letters' code; nginx adds it to text/html by itself."""
    kinds = (kind for kind in MEDIA_TYPES.values() if kind.endswith(_CHARSET))
    return (kind.removesuffix(_CHARSET) for kind in kinds if not kind.startswith("text/html"))
