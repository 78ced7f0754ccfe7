"""`python -m plugins.imports FILE`: bring in what was written elsewhere, as drafts."""

import argparse
import sys
from pathlib import Path
from typing import get_args

from plugins.blog.importing.__main__ import main as import_comments
from plugins.blog.importing.wiring import surroundings
from plugins.engine.settings_files import preview_settings
from plugins.imports.drafts import Kind
from plugins.imports.errors import ImportRefused
from plugins.imports.word import bringing as word
from plugins.imports.word.package import LARGEST
from plugins.imports.wordpress import bringing as wordpress
from plugins.problems.console import say

_CHECKOUT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """0 when drafts were made; 1 when nothing was, or comments that came with them were not kept."""
    chosen = _options(arguments)
    is_website = chosen.file.name.casefold().endswith((".xml", ".xml.gz", ".zip"))
    try:
        return _website(chosen) if is_website else _document(chosen)
    except ImportRefused as refused:
        say(f"{chosen.file.name}: nothing was brought in: {refused}.", sys.stderr)
        return 1


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.imports", description=__doc__)
    parser.add_argument("file", type=Path, help="a Word document (.docx), or an export of WordPress (.xml)")
    parser.add_argument("--content", type=Path, default=_CHECKOUT / "content")
    parser.add_argument("--kind", choices=get_args(Kind), default="workshop")
    parser.add_argument("--title", default="")
    parser.add_argument("--fields", action="store_true", help="tables that look like an agenda or a vote become fields")
    parser.add_argument("--media", type=Path, help="the folder of a website's pictures: wp-content/uploads, or a copy")
    return parser.parse_args(arguments)


def _document(chosen: argparse.Namespace) -> int:
    content = _content(chosen.file)
    made = word.brought_in(
        chosen.content, content, chosen.file.name, kind=chosen.kind, title=chosen.title, as_fields=chosen.fields
    )
    say("\n".join(made.lines), sys.stdout)
    return 0


def _website(chosen: argparse.Namespace) -> int:
    zone = surroundings(preview_settings(), chosen.content).zone
    site, lines = wordpress.brought_in(chosen.content, chosen.file, media=chosen.media, zone=zone)
    say("\n".join(lines), sys.stdout)
    return import_comments([str(chosen.file), "--content", str(chosen.content)]) if site.comments else 0


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise ImportRefused(f"it cannot be read ({error.strerror})") from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
