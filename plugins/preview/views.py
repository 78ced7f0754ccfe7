"""What the templates of the preview see."""

from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things are in the preview, for templates and for the server."""

    diary: str = "/"
    findings: str = "/_preview/findings"
    events: str = "/_preview/events"
    styles: str = "/_preview/overlay.css"
    script: str = "/_preview/overlay.js"
    tokens: str = "/_preview/tokens.css"
    bar_styles: str = "/_preview/bar.css"
    print_script: str = "/_preview/print.js"
    phone: str = "/_preview/phone"
    printed: str = "/_preview/print"


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding as the author reads it; `place` may be empty.

    `href` leads to its field at the desk; it is empty for a file that has no form.
    """

    where: str
    place: str
    message: str
    href: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a page of the diary is told of itself: the good builds when it was asked for, and the advice on its post.

    `state` is a digest of what it says.
    """

    good_builds: int
    state: str
    advice: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """What the newest build found, what is good to know, and the advice on all posts; `number` is the build's."""

    title: str
    sentence: str
    stops: tuple[FindingLine, ...]
    notices: tuple[FindingLine, ...]
    advice: tuple[FindingLine, ...]
    number: int


@dataclass(frozen=True, slots=True)
class FramePage:
    """A page of the diary in a frame: where it is shown without the preview's own, and where it was come from."""

    title: str
    back: str
    shown: str
