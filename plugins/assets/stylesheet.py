"""One style sheet with everything it imports, each import in the layer it names.

What a browser would fetch one after the other arrives at once, and means the same: an import with a layer is that layer
with the sheet's rules in it. Refused, with file and line: an import that is missing, leads out of the folder, comes
twice or round in a circle, stands where a browser would ignore it, or has a condition.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.assets.scanning import AssetError, Token, scan
from plugins.assets.shortening import shortened
from plugins.patterns import lazy_pattern

_IMPORT = lazy_pattern(
    r"""@import\s*(?:url\(\s*)?["']?(?P<file>[^"'()\s]+)["']?(?:\s*\))?\s*(?:layer\(\s*(?P<layer>[\w.-]+)\s*\)\s*)?;""",
    re.IGNORECASE,
)
_ELSEWHERE = lazy_pattern(r"[a-z][a-z0-9+.-]*:|/|\\", re.IGNORECASE)
_ADDRESS = lazy_pattern(r"url\(\s*(?P<quote>[\"']?)(?P<mention>.*?)(?P=quote)\s*\)", re.IGNORECASE | re.DOTALL)
_BEFORE_IMPORTS = lazy_pattern(r"(@layer[^{]*;)?")
_NOTHING = Token("blank", "", 0)
_DEEPER, _HIGHER = "{([", "})]"


class StyleSheets:
    """The style sheets of one static folder.

    `address` says where what a sheet mentions is found from the bundle: it takes the path below the folder, and the
    place of the mention for its complaint.
    """

    def __init__(self, folder: Path, address: Callable[[str, str], str]) -> None:
        self._folder = folder
        self._address = address
        self._in_this_one: set[str] = set()
        self._read: dict[str, tuple[list[Token], ...]] = {}
        self.taken: set[str] = set()

    def bundled(self, name: str) -> str:
        """The text of a style sheet with its imports in place; `taken` remembers which files went in."""
        self._in_this_one = set()
        text = shortened(self._whole(name, name, ())) + "\n"
        self.taken |= self._in_this_one
        return text

    def _whole(self, name: str, where: str, above: tuple[str, ...]) -> list[Token]:
        if name in above:
            raise AssetError(f"{where}: {' imports '.join([*above[above.index(name) :], name])}, round in a circle")
        if name in self._in_this_one:
            raise AssetError(f"{where}: {name} is imported a second time")
        self._in_this_one.add(name)
        tokens: list[Token] = []
        are_imports_over, layer = False, ""
        if name not in self._read:
            self._read[name] = tuple(_statements(scan(_text(self._folder / name, name, where), name)))
        for statement in self._read[name]:
            opening = next((token for token in statement if token.kind not in {"blank", "comment"}), _NOTHING)
            place = f"{name}:{opening.line}"
            if not opening.text.lower().startswith("@import"):
                are_imports_over = are_imports_over or not _BEFORE_IMPORTS.fullmatch(_written(statement))
                tokens += _layer_change(layer, "")
                layer = ""
                tokens += [
                    self._with_final_address(each, name) if each.kind == "address" else each for each in statement
                ]
            elif are_imports_over:
                raise AssetError(f"{place}: a browser ignores an import below other rules; write it above them")
            else:
                imported = self._imported(_written(statement), name, place)
                tokens += _layer_change(layer, imported.layer)
                tokens += self._whole(imported.file, place, (*above, name))
                layer = imported.layer
        return [*tokens, *_layer_change(layer, "")]

    def _imported(self, written: str, name: str, place: str) -> "_Import":
        match = _IMPORT.fullmatch(written)
        if match is None:
            raise AssetError(f'{place}: found {written} instead of @import url("file.css") layer(name);')
        return _Import(_mentioned(match["file"], name, place), match["layer"] or "")

    def _with_final_address(self, token: Token, name: str) -> Token:
        mention = _mention_in(token.text)
        if mention is None:
            return token
        where = f"{name}:{token.line}"
        path, part_sign, part = _mentioned(mention, name, where).partition("#")
        return Token("address", f"url({self._address(path, where)}{part_sign}{part})", token.line)


class _Import(NamedTuple):
    file: str
    layer: str


def _layer_change(before: str, after: str) -> Iterator[Token]:
    """Closes one layer and opens the next; imports that follow each other into one layer stand in one block."""
    if before != after:
        yield from (Token("sign", "}", 0),) if before else ()
        yield from (Token("text", f"@layer {after}", 0), Token("sign", "{", 0)) if after else ()


def _text(file: Path, name: str, where: str) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise AssetError(f"{where}: there is no {name}") from None
    except UnicodeDecodeError as error:
        raise AssetError(f"{name}: it is not UTF-8 ({error})") from error


def _statements(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens, parted after each rule and each semicolon that stands in no block."""
    statement: list[Token] = []
    depth = 0
    for token in tokens:
        statement.append(token)
        if token.kind == "sign":
            depth += (token.text in _DEEPER) - (token.text in _HIGHER)
            if depth == 0 and token.text in "};":
                yield statement
                statement = []
    yield statement


def _written(statement: list[Token]) -> str:
    return "".join(token.text for token in statement if token.kind != "comment").strip()


def _mention_in(address: str) -> str | None:
    """What `url(…)` mentions; None for what needs no file: data that stands there, or a part of the page itself."""
    match = _ADDRESS.fullmatch(address)
    mention = match["mention"] if match else ""
    return None if mention.lower().startswith(("data:", "#")) else mention


def _mentioned(mention: str, sheet: str, where: str) -> str:
    """The path below the static folder of what `sheet` mentions; raises AssetError when it is not there to be found.

    No page may fetch anything from another host, so an address with a host is refused.
    """
    if _ELSEWHERE.match(mention):
        raise AssetError(f"{where}: {mention} is not in the theme; write a path from this style sheet")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), mention))
    if path.startswith(".."):
        raise AssetError(f"{where}: {mention} leads out of the theme's static folder")
    return path
