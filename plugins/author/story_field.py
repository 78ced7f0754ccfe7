"""The story in its field: how it will look, what can be put into it, and what is pasted into it."""

import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlencode, urlsplit

from plugins.author.choices import Choices, pictures_beside
from plugins.author.documents import posts
from plugins.author.forms.state import State, sent, typed
from plugins.author.http import Request, Response, page_response, text_response
from plugins.author.pages import ADDRESSES, AS_READERS, rendered
from plugins.author.story_view import Piece, StoryLook, StoryView
from plugins.contract.shape import Part
from plugins.frontmatter import ContentFile
from plugins.imports.pasting import pasted
from plugins.imports.pasting.lost import lost_in_words
from plugins.records import dataclass
from plugins.story import Figure, Html, Resolved, Unresolved, runs
from plugins.story.teller import StoryTeller
from plugins.workshops.record.post import Post

LINK, PHOTO = "story:link", "story:photo"
"""What its buttons say in a form, and under which names what is picked is sent."""
_SIGNS = re.compile(r"([\\\[\]*_`<>])")


@dataclass(frozen=True, slots=True)
class _Around:
    """The diary as the story of one post sees it: which posts there are, and the photos of this one."""

    posts: frozenset[str]
    photos: tuple[str, ...]

    def link(self, source: str, href: str) -> Resolved | Unresolved:
        path = unquote(urlsplit(href).path)
        there = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else source
        if there in self.posts:
            return Resolved("#story-look")
        return Unresolved("no post lies there", "link-to-nothing")

    def file(self, _source: str, name: str) -> str:
        return name

    def language(self, _source: str) -> str:
        return "en-GB"

    def picture(self, _source: str, file: str, alt: str) -> Figure | Unresolved:
        if file in self.photos:
            return Figure(self.photos.index(file), alt)
        return Unresolved(
            "this picture is not under “photos”; add it there, with what it shows and who is in it", "picture-unlisted"
        )


def story_view(choices: Choices, file: ContentFile, story: str) -> StoryView:
    """What the field offers, and how the story looks as it stands there."""
    folder = posixpath.dirname(file.source)
    offered = ((posixpath.relpath(source, folder), title) for source, title in choices.titles if source != file.source)
    photos = dict(_photos(choices.form))
    return StoryView(
        posts=tuple((_link(href, title), title) for href, title in offered),
        photos=tuple((f"!{_link(name, alt)}", alt or name) for name, alt in photos.items()),
        look=_look(story, file, frozenset(source for source, _ in choices.titles), photos),
    )


def look_answer(content: Path, request: Request) -> Response:
    """How a story looks while it is typed."""
    files = posts(content)
    file = next((each for each in files if each.source == request.form.get("source")), None)
    if file is None:
        return text_response("There is no such post.\n", HTTPStatus.NOT_FOUND)
    form = typed(Part(Post), sent(request.pairs))
    photos = dict(_photos(form)) if isinstance(form, Mapping) else {}
    look = _look(request.form.get("story", ""), file, frozenset(each.source for each in files if not each.page), photos)
    return page_response(rendered("only_look.html", look))


def _look(story: str, file: ContentFile, posts: frozenset[str], photos: Mapping[str, str]) -> StoryLook:
    around = _Around(posts, tuple(photos))
    told, problems = StoryTeller(around).story(story, source=file.source, line=1)
    names = tuple(photos)
    return StoryLook(
        pieces=tuple(
            _piece(html, names[figure.number], figure.alt or photos[names[figure.number]], file)
            if figure
            else Piece(html, "", "")
            for html, figure in runs(told.parts)
        ),
        faults=tuple(f"Line {each.line}: {each.message}" for each in problems),
    )


def _piece(html: Html, photo: str, shows: str, file: ContentFile) -> Piece:
    """A part of the story before a photo of its post."""
    asked = urlencode({"source": file.source, "file": photo, "as": AS_READERS})
    is_there = photo in pictures_beside(file)
    return Piece(html, shows or photo, f"{ADDRESSES.beside}?{asked}" if is_there else "")


def _photos(form: Mapping[str, State]) -> Iterable[tuple[str, str]]:
    """The file of each photo that the post names, and what it shows."""
    photos = form.get("photos")
    for each in photos if isinstance(photos, tuple) else ():
        if isinstance(each.value, Mapping) and not each.is_gone:
            file, alt = each.value.get("file"), each.value.get("alt")
            if isinstance(file, str) and file:
                yield file, alt if isinstance(alt, str) else ""


def _link(href: str, words: str) -> str:
    href = f"<{href}>" if set(href) & set(" ()") else href
    plain = _SIGNS.sub(r"\\\1", " ".join(words.split()))
    return f"[{plain}]({href})"


def with_picked(story: str, action: str, form: Mapping[str, str]) -> str:
    """The story with what was picked at its end: so it is put in where no script knows the place of the cursor."""
    picked = form.get(action, "") if action in (LINK, PHOTO) else ""
    return f"{story.rstrip()}\n\n{picked}\n".lstrip("\n") if picked else story


def pasted_answer(request: Request) -> Response:
    """What was pasted, in Markdown, and a sentence on what is not in it."""
    found = pasted(request.form.get("html", ""), story=request.form.get("story", ""))
    answer = {"text": found.text, "lost": lost_in_words(found.lost)}
    return Response(json.dumps(answer), mimetype="application/json")
