"""A consent taken back from a page: what the task `withdraw` does, and the steps that it tells of."""

from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.author.checked import address_in
from plugins.author.consent_views import StepsPage, StepView
from plugins.author.pages import ADDRESSES, rendered
from plugins.author.views import Link
from plugins.consent.register import read_register
from plugins.engine.build_moment import build_moment
from plugins.settings.reading import read_diary_file
from plugins.settings.record import Outputs
from plugins.withdrawal.kept_texts import forget_kept_texts
from plugins.withdrawal.marking import NotMarked, mark
from plugins.withdrawal.past import Past, past
from plugins.withdrawal.repository import CannotTell
from plugins.withdrawal.steps import Step, steps
from plugins.withdrawal.uses import Use, uses
from plugins.words import dates


class NotWithdrawn(Exception):
    """The register could not be marked; the message says what to do by hand."""


def withdraw(content: Path, number: str, zone: ZoneInfo) -> None:
    """Delete what is kept of each post that needs the consent, then mark it; raises NotWithdrawn."""
    found = uses(content, number, zone=zone)
    stuck = forget_kept_texts(content, number, {use.source for use in found})
    try:
        mark(content, number, today=build_moment(zone).date(), zone=zone)
    except NotMarked as reason:
        raise NotWithdrawn(str(reason)) from None
    if stuck:
        places = ", ".join(map(str, stuck))
        raise NotWithdrawn(f"It is withdrawn. Earlier texts could not be deleted; delete them yourself: {places}")


def steps_page(content: Path, number: str, zone: ZoneInfo) -> bytes:
    """What is left to do by hand, and where the consent was used."""
    found = uses(content, number, zone=zone)
    settings = read_diary_file(content).settings
    left = steps(
        found,
        _past(content, number, found, zone),
        address=settings.address or "" if settings else "",
        outputs=settings.outputs if settings else Outputs(),
    )
    page = StepsPage(
        title=f"What is left to do for {number}",
        sentence=_sentence(content, number, zone),
        uses=tuple(Link(str(use), address_in(use.source, line=use.line) if use.line else "") for use in found),
        steps=tuple(map(_view, left)),
    )
    return rendered("withdrawn.html", page)


def address_of_steps(number: str) -> str:
    return f"{ADDRESSES.consent}?{urlencode({'steps': number})}"


def _past(content: Path, number: str, found: tuple[Use, ...], zone: ZoneInfo) -> Past | None:
    try:
        return past(content, number, found, zone=zone)
    except CannotTell:
        return None


def _sentence(content: Path, number: str, zone: ZoneInfo) -> str:
    register, _ = read_register(content / "consent.yml", source=f"{content.name}/consent.yml", zone=zone)
    consent = register.consents.get(number)
    if consent and consent.withdrawn:
        since = dates.spoken(consent.withdrawn)
        return f"{number} is withdrawn since {since}. No build publishes any of it from now on."
    return f"{number} is not withdrawn."


def _view(step: Step) -> StepView:
    ways = ((said, "\n".join(lines)) for said, *lines in (way.split("\n") for way in step.ways))
    return StepView(step.heading, step.how, tuple(ways))
