"""The register of consents with one consent marked as taken back."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.consent.register import Register, read_register
from plugins.frontmatter.editing import CannotEdit, put_in_place, with_field
from plugins.moments import When
from plugins.problems import nearest


class NotMarked(Exception):
    """The register could not be marked; the message says why, and what to do by hand."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A consent that is marked as withdrawn: in which line of the register, since when, and whether by us, now."""

    line: int
    since: When
    is_new: bool


def mark(content: Path, consent_id: str, *, today: date, zone: ZoneInfo) -> Marked:
    """Write `withdrawn:` with today's date to a consent, unless it stands there already; raises NotMarked."""
    file, source = content / "consent.yml", f"{content.name}/consent.yml"
    register, problems = read_register(file, source=source, zone=zone)
    if any(problem.stops for problem in problems):
        told = "\n".join(str(problem) for problem in problems)
        raise NotMarked(f"The register of consents has something to mend first:\n\n{told}")
    consent = register.consents.get(consent_id)
    if consent is None:
        raise NotMarked(_unknown(consent_id, register, source))
    line = register.lines[consent_id]
    if consent.withdrawn is not None:
        return Marked(line, consent.withdrawn, is_new=False)
    try:
        put_in_place(file, with_field(file.read_bytes(), (consent_id,), "withdrawn", today.isoformat(), is_post=False))
    except (CannotEdit, OSError) as reason:
        raise NotMarked(
            f"{source}:{line}: {reason}. Write “withdrawn: {today.isoformat()}” to {consent_id} yourself, "
            "then run the same line again."
        ) from reason
    return Marked(line, When(today.year, today.month, today.day), is_new=True)


def _unknown(consent_id: str, register: Register, source: str) -> str:
    known = register.consents
    guess = register.spelt_like(consent_id) or nearest(consent_id, known)
    if guess:
        return f"There is no consent “{consent_id}” in {source}; did you mean “{guess}”?"
    listed = f"The consents are {', '.join(known)}." if known else "The register is empty."
    return f"There is no consent “{consent_id}” in {source}. {listed}"
