"""What no published text may say, whoever wrote it: e-mail addresses, folders of a computer, references of consents.

The one definition of it: a comment is held back for it, an author is told of it, and the last look refuses it. What was
withdrawn is known by its runs of words (`word_runs.py`), a name by the list of private words.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from plugins.patterns import lazy_pattern

EMAIL = lazy_pattern(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w-])")
_ROOTS = (
    *(b"/home/", b"/Users/", b"/root/", b"/tmp/", b"/private/var/", b"/var/folders/", b"/builds/"),
    *(b"/github/workspace", b"/opt/buildhome"),
)
_FOLDER = lazy_pattern(
    rb"(?<![\w.:/-])(?:" + b"|".join(_ROOTS) + rb")[\w./-]*"
    rb"|[A-Za-z]:\\{1,2}(?:Users|Documents and Settings)\\[\w.\\-]*|file:///[\w./-]*"
)
_OTHER_SIGNS = (b":\\", b"file:///")
"""One of these, a share of a network, or the first of the folders, stands in all that is looked for."""

_REFERENCE = lazy_pattern(r"(?<![\w-])C-\d+(?![\w-])")


def folder_in(content: bytes, machine: tuple[bytes, ...] = ()) -> bytes | None:
    """The first folder of somebody's computer in a file or text; `machine` names more, as `machine_folders` does."""
    if _first_folders(machine).isdisjoint(content.split(b"/")) and not any(sign in content for sign in _signs(machine)):
        return None
    found = _FOLDER.search(content)
    return found[0] if found else next((each for each in machine if each in content), None)


@lru_cache(4)
def _first_folders(machine: tuple[bytes, ...]) -> frozenset[bytes]:
    """What stands between the first two slashes of each folder; none is told by less than that."""
    return frozenset(each.split(b"/", 2)[1] for each in (*_ROOTS, *machine) if each.startswith(b"/"))


@lru_cache(4)
def _signs(machine: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """What stands in every folder that begins with no slash; a network share is its own sign."""
    others = (each for each in machine if not each.startswith((b"/", b"file:///")) and b":\\" not in each)
    return (*_OTHER_SIGNS, *others)


def machine_folders(*folders: Path) -> tuple[bytes, ...]:
    """What may stand nowhere, since it tells of this very machine; a short one, such as `/app`, is met by chance."""
    named = {each.resolve() for each in (*folders, Path.cwd(), Path.home(), Path(tempfile.gettempdir()))}
    paths = {str(each) + os.sep for each in named if len(each.parts) > 2}
    return tuple(each.encode() for each in sorted(paths | {each.as_uri() for each in named}))


def addressees(href: str) -> frozenset[str]:
    """To whom a link writes, in small letters; nobody where it leads to a page."""
    is_letter = href.lower().startswith("mailto:")
    return frozenset(EMAIL.findall(unquote(href).casefold())) if is_letter else frozenset()


def consent_references(text: str, consents: Iterable[str]) -> Iterator[re.Match[str]]:
    """Where each consent's reference stands first, of those that a text names.

    A word alone, or a number alone, is met by chance; as a reference it tells nobody anything.
    """
    for consent in sorted(each for each in consents if each in text and _is_distinctive(each)):
        found = re.search(rf"(?<![\w-]){re.escape(consent)}(?![\w-])", text)
        if found:
            yield found


def is_like_a_reference(text: str) -> bool:
    """Whether a text names what looks like a consent, where the register is not known."""
    return bool(_REFERENCE.search(text))


def _is_distinctive(consent: str) -> bool:
    return any(map(str.isalpha, consent)) and any(map(str.isdigit, consent))
