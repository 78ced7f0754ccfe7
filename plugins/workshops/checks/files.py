"""Files that a post names lie beside it."""

from collections.abc import Iterator
from pathlib import Path as FolderPath

from plugins.contract.values import FilePath
from plugins.contract.walk import written_values
from plugins.workshops.diary import DiaryEntry

Path = tuple[str | int, ...]


def missing_files(entry: DiaryEntry) -> Iterator[tuple[Path, str]]:
    """Files that are named in front matter and are not there, or are no ordinary files."""
    for written in written_values(entry.post):
        if written.type is FilePath and not lies_beside(entry.folder, str(written.value)):
            yield written.path, f'found "{written.value}"; no such file lies beside this post'


def lies_beside(folder: FolderPath, name: str) -> bool:
    """Whether `name` is an ordinary file below `folder`, spelt exactly so, reached through no link."""
    place = folder
    for part in name.split("/"):
        if not place.is_dir() or part not in {child.name for child in place.iterdir()}:
            return False
        place = place / part
        if place.is_symlink():
            return False
    return place.is_file()
