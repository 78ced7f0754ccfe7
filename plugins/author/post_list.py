"""The list of every post of the diary, with what readers see of each."""

from collections.abc import Mapping
from math import inf
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.author.documents import opened, posts
from plugins.author.pages import ADDRESSES, rendered
from plugins.author.views import PostLine, PostsPage
from plugins.blog.publication import Moment, State, state_of
from plugins.contract.reading import read_record
from plugins.engine.build_moment import build_moment
from plugins.frontmatter import ContentFile, Scalar
from plugins.words import dates
from plugins.workshops.record.post import Post

_HEADINGS = {"workshop": "Workshops", "post": "Other posts", "page": "Standing pages"}
_STATES: Mapping[State, str] = {
    "draft": "Draft",
    "hidden": "Hidden from lists",
    "scheduled": "Scheduled",
    "published": "Published",
}


def posts_page(content: Path, zone: ZoneInfo) -> bytes:
    """Every post, what has no date yet before the latest."""
    moment = Moment(build_moment(zone), zone)
    listed = sorted(((_line(file, moment), file) for file in posts(content)), key=lambda each: -each[0][0])
    sections = (
        (heading, tuple(line for (_, line), file in listed if file.kind == kind)) for kind, heading in _HEADINGS.items()
    )
    return rendered(
        "posts.html", PostsPage("Your posts", tuple((heading, lines) for heading, lines in sections if lines))
    )


def _line(file: ContentFile, moment: Moment) -> tuple[float, PostLine]:
    """What the list says of a post, and the moment that sorts it."""
    opened_file = opened(file)
    fields = opened_file.front_matter
    post, problems = (
        read_record(Post, fields, source=file.source, zone=moment.zone) if fields else (None, opened_file.problems)
    )
    title = fields.get("title") if fields else None
    date = post.date if post else None
    line = PostLine(
        title=title.text if isinstance(title, Scalar) and title.text else file.source,
        href=f"{ADDRESSES.post}?{urlencode({'source': file.source})}",
        state=_state(file, post, moment),
        date=dates.spoken(date) if date else "",
        source=file.source,
        to_mend=f"{len(problems)} to mend" if problems else "",
    )
    return date.first(moment.zone).timestamp() if date else inf, line


def _state(file: ContentFile, post: Post | None, moment: Moment) -> str:
    if post is None:
        return "Left out until it is mended"
    return "Next version" if file.page else _STATES[state_of(post, moment)]
