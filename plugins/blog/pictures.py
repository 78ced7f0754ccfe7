"""The pictures of an edition: which of them are shown and where, developed, and as views.

A photo is developed only when this edition shows it; every other photo of the diary is looked at, so that a broken one
is told before its post is published.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.blog.figures import pictured, story_parts
from plugins.blog.publication import Publication
from plugins.engine.page import File
from plugins.frontmatter import line_of
from plugins.photos.darkroom import Darkroom, Developed, Print
from plugins.photos.develop import ending_of
from plugins.photos.plan import Order, Point, Region, Use
from plugins.photos.views.picture import (
    BESIDE_RAIL,
    IN_CARD,
    IN_GALLERY,
    IN_STORY,
    TALL,
    FigureView,
    GalleryView,
    PictureView,
    Showing,
    StoryPart,
)
from plugins.problems import Problem, field_name
from plugins.story import Html, Passage
from plugins.workshops.checks.files import lies_beside
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.record.photo import Photo


@dataclass(frozen=True, slots=True)
class Told:
    """Stories by source, with stand-ins for their pictures, and words by source and written text."""

    stories: Mapping[str, Passage]
    words: Mapping[tuple[str, str], Passage]


@dataclass(frozen=True)
class Pictures:
    """Every picture that this edition shows. `in_story` has the numbers of the photos in each story, by source."""

    developed: Mapping[tuple[str, str], Developed]
    in_story: Mapping[str, tuple[int, ...]]
    words: Mapping[tuple[str, str], Passage]
    root: str
    content: Callable[[Print], bytes]

    def figure(self, entry: DiaryEntry, number: int, alt: str = "") -> FigureView | None:
        """A photo in the story; `alt` is what the story says of it, else the front matter's is taken."""
        photo = entry.post.photos[number]
        showing = self._showing(entry, photo, alt)
        if showing is None:
            return None
        sizes = TALL if showing.shape == "tall" else BESIDE_RAIL if entry.kind == "workshop" else IN_STORY
        return self._figure(entry, photo, showing, showing.picture("story", sizes=sizes), "story")

    def story(self, entry: DiaryEntry, html: Html) -> tuple[StoryPart, ...]:
        """A story with its figures; the first picture is asked for at once, the others when they come into sight."""
        parts = story_parts(html, lambda number, alt: self.figure(entry, number, alt))
        first = next((place for place, part in enumerate(parts) if part.figure), None)
        return tuple(_at_once(part) if place == first else part for place, part in enumerate(parts))

    def gallery(self, entry: DiaryEntry) -> GalleryView | None:
        """The photos that the story does not show; None when it shows them all."""
        figures = tuple(self._in_gallery(entry))
        return GalleryView(figures=figures) if figures else None

    def shows_any(self, entry: DiaryEntry) -> bool:
        """Whether the entry's page has a photo on it."""
        return any(self._showing(entry, photo) for photo in entry.post.photos)

    def thumbnail(self, entry: DiaryEntry, file: str, *, is_first: bool = False) -> PictureView | None:
        """A small picture, four by three, of a post's `image` or of a milestone's, as wide as in a card.

        None when it is left out, since its consent no longer holds. Show it with the macro `picture`. Where it stands
        wider or narrower than in a card, say so with `dataclasses.replace(view, sizes="…")`.
        """
        photo = _photo(entry, file)
        showing = self._showing(entry, photo) if photo else None
        return showing.picture("thumbnail", sizes=IN_CARD, is_first=is_first) if showing else None

    def share(self, entry: DiaryEntry) -> tuple[Print, str] | None:
        """The picture for cards on other sites [Open Graph], with its words."""
        photo = _photo(entry, entry.post.image) if entry.post.image else None
        showing = self._showing(entry, photo) if photo else None
        return (showing.print_for("share"), showing.alt) if showing else None

    def files(self) -> Iterator[File]:
        """Every picture file that is published, once."""
        held = {made.path: made for developed in self.developed.values() for made in developed.prints.values()}
        return (File(path, self.content(held[path])) for path in sorted(held))

    @property
    def keys(self) -> frozenset[str]:
        """The pictures of the whole diary in the store; all others may go."""
        return frozenset(developed.key for developed in self.developed.values())

    def _in_gallery(self, entry: DiaryEntry) -> Iterator[FigureView]:
        for number, photo in enumerate(entry.post.photos):
            showing = self._showing(entry, photo)
            if showing and number not in self.in_story[entry.source]:
                yield self._figure(entry, photo, showing, showing.picture("gallery", sizes=IN_GALLERY), "gallery")

    def _showing(self, entry: DiaryEntry, photo: Photo, alt: str = "") -> Showing | None:
        developed = self.developed.get((entry.source, photo.file))
        alt = alt or photo.alt or ""
        return Showing(developed, _focus(photo), alt, self.root) if developed and developed.prints else None

    def _figure(self, entry: DiaryEntry, photo: Photo, showing: Showing, picture: PictureView, use: Use) -> FigureView:
        return FigureView(
            picture=picture,
            caption=self.words[entry.source, photo.caption].html if photo.caption else None,
            credit=f"Photo: {photo.credit}" if photo.credit else "",
            close=showing.close(use) if showing.alt else None,
            shape=showing.shape if use == "story" else "wide",
        )


