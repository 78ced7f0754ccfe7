"""`python -m plugins.imports FILE`: bring in what was written elsewhere, as drafts."""

import argparse
import sys
from pathlib import Path
from typing import get_args

from plugins.imports.drafts import Kind
from plugins.imports.errors import ImportRefused
from plugins.imports.word.bringing import brought_in
from plugins.imports.word.package import LARGEST
from plugins.problems.console import say

_CHECKOUT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """0 when drafts were made; 1 when nothing was."""
    chosen = _options(arguments)
    try:
        data = _content(chosen.file)
        made = brought_in(
            chosen.content, data, chosen.file.name, kind=chosen.kind, title=chosen.title, as_fields=chosen.fields
        )
    except ImportRefused as refused:
        say(f"{chosen.file.name}: nothing was brought in: {refused}.", sys.stderr)
        return 1
    say("\n".join(made.lines), sys.stdout)
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.imports", description=__doc__)
    parser.add_argument("file", type=Path, help="a Word document (.docx)")
    parser.add_argument("--content", type=Path, default=_CHECKOUT / "content")
    parser.add_argument("--kind", choices=get_args(Kind), default="workshop")
    parser.add_argument("--title", default="")
    parser.add_argument("--fields", action="store_true", help="tables that look like an agenda or a vote become fields")
    return parser.parse_args(arguments)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise ImportRefused(f"it cannot be read ({error.strerror})") from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
