"""What is different in a diary since it was kept last, in words: posts by their titles, all else by what it is."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from plugins.author.documents import posts
from plugins.author.publication.repository import Repository
from plugins.contract.site_paths import SitePathError, address_of_file, site_path
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import Scalar
from plugins.frontmatter.changes import said
from plugins.frontmatter.editing import CannotEdit, front_matter_of
from plugins.records import dataclass
from plugins.words import numbers

_LONGEST = 72
_HEADINGS = {"new": "New", "changed": "Changed", "renamed": "Renamed", "gone": "Gone"}
_SAID = {"diary.yml": "the settings", "consent.yml": "the register of consents"}
_POSTS = (".md", ".markdown")
_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif"}


@dataclass(frozen=True, slots=True)
class Changes:
    """The names of what is `new`, `changed`, `renamed` and `gone`, in this order."""

    names: Mapping[str, tuple[str, ...]]

    @property
    def lines(self) -> tuple[str, ...]:
        """`New: “A” and 2 photos`, a line for each."""
        return tuple(f"{_HEADINGS[what]}: {numbers.listed(names)}" for what, names in self.names.items())

    @property
    def message(self) -> str:
        """The message of a commit: one line of all, or of how much, and then all of it."""
        whole = "; ".join(self.lines)
        count = sum(map(len, self.names.values()))
        first = whole if len(whole) <= _LONGEST else f"Change {numbers.counted(count, 'thing')} in the diary"
        return first if first == whole else "\n".join((first, "", *self.lines))


def changes(repository: Repository, content: Path) -> Changes:
    """What is in no commit yet."""
    known = {file.path.relative_to(content).as_posix() for file in posts(content)}
    found = repository.changed()
    renamed = _renamed(found, content, known)
    named: dict[str, list[str]] = {}
    others: dict[tuple[str, str], int] = {}
    for path, what in sorted(found.items()):
        if path in _SAID:
            named.setdefault(what, []).append(_SAID[path])
        elif path in renamed:
            old, new = (_title(data) for data in (repository.kept(path), (content / renamed[path]).read_bytes()))
            named.setdefault("renamed", []).append(f"“{old}”" if old == new else f"“{old}”, now “{new}”")
        elif path in known or path.endswith(_POSTS):
            if path not in renamed.values():
                data = (content / path).read_bytes() if path in known else repository.kept(path)
                named.setdefault(what, []).append(f"“{_title(data) or path}”")
        elif not _went_along(path, renamed):
            kind = "photo" if PurePosixPath(path).suffix.casefold() in _PICTURES else "other file"
            others[what, kind] = others.get((what, kind), 0) + 1
    for (what, kind), count in others.items():
        named.setdefault(what, []).append(numbers.counted(count, kind))
    return Changes({what: tuple(named[what]) for what in _HEADINGS if what in named})


def _renamed(found: Mapping[str, str], content: Path, known: Collection[str]) -> dict[str, str]:
    """The new path of each post that is gone from its place, where one that is new says that it stood there."""
    gone = {address: path for path, what in found.items() if what == "gone" and (address := address_of_file(path))}
    renamed: dict[str, str] = {}
    for path in (path for path, what in found.items() if what == "new" and path in known):
        for address in _former(content / path):
            if address in gone:
                renamed[gone[address]] = path
    return renamed


def _former(file: Path) -> Iterator[str]:
    """The former addresses that a post names."""
    fields = _front_matter(file.read_bytes())
    front_matter = said(fields) if fields else {}
    written = front_matter.get("formerly", ()) if isinstance(front_matter, Mapping) else ()
    for each in (written,) if isinstance(written, str) else written:
        with suppress(SitePathError):
            yield site_path(str(each))


def _went_along(path: str, renamed: Mapping[str, str]) -> bool:
    """Whether a file lies, or lay, in the folder of a post that has another name now."""
    folders = (str(PurePosixPath(post).parent) for pair in renamed.items() for post in pair if post.count("/") > 1)
    return any(path.startswith(f"{folder}/") for folder in folders)


def _title(data: bytes) -> str:
    """The title of a post; empty where it cannot be read."""
    fields = _front_matter(data)
    title = fields.get("title") if fields else None
    return " ".join(title.text.split()) if isinstance(title, Scalar) else ""


def _front_matter(data: bytes) -> Tree | None:
    try:
        fields = front_matter_of(data)
    except CannotEdit:
        return None
    return fields if isinstance(fields, Tree) else None
