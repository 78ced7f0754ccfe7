"""The photos of one post in a page: many brought in at once, each asked about, put into the post, stripped."""

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.author.choices import choices, pictures_beside
from plugins.author.documents import OpenFile, opened, post_called
from plugins.author.forms.actions import empty
from plugins.author.forms.fields import FieldView, FormContext, record_fields
from plugins.author.forms.state import State, sent, state_of, typed
from plugins.author.http import PhotoUpload, Request, Response, page_response, redirect, text_response
from plugins.author.keeping import Keeping
from plugins.author.pages import ADDRESSES, AS_READERS, form_address, photos_address, rendered
from plugins.author.photo_editor.files import BroughtIn, bring_in, has_folder, strip, traces_of, unnamed, with_photo
from plugins.author.photo_editor.pages import address_of, state_of_photo
from plugins.author.photo_editor.post_photos import post_photo, post_photos
from plugins.author.photo_editor.screen_picture import SIDES, screen_picture
from plugins.author.photo_editor.views import PictureCard, PostPhotosPage
from plugins.author.rearranging.naming import given_folder
from plugins.author.rearranging.plan import NotChanged, Rearranging
from plugins.author.rearranging.subject import subject
from plugins.contract.shape import Part
from plugins.files import write_file
from plugins.frontmatter.editing import CannotEdit
from plugins.photos.imaging import Traces, UnreadableError
from plugins.photos.plan import Region
from plugins.records import dataclass
from plugins.words import numbers
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.post import Post

_PHOTO = Part(Photo)
_ASKED = ("alt", "people", "consent")
_SAID = {
    "named": "It is in the post.",
    "stripped": "The file tells nothing beside the picture any more.",
    "folder": "It has a folder of its own now. Its address stays as it is, and links lead where they led.",
}


