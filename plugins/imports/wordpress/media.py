"""The pictures of an earlier website, found in a folder: `wp-content/uploads`, or a copy of it."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.records import dataclass

_UPLOADS = re.compile(r".*/(?:uploads|files)/")
_SCALED = re.compile(r"-(?:\d{2,5}x\d{2,5}|scaled|rotated)(?=\.\w{3,4}$)")
LARGEST = 60_000_000


@dataclass(frozen=True, slots=True)
class MediaFolder:
    """A folder of media; None where none was named."""

    folder: Path | None

    def picture(self, address: str) -> bytes | None:
        """The picture that had this address, in its full size where that is there; None for what is not."""
        below = _UPLOADS.sub("", unquote(urlsplit(address).path)).lstrip("/")
        for name in dict.fromkeys((_SCALED.sub("", below), below)):
            for start in ("", "uploads", "wp-content/uploads"):
                if content := self._read(f"{start}/{name}".lstrip("/")):
                    return content
        return None

    def _read(self, name: str) -> bytes | None:
        """A file's bytes, if it lies in the folder itself."""
        if self.folder is None:
            return None
        root = self.folder.resolve()
        try:
            place = (root / name).resolve()
            if not place.is_relative_to(root) or not place.is_file() or place.stat().st_size > LARGEST:
                return None
            return place.read_bytes()
        except (OSError, ValueError):
            return None
