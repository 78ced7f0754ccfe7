"""What lies in a content folder: every ordinary file, and a finding for everything that is none."""

import os
import posixpath
import re
import stat
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Literal, TypeAlias

from plugins.files.names import post_name, slug
from plugins.frontmatter.alike_names import alike_names, copied_posts
from plugins.frontmatter.source import not_ordinary
from plugins.patterns import lazy_pattern
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.unicode import without_stray_unseen

_Found: TypeAlias = tuple[str, str, tuple[str, ...]]
"""A folder, its source, and the names of files that lie in it."""
ContentKind = Literal["workshop", "post", "page", "register", "settings", "other"]
_LINE_END = lazy_pattern("[\t\n\v\f\r\x85\u2028\u2029]")
_IGNORED_NAMES = {"thumbs.db", "desktop.ini", "readme.md", "readme.markdown"}
_DEEPEST = 20
_TEXT_ENDING = lazy_pattern(r"(?:\.md)?\.(?:md|markdown|txt)$", re.IGNORECASE)
_POSTS = ("workshop", "post", "page")
_NEXT = lazy_pattern(r"^(?:(.+)\.)?draft\.(?:md|markdown)$", re.IGNORECASE)
"""What the next version of a page is called."""
_INDEX_DEPTH = 3
"""An index lies in a folder of its own."""
_WORD = {".doc", ".docx", ".odt", ".rtf", ".pages"}


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file: `source` as the author knows it, `slug` what its folder or name would make its address.

    `page` is the source of the page whose next version this is; empty for all other files. What lies in one folder
    shares it: of a thousand paths each would take half a kilobyte.
    """

    source: str
    folder: Path
    name: str
    kind: ContentKind
    slug: str
    page: str = ""

    @property
    def path(self) -> Path:
        return self.folder / self.name


def content_files(content: Path) -> tuple[tuple[ContentFile, ...], tuple[Problem, ...]]:
    """Every file in a content folder, in one order on every machine, and the findings on the way.

    Links are never followed and nothing is opened.
    """
    name = content.name or str(content)
    if not os.path.isdir(content):  # noqa: PTH112 - Path.is_dir raises where nobody may look
        return (), (Problem(name, 0, "", "there is no such folder; the diary's posts lie in it", "missing-file"),)
    problems: list[Problem] = []
    files, misplaced, alike = _files(tuple(_walk(content, name, problems)))
    problems.extend(misplaced)
    has_posts = any(file.kind in _POSTS for file in files)
    if not has_posts and not any(problem.stops for problem in problems):
        message = "there is no post in this folder; write one, such as posts/welcome.md"
        problems.append(Problem(name, 0, "", message, "missing-file"))
    return files, (*problems, *alike)


@lru_cache(2)
def _files(found: tuple[_Found, ...]) -> tuple[tuple[ContentFile, ...], tuple[Problem, ...], tuple[Problem, ...]]:
    """The files that were found, and what is wrong with their places and names: it follows from these."""
    files = tuple(
        _file(folder, name, f"{source}/{_shown(name)}")
        for folder, source, names in ((Path(place), source, names) for place, source, names in found)
        for name in names
    )
    posts = tuple(file.source for file in files if file.kind in _POSTS)
    misplaced = tuple(problem for file in files for problem in _misplaced(file))
    return files, misplaced, (*alike_names(file.source for file in files), *copied_posts(posts))


def _walk(folder: Path, source: str, problems: list[Problem]) -> Iterator[_Found]:
    if source.count("/") > _DEEPEST:
        message = f"this folder lies more than {_DEEPEST} folders deep; move it further up"
        problems.append(Problem(source, 0, "", message, "wrong-place"))
        return
    try:
        children = [(child, _mode(child)) for child in _children(folder)]
        for child, _ in children[:1]:
            child.stat(follow_symlinks=False)  # A folder may let its names be read, and nothing more.
    except OSError as error:
        message = f"this folder cannot be read ({error.strerror}); ask for the right to read it, or take it away"
        problems.append(Problem(source, 0, "", message, "unreadable-file"))
        return
    names: list[str] = []
    for child, mode in children:
        if stat.S_ISDIR(mode):
            yield str(folder), source, tuple(names)
            yield from _walk(Path(child.path), f"{source}/{_shown(child.name)}", problems)
            names.clear()
        elif refused := not_ordinary(mode):
            problems.append(Problem(f"{source}/{_shown(child.name)}", 0, "", refused, "unreadable-file"))
        else:
            names.append(child.name)
    yield str(folder), source, tuple(names)


def _mode(child: os.DirEntry[str]) -> int:
    """What it is; most systems tell of folders and plain files without being asked for each."""
    if child.is_dir(follow_symlinks=False):
        return stat.S_IFDIR
    return stat.S_IFREG if child.is_file(follow_symlinks=False) else child.stat(follow_symlinks=False).st_mode


def _children(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as children:
        return sorted((child for child in children if not _is_ignored(child.name)), key=lambda child: child.name)


def _shown(name: str) -> str:
    """A file's name as it may be shown: broken encodings and letters that nobody sees become question marks."""
    if name.isascii() and name.isprintable():
        return name
    plain = name.encode("utf-8", "replace").decode("utf-8")
    return without_stray_unseen(_LINE_END.sub("?", plain), instead="?")


