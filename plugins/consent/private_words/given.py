"""Where the list is: a file that the environment names, or the words themselves in a secret of the build."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.consent.private_words.entries import UnfitEntry, entries
from plugins.consent.private_words.letters import text_of
from plugins.consent.private_words.search import PrivateWords

FILE = "DIARY_PRIVATE_WORDS"
WORDS = "DIARY_PRIVATE_WORDS_LIST"
_LARGEST = 1_000_000


class PrivateWordsRefused(SystemExit):
    """The list cannot be used; ends the build with one sentence."""


def given_words(environ: Mapping[str, str], *, published: tuple[Path, ...]) -> PrivateWords | None:
    """The private words, or None when no list is given; raises PrivateWordsRefused.

    `published` are folders that others may read: the repositories of the diary and of its software. A list that lies
    in one of them would tell the very names that it is to keep.
    """
    named, written = environ.get(FILE, "").strip(), environ.get(WORDS, "").strip()
    if named and written:
        raise PrivateWordsRefused(f"Both {FILE} and {WORDS} are set; give the private words in one of them.")
    if not named and not written:
        return None
    name = FILE if named else WORDS
    text = _read(Path(named).expanduser(), published) if named else environ[WORDS]
    try:
        found = tuple(entries(text))
    except UnfitEntry as unfit:
        raise PrivateWordsRefused(f"{name}: {unfit}.") from unfit
    if not found:
        raise PrivateWordsRefused(f"{name}: there is no word in this list; write one name, place or number a line.")
    return PrivateWords(found)


def _read(file: Path, published: tuple[Path, ...]) -> str:
    place = file.resolve()
    for folder in (*published, *(repository for each in published for repository in _repositories(each))):
        if place.is_relative_to(folder.resolve()):
            raise PrivateWordsRefused(
                f"{FILE} names a file inside {folder}, where others can read it; "
                "move it to a place of your own, outside the diary's folders."
            )
    try:
        with place.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        raise PrivateWordsRefused(f"{FILE} names a file that cannot be read ({error.strerror}): {file}") from error
    if len(data) > _LARGEST:
        raise PrivateWordsRefused(f"{FILE} names a file of more than 1 MB, which is no list of words.")
    return text_of(data)


def _repositories(folder: Path) -> Iterator[Path]:
    """The repositories that a folder lies in."""
    return (parent for parent in folder.resolve().parents if (parent / ".git").exists())
