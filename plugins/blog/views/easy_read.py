"""Easy read: one idea a line, with a picture beside it."""

from plugins.photos.views.picture import PictureView
from plugins.records import dataclass
from plugins.story.html import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyReadLine:
    """One sentence. Beside it stands a photo, or the address of a drawn picture, or nothing.

    `meanings` explain the hard words in it, each in a sentence of its own.
    """

    words: Html
    photo: PictureView | None = None
    symbol: str = ""
    meanings: tuple[Html, ...] = ()
