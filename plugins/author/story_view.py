"""What the template of the story's field sees."""

from plugins.author.forms.fields import Options
from plugins.records import dataclass
from plugins.story import Html


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the story up to a photo, and what that photo shows; empty after the last.

    `picture` is the address of the photo as readers will see it, and empty where its file is not there.
    """

    html: Html
    photo: str
    picture: str


@dataclass(frozen=True, slots=True)
class StoryLook:
    """The story as readers will see it, and what is to be mended in it."""

    pieces: tuple[Piece, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """What can be put into the story, each as the Markdown that is put there, and how the story looks."""

    posts: Options
    photos: Options
    look: StoryLook
