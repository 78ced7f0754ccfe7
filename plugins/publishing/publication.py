"""From a built site to where readers find it: what would change is said, asked for where it is much, and done."""

import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from plugins.publishing.compressing import with_compressed
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.plan import Plan, plan
from plugins.publishing.progress import Progress
from plugins.publishing.site import Site
from plugins.publishing.targets.target import PublishedState, Target

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Interaction:
    """How a publication talks with whoever started it: `ask` says whether to go on; None where nobody can be asked."""

    say: Callable[[str], None]
    progress: Progress
    ask: Callable[[str], bool] | None
    dry_run: bool = False
    sure: bool = False


def publish(site: Site, target: Target, interaction: Interaction) -> None:
    """Publish the site; raises PublishingStopped with a sentence."""
    with tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True) as folder, target:
        whole = with_compressed(site, Path(folder), interaction.progress) if target.wants_compressed else site
        with nullcontext() if interaction.dry_run else target.lock():
            state = target.published_state(whole)
            planned = plan(state.files, whole.digests)
            _say_plan(planned, state, target, interaction)
            if planned.changes_nothing:
                if not interaction.dry_run:
                    target.tidy(whole)
                return
            if interaction.dry_run:
                interaction.say("This was a dry run: nothing was changed.")
                return
            if planned.removes_most:
                question = f"This deletes {len(planned.removed)} of the {_files(planned.there)} at {target.name}."
                _answered(question, "deleting more than half of a site", interaction)
            target.publish(whole, planned, interaction.progress)
    interaction.say(f"Published: {target.name} shows the new site.")
    for remark in target.remarks if planned.removed else ():
        interaction.say(remark)


def roll_back(target: Target, interaction: Interaction) -> None:
    """Go back to the site before this one, once somebody has said that nothing withdrawn comes back with it."""
    with target:
        question = (
            "The site before may show words that were withdrawn since. "
            "Go back to it only for a short time, and publish anew."
        )
        _answered(question, "going back", interaction)
        interaction.say(target.roll_back())


def _say_plan(planned: Plan, state: PublishedState, target: Target, interaction: Interaction) -> None:
    if state.others:
        interaction.say(f"Left alone, since they are not the diary's: {_files(state.others)}.")
    if planned.changes_nothing:
        interaction.say(f"Nothing to publish: {target.name} shows this site already.")
        return
    new = [path for path in planned.put if path not in state.files]
    interaction.say(
        f"{target.name}: {len(new)} new, {len(planned.put) - len(new)} changed, {len(planned.removed)} to delete, "
        f"of {_files(planned.there)} there now."
    )
    if interaction.dry_run:
        lines = [f"  {'add' if path not in state.files else 'change'} {path}" for path in planned.put]
        lines += [f"  delete {path}" for path in planned.removed]
        for line in lines[:_SHOWN]:
            interaction.say(line)
        if len(lines) > _SHOWN:
            interaction.say(f"  … and {len(lines) - _SHOWN} more")


def _answered(question: str, what: str, interaction: Interaction) -> None:
    if interaction.sure:
        interaction.say(question)
    elif interaction.ask is None:
        raise PublishingStopped(f"{question} Nobody is here to be asked: run it again with --yes if it is meant.")
    elif not interaction.ask(question):
        raise PublishingStopped(f"Stopped before {what}: nothing was changed.")


def _files(count: int) -> str:
    return f"{count} {'file' if count == 1 else 'files'}"
