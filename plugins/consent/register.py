"""The register of consents, `content/consent.yml`: opaque ids, what each covers, and until when.

Who signed is not in the repository and never will be. An id that leads to a name does not belong here.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_record
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import Scalar, may_be_the_register, place_in_words, read_yaml
from plugins.moments import When
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.unicode import folded

Subject = Literal["photo", "quote"]
Cover = Literal["photo", "quote", "share"]
"""What somebody agreed to; with `share` it may also stand where others keep it: in PDFs, EPUBs and cards."""
ConsentStatus = Literal["holds", "unknown", "unread", "other-subject", "run-out", "withdrawn"]
SOON = 60
"""How many days before its end a consent is told of."""
_DATES = ("until", "withdrawn")
_PARTS = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One consent, as it was signed."""

    covers: Annotated[
        tuple[Cover, ...],
        "What may be published: `photo`, `quote` or both. `share` besides: in files that readers keep, too.",
    ]
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

    def status(self, consent_id: str, subject: Cover, *, now: datetime, zone: ZoneInfo) -> ConsentStatus:
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
                yield Problem(source, line, _place(consent_id), message, "consent-unused", stops=False)


def read_register(file: Path, *, source: str, zone: ZoneInfo) -> tuple[Register, tuple[Problem, ...]]:
    """The register in `file`, and its findings; an absent file is a register without consents.

    Where another file may be what the author believes to be the register, neither is read: what was taken back may
    stand in the other. Whoever walks the folder tells of it.
    """
    if any(may_be_the_register(other.name) for other in file.parent.glob("*")):  # Yields nothing where none may look.
        return Register(is_readable=False), ()
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
            found.append(Problem(source, entry.key_line, _place(entry.key), message, "wrong-shape"))
            unread.add(entry.key)
            continue
        advised = ((_place(entry.key), advice) for advice in _advice(entry.key))
        found.extend(Problem(source, entry.key_line, *each, "consent-id", stops=False) for each in advised)
        consent, answered = read_record(Consent, entry.node, source=source, zone=zone, within=_place(entry.key))
        faults = [*_left_blank(entry.key, entry.node, source), *answered]
        found.extend(faults)
        if any(fault.stops for fault in faults):
            unread.add(entry.key)
        lines[entry.key] = entry.key_line
        if consent:
            consents[entry.key] = consent
    for one, other in _alike(lines):
        message = f"this is spelt like “{one}” (line {lines[one]}); nobody can tell which is meant, so keep one"
        found.append(Problem(source, lines[other], _place(other), message, "used-twice"))
        unread.update((one, other))
    return Register(consents, lines, frozenset(unread)), tuple(found)


def _advice(consent_id: str) -> Iterator[str]:
    if not any(map(str.isdigit, consent_id)):
        yield "write a number, such as C-07; an id that leads to a name does not belong here"
    elif not any(map(str.isalpha, consent_id)):
        yield "write a letter before the number, such as C-07; a number alone cannot be known again in a text"


def _alike(consent_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of ids that are one to somebody who types them: what one takes back, the other would go on covering."""
    first: dict[tuple[str, ...], str] = {}
    for consent_id in consent_ids:
        if first.setdefault(_letters(consent_id), consent_id) != consent_id:
            yield first[_letters(consent_id)], consent_id


def _left_blank(consent_id: str, written: Tree, source: str) -> Iterator[Problem]:
    """Dates that somebody meant to write: read as not written, a consent taken back would go on for ever."""
    for entry in written.entries:
        if entry.key in _DATES and isinstance(entry.node, Scalar) and not entry.node.text.strip():
            message = f"the day is missing; write it, such as 2027-10-31, or take “{entry.key}:” out"
            place = place_in_words((entry.key,), written, within=_place(consent_id))
            yield Problem(source, entry.key_line, place, message, "empty-field")


def _place(consent_id: str) -> str:
    return f"Consent {consent_id}"


def _letters(consent_id: str) -> tuple[str, ...]:
    """`C-9` and `c09` are one to somebody who types them; `C-1-1` and `C-11` are not."""
    return tuple(part.lstrip("0") for part in _PARTS.findall(folded(consent_id)))
