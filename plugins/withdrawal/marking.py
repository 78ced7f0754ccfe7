"""The register of consents with one consent marked as taken back."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.consent.register import Register, read_register
from plugins.files import write_file
from plugins.frontmatter.editing import CannotEdit, with_field_in_entry, with_fields
from plugins.moments import When
from plugins.problems import nearest
from plugins.records import dataclass


class NotMarked(Exception):
    """The register could not be marked; the message says why, and what to do by hand.

    Where it `covers_nothing` as it stands, a build publishes nothing of the consent all the same.
    """

    def __init__(self, reason: str, *, covers_nothing: bool = False) -> None:
        super().__init__(reason)
        self.covers_nothing = covers_nothing


@dataclass(frozen=True, slots=True)
class Marked:
    """A consent that is marked as withdrawn: in which line of the register, since when, and whether by us, now."""

    line: int
    since: When
    is_new: bool


def mark(content: Path, consent_id: str, *, today: date, zone: ZoneInfo) -> Marked:
    """Write `withdrawn:` with today's date to a consent, unless it stands there already; raises NotMarked.

    What else is to be mended in the register keeps nobody: where it cannot be read as a whole, the lines of the one
    entry are changed, if they alone can be read.
    """
    file, source = content / "consent.yml", f"{content.name}/consent.yml"
    register, _ = read_register(file, source=source, zone=zone)
    line = register.lines.get(consent_id)
    if register.is_readable and line is None and consent_id not in register.unread:
        raise NotMarked(_unknown(consent_id, register, source))
    consent = register.consents.get(consent_id)
    if consent and consent.withdrawn is not None and line:
        return Marked(line, consent.withdrawn, is_new=False)
    covers_nothing = not register.is_readable or consent_id in register.unread
    try:
        written = file.read_bytes()
        if register.is_readable:
            marked = with_fields(written, (consent_id,), {"withdrawn": today.isoformat()}, is_post=False)
        else:
            marked, line = with_field_in_entry(written, consent_id, "withdrawn", today.isoformat())
        write_file(file, marked, below=content)
    except (CannotEdit, OSError) as reason:
        place = f"{source}:{line}" if line else source
        why = reason.strerror if isinstance(reason, OSError) else reason
        raise NotMarked(
            f"{place}: {why}. Write “withdrawn: {today.isoformat()}” to {consent_id} yourself, "
            "then run the same line again.",
            covers_nothing=covers_nothing,
        ) from reason
    return Marked(line or 0, When(today.year, today.month, today.day), is_new=True)


def _unknown(consent_id: str, register: Register, source: str) -> str:
    known = register.consents
    guess = register.spelt_like(consent_id) or nearest(consent_id, known)
    if guess:
        return f"There is no consent “{consent_id}” in {source}; did you mean “{guess}”?"
    listed = f"The consents are {', '.join(known)}." if known else "The register is empty."
    return f"There is no consent “{consent_id}” in {source}. {listed}"