@dataclass(frozen=True, slots=True)
class PostPhotos:
    """Answers about the photos of one post; None where there is no such page."""

    content: Path
    zone: ZoneInfo
    keeping: Keeping
    token: str

    def shown(self, path: str, asked: Mapping[str, str]) -> Response | None:
        post = self._opened(asked) if path in (ADDRESSES.photos, ADDRESSES.beside) else None
        if post is None:
            return None
        if path == ADDRESSES.beside:
            return self._picture(post, asked.get("file", ""), is_blurred=asked.get("as") == AS_READERS)
        said = _SAID.get(asked.get("done", ""))
        return self._page(post, said=(said,) if said else ())

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {
            ADDRESSES.photos_folder: self._give_folder,
            ADDRESSES.photos_added: self._add,
            ADDRESSES.photos_named: self._name,
            ADDRESSES.photos_stripped: self._strip,
        }

    def _give_folder(self, request: Request) -> Response | None:
        """A post that is one file becomes a folder of the same address, in which photos can lie."""
        post = self._opened(request.form)
        if post is None or has_folder(post):
            return None
        rearranging = Rearranging(self.content, self.keeping)
        try:
            rearranging.finish()
            if self.keeping.typed(post.file.source):
                raise NotChanged("What you typed in this post is not saved yet. Save it first, then come back.")
            plan = given_folder(subject(self.content, self.zone, post))
            rearranging.do(plan)
        except NotChanged as reason:
            return self._page(post, faults=(str(reason),), status=HTTPStatus.CONFLICT)
        return redirect(f"{photos_address(plan.becomes)}&done=folder")

    def _add(self, request: Request) -> Response | None:
        post = self._opened(request.form)
        if post is None or not has_folder(post) or not isinstance(request, PhotoUpload):
            return None
        came = [bring_in(self.content, post, name, data) for name, data in request.every_file("files")]
        faults = tuple(f"{each.name}: {each.fault}." for each in came if each.fault)
        return self._page(post, said=tuple(_said_of(came)), faults=faults)

    def _name(self, request: Request) -> Response | None:
        """Put a picture into the list of its post, with what was said of it."""
        post, file = self._opened(request.form), request.form.get("file", "")
        if post is None or post.front_matter is None or file not in unnamed(post):
            return None
        place = sent(request.pairs).below.get(request.form.get("form", ""))
        state = typed(_PHOTO, place)
        said = {name: state.get(name, "") for name in _ASKED} if isinstance(state, Mapping) else {}
        if not said.get("people"):
            fault = f"{file}: say whether anybody in it can be recognised."
            return self._page(post, faults=(fault,), about=(file, said), status=HTTPStatus.CONFLICT)
        try:
            new = with_photo(post, {"file": file, **said}, self.zone)
        except CannotEdit as reason:
            return self._page(post, faults=(f"{reason}.",), about=(file, said), status=HTTPStatus.CONFLICT)
        self.keeping.keep_version(post.file.source, post.data)
        write_file(post.file.path, new, below=self.content)
        return redirect(_address(post, done="named"))

    def _strip(self, request: Request) -> Response | None:
        post, file = self._opened(request.form), request.form.get("file", "")
        if post is None or file not in pictures_beside(post.file):
            return None
        try:
            strip(self.content, post, file)
        except (UnreadableError, OSError) as fault:
            return self._page(post, faults=(f"{file}: {fault}.",), status=HTTPStatus.CONFLICT)
        return redirect(_address(post, done="stripped"))

    def _opened(self, asked: Mapping[str, str]) -> OpenFile | None:
        file = post_called(self.content, asked.get("source", ""))
        return opened(file) if file else None

    def _picture(self, post: OpenFile, file: str, *, is_blurred: bool) -> Response | None:
        if file not in pictures_beside(post.file):
            return None
        photo = post_photo(self.content, post.file.source, file) if is_blurred else None
        blur = tuple(Region(part.x, part.y, part.w, part.h) for part in photo.photo.blur) if photo else ()
        side = SIDES["middle" if is_blurred else "small"]
        try:
            picture = screen_picture(post.file.path.parent / file, side, blur=blur)
        except (UnreadableError, OSError) as fault:
            return text_response(f"{fault}\n", HTTPStatus.NOT_FOUND)
        return Response(picture, mimetype="image/jpeg")

    def _page(
        self,
        post: OpenFile,
        *,
        said: tuple[str, ...] = (),
        faults: tuple[str, ...] = (),
        about: tuple[str, Mapping[str, State]] = ("", {}),
        status: HTTPStatus = HTTPStatus.OK,
    ) -> Response:
        of_post = [each for each in post_photos(self.content) if each.source == post.file.source and each.is_there]
        named = tuple(
            PictureCard(
                file=each.photo.file,
                picture=_beside(post, each.photo.file),
                href=address_of(each),
                state=state_of_photo(each),
                tells=_sentence_on(traces_of(post, each.photo.file)),
            )
            for each in of_post
        )
        new = tuple(
            PictureCard(
                file=file,
                picture=_beside(post, file),
                href="",
                state="",
                tells=_sentence_on(traces_of(post, file)),
                key=f"p{number}",
                fields=self._fields(post, about[1] if about[0] == file else empty(_PHOTO), f"p{number}."),
            )
            for number, file in enumerate(unnamed(post))
        )
        page = PostPhotosPage(
            title=f"Photos: {_title(post)}",
            token=self.token,
            source=post.file.source,
            form=form_address(post.file.source),
            has_folder=has_folder(post),
            may_have_folder=post.file.kind != "page",
            said=said,
            faults=faults,
            unnamed=new,
            named=named,
        )
        return page_response(rendered("post_photos.html", page), status)

    def _fields(self, post: OpenFile, state: State, below: str) -> tuple[FieldView, ...]:
        """What is asked of a photo: what it shows, whether anybody can be recognised, whose consent."""
        form = state_of(Part(Post), post.front_matter)
        offered = choices(self.content, post.file, form if isinstance(form, Mapping) else {}, self.zone)
        values = state if isinstance(state, Mapping) else {}
        fields = record_fields(Photo, values, FormContext(options=offered.options), below=below)
        return tuple(each for each in fields if each.name.removeprefix(below) in _ASKED)


def _title(post: OpenFile) -> str:
    title = post.front_matter.get("title") if post.front_matter else None
    return getattr(title, "text", "") or post.file.source


def _address(post: OpenFile, **more: str) -> str:
    return f"{ADDRESSES.photos}?{urlencode({'source': post.file.source, **more})}"


def _beside(post: OpenFile, file: str) -> str:
    return f"{ADDRESSES.beside}?{urlencode({'source': post.file.source, 'file': file})}"


def _sentence_on(found: Traces | None) -> str:
    if not found:
        return ""
    return (
        "Its file tells the place where it was taken." if found.has_place else "Its file tells more than the picture."
    )


def _said_of(came: Sequence[BroughtIn]) -> list[str]:
    there = [each for each in came if each.file]
    stripped = [each for each in there if each.stripped]
    with_place = sum(each.stripped.has_place for each in stripped if each.stripped)
    said = [f"{numbers.counted(len(there), 'photo')} came in."] if there else []
    if stripped:
        places = f", {numbers.counted(with_place, 'place')} among it" if with_place else ""
        said.append(f"What {numbers.counted(len(stripped), 'file')} told beside the picture was taken out{places}.")
    return said
