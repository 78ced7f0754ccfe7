"""What the last look would refuse because of a post, found first: with file and line, before anything is made of it.

Each rule is the last look's own, or asks the definition that it asks; there is no second list.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.blog.disclosed import disclosures_in
from plugins.blog.hand_outs import hand_outs, refused_hand_outs
from plugins.blog.own_addresses import lost_addresses
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.consent.disclosures import machine_folders
from plugins.consent.register import Register, read_register
from plugins.problems import Problem
from plugins.publishing.lastlook.withheld import Audit, Withheld
from plugins.workshops.diary import DiaryEntry


def refusals(model: SiteModel, written: Sequence[DiaryEntry], *, output: Path, broken: bool) -> Iterator[Problem]:
    """Every finding of them. `output` is the folder of the site; `broken` says that the diary has findings already.

    `written` is every entry of the content folder, also those that this site goes without.
    """
    settings = model.settings
    register, _ = read_register(settings.content / "consent.yml", source="", zone=settings.zone)
    machine = machine_folders(output.resolve().parent, settings.content)
    yield from disclosures_in(model.diary, model.texts, register.consents, machine)
    if handed_out := hand_outs(model.publication):
        yield from refused_hand_outs(model.texts, handed_out, _withheld(settings, written, register), machine)
    if not broken:
        yield from lost_addresses(model)


def _withheld(settings: BlogSettings, written: Sequence[DiaryEntry], register: Register) -> Withheld:
    """What hand-outs must not say; what is not out yet may well say what they do."""
    texts = Audit(settings.content, register, settings.now, settings.zone).kept_back(written)
    return Withheld(tuple(each for each in texts if not each.is_post), frozenset(register.consents), {})
