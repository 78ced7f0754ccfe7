"""What a hostile reader writes is text, wherever it is shown."""

from html.parser import HTMLParser

import pytest

from plugins.comments.server.assembly import Assembled
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.store import ThreadPosition
from tests.comments.server.forms import sent
from tests.comments.server.moderation.moderators import ModeratorClient
from tests.support.comment_services import MEETING

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    '" autofocus onfocus=alert(1) x="',
    "' onmouseover='alert(1)",
    "<!--><script>alert(1)</script-->",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202e<b>\u200b</b>",
    "<style>@import 'https://evil.example'</style>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "{{ 7 * 191 }}{% include 'login.html' %}",
]


class Skeleton(HTMLParser):
    """A page's elements and attributes, without what text holds."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: set[tuple[str, str]] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {(tag, name) for name, _ in attrs} | {(tag, "")}


def skeletons(robin: ModeratorClient, app: Assembled, text: str) -> list[set[tuple[str, str]]]:
    """Every page that shows a comment, with `text` for its name and its words."""
    name = text[:60]
    place = ThreadPosition(thread=MEETING, title="We met")
    number = app.store.add(place, CommentText(name=name, words=text))
    app.actions.set_aside(app.store.add(place, CommentText(name=name, words=text)), by="Robin")
    pages = [robin.get(path) for path in ("", f"delete?comment={number}")]
    robin.do("approve", number)
    pages += [robin.get(path) for path in ("published", f"delete?comment={number}", "log", "posts")]
    pages += [sent(app, text, name=text * 20, parent=str(number)), sent(app, text, thread=text)]
    return [Skeleton(page.text).seen for page in pages]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_in_name_or_words_becomes_part_of_a_page(
    robin: ModeratorClient, app: Assembled, text: str
) -> None:
    hostile = skeletons(robin, app, text)
    assert all(not any(name.startswith("on") for _, name in seen) for seen in hostile)
    assert all(not {tag for tag, _ in seen} & {"script", "img", "iframe", "style", "b"} for seen in hostile)
    assert "1337" not in robin.page("published")
