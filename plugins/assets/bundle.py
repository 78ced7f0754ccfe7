"""The theme's static folder as files of the site.

`css/site.css`, `css/workshop.css` in its place, those for pages with a record, the timeline, comments or photos, and
`css/print.css` are bundled with what they import; two may import the same. Whatever lies in the folder itself, such as
`favicon.svg`, keeps its name and stands at the site's root, where browsers look for it. Everything else a browser may
keep for ever: its address holds a hash of its content. A file that cannot be reached that way is refused rather than
forgotten: a style sheet that nobody imports, two files of one name, a file of an unknown kind.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from plugins.assets.accent import recoloured, with_accent
from plugins.assets.colours import Colour, colour, colours_of, drawn_in
from plugins.assets.lengths import in_figures, lengths_of
from plugins.assets.scanning import AssetError
from plugins.assets.stylesheet import StyleSheets
from plugins.files import WholeStamp, is_stable, whole_stamp
from plugins.files.kept import KEPT, keep, kept
from plugins.problems import nearest
from plugins.records import dataclass

STYLE_SHEETS = tuple(
    f"css/{name}.css"
    for name in (
        "site",
        "home",
        "workshop",
        "record",
        "timeline",
        "decisions",
        "search",
        "calendar",
        "comments",
        "photos",
        "languages",
        "print",
    )
)
TOKENS = "css/tokens.css"
KINDS = frozenset({".css", ".ico", ".jpg", ".js", ".png", ".svg", ".txt", ".webmanifest", ".webp", ".woff2"})

_FOLDER = "static"
_PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_THEMES, _FILES = 8, 1024
"""So many of them, and digests of so many files, are kept in memory."""
_MODULE_IMPORT = re.compile(r"^[ \t]*(?:import\b|export\b[^;\n]*\bfrom\b)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the site: its path below the root, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Assets:
    """All files, where each is found, and the colours of the theme by the names of their tokens."""

    files: tuple[Asset, ...]
    addresses: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, Colour] = field(default_factory=dict)

    def address(self, name: str) -> str:
        """The path below the site's root of `site.css`, `menu.js`, `favicon.svg`, …; raises AssetError."""
        if name not in self.addresses:
            meant = nearest(name, self.addresses)
            raise AssetError(f"the theme has no {name}" + (f"; did you mean {meant}?" if meant else ""))
        return self.addresses[name]

    def colour(self, name: str) -> Colour:
        """The colour of a token; raises AssetError."""
        return colour(self.colours, name)


def bundle(static: Path, *, accent: str = "", made_by: str = "", folder: Path = KEPT / "styles") -> Assets:
    """Bundle the theme's static folder, in a diary's own accent if it has one; raises AssetError for a developer.

    The same files are bundled once in a process, and once by the software that `made_by` names, which keeps 16 themes.
    """
    names = _names(static)
    return _bundled(static, names, accent, made_by, folder, _digests(static, names))


@lru_cache(_THEMES)
def _bundled(static: Path, names: Sequence[str], accent: str, made_by: str, folder: Path, digests: bytes) -> Assets:
    tokens = (static / TOKENS).read_text("utf-8") if TOKENS in names else ""
    colours = colours_of(tokens)
    changed = with_accent(colours, accent) if accent else {}
    ready = {name: _asset(static, name, {**colours, **changed}) for name in names if not name.endswith(".css")}
    place = folder / sha256(os.fsencode(static) + accent.encode()).hexdigest()[0]
    made_of = "\0".join((made_by, accent, *names)).encode() + digests
    known = kept(place, made_of) if made_by else None
    if known is None:
        sheets = {
            entry: in_figures(recoloured(sheet, changed), lengths_of(tokens))
            for entry, sheet in _sheets(static, names, ready)
        }
        if made_by and digests == _digests(static, names):  # Else nobody knows of which files they were made.
            keep(place, json.dumps(sheets).encode(), made_of)
    else:
        sheets = json.loads(known)
    ready.update((entry, _hashed(entry, sheet.encode("utf-8"))) for entry, sheet in sheets.items())
    return Assets(
        files=tuple(sorted(ready.values(), key=lambda asset: asset.path)),
        addresses={_file_name(name): asset.path for name, asset in sorted(ready.items())},
        colours={**colours, **changed},
    )


