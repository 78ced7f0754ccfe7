"""Earlier texts that the author's desk keeps of each post: with a consent that is taken back they go, too."""

import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


def kept_folder(content: Path) -> Path:
    """Where the desk keeps texts of a diary: beside its content folder, and in no build."""
    return content.resolve().parent / ".cache" / "author"


def name_of(source: str) -> str:
    """The folder of one file in it."""
    return sha256(source.encode("utf-8", "replace")).hexdigest()[:32]


def forget_kept_texts(content: Path, consent_id: str, sources: Iterable[str]) -> tuple[Path, ...]:
    """Delete what is kept of these files, and of each whose texts name the consent; what could not be is handed out."""
    folder = kept_folder(content)
    named = {name_of(source) for source in sources}
    stuck: list[Path] = []
    for place in folder.iterdir() if folder.is_dir() and not folder.is_symlink() else ():
        try:
            if place.name in named or _names(place, consent_id.encode()):
                shutil.rmtree(place)
        except OSError:
            stuck.append(place)
    return tuple(sorted(stuck))


def _names(place: Path, consent_id: bytes) -> bool:
    return any(consent_id in file.read_bytes() for file in place.rglob("*") if file.is_file() and not file.is_symlink())
