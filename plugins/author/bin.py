"""Posts that were deleted: each with its folder, for thirty days, and brought back by one press.

A post in the bin lies as in a content folder of its own. What was in it is copied first and taken away last, so that
whatever breaks off on the way leaves it in one of the two places.
"""

import contextlib
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from plugins.author.choices import pictures_beside
from plugins.author.documents import POSTS, own_folder
from plugins.author.keeping import DAYS, Keeping
from plugins.files import create_file
from plugins.files.names import name_key, post_name
from plugins.frontmatter import ContentFile, Scalar, content_files, read_document
from plugins.records import dataclass
from plugins.withdrawal.kept_texts import withdrawn_in, withdrawn_photos

_BIN = "bin"
_DAY = 24 * 60 * 60


class NotMoved(Exception):
    """The post stays where it is; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class DeletedPost:
    """A post in the bin; `key` names it in a form, `at` is when it was deleted (seconds since 1970)."""

    key: str
    title: str
    source: str
    folder: Path
    at: float

    @property
    def days_left(self) -> int:
        return max(0, int(DAYS - (time.time() - self.at) / _DAY))


class Bin:
    """What was deleted from a content folder."""

    def __init__(self, content: Path, keeping: Keeping) -> None:
        self._content = content
        self._keeping = keeping

    def posts(self) -> tuple[DeletedPost, ...]:
        """What lies in it, the newest first."""
        folders = self._keeping.folder.glob(f"*/{_BIN}/*/{self._content.name}")
        found = (post for folder in folders for post in self._in(folder))
        return tuple(sorted(found, key=lambda post: post.at, reverse=True))

    def _in(self, folder: Path) -> Iterator[DeletedPost]:
        for file in content_files(folder)[0]:
            if file.kind in POSTS:
                yield DeletedPost(folder.parent.name, _title(file), file.source, folder, int(folder.parent.name) / 1e9)
                return

    def put(self, file: ContentFile) -> DeletedPost:
        """Move a post there, with all that lies in its own folder; raises NotMoved."""
        files = _belonging(file)
        texts = b"\n".join(each.read_bytes() for each in files if each.suffix == ".md")
        if held := withdrawn_in(self._content, texts):
            raise NotMoved(
                f"It holds what {', '.join(held)} covered, which was taken back, and the bin would keep that. "
                "Take it out of the post first, its photos out of the folder, and save."
            )
        if (taken_back := withdrawn_photos(self._content)) and (pictures := _unnamed(file, texts)):
            raise NotMoved(
                f"{', '.join(pictures)} lies in its folder, and the post does not name it. {', '.join(taken_back)} was "
                "taken back and covered photos: take the picture away first, so that the bin does not keep it."
            )
        there = self._keeping.place(file.source) / _BIN / str(time.time_ns()) / self._content.name
        try:
            for each in files:
                self._keeping.write(there / each.relative_to(self._content), each.read_bytes())
            for each in reversed(files):
                each.unlink()
        except OSError as error:
            raise NotMoved(f"{error.filename or file.source} could not be moved ({error.strerror}).") from None
        _take_empty_folders(file)
        return next(self._in(there))

    def bring_back(self, key: str) -> str:
        """Put a post back where it was, and say under which name it is known; raises NotMoved."""
        post = next((each for each in self.posts() if each.key == key), None)
        if post is None:
            raise NotMoved("It is not in the bin any more.")
        files = [each for each in sorted(post.folder.rglob("*")) if each.is_file()]
        places = [self._content / each.relative_to(post.folder) for each in files]
        in_the_way = next((place for place in places if place.exists() or place.is_symlink()), None)
        if in_the_way:
            where = f"{self._content.name}/{in_the_way.relative_to(self._content).as_posix()}"
            raise NotMoved(f"There is a file in its place now: {where}. Give that another name first.")
        try:
            for each, place in zip(files, places, strict=True):
                create_file(place, each.read_bytes(), below=self._content)
        except OSError as error:
            raise NotMoved(f"It could not be brought back ({error.strerror}).") from None
        shutil.rmtree(post.folder.parent)
        return post.source


def _title(file: ContentFile) -> str:
    document, _ = read_document(file.path, file.source)
    title = document.front_matter.get("title") if document else None
    return title.text if isinstance(title, Scalar) and title.text else file.source


def _folder(file: ContentFile) -> Path | None:
    """The folder that goes with a post; none goes with its next version, which lies in the same."""
    return own_folder(file) if post_name(file.path.name) == "index.md" else None


def _belonging(file: ContentFile) -> list[Path]:
    """The file of a post, and last all others of its own folder; raises NotMoved where a link lies there."""
    folder = _folder(file)
    if folder is None:
        return [file.path]
    others = [each for each in sorted(folder.rglob("*")) if each.is_symlink() or not each.is_dir()]
    if link := next((each for each in others if each.is_symlink() or not each.is_file()), None):
        raise NotMoved(f"{link.name} in its folder is no ordinary file. Take it away first.")
    return [file.path, *(each for each in others if each != file.path)]


def _unnamed(file: ContentFile, texts: bytes) -> list[str]:
    """Pictures that go with a post, and that none of its texts names."""
    said = name_key(texts.decode("utf-8", "replace"))
    return [each for each in pictures_beside(file) if name_key(Path(each).name) not in said]


def _take_empty_folders(file: ContentFile) -> None:
    """The folder of a post that has none left, unless something came into it meanwhile."""
    own = _folder(file)
    if own:
        for folder in (*sorted((each for each in own.rglob("*") if each.is_dir()), reverse=True), own):
            with contextlib.suppress(OSError):
                folder.rmdir()
