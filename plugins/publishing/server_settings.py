"""`python -m plugins.publishing.server_settings --format nginx`: what a server of one's own needs to be told.

It is made of the `_headers` and `_redirects` of the built site, so that the server does what the site's settings and
posts ask for.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.headers.apache import apache
from plugins.headers.nginx import nginx
from plugins.headers.redirects_file import NAME as REDIRECTS
from plugins.headers.redirects_file import read_redirects
from plugins.headers.rules_file import NAME, RulesFileError, read_rules


def main(arguments: Sequence[str]) -> int:
    """Print the settings; 1 if there is no built site to make them of."""
    parser = argparse.ArgumentParser(prog="python -m plugins.publishing.server_settings", description=__doc__)
    parser.add_argument("--format", choices=("nginx", "apache", NAME), default="nginx")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--brotli", action="store_true")
    asked = parser.parse_args(arguments)
    file = asked.output / NAME
    if not file.is_file():
        print(f"There is no {file}: run python3 tasks.py build first.", file=sys.stderr)
        return 1
    text = file.read_text("utf-8")
    try:
        rules = read_rules(text)
    except RulesFileError as unread:
        print(unread, file=sys.stderr)
        return 1
    moved = asked.output / REDIRECTS
    redirects = read_redirects(moved.read_text("utf-8")) if moved.is_file() else ()
    match asked.format:
        case "nginx":
            text = nginx(rules, redirects, brotli=asked.brotli)
        case "apache":
            text = apache(rules, redirects)
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
