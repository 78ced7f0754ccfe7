"""From a built site to where readers find it: what would change is said, asked for where it is much, and done."""

import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from plugins.publishing.compressing import with_compressed
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.plan import Plan, plan
from plugins.publishing.progress import Progress
from plugins.publishing.site import Site
from plugins.publishing.summary import changed_pages, summary
from plugins.publishing.targets.target import PublishedState, Target
from plugins.records import dataclass

_SHOWN = 200
_SURE, _NEW_PLACE = "--yes", "--new-branch"


@dataclass(frozen=True, slots=True)
class Interaction:
    """How a publication talks with whoever started it: `ask` says whether to go on; None where nobody can be asked.

    Whoever is `sure` is not asked whether much may be deleted; with `new_place`, not whether a branch may be made.
    """

    say: Callable[[str], None]
    progress: Progress
    ask: Callable[[str], bool] | None
    dry_run: bool = False
    sure: bool = False
    new_place: bool = False


def publish(site: Site, target: Target, interaction: Interaction, *, warning: str = "") -> None:
    """Publish the site; raises PublishingStopped with a sentence.

    The `warning` is given with the first publication to a place, and not with each.
    """
    with tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True) as folder, target:
        whole = with_compressed(site, Path(folder), interaction.progress) if target.wants_compressed else site
        with nullcontext() if interaction.dry_run else target.lock():
            state = target.published_state(whole)
            planned = plan(state.files, whole.digests)
            _say_plan(planned, state, target, site, interaction)
            if warning and not state.files:
                interaction.say(warning)
            if planned.changes_nothing:
                if not interaction.dry_run:
                    target.tidy(whole)
                return
            if interaction.dry_run:
                interaction.say("This was a dry run: nothing was changed.")
                return
            if state.missing and not interaction.new_place:
                _answered(f"{state.missing} Publishing makes it.", "making it", interaction, switch=_NEW_PLACE)
            if planned.removes_most:
                question = f"This deletes {len(planned.removed)} of the {_files(planned.there)} at {target.name}."
                _answered(question, "deleting more than half of a site", interaction)
            target.publish(whole, planned, interaction.progress)
    interaction.say(f"Published: {target.name} shows the new site.")
    for remark in target.remarks if planned.removed else ():
        interaction.say(remark)


def foreseen(site: Site, target: Target, progress: Progress) -> tuple[Plan, PublishedState]:
    """What publishing would change now, and what is published; nothing is changed by asking."""
    with tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True) as folder, target:
        whole = with_compressed(site, Path(folder), progress) if target.wants_compressed else site
        state = target.published_state(whole)
        return plan(state.files, whole.digests), state


def roll_back(target: Target, interaction: Interaction) -> None:
    """Go back to the site before this one, once somebody has said that nothing withdrawn comes back with it."""
    with target:
        question = (
            "The site before may show words that were withdrawn since. "
            "Go back to it only for a short time, and publish anew."
        )
        _answered(question, "going back", interaction)
        interaction.say(target.roll_back())


def _say_plan(planned: Plan, state: PublishedState, target: Target, site: Site, interaction: Interaction) -> None:
    if state.others:
        interaction.say(f"Left alone, since they are not the diary's: {_files(state.others)}.")
    if planned.changes_nothing:
        interaction.say(f"Nothing to publish: {target.name} shows this site already.")
        return
    interaction.say(f"{target.name}: {summary(planned, state.files)}.")
    if interaction.dry_run:
        lines = list(changed_pages(planned, state.files, site))
        for line in lines[:_SHOWN]:
            interaction.say(f"  {line}")
        if len(lines) > _SHOWN:
            interaction.say(f"  … and {len(lines) - _SHOWN} more")
        if state.missing:
            interaction.say(f"{state.missing} Publishing makes it, and asks first.")


def _answered(question: str, what: str, interaction: Interaction, *, switch: str = _SURE) -> None:
    if interaction.sure and switch == _SURE:
        interaction.say(question)
    elif interaction.ask is None:
        raise PublishingStopped(f"{question} Nobody is here to be asked: run it again with {switch} if it is meant.")
    elif not interaction.ask(question):
        raise PublishingStopped(f"Stopped before {what}: nothing was changed.")


def _files(count: int) -> str:
    return f"{count} {'file' if count == 1 else 'files'}"
