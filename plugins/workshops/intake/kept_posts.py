"""Posts as earlier builds read them: what front matter says is not worked out again while it says the same.

Kept is the record of a post in which nothing was found, and which names neither a consent nor a file, by a digest of
its name, its front matter and the zone. So it is of use whatever the times of files say, and nothing that is left out,
or stands in a comment, is in it (docs/decisions/0221).
"""

from collections.abc import Collection
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

from plugins.contract.shape import record_classes
from plugins.records.as_json import RecordReader, as_json
from plugins.workshops.record.post import Post


class KeptPosts:
    """The posts of the build before (`text`, as it was kept), and of this one."""

    def __init__(self, text: bytes = b"") -> None:
        rows = (row.partition(b" ") for row in text.split(b"\n"))
        self._before = {digest: record for digest, _, record in rows}
        self._now: dict[str, tuple[bytes, bytes]] = {}

    def post(self, source: str, front_matter: str, zone: ZoneInfo) -> Post | None:
        """What the same front matter of the same file was read as before."""
        digest = _digest(source, front_matter, zone)
        record = self._before.get(digest)
        if record is None:
            return None
        self._now[source] = (digest, record)
        post: Post = self._reader.record(record.decode("utf-8", "surrogatepass"))
        return post

    def learn(self, source: str, front_matter: str, zone: ZoneInfo, post: Post) -> None:
        """Take in a post that follows from its front matter alone."""
        record = as_json(post).encode("utf-8", "surrogatepass")
        self._now[source] = (_digest(source, front_matter, zone), record)

    def as_kept(self, sources: Collection[str]) -> bytes | None:
        """What is to be kept of the posts of these sources; None where that is what was kept before."""
        now = dict(row for source, row in self._now.items() if source in sources)
        return None if now == self._before else b"\n".join(b" ".join(row) for row in now.items())

    @cached_property
    def _reader(self) -> RecordReader:
        return RecordReader(record_classes(Post))


def _digest(source: str, front_matter: str, zone: ZoneInfo) -> bytes:
    digest = sha256(_rules(zone))
    digest.update(f"{zone}\0{source}\0{front_matter}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest().encode()


@cache
def _rules(zone: ZoneInfo) -> bytes:
    """The digest of what this computer knows of a zone: when its clocks change decides which times there are."""
    files = (Path(folder, str(zone)) for folder in TZPATH)
    return sha256(next((file.read_bytes() for file in files if file.is_file()), b"")).digest()
