"""The table as Apache reads it: lines for the folder of the site, as a `.htaccess` in it or for its `<Directory>`.

Apache needs its modules headers, mime, dir and rewrite: where one is missing it refuses the file, since a site without
its headers must not go out unseen. With deflate and filter it compresses texts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from plugins.headers.media import FOR_MINUTES, MEDIA_TYPES
from plugins.headers.table import Rule


def apache(rules: Sequence[Rule], redirects: Iterable[tuple[str, str]] = ()) -> str:
    """The lines; `redirects` are former addresses."""
    everywhere, *others = rules
    lines = [
        "# The diary's headers. Put this file as .htaccess into the folder of the site.",
        "# How: docs/for-web-officers/publishing.md.",
        "# Made by python3 tasks.py headers --format apache; make it anew when the diary's settings have changed.",
        "Options -Indexes -MultiViews",
        "DirectoryIndex index.html",
        f"ErrorDocument 404 {everywhere.address}404.html",
        "AddDefaultCharset Off",
        *(f'AddType "{kind}" .{suffix}' for suffix, kind in MEDIA_TYPES.items()),
        "<IfModule mod_deflate.c>",
        f"    AddOutputFilterByType DEFLATE {' '.join(_compressible())}",
        "</IfModule>",
        *_always(everywhere.headers),
        _when_found("Cache-Control", FOR_MINUTES),
    ]
    for rule in others:
        lines += [f'<If "%{{REQUEST_URI}} =~ m#^{re.escape(rule.address)}#">']
        lines += [f"    {_when_found(name, value)}" for name, value in rule.headers]
        lines += ["</If>"]
    lines += ["RewriteEngine On", 'RewriteRule "(?:^|/)\\.(?!well-known/)" - [R=404,L]']
    for before, now in redirects:
        lines += [f'RewriteRule "{_pattern(before.removeprefix(everywhere.address))}" "{_target(now)}" [R=301,L,NE]']
    return "\n".join(lines) + "\n"


def _always(headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"Header always set {name} {_value(value)}" for name, value in headers)


def _when_found(name: str, value: str) -> str:
    """The page that says that nothing is there is not kept."""
    return f'Header set {name} {_value(value)} "expr=%{{REQUEST_STATUS}} -lt 400"'


def _value(text: str) -> str:
    """It holds no double quote and no backslash; a percent sign begins a format of Apache's."""
    return f'"{text.replace("%", "%%")}"'


def _compressible() -> Iterator[str]:
    kinds = (kind.partition(";")[0] for kind in MEDIA_TYPES.values())
    return (kind for kind in kinds if kind.startswith("text/") or kind.endswith(("json", "xml")))


def _pattern(path: str) -> str:
    """An address below the folder, as a pattern that matches nothing else."""
    return f"^{re.escape(path)}$".replace('"', '\\"')


def _target(address: str) -> str:
    """An address that is written with its signs by their numbers already: `%2` would be a group of a pattern."""
    return address.replace("%", "\\%")
