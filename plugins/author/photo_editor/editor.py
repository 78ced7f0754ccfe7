"""Requests that come to the photo editor, and their answers."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path

from plugins.author.documents import posts
from plugins.author.http import Request, Response, page_response, redirect, text_response
from plugins.author.keeping import Keeping
from plugins.author.pages import ADDRESSES, rendered
from plugins.author.photo_editor import pages
from plugins.author.photo_editor.drawing import TypedDrawing, UnfitDrawing, drawn, fit, typed
from plugins.author.photo_editor.post_photos import PostPhoto, post_photo, post_photos
from plugins.author.photo_editor.screen_picture import SIDES, screen_picture
from plugins.author.photo_editor.writing import version_of, write
from plugins.author.views import Link, MessagePage
from plugins.photos.imaging import UnreadableError
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class PhotoEditor:
    """Answers about the photos of one diary; None where there is no such page."""

    content: Path
    keeping: Keeping
    token: str

    def shown(self, path: str, asked: Mapping[str, str]) -> Response | None:
        if path == ADDRESSES.photos:
            return page_response(
                pages.list_page(post_photos(self.content), (file.source for file in posts(self.content)))
            )
        if path not in (ADDRESSES.photo, ADDRESSES.picture):
            return None
        each = self._photo(asked)
        if each is None:
            return _nowhere()
        if path == ADDRESSES.picture:
            return _picture(each, SIDES.get(asked.get("side", ""), SIDES["large"]))
        said = f"Written into {each.source}." if asked.get("written") else ""
        return self._editor_page(each, said=said)

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {ADDRESSES.photo: self._written}

    def _written(self, request: Request) -> Response:
        """What came of a drawing that was sent to be written into its post."""
        each = self._photo(request.form)
        if each is None:
            return _nowhere()
        written = typed({name: request.form.getlist(name) for name in request.form})
        try:
            self.keeping.keep_version(each.source, each.post.read_bytes())
            write(each, fit(written), version=request.form.get("version", ""), content=self.content)
        except UnfitDrawing as unfit:
            return self._editor_page(each, written, fault=str(unfit), status=HTTPStatus.CONFLICT)
        return redirect(f"{pages.address_of(each)}&written=yes")

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
    ) -> Response:
        version = version_of(each.post)
        hidden = {"post": each.source, "file": each.photo.file, "token": self.token, "version": version}
        written = written or drawn(each.photo).written
        return page_response(pages.editor_page(each, written, hidden=hidden, said=said, fault=fault), status)


def _nowhere() -> Response:
    sentence = "No post tells of such a photo, or tells of it twice, or the post has something to mend first."
    page = MessagePage("This photo is not here", sentence, (Link("All photos", ADDRESSES.photos),))
    return page_response(rendered("message.html", page), HTTPStatus.NOT_FOUND)


def _picture(each: PostPhoto, side: int) -> Response:
    try:
        return Response(screen_picture(each.picture, side), mimetype="image/jpeg")
    except (UnreadableError, OSError) as fault:
        return text_response(f"{fault}\n", HTTPStatus.NOT_FOUND)
