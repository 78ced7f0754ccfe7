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
from plugins.publishing.targets.target import Standing, Target

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Manner:
    """How a publication talks: `ask` answers whether to go on, and is None where nobody can be asked."""

    say: Callable[[str], None]
    progress: Progress
    ask: Callable[[str], bool] | None
    dry_run: bool = False
    sure: bool = False


def publish(site: Site, target: Target, manner: Manner) -> None:
    """Publish the site; raises PublishingStopped with a sentence."""
    with tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True) as folder, target:
        whole = with_compressed(site, Path(folder), manner.progress) if target.wants_compressed else site
        with nullcontext() if manner.dry_run else target.alone():
            standing = target.standing(whole)
            planned = plan(standing.files, whole.digests)
            _say_plan(planned, standing, target, manner)
            if planned.changes_nothing:
                if not manner.dry_run:
                    target.tidy(whole)
                return
            if manner.dry_run:
                manner.say("This was a dry run: nothing was changed.")
                return
            _agree(planned, target, manner)
            target.publish(whole, planned, manner.progress)
    manner.say(f"Published: {target.name} shows the new site.")
    for remark in target.remarks if planned.removed else ():
        manner.say(remark)


def roll_back(target: Target, manner: Manner) -> None:
    """Go back to the site before this one, once somebody has said that nothing withdrawn comes back with it."""
    with target:
        question = (
            "The site before may show words that were withdrawn since. "
            "Go back to it only for a short time, and publish anew."
        )
        _answered(question, "going back", manner)
        manner.say(target.roll_back())


def _say_plan(planned: Plan, standing: Standing, target: Target, manner: Manner) -> None:
    if standing.others:
        manner.say(f"Left alone, since they are not the diary's: {_files(standing.others)}.")
    if planned.changes_nothing:
        manner.say(f"Nothing to publish: {target.name} shows this site already.")
        return
    new = [path for path in planned.put if path not in standing.files]
    manner.say(
        f"{target.name}: {len(new)} new, {len(planned.put) - len(new)} changed, {len(planned.removed)} to delete, "
        f"of {_files(planned.there)} there now."
    )
    if manner.dry_run:
        lines = [f"  {'add' if path not in standing.files else 'change'} {path}" for path in planned.put]
        lines += [f"  delete {path}" for path in planned.removed]
        for line in lines[:_SHOWN]:
            manner.say(line)
        if len(lines) > _SHOWN:
            manner.say(f"  … and {len(lines) - _SHOWN} more")


def _agree(planned: Plan, target: Target, manner: Manner) -> None:
    if planned.removes_most:
        question = f"This deletes {len(planned.removed)} of the {_files(planned.there)} at {target.name}."
        _answered(question, "deleting more than half of a site", manner)


def _answered(question: str, what: str, manner: Manner) -> None:
    if manner.sure:
        manner.say(question)
    elif manner.ask is None:
        raise PublishingStopped(f"{question} Nobody is here to be asked: run it again with --yes if it is meant.")
    elif not manner.ask(question):
        raise PublishingStopped(f"Stopped before {what}: nothing was changed.")


def _files(count: int) -> str:
    return f"{count} {'file' if count == 1 else 'files'}"
