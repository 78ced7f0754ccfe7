"""The files of a diary as its author's desk sees them: found by what stands in a form, never by a path from one."""

from hashlib import sha256
from pathlib import Path

from plugins.contract.shape import field_names
from plugins.frontmatter import ContentFile, Mapping, Scalar, content_files, read_document, read_yaml
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.settings.reading import NAME
from plugins.settings.record import DiarySettings
from plugins.workshops.record.post import Post

POSTS = ("workshop", "post", "page")
ROOMS: dict[str, str] = {"workshop": "workshops/", "post": "posts/", "page": ""}
"""Below which part of the diary's address the pages of each kind lie."""
_AMONG_OTHERS = 2
"""How many slashes are in the name of a post that is a file among others: `content/posts/welcome.md`."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A post, or the settings of the diary, as it was opened: its bytes, what of it could be read, and its findings.

    `story_line` is the line of the file in which what is below the front matter begins; `saved` is when the file was
    saved, in nanoseconds since 1970.
    """

    file: ContentFile
    data: bytes
    front_matter: Mapping | None
    story: str
    problems: tuple[Problem, ...]
    story_line: int = 0
    saved: int = 0

    @property
    def is_post(self) -> bool:
        return self.file.kind in POSTS

    @property
    def record(self) -> type:
        """What the file may say."""
        return Post if self.is_post else DiarySettings

    @property
    def version(self) -> str:
        """A word for what the file says, so that nobody writes into one that has changed meanwhile."""
        return version_of(self.data)


def version_of(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]


def posts(content: Path) -> tuple[ContentFile, ...]:
    return tuple(file for file in content_files(content)[0] if file.kind in POSTS)


def own_folder(file: ContentFile) -> Path | None:
    """The folder that is a post's alone; None for one that is a file among others, whatever that is called."""
    return file.folder if file.source.count("/") > _AMONG_OTHERS else None


def post_called(content: Path, source: str) -> ContentFile | None:
    """The post that is known by this name; None when there is none, whatever the name looks like."""
    return next((file for file in posts(content) if file.source == source), None)


def file_called(content: Path, source: str) -> ContentFile | None:
    """The post or the settings that are known by this name; settings need not be there yet."""
    settings = ContentFile(f"{content.name}/{NAME}", content, NAME, "settings", "")
    return settings if source == settings.source else post_called(content, source)


def post_at(content: Path, page: str) -> ContentFile | None:
    """The post whose page has this address below the root of the diary; None for pages that are made of several."""
    for file in sorted(posts(content), key=lambda file: not file.page):  # The next version is what the preview shows.
        document, _ = read_document(file.path, file.source)
        if f"{page.strip('/')}/" == page_of(file, document.front_matter if document else None):
            return file
    return None


def page_of(file: ContentFile, front_matter: Mapping | None) -> str:
    """The address of a post's page below the root of the diary."""
    slug = front_matter.get("slug") if front_matter else None
    name = slug.text if isinstance(slug, Scalar) and slug.text else file.slug
    return f"{ROOMS[file.kind]}{name}/"


def may_have_form(content: Path, page: str) -> bool:
    """Whether a page with this address below the root of the diary is made of one post, as far as its address tells."""
    parts = page.strip("/").split("/")
    if len(parts) == 2:
        return parts[0] in ("workshops", "posts")
    return any(file.kind == "page" and file.slug == parts[0] for file in posts(content))


def has_form(content: Path, source: str) -> bool:
    """Whether a file of the diary is written in a form: a post, the settings, the register."""
    name = source.removeprefix(f"{content.name}/")
    is_post = name.endswith(".md") and name.partition("/")[0] in ("workshops", "posts", "pages")
    return name != source and (name in (NAME, "consent.yml") or (is_post and (content / name).is_file()))


def opened(file: ContentFile) -> OpenFile:
    """The file as it is now; its findings where its front matter cannot be read. Raises OSError."""
    if file.kind == "settings" and not file.path.exists():
        return OpenFile(file, b"", Mapping((), 0), "", ())
    saved = file.path.stat().st_mtime_ns  # Asked first: what is read may be newer than this says, and never older.
    data = file.path.read_bytes()
    if file.kind == "settings":
        tree, problems = read_yaml(file.path, file.source)
        return OpenFile(file, data, tree, "", problems, saved=saved)
    document, problems = read_document(file.path, file.source, names=field_names(Post))
    if document is None:
        return OpenFile(file, data, None, "", problems, saved=saved)
    begins = document.story_line + len(document.story) - len(document.story.lstrip("\n"))
    return OpenFile(file, data, document.front_matter, document.story.strip("\n"), problems, begins, saved)
