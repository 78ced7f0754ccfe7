"""A Word document brought into the story of a post that is there: at its end, where the cursor is, or in its place.

Its pictures come beside the post and into its photos. The text before is kept among the earlier texts.
"""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from urllib.parse import urlencode

from plugins.author.documents import OpenFile, opened, own_folder, post_called
from plugins.author.http import Request, Response, Upload, page_response
from plugins.author.keeping import Keeping
from plugins.author.pages import ADDRESSES, form_address, message_response, rendered
from plugins.author.views import ImportedPage, Link
from plugins.files import write_file
from plugins.frontmatter import Scalar, Sequence
from plugins.frontmatter.changes import KEPT, Change, Item
from plugins.frontmatter.editing import CannotEdit, with_values
from plugins.imports.drafts import Kind, Placed, placed, take_away
from plugins.imports.errors import ImportRefused
from plugins.imports.report import met_lines, offer_lines, photo_lines
from plugins.imports.word.draft import WordDraft, word_draft
from plugins.records import dataclass

CURSOR, REPLACE = "cursor", "replace"
_KINDS: Mapping[str, Kind] = {"workshop": "workshop", "post": "post", "page": "page"}
_NO_FOLDER = "this post is one file, and photos need a folder of its own"
_NOT_SAVED = "What you typed in this post is not saved yet. Save it first, then bring the document in."
_CHANGED = "the post cannot be written as it stands: mend what is told of it first"


@dataclass(frozen=True, slots=True)
class StoryDocuments:
    """Answers about documents for one diary; `lock` is held while a post is read and written."""

    content: Path
    keeping: Keeping
    lock: Lock

    def shown(self, _path: str, _asked: Mapping[str, str]) -> Response | None:
        return None

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {ADDRESSES.story_document: self._bring}

    def _bring(self, request: Request) -> Response | None:
        file = post_called(self.content, request.form.get("source", ""))
        if file is None or not isinstance(request, Upload):
            return None
        _, data = request.file("document")
        try:
            if self.keeping.typed(file.source):
                raise ImportRefused(_NOT_SAVED)
            if not data:
                raise ImportRefused("Choose a Word document (.docx).")
            return self._brought(opened(file), data, request.form)
        except ImportRefused as reason:
            said = f"{str(reason)[0].upper()}{str(reason)[1:].removesuffix('.')}."
            return message_response("Nothing was brought in", said, HTTPStatus.CONFLICT)

    def _brought(self, post: OpenFile, data: bytes, form: Mapping[str, str]) -> Response:
        where, source = form.get("where", ""), post.file.source
        before = "" if where == REPLACE else post.story
        found = word_draft(data, kind=_KINDS[post.file.kind], title="", name="", as_fields=False, story=before)
        pictures = self._placed(post, found)
        try:
            with self.lock:
                self._write(opened(post.file), pictures, where, form.get("at", ""))
        except ImportRefused:
            take_away(pictures.written, below=self.content)
            raise
        lines = (
            "It stands in the story now. The text before is kept for thirty days.",
            *photo_lines(len(pictures.photos), pictures.unread),
            *met_lines(found.met),
            *offer_lines(found.offered, are_fields=False),
        )
        versions = f"{ADDRESSES.versions}?{urlencode({'source': source})}"
        back = form_address(source, at="photos" if pictures.photos else "story")
        links = (Link("Back to the post", back), Link("Earlier texts", versions))
        return page_response(rendered("imported.html", ImportedPage("It is brought in", lines, links)))

    def _placed(self, post: OpenFile, found: WordDraft) -> Placed:
        folder, draft = own_folder(post.file), found.draft
        if folder is not None:
            return placed(folder, post.file.slug, draft.pictures, draft.story, below=self.content)
        story = draft.story
        for picture in draft.pictures:
            story = story.replace(picture.sign, "")
        return Placed(story, (), tuple(_NO_FOLDER for _ in draft.pictures), [])

    def _write(self, post: OpenFile, pictures: Placed, where: str, at: str) -> None:
        """Change the post as it is now; raises ImportRefused."""
        photos = post.front_matter.get("photos") if post.front_matter else None
        there = len(photos.items) if isinstance(photos, Sequence) else int(photos is not None)
        if isinstance(photos, Scalar) and not photos.text:
            there = 0
        kept = tuple(Item(KEPT, was=number) for number in range(there))
        change: Change = {"photos": (*kept, *pictures.photos)} if pictures.photos else {}
        try:
            if post.front_matter is None:
                raise ImportRefused(_CHANGED)
            new = with_values(post.data, change, is_post=True, story=_joined(post.story, pictures.story, where, at))
            self.keeping.keep_version(post.file.source, post.data)
            write_file(post.file.path, new, below=self.content)
        except CannotEdit as reason:
            raise ImportRefused(f"the post could not be written ({reason})") from None


def _joined(story: str, text: str, where: str, at: str) -> str:
    """A story with a text in it; a place is counted as browsers count letters, and the end is where none is told."""
    if where == REPLACE:
        return text
    units = story.encode("utf-16-le", "surrogatepass")
    place = 2 * int(at) if where == CURSOR and at.isascii() and at.isdecimal() and len(at) < 9 else len(units)
    before, after = (part.decode("utf-16-le", "replace").strip() for part in (units[:place], units[place:]))
    return "\n\n".join(filter(None, (before, text.strip("\n"), after)))
