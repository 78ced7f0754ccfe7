"""The pictures of a site: which of them are shown and where, rendered, and as views.

A photo is rendered only when this site shows it; every other photo of the diary is looked at, so that a broken one
is told before its post is published.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape

from plugins.blog.publication import Publication
from plugins.blog.settings import BlogSettings
from plugins.blog.texts import Texts
from plugins.engine.page import PlannedFile
from plugins.photos.picture_kinds import ending_of, with_article
from plugins.photos.pipeline import Pipeline, RenderedPhoto, Rendition
from plugins.photos.plan import Point, Region, RenditionRequest, Use
from plugins.photos.views.picture import (
    GALLERY_BESIDE_STORY,
    IN_CARD,
    IN_GALLERY,
    IN_STORY,
    TALL,
    FigureView,
    GalleryView,
    PictureView,
    ShownPhoto,
    StoryPart,
)
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.story import Figure, Html, Parts, escaped, runs
from plugins.words import photos
from plugins.workshops.checks.files import lies_beside
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.record.photo import Photo
from plugins.workshops.views.language import TextLanguage, in_language

FigureFor = Callable[[Figure], FigureView | None]
"""What is shown of a picture; None when there is nothing to show."""


@dataclass(frozen=True)
class Pictures:
    """Every picture that this site shows. `in_story` has the numbers of the photos in each story, by source."""

    rendered: Mapping[tuple[str, str], RenderedPhoto]
    in_story: Mapping[str, frozenset[int]]
    texts: Texts
    language: Callable[[DiaryEntry], TextLanguage | None]
    root: str
    content: Callable[[Rendition], bytes]

    def figure(self, entry: DiaryEntry, figure: Figure) -> FigureView | None:
        """A photo in the story; where that says nothing of it, the front matter's words are taken."""
        photo = entry.post.photos[figure.number]
        showing = self._shown_photo(entry, photo, figure.alt)
        if showing is None:
            return None
        sizes = TALL if showing.shape == "tall" else IN_STORY
        shown = self._figure(entry, photo, showing, showing.picture("story", sizes=sizes), "story")
        return replace(shown, caption=escaped(figure.caption)) if figure.caption else shown

    def story(self, entry: DiaryEntry) -> tuple[StoryPart, ...]:
        """An entry's story as its page shows it: with its figures, and the words marked that need explaining.

        The first picture is asked for at once, the others when they come into sight.
        """
        shown = story_parts(self.texts.explained(entry, self.language), partial(self.figure, entry))
        first = next((place for place, part in enumerate(shown) if part.figure), None)
        return tuple(_at_once(part) if place == first else part for place, part in enumerate(shown))

    def plain_story(self, entry: DiaryEntry) -> Html:
        """An entry's story with its figures as every program shows them, for feeds."""
        return with_plain_figures(self.texts.stories[entry.source].parts, partial(self.figure, entry))

    def gallery(self, entry: DiaryEntry) -> GalleryView | None:
        """The photos that the story does not show; None when it shows them all."""
        figures = tuple(self._in_gallery(entry))
        return GalleryView(figures=figures) if figures else None

    def shows_any(self, entry: DiaryEntry) -> bool:
        """Whether the entry's page has a photo on it."""
        return any(self._shown_photo(entry, photo) for photo in entry.post.photos)

    def thumbnail(self, entry: DiaryEntry, file: str, *, is_first: bool = False) -> PictureView | None:
        """A small picture, four by three, of a post's `image` or of a milestone's, as wide as in a card.

        None when it is left out, since its consent no longer holds. Show it with the macro `picture`. Where it stands
        wider or narrower than in a card, say so with `dataclasses.replace(view, sizes="…")`.
        """
        photo = _photo(entry, file)
        showing = self._shown_photo(entry, photo) if photo else None
        return showing.picture("thumbnail", sizes=IN_CARD, is_first=is_first) if showing else None

    def share(self, entry: DiaryEntry) -> tuple[Rendition, str] | None:
        """The picture for cards on other sites [Open Graph], with its words; None where chats may not keep it."""
        photo = _photo(entry, entry.post.image) if entry.post.image else None
        showing = self._shown_photo(entry, photo) if photo and entry.may_be_kept(photo) else None
        return (showing.rendition_for("share"), showing.alt) if showing else None

    def to_keep(self, entry: DiaryEntry, file: str) -> tuple[bytes, str] | None:
        """A small picture with its words, for files that readers keep; None where they may not keep it."""
        photo = _photo(entry, file)
        showing = self._shown_photo(entry, photo) if photo and entry.may_be_kept(photo) else None
        return (self.content(showing.rendition_for("thumbnail")), showing.alt) if showing else None

    def files(self, *, without: Collection[str] = ()) -> Iterator[PlannedFile]:
        """Every picture file that is published, once, but for those at some paths."""
        renditions = {made.path: made for rendered in self.rendered.values() for made in rendered.renditions.values()}
        paths = (path for path in sorted(renditions) if path not in without)
        return (PlannedFile(path, partial(self.content, renditions[path])) for path in paths)

    @property
    def keys(self) -> frozenset[str]:
        """The pictures of the whole diary in the store; all others may go."""
        return frozenset(rendered.key for rendered in self.rendered.values())

    def _in_gallery(self, entry: DiaryEntry) -> Iterator[FigureView]:
        for number, photo in enumerate(entry.post.photos):
            showing = self._shown_photo(entry, photo)
            if showing and number not in self.in_story[entry.source]:
                sizes = GALLERY_BESIDE_STORY if entry.kind == "workshop" else IN_GALLERY
                yield self._figure(entry, photo, showing, showing.picture("gallery", sizes=sizes), "gallery")

    def _shown_photo(self, entry: DiaryEntry, photo: Photo, alt: str = "") -> ShownPhoto | None:
        rendered = self.rendered.get((entry.source, photo.file))
        alt = alt or photo.alt or ""
        return ShownPhoto(rendered, _focus(photo), alt, self.root) if rendered and rendered.renditions else None

    def _figure(
        self, entry: DiaryEntry, photo: Photo, showing: ShownPhoto, picture: PictureView, use: Use
    ) -> FigureView:
        return FigureView(
            picture=picture,
            caption=self.texts.inline(entry)(photo.caption) if photo.caption else None,
            credit=in_language(escaped(photos.credit(photo.credit)), None, around=self.language(entry))
            if photo.credit
            else None,
            close=showing.close(use) if showing.alt else None,
            shape=showing.shape if use == "story" else "wide",
        )