def pictures(
    shown: Publication, diary: Diary, told: Told, *, root: str, darkroom: Darkroom, develops: bool
) -> tuple[Pictures, tuple[Problem, ...]]:
    """The pictures of an edition, and what is wrong with any picture of the diary.

    Where `develops` is false the pictures are only looked at, and none is shown.
    """
    in_story = {source: pictured(story.html) for source, story in told.stories.items()}
    orders: dict[tuple[str, str], Order] = {}
    for entry in diary.entries:
        for number, photo in enumerate(entry.post.photos):
            is_shown = develops and shown.shows(entry)
            uses = _uses(entry, photo, in_story=number in in_story[entry.source]) if is_shown else ()
            if lies_beside(entry.folder, photo.file):
                orders[entry.source, photo.file] = _order(entry, photo, uses)
    done = darkroom.developed(dict.fromkeys(orders.values()))
    developed = {place: done[order] for place, order in orders.items()}
    problems = [problem for entry in diary.entries for problem in _problems(entry, developed)]
    return Pictures(developed, in_story, told.words, root, darkroom.content), tuple(problems)


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
    if photo.file == entry.post.image:
        yield "share"
    if photo.file in (entry.post.image, *(milestone.image for milestone in entry.post.milestones)):
        yield "thumbnail"


def _order(entry: DiaryEntry, photo: Photo, uses: Iterator[Use] | Sequence[Use]) -> Order:
    return Order(
        file=entry.folder / photo.file,
        uses=frozenset(uses),
        focus=_focus(photo),
        blur=tuple(Region(part.x, part.y, part.w, part.h) for part in photo.blur),
    )


def _focus(photo: Photo) -> Point:
    return Point(photo.focus.x, photo.focus.y) if photo.focus else Point()


def _problems(entry: DiaryEntry, developed: Mapping[tuple[str, str], Developed]) -> Iterator[Problem]:
    for number, photo in enumerate(entry.post.photos):
        made = developed.get((entry.source, photo.file))
        if made is None:
            continue  # It does not lie there, and that is told already.
        if made.fault:
            yield _problem(entry, number, f'found "{photo.file}": {made.fault}')
        elif ending := ending_of(made.kind, photo.file):
            advice = f'found "{photo.file}", which is a {made.kind} by its content; give its name the ending {ending}'
            yield _problem(entry, number, advice, stops=False)


def _problem(entry: DiaryEntry, number: int, message: str, *, stops: bool = True) -> Problem:
    path = ("photos", number, "file")
    return Problem(entry.source, line_of(entry.tree, path), field_name(path), message, stops)
