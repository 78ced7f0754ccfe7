"""`python -m plugins.withdrawal C-09`: list where a consent is used and mark it; `--steps`: tell what is left to do."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.problems.console import say
from plugins.publishing.lastlook.verdicts import VERDICTS, keep_verdicts
from plugins.withdrawal import steps
from plugins.withdrawal.kept_texts import forget_kept_texts
from plugins.withdrawal.marking import Marked, NotMarked, mark
from plugins.withdrawal.past import past
from plugins.withdrawal.repository import CannotTell
from plugins.withdrawal.uses import Use, uses
from plugins.withdrawal.wiring import outputs_of, settings
from plugins.words import dates

COVERS_NOTHING = 3
"""The consent is not marked, but as the register stands it covers nothing: a build leaves out all that needs it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when the consent is marked. With a sentence, 1 when it is not, COVERS_NOTHING when that does not matter now."""
    options = _options(arguments)
    diary = settings(options.content)
    found = uses(options.content, options.consent, zone=diary.zone)
    if options.steps:
        try:
            held = past(options.content, options.consent, found, zone=diary.zone)
        except CannotTell:
            held = None
        outputs = outputs_of(options.content)
        say(steps.numbered(found, held, address=diary.address, outputs=outputs), sys.stdout)
        return 0
    for stuck in forget_kept_texts(options.content, options.consent, {use.source for use in found}):
        say(f"Earlier texts could not be deleted; delete this folder yourself: {stuck}", sys.stderr)
    keep_verdicts(VERDICTS, ())
    today = diary.now.astimezone(diary.zone).date()
    try:
        marked = mark(options.content, options.consent, today=today, zone=diary.zone)
    except NotMarked as reason:
        if reason.covers_nothing:
            say(_used(options.consent, found), sys.stdout)
        say(str(reason), sys.stderr)
        return COVERS_NOTHING if reason.covers_nothing else 1
    say(_answer(options.consent, found, marked, f"{options.content.name}/consent.yml"), sys.stdout)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.withdrawal", description=__doc__)
    parser.add_argument("consent", help="the number of the consent, as in consent.yml")
    parser.add_argument("--content", type=Path, required=True, help="the folder of posts")
    parser.add_argument("--steps", action="store_true", help="tell only what is left to do by hand")
    return parser.parse_args(arguments)


def _answer(consent_id: str, found: Sequence[Use], marked: Marked, source: str) -> str:
    used = _used(consent_id, found)
    since = dates.spoken(marked.since)
    if marked.is_new:
        return (
            f"{used}\n{source}:{marked.line}: marked as withdrawn, {since}. No build publishes any of it from now on."
        )
    return f"{used}\n{source}:{marked.line}: marked as withdrawn since {since}; that stays as it is."


def _used(consent_id: str, found: Sequence[Use]) -> str:
    if not found:
        return f"Nothing in the diary needs the consent {consent_id}.\n"
    places = f"{len(found)} place{'s' if len(found) != 1 else ''}"
    return f"The consent {consent_id} is needed in {places}:\n\n" + "".join(f"  {use}\n" for use in found)


if __name__ == "__main__":
    sys.exit(main())
