"""What the templates of the desk see, text ready."""

from plugins.author.forms.fields import FieldView
from plugins.author.meaning_view import Meaning
from plugins.author.story_view import StoryView
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things are at the editor, for templates and for the server."""

    posts: str = "/"
    new: str = "/new"
    next: str = "/next"
    imported: str = "/import"
    post: str = "/post"
    edit: str = "/edit"
    typed: str = "/typed"
    look: str = "/look"
    pasted: str = "/pasted"
    story_document: str = "/story/document"
    proof: str = "/proof"
    proof_file: str = "/proof/file"
    read_by_group: str = "/proof/read"
    styles: str = "/editor.css"
    bar_styles: str = "/bar.css"
    script: str = "/editor.js"
    story_script: str = "/story.js"
    mend: str = "/mend"
    bin: str = "/bin"
    publish: str = "/publish"
    rearrange: str = "/rearrange"
    versions: str = "/versions"
    consent: str = "/consent"
    settings: str = "/settings"
    photos: str = "/photos"
    photos_folder: str = "/photos/folder"
    photos_added: str = "/photos/added"
    photos_named: str = "/photos/named"
    photos_stripped: str = "/photos/stripped"
    beside: str = "/beside"
    photo: str = "/photo"
    picture: str = "/picture"
    photo_styles: str = "/photo_editor.css"
    drop_script: str = "/drop.js"
    photo_script: str = "/photo_editor.js"
    meaning: str = "/meaning"
    meaning_script: str = "/meaning.js"
    signs: str = "/images/signs.svg"
    shown_styles: str = "/shown.css"
    findings_script: str = "/findings.js"
    tokens: str = "/tokens.css"


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class MessagePage:
    """A page that says one thing, and where to go from there."""

    title: str
    sentence: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post in the list; `state` says whether readers see it, `to_mend` how much is to be mended in it."""

    title: str
    href: str
    state: str
    date: str
    source: str
    to_mend: str


@dataclass(frozen=True, slots=True)
class PostsPage:
    title: str
    sections: tuple[tuple[str, tuple[PostLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What is asked of a new post; `fault` is what keeps it from being made."""

    title: str
    token: str
    kind: str
    name: str
    start: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """What came of a document that was brought in, line by line, and where to go from there."""

    title: str
    lines: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together; one that is folded can be opened."""

    id: str
    title: str
    fields: tuple[FieldView, ...]
    is_open: bool
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to mend: where, and what; `href` leads to its field, and is empty where there is none.

    `line` is that of the story, from 1. `mend` says what one press changes, and `key` names the finding then.
    """

    place: str
    message: str
    href: str = ""
    line: int = 0
    mend: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class PostPage:
    """One post in a form. `said` is good news; `typed_before` says that what was typed and not saved is back.

    `elsewhere` leads to what is typed in other windows, `window` and `came` are sent along (`Shown`).

    Of `notices` and `advice` nothing keeps the post from being published. `is_awaited`: a check of the whole diary is
    on its way. `story_at` is the line of the story that was asked for, from 1.
    """

    title: str
    source: str
    href: str
    rearrange: str
    versions: str
    token: str
    version: str
    window: str
    came: str
    elsewhere: tuple[str, ...]
    sections: tuple[Section, ...]
    story: str
    story_view: StoryView
    meaning: Meaning
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]
    advice: tuple[Fault, ...]
    is_awaited: bool
    story_at: int
    said: str
    typed_before: bool
    is_readable: bool
    is_post: bool
    is_next: bool


@dataclass(frozen=True, slots=True)
class FileToMend:
    """A file with what is to be mended in it, and what is good to know; `href` leads to its form."""

    source: str
    href: str
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class ToMendPage:
    """Every file with something to mend, the one that was saved last first."""

    title: str
    token: str
    sentence: str
    files: tuple[FileToMend, ...]


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """Two texts of one file: a line is (what stands in it now, what was to be saved, whether both are the same)."""

    title: str
    source: str
    token: str
    version: str
    lines: tuple[tuple[str, str, bool], ...]
    hidden: tuple[tuple[str, str], ...]
