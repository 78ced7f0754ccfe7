"""What is different in a diary since it was kept last, in words: posts by their titles, all else by what it is."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from plugins.author.documents import posts
from plugins.author.publication.repository import Repository
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import Scalar
from plugins.frontmatter.editing import CannotEdit, front_matter_of
from plugins.records import dataclass
from plugins.words import numbers

_LONGEST = 72
_HEADINGS = {"new": "New", "changed": "Changed", "gone": "Gone"}
_SAID = {"diary.yml": "the settings", "consent.yml": "the register of consents"}
_POSTS = (".md", ".markdown")
_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif"}


@dataclass(frozen=True, slots=True)
class Changes:
    """The names of what is `new`, `changed` and `gone`, in this order."""

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
    named: dict[str, list[str]] = {}
    others: dict[tuple[str, str], int] = {}
    for path, what in sorted(repository.changed().items()):
        if path in _SAID:
            named.setdefault(what, []).append(_SAID[path])
        elif path in known or path.endswith(_POSTS):
            data = (content / path).read_bytes() if path in known else repository.kept(path)
            named.setdefault(what, []).append(f"“{_title(data) or path}”")
        else:
            kind = "photo" if PurePosixPath(path).suffix.casefold() in _PICTURES else "other file"
            others[what, kind] = others.get((what, kind), 0) + 1
    for (what, kind), count in others.items():
        named.setdefault(what, []).append(numbers.counted(count, kind))
    return Changes({what: tuple(named[what]) for what in _HEADINGS if what in named})


def _title(data: bytes) -> str:
    """The title of a post; empty where it cannot be read."""
    try:
        fields = front_matter_of(data)
    except CannotEdit:
        return ""
    title = fields.get("title") if isinstance(fields, Tree) else None
    return " ".join(title.text.split()) if isinstance(title, Scalar) else ""
