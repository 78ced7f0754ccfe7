"""Earlier texts that the author's desk keeps of each post: with a consent that is taken back they go, too."""

import re
import shutil
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.consent.register import Register, read_register
from plugins.files import take_left_over
from plugins.withdrawal.uses import consent_number

_SIGN = re.compile(r"\\[bfnrt]")
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
    number = consent_number(consent_id)
    named = {name_of(source) for source in sources}
    stuck: list[Path] = []
    for place in folder.iterdir() if folder.is_dir() and not folder.is_symlink() else ():
        try:
            if place.name in named or any(number.search(text) for text in _texts(place)):
                shutil.rmtree(place)
            for proof in place.glob("proof-*"):
                proof.unlink()
        except OSError:
            stuck.append(place)
    try:
        take_left_over(content)
    except OSError:
        stuck.append(content)
    return tuple(sorted(stuck))


def withdrawn_photos(content: Path) -> tuple[str, ...]:
    """The numbers of consents that were taken back and that covered photos."""
    register = _register(content)
    return tuple(number for number in _withdrawn(content) if "photo" in register.consents[number].covers)


def withdrawn_in(content: Path, data: bytes) -> tuple[str, ...]:
    """The numbers of consents that were taken back and that a text still names."""
    text = data.decode("utf-8", "replace")
    return tuple(number for number in _withdrawn(content) if consent_number(number).search(text))


def forget_taken_out(content: Path, source: str, now: bytes) -> None:
    """Delete what is kept of a file, once a consent that was taken back stands in that alone; raises OSError."""
    place, held = kept_folder(content) / name_of(source), withdrawn_in(content, now)
    gone = [consent_number(number) for number in _withdrawn(content) if number not in held]
    if gone and any(number.search(text) for text in _texts(place) for number in gone):
        shutil.rmtree(place)


def _withdrawn(content: Path) -> tuple[str, ...]:
    return tuple(number for number, consent in _register(content).consents.items() if consent.withdrawn)


def _register(content: Path) -> Register:
    return read_register(content / "consent.yml", source="consent.yml", zone=_ANY_ZONE)[0]


def _texts(place: Path) -> Iterator[str]:
    """What is kept at a place; in what was typed, a new line is two signs, and the second is no letter of a word."""
    for file in place.rglob("*"):
        if file.is_file() and not file.is_symlink():
            text = file.read_bytes().decode("utf-8", "replace")
            yield _SIGN.sub(" ", text) if file.suffix == ".json" else text
