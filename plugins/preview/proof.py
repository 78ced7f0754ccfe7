"""`python -m plugins.preview.proof POST`: a post as one file for its group, to be read before it is published."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

from plugins.author.documents import opened, posts
from plugins.author.group_check import mark_checked, proof_name
from plugins.author.keeping import Keeping
from plugins.engine.settings_files import preview_settings
from plugins.files import write_file
from plugins.frontmatter import ContentFile, Scalar
from plugins.frontmatter.editing import CannotEdit
from plugins.preview.self_contained import self_contained
from plugins.preview.wiring import build
from plugins.problems.console import say
from plugins.settings.reading import read_diary_file
from plugins.workshops.diary import EntryKind, address_of

_NOTICE = "Not published. For the group. Please delete it afterwards."
_ADDRESS = "http://localhost/"


class NoProof(Exception):
    """No file was made; the message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when the file is made, or when it is written down who has read it."""
    chosen = _options(arguments)
    content = chosen.content.resolve()
    try:
        file = _post(content, chosen.post)
        say(_checked(content, file, chosen.checked) if chosen.checked else _made(content, file, chosen.to), sys.stdout)
    except (NoProof, CannotEdit, OSError) as reason:
        say(f"{chosen.post}: {reason}", sys.stderr)
        return 1
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.preview.proof", description=__doc__)
    parser.add_argument("post", help="the post's file, or the last part of its address")
    parser.add_argument("--content", type=Path, required=True)
    parser.add_argument("--to", type=Path, help="the folder in which the file is to lie (else .cache, for 30 days)")
    parser.add_argument("--checked", action="append", help="write down who has read it: “the Thursday group”")
    return parser.parse_args(arguments)


def _post(content: Path, named: str) -> ContentFile:
    """The post, or its next version where that is what the preview shows."""
    found = [file for file in posts(content) if named in (file.source, file.page, file.slug)]
    if not found:
        raise NoProof("there is no such post; write its file, or the last part of its address")
    return max(found, key=lambda file: bool(file.page))


def _checked(content: Path, file: ContentFile, by: Sequence[str]) -> str:
    settings = read_diary_file(content).settings
    mark_checked(content, opened(file), by, ZoneInfo(settings.zone if settings else "UTC"))
    return f"{file.source} says now who has read it. Should it change after this, publishing says so."


def _made(content: Path, file: ContentFile, to: Path | None) -> str:
    """Build the diary as the preview shows it, and make one file of this page; says where it lies."""
    post = opened(file)
    slug = post.front_matter.get("slug") if post.front_matter else None
    address = address_of(_kind(file), slug.text if isinstance(slug, Scalar) else file.slug)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        outcome = build(preview_settings(), content=content, output=site, address=_ADDRESS.rstrip("/"))
        page = site / address / "index.html"
        if not outcome.is_good or not page.is_file():
            told = next((str(problem) for problem in outcome.problems if problem.stops), outcome.failure)
            raise NoProof(f"something has to be mended first: {told}")
        shown = page.read_text("utf-8")
        text = self_contained(shown, partial(_bytes, site), notice=_notice(), foot=_foot(content, file.slug))
    name = proof_name(post)
    if to:
        place = to.resolve() / name
        write_file(place, text.encode(), below=place.parent, private=True)
    else:
        keeping = Keeping(content)
        place = keeping.place(file.source) / name
        keeping.write(place, text.encode())
    return (
        f"Made {place}\n"
        "It holds the whole page and asks for nothing, so it can be sent by e-mail. It is not published: ask everybody "
        "to delete it afterwards.\n"
        f"When they have read it: python3 tasks.py proof {file.slug} --checked “who”, such as the group's name"
    )


def _kind(file: ContentFile) -> EntryKind:
    return "workshop" if file.kind == "workshop" else "page" if file.kind == "page" else "post"


def _bytes(site: Path, name: str) -> bytes | None:
    place = (site / name).resolve()
    return place.read_bytes() if place.is_relative_to(site.resolve()) and place.is_file() else None


def _notice() -> str:
    return f'<p class="page" role="note"><strong>{escape(_NOTICE)}</strong></p>'


def _foot(content: Path, slug: str) -> str:
    """To whom remarks go."""
    settings = read_diary_file(content).settings
    contact = settings.contact if settings and settings.contact else ""
    if "@" not in contact or contact.startswith("http"):
        return f'<p class="page">{escape(_NOTICE)}</p>'
    address = contact.removeprefix("mailto:")
    mail = f"mailto:{quote(address, safe='@')}?subject={quote(f'Proof: {slug}')}"
    return (
        '<p class="page">Is something wrong, or not to be told? Write to '
        f'<a href="{escape(mail)}">{escape(address)}</a>. {escape(_NOTICE)}</p>'
    )


if __name__ == "__main__":
    sys.exit(main())
