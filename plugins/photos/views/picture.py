"""A picture in several sizes, a figure with its caption, a gallery, and a story with figures in it."""

from typing import Literal

from plugins.photos.pipeline import RenderedPhoto, Rendition
from plugins.photos.plan import Point, Use, Variants, variants
from plugins.records import dataclass
from plugins.story.html import Html

# How wide a picture is shown, as the style sheets have it (layouts, workshop, figure, gallery, card); a browser
# test holds the two together. A rem here is 16 pixels, in the style sheets 18, and 20 from 60rem on.
_COLUMN = "(min-width: 40.5rem) 38.25rem, calc(100vw - 2.25rem)"
TALL = "(min-width: 60rem) 30rem, (min-width: 29.25rem) 27rem, calc(100vw - 2.25rem)"
IN_STORY = f"(min-width: 60rem) 42.5rem, {_COLUMN}"
_NARROW_GALLERY = "(min-width: 37.5rem) calc(31vw - 0.5rem), calc(50vw - 1.5rem)"
IN_GALLERY = f"(min-width: 80rem) 18rem, (min-width: 60rem) calc(25vw - 2rem), {_NARROW_GALLERY}"
GALLERY_BESIDE_STORY = f"(min-width: 78rem) 14.25rem, (min-width: 60rem) calc(25vw - 2rem), {_NARROW_GALLERY}"
IN_CARD = "(min-width: 60rem) 10rem, (min-width: 40rem) 9rem, 7.5rem"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture that the browser chooses a size of; `alt` is empty where there is nothing to say.

    `colour` (#rrggbb) stands in its place until it is there; the first picture of a page is asked for at once.
    """

    src: str
    width: int
    height: int
    alt: str
    srcset: str
    sizes: str
    colour: str
    is_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseView:
    """A picture to look at closely: a JPEG for whoever follows the link, and sizes for the lightbox."""

    href: str
    width: int
    height: int
    srcset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A picture with what is said under it; texts that do not apply are empty."""

    picture: PictureView
    caption: Html | None = None
    credit: Html | None = None
    close: CloseView | None = None
    shape: Literal["wide", "tall"] = "wide"


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryView:
    """The photos that stand nowhere in the story."""

    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPart:
    """A part of a story, and the figure that follows it; None after the last part."""

    html: Html
    figure: FigureView | None = None


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A rendered picture, ready to be shown: `root` is the path of the site's root."""

    rendered: RenderedPhoto
    focus: Point
    alt: str
    root: str

    def picture(self, use: Use, *, sizes: str, is_first: bool = False) -> PictureView:
        """The picture as one place of a page shows it."""
        specs = self._variants(use)
        plain = self.rendition_for(use)
        return PictureView(
            src=self.root + plain.path,
            width=plain.size.width,
            height=plain.size.height,
            alt=self.alt,
            srcset=self._srcset(tuple(self.rendered.renditions[spec] for spec in specs.choice)),
            sizes=sizes,
            colour=self.rendered.colour,
            is_first=is_first,
        )

    def close(self, use: Use) -> CloseView:
        """The picture as large as it is published."""
        renditions = tuple(self.rendered.renditions[spec] for spec in self._variants(use).close)
        large = renditions[-1]
        return CloseView(
            href=self.root + large.path,
            width=large.size.width,
            height=large.size.height,
            srcset=self._srcset(_each_width_once(renditions)),
        )

    def rendition_for(self, use: Use) -> Rendition:
        """The one file of a use that every program can show."""
        return self.rendered.renditions[self._variants(use).plain]

    @property
    def shape(self) -> Literal["wide", "tall"]:
        """Whether it is higher than wide."""
        return "tall" if self.rendered.size.height > self.rendered.size.width else "wide"

    def _variants(self, use: Use) -> Variants:
        return variants(use, self.rendered.size, self.focus)

    def _srcset(self, renditions: tuple[Rendition, ...]) -> str:
        return ", ".join(f"{self.root}{rendition.path} {rendition.size.width}w" for rendition in renditions)


def _each_width_once(renditions: tuple[Rendition, ...]) -> tuple[Rendition, ...]:
    """Of two with one width (a small picture has no larger form) the first, which is the smaller file."""
    by_width = {rendition.size.width: rendition for rendition in reversed(renditions)}
    return tuple(by_width[width] for width in sorted(by_width))
