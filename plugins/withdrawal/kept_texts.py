"""Earlier texts that the author's desk keeps of each post: with a consent that is taken back they go, too."""

import shutil
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.consent.register import read_register
from plugins.withdrawal.uses import consent_number

_ANY_ZONE = ZoneInfo("UTC")  # Only whether a consent was taken back is asked, not when.


def kept_folder(content: Path) -> Path:
    """Where the desk keeps texts of a diary: beside its content folder, and in no build."""
    return content.resolve().parent / ".cache" / "author"


def name_of(source: str) -> str:
    """The folder of one file in it."""
    return sha256(source.encode("utf-8", "replace")).hexdigest()[:32]


def forget_kept_texts(content: Path, consent_id: str, sources: Iterable[str]) -> tuple[Path, ...]:
    """Delete what is kept of these files, and of each whose texts name the consent; what could not be is handed out.

    Every proof goes: it shows what a consent covers, and no number tells which.
    """
    folder = kept_folder(content)
    named = {name_of(source) for source in sources}
    stuck: list[Path] = []
    for place in folder.iterdir() if folder.is_dir() and not folder.is_symlink() else ():
        try:
            if place.name in named or _names(place, consent_id.encode()):
                shutil.rmtree(place)
            for proof in place.glob("proof-*"):
                proof.unlink()
        except OSError:
            stuck.append(place)
    return tuple(sorted(stuck))


def withdrawn_in(content: Path, data: bytes) -> tuple[str, ...]:
    """The numbers of consents that were taken back and that a text still names."""
    text = data.decode("utf-8", "replace")
    return tuple(number for number in _withdrawn(content) if consent_number(number).search(text))


def forget_taken_out(content: Path, source: str, now: bytes) -> None:
    """Delete what is kept of a file, once a consent that was taken back stands in that alone; raises OSError."""
    place, held = kept_folder(content) / name_of(source), withdrawn_in(content, now)
    gone = [consent_number(number) for number in _withdrawn(content) if number not in held]
    if gone and any(number.search(data.decode("utf-8", "replace")) for data in _texts(place) for number in gone):
        shutil.rmtree(place)


def _withdrawn(content: Path) -> tuple[str, ...]:
    register, _ = read_register(content / "consent.yml", source="consent.yml", zone=_ANY_ZONE)
    return tuple(number for number, consent in register.consents.items() if consent.withdrawn)


def _names(place: Path, consent_id: bytes) -> bool:
    return any(consent_id in data for data in _texts(place))


def _texts(place: Path) -> Iterator[bytes]:
    return (file.read_bytes() for file in place.rglob("*") if file.is_file() and not file.is_symlink())
