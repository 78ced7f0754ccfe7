"""One style sheet with everything it imports, each import in the layer it names.

What a browser would fetch one after the other arrives at once, and means the same: an import with a layer is that layer
with the sheet's rules in it. Refused, with file and line: an import that is missing, leads out of the folder, comes
twice or round in a circle, stands where a browser would ignore it, or has a condition.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from plugins.assets.errors import AssetError
from plugins.assets.mentions import mentioned
from plugins.assets.scanning import Token, scan
from plugins.assets.shortening import shortened

_IMPORT = re.compile(
    r"""@import\s*(?:url\(\s*)?["']?(?P<file>[^"'()\s]+)["']?(?:\s*\))?\s*(?:layer\(\s*(?P<layer>[\w.-]+)\s*\)\s*)?;""",
    re.IGNORECASE,
)


class StyleSheets:
    """The style sheets below one folder. `address` says where what a sheet mentions is found in the site:
    it takes the path below the folder, and the place of the mention for its complaint."""

    def __init__(self, folder: Path, address: Callable[[str, str], str]) -> None:
        self._folder = folder
        self._address = address
        self.taken: set[str] = set()

    def bundled(self, name: str) -> str:
        """The text of a style sheet with its imports in place; `taken` remembers the files that went in."""
        return shortened(self._whole(name, name, ())) + "\n"

    def _whole(self, name: str, where: str, above: tuple[str, ...]) -> Iterator[Token]:
        if name in above:
            raise AssetError(f"{where}: {name} imports itself, by way of {', '.join(above[above.index(name) :])}")
        if name in self.taken:
            raise AssetError(f"{where}: {name} is imported a second time")
        self.taken.add(name)
        are_imports_over = False
        for statement in _statements(scan(self._text(name, where), name)):
            written = "".join(token.text for token in statement if token.kind != "comment").strip()
            if written.lower().startswith("@import"):
                place = f"{name}:{_line(statement)}"
                if are_imports_over:
                    raise AssetError(f"{place}: a browser ignores an import below other rules; write it above them")
                yield from self._imported(written, name, place, (*above, name))
            else:
                are_imports_over = are_imports_over or not (written.startswith("@layer") and written.endswith(";"))
                yield from (self._addressed(token, name) for token in statement)

    def _imported(self, written: str, name: str, place: str, above: tuple[str, ...]) -> Iterator[Token]:
        match = _IMPORT.fullmatch(written)
        if match is None:
            raise AssetError(f'{place}: found {written} write @import url("file.css") layer(name);')
        inner = self._whole(mentioned(match["file"], name, place), place, above)
        if match["layer"] is None:
            yield from inner
        else:
            yield from (Token(kind, text, 0) for kind, text in _opening(match["layer"]))
            yield from inner
            yield Token("sign", "}", 0)
