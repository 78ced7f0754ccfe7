"""The register of consents, `content/consent.yml`: opaque ids, what each covers, and until when.

Who signed is not in the repository and never will be. An id that leads to a name does not belong here.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_record
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import Scalar, read_yaml
from plugins.moments import When
from plugins.problems import Problem

Subject = Literal["photo", "quote"]
ConsentStatus = Literal["holds", "unknown", "unread", "other-subject", "run-out", "withdrawn"]
SOON = 60
"""How many days before its end a consent is told of."""
_DATES = ("until", "withdrawn")
_NOUGHTS = re.compile(r"0+(?=\d)")
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One consent, as it was signed."""

    covers: Annotated[tuple[Subject, ...], "What may be published: `photo`, `quote` or both."]
    until: Annotated[When | None, "The last day on which it holds."] = None
    withdrawn: Annotated[When | None, "The day on which it was taken back. From then on nothing is published."] = None


@dataclass(frozen=True, slots=True)
class Register:
    """Every consent by its id; `lines` are those of the file in which each is written.

    `unread` are the ids of entries with something to mend. Such an entry covers nothing, and nor does any of a
    register that cannot be read as a whole: what was taken back may stand in it.
    """

    consents: Mapping[str, Consent] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    is_readable: bool = True

    def status(self, consent_id: str, subject: Subject, *, now: datetime, zone: ZoneInfo) -> ConsentStatus:
        """Whether a consent lets us publish `subject` at `now`, or why not.

        A withdrawal counts from the moment it is written down, whatever its date: nobody is kept online because
        of a slip in a date.
        """
        consent = self.consents.get(consent_id)
        if not self.is_readable or consent_id in self.unread:
            return "unread"
        if consent is None:
            return "unknown"
        if consent.withdrawn is not None:
            return "withdrawn"
        if subject not in consent.covers:
            return "other-subject"
        if consent.until is not None and now > consent.until.last(zone):
            return "run-out"
        return "holds"

    def ends_soon(self, consent_id: str, *, now: datetime, zone: ZoneInfo) -> tuple[When, int] | None:
        """The end of a consent that holds for no more than `SOON` days after today, and how many that are."""
        consent = self.consents.get(consent_id)
        if consent is None or consent.until is None:
            return None
        last = consent.until.last(zone)
        days = (last.astimezone(zone).date() - now.astimezone(zone).date()).days
        return (consent.until, days) if now <= last and days <= SOON else None

    def spelt_like(self, consent_id: str) -> str | None:
        """The one id that is meant: `C-09` for `c9`. Another number is another person's, and is never offered."""
        alike = [each for each in self.consents if _letters(each) == _letters(consent_id)]
        return alike[0] if len(alike) == 1 else None

    def unused(self, used: Collection[str], *, source: str) -> Iterator[Problem]:
        """A notice for every consent that nothing in the diary needs: its form can perhaps be destroyed too."""
        for consent_id, line in self.lines.items():
            if consent_id in self.consents and consent_id not in used:
                message = "no photo and no quote names this consent; take the line out when none will"
                yield Problem(source, line, consent_id, message, stops=False)


def read_register(file: Path, *, source: str, zone: ZoneInfo) -> tuple[Register, tuple[Problem, ...]]:
    """The register in `file`, and its findings; an absent file is a register without consents."""
    if not file.exists() and not file.is_symlink():
        return Register(), ()
    tree, problems = read_yaml(file, source)
    if tree is None:
        return Register(is_readable=False), problems
    found = list(problems)
    consents: dict[str, Consent] = {}
    lines: dict[str, int] = {}
    unread: set[str] = set()
    for entry in tree.entries:
        if not isinstance(entry.node, Tree):
            message = "write what it covers, such as {covers: [photo], until: 2027-10-31}"
            found.append(Problem(source, entry.key_line, entry.key, message))
            unread.add(entry.key)
            continue
        if not any(letter.isdigit() for letter in entry.key):
            message = "write a number, such as C-07; an id that leads to a name does not belong here"
            found.append(Problem(source, entry.key_line, entry.key, message, stops=False))
        elif not any(letter.isalpha() for letter in entry.key):
            message = "write a letter before the number, such as C-07; a number alone cannot be known again in a text"
            found.append(Problem(source, entry.key_line, entry.key, message, stops=False))
        consent, answered = read_record(Consent, entry.node, source=source, zone=zone)
        faults = [*_left_blank(entry.key, entry.node, source)]
        faults += [Problem(source, p.line, f"{entry.key}.{p.field}", p.message, p.stops) for p in answered]
        found.extend(faults)
        if any(fault.stops for fault in faults):
            unread.add(entry.key)
        lines[entry.key] = entry.key_line
        if consent:
            consents[entry.key] = consent
    return Register(consents, lines, frozenset(unread)), tuple(found)


def _left_blank(consent_id: str, written: Tree, source: str) -> Iterator[Problem]:
    """Dates that somebody meant to write: read as not written, a consent taken back would go on for ever."""
    for entry in written.entries:
        if entry.key in _DATES and isinstance(entry.node, Scalar) and not entry.node.text.strip():
            message = f"the day is missing; write it, such as 2027-10-31, or take “{entry.key}:” out"
            yield Problem(source, entry.key_line, f"{consent_id}.{entry.key}", message)


def _letters(consent_id: str) -> str:
    """`C-9` and `c09` are one to somebody who types them."""
    return _NOUGHTS.sub("", _NOT_LETTERS.sub("", consent_id).casefold())
