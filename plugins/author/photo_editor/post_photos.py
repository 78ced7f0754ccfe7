"""The photographs of the diary, as their posts tell of them, whatever else is to mend there."""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_record
from plugins.frontmatter import content_files, read_document
from plugins.records import dataclass
from plugins.workshops.checks.files import lies_beside, with_files_found
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.post import Post

_ANY_ZONE = ZoneInfo("UTC")  # No photograph has a time.


@dataclass(frozen=True, slots=True)
class PostPhoto:
    """One photo of one post: `number` counts from 0 in the list as it is written."""

    source: str
    title: str
    number: int
    photo: Photo
    post: Path
    picture: Path

    @property
    def is_there(self) -> bool:
        """Whether the picture is an ordinary file beside the post, reached through no link."""
        return lies_beside(self.post.parent, self.photo.file)


def post_photos(content: Path) -> Iterator[PostPhoto]:
    """Every photo of every post that reads well."""
    for file in content_files(content)[0]:
        if file.kind in ("workshop", "post", "page"):
            document, _ = read_document(file.path, file.source)
            post = document and read_record(Post, document.front_matter, source=file.source, zone=_ANY_ZONE)[0]
            post = post and with_files_found(post, file.folder)
            for number, photo in enumerate(post.photos if post else ()):
                picture = file.folder / photo.file
                yield PostPhoto(file.source, post.title if post else "", number, photo, file.path, picture)


def post_photo(content: Path, source: str, name: str) -> PostPhoto | None:
    """The photo called `name` of the post `source`; None when there is none, or when it is told of twice."""
    named = [each for each in post_photos(content) if (each.source, each.photo.file) == (source, name)]
    return named[0] if len(named) == 1 else None
