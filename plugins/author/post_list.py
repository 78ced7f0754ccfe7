"""The list of every post of the diary, with what readers see of each."""

from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.author.documents import opened, posts
from plugins.author.pages import ADDRESSES, rendered
from plugins.author.views import PostLine, PostsPage
from plugins.contract.reading import read_record
from plugins.frontmatter import ContentFile, Mapping, Scalar
from plugins.workshops.record.post import Post

_HEADINGS = {"workshop": "Workshops", "post": "Other posts", "page": "Standing pages"}
_STATES = {"draft": "Draft", "hidden": "Hidden from lists"}


def posts_page(content: Path, zone: ZoneInfo) -> bytes:
    lines = [(file.kind, _line(file, zone)) for file in posts(content)]
    sections = (
        (
            heading,
            tuple(sorted((line for kind, line in lines if kind == wanted), key=lambda line: line.date, reverse=True)),
        )
        for wanted, heading in _HEADINGS.items()
    )
    return rendered(
        "posts.html", PostsPage("Your posts", tuple((heading, those) for heading, those in sections if those))
    )


def _line(file: ContentFile, zone: ZoneInfo) -> PostLine:
    post = opened(file)
    fields = post.front_matter
    problems = read_record(Post, fields, source=file.source, zone=zone)[1] if fields else post.problems
    return PostLine(
        title=_text(fields, "title") or file.source,
        href=f"{ADDRESSES.post}?{urlencode({'source': file.source})}",
        state=_STATES.get(_text(fields, "status"), "Published") if fields else "Cannot be read",
        date=_text(fields, "date"),
        source=file.source,
        to_mend=f"{len(problems)} to mend" if problems else "",
    )


def _text(fields: Mapping | None, name: str) -> str:
    node = fields.get(name) if fields else None
    return node.text if isinstance(node, Scalar) else ""