def pictures(
    shown: Publication, diary: Diary, texts: Texts, settings: BlogSettings, *, pipeline: Pipeline, renders: bool
) -> tuple[Pictures, tuple[Problem, ...]]:
    """The pictures of a site, and what is wrong with any picture of the diary.

    Where `renders` is false the pictures are only looked at, and none is shown.
    """
    nothing: frozenset[int] = frozenset()
    in_story = {
        source: frozenset(figure.number for figure in story.figures) if story.figures else nothing
        for source, story in texts.stories.items()
    }
    requests: dict[tuple[str, str], RenditionRequest] = {}
    for entry in diary.entries:
        for number, photo in enumerate(entry.post.photos):
            is_shown = renders and shown.shows(entry)
            uses = _uses(entry, photo, in_story=number in in_story[entry.source]) if is_shown else ()
            if lies_beside(entry.folder, photo.file):
                requests[entry.source, photo.file] = _request(entry, photo, uses)
    done = pipeline.rendered(dict.fromkeys(requests.values()))
    rendered = {place: done[request] for place, request in requests.items()}
    problems = [problem for entry in diary.entries for problem in _problems(entry, rendered)]
    return Pictures(rendered, in_story, texts, settings.language_of, settings.root, pipeline.content), tuple(problems)


def _at_once(part: StoryPart) -> StoryPart:
    figure = part.figure
    return replace(part, figure=replace(figure, picture=replace(figure.picture, is_first=True))) if figure else part


def photo_number(entry: DiaryEntry, file: str) -> int | None:
    """Which of the post's photos this is; None when it is none of them."""
    return next((number for number, photo in enumerate(entry.post.photos) if photo.file == file), None)


def _photo(entry: DiaryEntry, file: str) -> Photo | None:
    number = photo_number(entry, file)
    return None if number is None else entry.post.photos[number]


def _uses(entry: DiaryEntry, photo: Photo, *, in_story: bool) -> Iterator[Use]:
    yield "story" if in_story else "gallery"
    if photo.file == entry.post.image and entry.may_be_kept(photo):
        yield "share"
    if photo.file in _in_small(entry):
        yield "thumbnail"


def _in_small(entry: DiaryEntry) -> tuple[str | None, ...]:
    """The pictures that are shown in small."""
    post = entry.post
    return (post.image, *(each.image for each in post.milestones), *(each.picture for each in post.easy_read))


def _request(entry: DiaryEntry, photo: Photo, uses: Iterator[Use] | Sequence[Use]) -> RenditionRequest:
    return RenditionRequest(
        file=entry.folder / photo.file,
        uses=frozenset(uses),
        focus=_focus(photo),
        blur=tuple(Region(part.x, part.y, part.w, part.h) for part in photo.blur),
    )


def _focus(photo: Photo) -> Point:
    return Point(photo.focus.x, photo.focus.y) if photo.focus else Point()


def _problems(entry: DiaryEntry, rendered: Mapping[tuple[str, str], RenderedPhoto]) -> Iterator[Problem]:
    for number, photo in enumerate(entry.post.photos):
        made = rendered.get((entry.source, photo.file))
        if made is None:
            continue  # It does not lie there, and that is told already.
        field = ("photos", number, "file")
        if made.fault:
            yield entry.problem_at(field, f'found "{photo.file}": {made.fault}', "photo-unreadable")
            continue
        for notice in made.notices:
            yield entry.problem_at(field, f'found "{photo.file}": {notice}', "photo-looks-wrong", stops=False)
        if ending := ending_of(made.kind, photo.file):
            kind = with_article(made.kind)
            advice = f'found "{photo.file}", which is {kind} by its content; give its name the ending {ending}'
            yield entry.problem_at(field, advice, "wrong-name", stops=False)


def story_parts(parts: Parts, figure_for: FigureFor) -> tuple[StoryPart, ...]:
    """The story cut where its figures stand."""
    return tuple(StoryPart(html=html, figure=figure_for(figure) if figure else None) for html, figure in runs(parts))


def with_plain_figures(parts: Parts, figure_for: FigureFor) -> Html:
    """The story with its figures as every program shows them, for feeds."""
    shown = story_parts(parts, figure_for)
    return Html("".join(f"{part.html}{_plain_figure(part.figure) if part.figure else ''}" for part in shown))


def _plain_figure(figure: FigureView) -> str:
    """A figure with one picture in it and no class."""
    shown = figure.picture
    image = f'<img src="{shown.src}" alt="{escape(shown.alt)}" width="{shown.width}" height="{shown.height}">'
    caption = " ".join(said.html for said in (figure.caption, figure.credit) if said)
    return f"<figure>{image}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"
