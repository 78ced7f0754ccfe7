"""One style sheet with everything it imports, in the layers it names, without comments and spare space."""

import re
from pathlib import Path

import rcssmin

_IMPORT = re.compile(
    r'^[ \t]*@import\s+(?:url\()?["\']?([^"\')\s]+)["\']?\)?(?:\s+layer\(([\w.-]+)\))?\s*;', re.MULTILINE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class AssetError(Exception):
    """A theme that cannot be bundled: a developer's mistake, with file and line."""


def bundled(entry: Path, root: Path, used: set[Path]) -> str:
    """The text of `entry` with its imports in place; adds every file it took to `used`."""
    text = _resolved(entry, root, used, ())
    return str(rcssmin.cssmin(text)) + "\n"


def _resolved(file: Path, root: Path, used: set[Path], above: tuple[Path, ...]) -> str:
    if file in above:
        raise AssetError(f"{file.relative_to(root).as_posix()} imports itself")
    used.add(file)
    text = _COMMENT.sub(_blank, file.read_text(encoding="utf-8"))

    def inlined(match: re.Match[str]) -> str:
        target = (file.parent / match[1]).resolve()
        line = text.count("\n", 0, match.start()) + 1
        where = f"{file.relative_to(root).as_posix()}:{line}"
        if root.resolve() not in target.parents:
            raise AssetError(f"{where}: {match[1]} leads out of the theme's styles")
        if not target.is_file():
            raise AssetError(f"{where}: there is no {match[1]}")
        inner = _resolved(root / target.relative_to(root.resolve()), root, used, (*above, file))
        return f"@layer {match[2]} {{\n{inner}\n}}" if match[2] else inner

    return _IMPORT.sub(inlined, text)


def _blank(comment: re.Match[str]) -> str:
    return "\n" * comment[0].count("\n")
