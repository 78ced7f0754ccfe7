"""Requests that come to the photo editor, and their answers.

What changes a file comes from a page of the editor's own, or is refused.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs

from plugins.photos.imaging import UnreadableError
from plugins.preview.pages import ADDRESSES
from plugins.preview.photo_editor import pages
from plugins.preview.photo_editor.drawing import TypedDrawing, UnfitDrawing, drawn, fit, typed
from plugins.preview.photo_editor.post_photos import PostPhoto, post_photo, post_photos
from plugins.preview.photo_editor.screen_picture import SIDES, screen_picture
from plugins.preview.photo_editor.writing import version_of, write

LARGEST_FORM = 100_000
_MOST_FIELDS = 1_000
_POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back. `headers` come on top of the preview's own."""

    status: HTTPStatus
    kind: str
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PhotoEditor:
    """The editor of one preview. Its token is in its own pages alone: no other page of the browser can write for it."""

    content: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    def answer(self, path: str, query: str) -> Answer | None:
        """The answer to a question; None when the editor has no such page."""
        asked = _first(_fields(query))
        if path == ADDRESSES.photos:
            return _page(pages.list_page(post_photos(self.content)))
        if path not in (ADDRESSES.photo, ADDRESSES.picture):
            return None
        each = self._photo(asked)
        if each is None:
            return _nowhere()
        if path == ADDRESSES.picture:
            return _picture(each, SIDES.get(asked.get("side", ""), SIDES["large"]))
        said = f"Written into {each.source}." if asked.get("written") else ""
        return self._editor_page(each, said=said)

    def written(self, form: bytes, *, origin: str, host: str) -> Answer:
        """What came of a drawing that was sent to be written into its post."""
        fields = _fields(form.decode("utf-8", "replace"))
        asked = _first(fields)
        is_ours = hmac.compare_digest(asked.get("token", "").encode(), self.token.encode())
        if origin != f"http://{host}" or not is_ours:
            sentence = "This did not come from a page of this preview. Open the photo again, and draw it anew."
            return _page(pages.message_page("Nothing was written", sentence), HTTPStatus.FORBIDDEN)
        each = self._photo(asked)
        if each is None:
            return _nowhere()
        written = typed(fields)
        try:
            write(each, fit(written), version=asked.get("version", ""), content=self.content)
        except UnfitDrawing as unfit:
            return self._editor_page(each, written, fault=str(unfit), status=HTTPStatus.CONFLICT)
        where = {"Location": f"{pages.address_of(each)}&written=yes"}
        return Answer(HTTPStatus.SEE_OTHER, "text/plain; charset=utf-8", b"Written.\n", where)

    def _photo(self, asked: Mapping[str, str]) -> PostPhoto | None:
        each = post_photo(self.content, asked.get("post", ""), asked.get("file", ""))
        return each if each and each.is_there else None

    def _editor_page(
        self,
        each: PostPhoto,
        written: TypedDrawing | None = None,
        *,
        said: str = "",
        fault: str = "",
        status: HTTPStatus = HTTPStatus.OK,
    ) -> Answer:
        version = version_of(each.post)
        hidden = {"post": each.source, "file": each.photo.file, "token": self.token, "version": version}
        written = written or drawn(each.photo).written
        return _page(pages.editor_page(each, written, hidden=hidden, said=said, fault=fault), status)


def _fields(encoded: str) -> Mapping[str, list[str]]:
    """What was sent; nothing when it is more than the editor ever asks for."""
    try:
        return parse_qs(encoded, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}


def _first(fields: Mapping[str, list[str]]) -> dict[str, str]:
    return {name: values[0] for name, values in fields.items()}


def _page(page: bytes, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    return Answer(status, "text/html; charset=utf-8", page, {"Content-Security-Policy": _POLICY})


def _nowhere() -> Answer:
    sentence = "No post tells of such a photo, or tells of it twice, or the post has something to mend first."
    return _page(pages.message_page("This photo is not here", sentence), HTTPStatus.NOT_FOUND)


def _picture(each: PostPhoto, side: int) -> Answer:
    try:
        return Answer(HTTPStatus.OK, "image/jpeg", screen_picture(each.picture, side))
    except (UnreadableError, OSError) as fault:
        return Answer(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", f"{fault}\n".encode())