def _digests(static: Path, names: Sequence[str]) -> bytes:
    return b"".join(_digest(f"{static}/{name}") for name in names)


def _digest(file: str) -> bytes:
    """The digest of what a file says, which is read only where it may be another than before."""
    stamp = whole_stamp(file)  # Asked first: what is read may be newer than this says, and never older.
    return (_known_digest if is_stable(stamp) else _known_digest.__wrapped__)(file, stamp)


@lru_cache(_FILES)
def _known_digest(file: str, _stamp: WholeStamp | None) -> bytes:
    return sha256(Path(file).read_bytes()).digest()


def _sheets(static: Path, names: Sequence[str], ready: Mapping[str, Asset]) -> Iterator[tuple[str, str]]:
    """Each bundle by its name; raises AssetError, at the end for a style sheet that none of them imports."""
    sheets = StyleSheets(static, lambda name, where: _seen_from_bundle(ready, name, where))
    yield from ((entry, sheets.bundled(entry)) for entry in STYLE_SHEETS if entry in names)
    unused = [name for name in names if name.endswith(".css") and name not in sheets.taken]
    if unused:
        raise AssetError(f"no style sheet imports {', '.join(unused)}")


def _names(static: Path) -> tuple[str, ...]:
    """The path of every file below the folder; what editors and systems leave there under a hidden name is not ours."""
    if not static.is_dir():
        raise AssetError(f"the theme has no folder {static}")
    names = tuple(sorted(_files(str(static))))
    seen: dict[str, str] = {}
    for name in names:
        _refuse_unfit(name)
        if not name.endswith(".css") and seen.setdefault(_file_name(name), name) != name:
            raise AssetError(f"{seen[_file_name(name)]} and {name} would have one address: give each its own name")
    return names


def _files(folder: str, below: str = "") -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                raise AssetError(f"{entry.path} is a link; put the file itself there")
            if entry.is_dir():
                yield from _files(entry.path, f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}"


def _refuse_unfit(name: str) -> None:
    if Path(name).suffix not in KINDS:
        raise AssetError(f"{name} is of no kind that a theme publishes ({', '.join(sorted(KINDS))})")
    if not _PLAIN_NAME.fullmatch(_file_name(name)):
        raise AssetError(f"{name} has letters that an address would have to spell out; write a to z, 0 to 9, - _ and .")


def _asset(static: Path, name: str, colours: Mapping[str, Colour]) -> Asset:
    content = (static / name).read_bytes()
    if name.endswith(".svg"):
        content = drawn_in(colours, content.decode("utf-8")).encode()
    if name.endswith(".js") and (found := _MODULE_IMPORT.search(content.decode("utf-8"))):
        line = content.decode("utf-8").count("\n", 0, found.start()) + 1
        raise AssetError(f"{name}:{line}: a module stands alone: under its final address it would not find another")
    return Asset(name, content) if "/" not in name else _hashed(name, content)


def _hashed(name: str, content: bytes) -> Asset:
    stem, _, suffix = _file_name(name).rpartition(".")
    return Asset(f"{_FOLDER}/{stem}.{sha256(content).hexdigest()[:8]}.{suffix}", content)


def _seen_from_bundle(ready: Mapping[str, Asset], name: str, where: str) -> str:
    """The address of a file, from where the bundles lie."""
    if name not in ready:
        raise AssetError(f"{where}: there is no {name}")
    path = ready[name].path
    return path.removeprefix(f"{_FOLDER}/") if path.startswith(f"{_FOLDER}/") else f"../{path}"


def _file_name(name: str) -> str:
    return name.rpartition("/")[2]