def _is_ignored(name: str) -> bool:
    is_kept_by_a_program = name.startswith((".", "~$")) or name.endswith(("~", ".swp", ".tmp"))
    return is_kept_by_a_program or name.casefold() in _IGNORED_NAMES


def _file(folder: Path, name: str, source: str) -> ContentFile:
    root, *parts = source.split("/")
    page = [*parts[:-1], _NEXT.sub(_page_name, parts[-1])]
    kind = _kind(page)
    is_lost = page[-1] == "index.md" and len(page) < _INDEX_DEPTH
    if page == parts or kind == "other" or is_lost:
        return ContentFile(source, folder, name, kind=_kind(parts), slug=slug_of(parts))
    return ContentFile(source, folder, name, kind=kind, slug=slug_of(page), page="/".join([root, *page]))


def _page_name(draft: re.Match[str]) -> str:
    return f"{draft[1]}.md" if draft[1] else "index.md"


def next_version_of(source: str) -> str:
    """Where the next version of a page lies: `draft.md` beside `index.md`, `<name>.draft.md` beside `<name>.md`."""
    stem = post_name(source).removesuffix(".md")
    return f"{stem.removesuffix('index')}draft.md" if stem.endswith("/index") else f"{stem}.draft.md"


def _kind(parts: list[str]) -> ContentKind:
    if parts in (["consent.yml"], ["diary.yml"]):
        return "register" if parts == ["consent.yml"] else "settings"
    match [*parts[:-1], post_name(parts[-1])]:
        case ["workshops", _, "index.md"]:
            return "workshop"
        case ["posts", name] if name.endswith(".md"):
            return "post"
        case ["posts", _, "index.md"]:
            return "post"
        case ["pages", name] if name.endswith(".md"):
            return "page"
    return "other"


def slug_of(parts: list[str]) -> str:
    """What a post's folder or name makes its address; empty when it has no letter or number."""
    name = post_name(parts[-1])
    return slug(parts[-2] if name == "index.md" and len(parts) > 1 else posixpath.splitext(name)[0])


def _misplaced(file: ContentFile) -> Iterator[Problem]:
    suffix = PurePath(file.name).suffix.casefold()
    if file.kind == "other" and (better := _intended(file)):
        yield _misnamed(file, better)
        return
    if suffix in _WORD:
        message = (
            "this is a word processor's file; copy its text into a file that ends in .md "
            "(or save it as PDF, if it is a hand-out), and take this one away"
        )
        yield Problem(file.source, 0, "", message, "not-plain-text")
    elif suffix in (".md", ".markdown") and file.kind == "other":
        message = (
            "a post does not lie here; a workshop is content/workshops/<name>/index.md, "
            "another post content/posts/<name>.md, a standing page content/pages/<name>.md"
        )
        yield Problem(file.source, 0, "", message, "wrong-place")
    elif file.kind == "other" and file.source.count("/") == 1 and _is_like_a_register(file.name.casefold()):
        meant = "diary.yml" if file.name.casefold().startswith("diary") else "consent.yml"
        message = f"there is one such file, content/{meant}; give this one that name"
        yield Problem(file.source, 0, "", message, "wrong-name")


def may_be_the_register(name: str) -> bool:
    """Whether a file beside `consent.yml` may be what its author believes to be the register: `consent.yml.txt`."""
    return name.casefold().startswith("consent") and name != "consent.yml" and _is_like_a_register(name.casefold())


def _is_like_a_register(name: str) -> bool:
    """Windows hides the .txt that an editor puts behind a name."""
    return name.removesuffix(".txt").endswith((".yml", ".yaml")) or name in ("consent.txt", "diary.txt")


def _misnamed(file: ContentFile, better: str) -> Problem:
    name = file.name.casefold()
    if not name.endswith(".md.txt"):
        message = (
            "this is no post, since its name does not end in .md; "
            f"if it is meant as one, call it {better}; a hand-out may stay"
        )
        return Problem(file.source, 0, "", message, "wrong-name", stops=False)
    message = (
        f"this post needs another name to be read as one; call it {better} "
        "(Windows hides the .txt: in the Explorer choose “View”, “Show”, “File name extensions”)"
    )
    return Problem(file.source, 0, "", message, "wrong-name")


def _intended(file: ContentFile) -> str | None:
    """The name under which a file would be the post that it was meant to be; None when it is something else."""
    *folders, written = file.source.split("/")
    name = _TEXT_ENDING.sub("", written)
    if name == written:
        return None
    for better in (f"{name}.md", "index.md" if name.casefold() == "index" else ""):
        if better and _kind([*folders[1:], better]) != "other":
            return better
    return None
