"""The files that the diary makes of a post besides its page, for readers to keep."""

from collections.abc import Iterable, Iterator
from typing import Literal

from plugins.records import dataclass
from plugins.settings.record import Outputs
from plugins.workshops.record.post import Post

_Output = Literal["hand_outs", "easy_read", "book", "open_data"]


@dataclass(frozen=True, slots=True, order=True)
class MadeFile:
    """A file below the site's root, and the output of `diary.yml` that makes it."""

    path: str
    output: _Output


def made_files(post: Post, address: str) -> Iterator[MadeFile]:
    """What is made of a post or workshop at this address, where every output is on."""
    slug = address.rstrip("/").rpartition("/")[2]
    if post.workshop:
        yield MadeFile(f"{address}hand-out.pdf", "hand_outs")
        yield MadeFile(f"{address}hand-out-large.pdf", "hand_outs")
        yield MadeFile(f"workshops/{slug}.json", "open_data")
    if post.easy_read:
        yield MadeFile(f"easy-read/{slug}.pdf", "easy_read")
    yield MadeFile("diary.pdf", "book")
    yield MadeFile("diary.epub", "book")
    yield MadeFile("diary.json", "open_data")


def paths_made(files: Iterable[MadeFile], outputs: Outputs) -> list[str]:
    """The paths of those that these outputs make, each once."""
    return sorted({file.path for file in files if getattr(outputs, file.output)})
