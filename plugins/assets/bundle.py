"""The theme's static folder as the files of a site.

`css/site.css` and `css/print.css` are bundled with what they import; `js/*.js` are modules that stand alone; a
`favicon.svg` keeps its name. Everything else a browser may keep for ever: its address holds a hash of its content.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from plugins.assets.stylesheet import AssetError, bundled

ENTRIES = ("css/site.css", "css/print.css")
KEPT_NAMES = ("favicon.svg",)

__all__ = ["Asset", "AssetError", "Assets", "bundle"]


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the site: its path below the root, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Assets:
    """All files, and where each is found."""

    files: tuple[Asset, ...]
    addresses: Mapping[str, str] = field(default_factory=dict)

    def address(self, name: str) -> str:
        """The path below the root of `site.css`, `print.css`, `favicon.svg`, …; raises AssetError."""
        if name not in self.addresses:
            raise AssetError(f"the theme has no {name}; it has {', '.join(sorted(self.addresses))}")
        return self.addresses[name]


def bundle(static: Path) -> Assets:
    """Bundle the theme's static folder; raises AssetError for what a developer must mend."""
    files: list[Asset] = []
    addresses: dict[str, str] = {}
    used: set[Path] = set()
    for name, content in _contents(static, used):
        path = name if name in KEPT_NAMES else _hashed(name, content)
        files.append(Asset(path, content))
        addresses[name.rpartition("/")[2]] = path
    _refuse_unused(static, used)
    return Assets(tuple(files), addresses)


def _contents(static: Path, used: set[Path]) -> Iterator[tuple[str, bytes]]:
    for entry in ENTRIES:
        if (static / entry).exists():
            yield entry, bundled(static / entry, static / "css", used).encode()
    for file in sorted(static.rglob("*")):
        if file.is_file() and file.suffix != ".css":
            used.add(file)
            yield file.relative_to(static).as_posix(), file.read_bytes()


def _hashed(name: str, content: bytes) -> str:
    stem, _, suffix = name.rpartition("/")[2].rpartition(".")
    return f"static/{stem}.{sha256(content).hexdigest()[:8]}.{suffix}"


def _refuse_unused(static: Path, used: set[Path]) -> None:
    unused = [file.relative_to(static).as_posix() for file in sorted(static.rglob("*.css")) if file not in used]
    if unused:
        raise AssetError(f"no style sheet imports {', '.join(unused)}")
