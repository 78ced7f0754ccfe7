"""Whether the group has read a post before it is published, and whether it has changed since.

The digest is of what is read: story, front matter and photos; not of when and where it is published.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from json import dumps
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.documents import OpenFile, opened, posts
from plugins.blog.publication import PUBLIC, Moment, state_of
from plugins.contract.reading import read_record
from plugins.engine.build_moment import build_moment
from plugins.files import write_file
from plugins.frontmatter.changes import Item, Wanted, said
from plugins.frontmatter.editing import with_values
from plugins.frontmatter.tree import line_of
from plugins.problems import Problem
from plugins.problems.console import say
from plugins.settings.reading import read_diary_file
from plugins.words import dates
from plugins.workshops.checks.files import lies_beside
from plugins.workshops.record.post import Post

_NOT_READ = ("checked", "status", "date", "updated", "slug", "formerly", "comments", "author", "tags")
_LETTERS = 16


def digest(post: OpenFile) -> str:
    """A word for what is read of a post: another one as soon as something of it changes."""
    fields = said(post.front_matter) if post.front_matter else {}
    every = fields.items() if isinstance(fields, Mapping) else ()
    read = {name: value for name, value in every if name not in _NOT_READ}
    whole = sha256(dumps([read, post.story.strip()], sort_keys=True, ensure_ascii=False).encode())
    folder = post.file.path.parent
    for name in _photos(read):
        whole.update((folder / name).read_bytes() if lies_beside(folder, name) else b"")
    return whole.hexdigest()[:_LETTERS]


def proof_name(post: OpenFile) -> str:
    """The name of the file that the group reads of a post as it is now."""
    return f"proof-{post.file.slug}-{digest(post)}.html"


def _photos(fields: Mapping[str, object]) -> Iterator[str]:
    photos = fields.get("photos")
    for photo in photos if isinstance(photos, Sequence) and not isinstance(photos, str) else ():
        file = photo.get("file") if isinstance(photo, Mapping) else None
        if isinstance(file, str):
            yield file


def mark_checked(content: Path, post: OpenFile, by: Sequence[str], zone: ZoneInfo) -> None:
    """Write into a post who of the group has read it, today, and of which words; raises CannotEdit, OSError."""
    checked: dict[str, Wanted] = {
        "by": tuple(map(Item, by)),
        "when": build_moment(zone).date().isoformat(),
        "digest": digest(post),
    }
    write_file(post.file.path, with_values(post.data, {"checked": checked}, is_post=True), below=content)


def notices(content: Path) -> Iterator[Problem]:
    """Each workshop that readers have and the group has not read, or not as it is now."""
    settings = read_diary_file(content).settings
    zone = ZoneInfo(settings.zone if settings else "UTC")
    moment = Moment(build_moment(zone), zone)
    for file in posts(content):
        if file.kind == "workshop":
            yield from notice(opened(file), moment)


def notice(post: OpenFile, moment: Moment) -> Iterator[Problem]:
    """What is to be said of one post, if anything."""
    file, fields = post.file, post.front_matter
    if fields is None or file.kind != "workshop" or file.page:
        return
    record = read_record(Post, fields, source=file.source, zone=moment.zone)[0]
    if record is None or record.workshop is None or state_of(record, moment) not in PUBLIC:
        return
    how = f"press “Let the group read it first” in its form, or type python3 tasks.py proof {file.slug}"
    if record.checked is None and record.workshop.status == "held":
        message = f"nobody of the group has read this yet; let them read it before others do: {how}"
        yield Problem(file.source, 0, "", message, "not-read-by-group", stops=False)
    elif record.checked and record.checked.digest not in (None, digest(post)):
        when = f" ({dates.spoken(record.checked.when)})" if record.checked.when else ""
        message, line = (
            f"changed since the group read it{when}; let them read it again if more than a comma changed: {how}",
            line_of(fields, ("checked",)),
        )
        yield Problem(file.source, line, "", message, "changed-since-read", stops=False, path=("checked",))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what the group has not read; 0 in any case, since nothing is kept back for it."""
    parser = argparse.ArgumentParser(prog="python -m plugins.author.group_check", description=__doc__)
    parser.add_argument("--content", type=Path, required=True)
    content = parser.parse_args(arguments).content.resolve()
    for notice_of_one in notices(content):
        say(f"Good to know: {notice_of_one}", sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
