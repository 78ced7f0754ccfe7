"""Footnotes of word processors: a sign in the text that leads to words at the end."""

import re
from collections import Counter
from copy import copy

from bs4 import BeautifulSoup, Tag

_SIGN = re.compile(r"#(_ftn|_edn|sdfootnote|sdendnote)(\d{1,4})(?:sym)?")
_BACK = re.compile(r"#(?:_ftnref|_ednref|sdfootnote\d+anc|sdendnote\d+anc)")
BEFORE, AFTER = "\ue010", "\ue011"
"""Stand around the number of a note until all else is written: signs that mean nothing, so none is escaped."""


def take_notes(soup: BeautifulSoup, lost: Counter[str]) -> dict[str, Tag]:
    """The words of each note that the text refers to, by its number here; signs in the tree stand for them."""
    for back in soup.find_all("a", href=_BACK):
        back.decompose()
    notes: dict[str, Tag] = {}
    numbers: dict[str, str] = {}
    for sign in soup.find_all("a", href=_SIGN):
        found = _SIGN.match(str(sign["href"]))
        name = f"{found[1].lstrip('_')}{found[2]}" if found else ""
        words = soup.find(id=name)
        if name not in numbers and isinstance(words, Tag) and words.get_text(strip=True):
            numbers[name] = str(len(notes) + 1)
            notes[numbers[name]] = copy(words)
            notes[numbers[name]].name = "div"  # Some write their notes as a list.
            words.decompose()
        if name in numbers:
            sign.replace_with(f"{BEFORE}{numbers[name]}{AFTER}")
        else:
            lost["footnotes"] += 1
            sign.decompose()
    return notes
