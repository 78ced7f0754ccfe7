"""Files that a post names lie beside it."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from plugins.contract.values import FilePath
from plugins.contract.walk import written_values
from plugins.problems import Finding
from plugins.workshops.checks.agenda import HANDED_OUT
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.agenda import Material
from plugins.workshops.record.post import Post


def missing_files(entry: DiaryEntry) -> Iterator[Finding]:
    """Files that are named in front matter and are not there, or are no ordinary files.

    What no hand-out may be is told for what it is, there or not.
    """
    for written in written_values(entry.post):
        is_refused = isinstance(written.owner, Material) and not str(written.value).casefold().endswith(HANDED_OUT)
        if written.type is FilePath and not is_refused and not lies_beside(entry.folder, str(written.value)):
            message = f'found "{written.value}"; {nowhere(entry.folder, str(written.value))}'
            yield written.path, message, "missing-file"


def material_files(post: Post) -> tuple[str, ...]:
    """The files of an agenda's materials, each once, in the order in which they come first."""
    parts = [part for item in post.agenda for part in (item, *item.items)]
    return tuple(dict.fromkeys(material.file for part in parts for material in part.materials if material.file))


def nowhere(folder: Path, name: str, what: str = "file") -> str:
    """That no such file lies there, and what it is called there if only capitals, blanks or accents are otherwise."""
    spelt = _spelt(folder, name)
    if spelt is None:
        return f"no such {what} lies beside this post"
    if unicodedata.normalize("NFC", spelt) == unicodedata.normalize("NFC", name):
        return (
            f"the accents in this name are saved in another way than in the name of the {what}; give both a plain one"
        )
    return f"no such {what} lies beside this post; did you mean “{spelt}”?"


def _spelt(folder: Path, name: str) -> str | None:
    """The file that is probably meant, as it is spelt on the disk: the first in the alphabet."""
    spelling: list[str] = []
    for part in name.replace("\\", "/").split("/"):
        place = folder.joinpath(*spelling)
        children = sorted(child.name for child in place.iterdir()) if place.is_dir() else []
        alike = next((child for child in children if _letters(child) == _letters(part)), None)
        if alike is None:
            return None
        spelling.append(alike)
    spelt = "/".join(spelling)
    return spelt if lies_beside(folder, spelt) else None


def _letters(name: str) -> str:
    """`Café 1.JPEG` as `cafe1.jpg`."""
    signs = (
        sign for sign in unicodedata.normalize("NFKD", name) if not (sign.isspace() or unicodedata.combining(sign))
    )
    return re.sub(r"\.jpeg$", ".jpg", "".join(signs).casefold())


def lies_beside(folder: Path, name: str) -> bool:
    """Whether `name` is an ordinary file below `folder`, spelt exactly so, reached through no link."""
    place = folder
    for part in name.split("/"):
        if not place.is_dir() or part not in {child.name for child in place.iterdir()}:
            return False
        place = place / part
        if place.is_symlink():
            return False
    return place.is_file()
