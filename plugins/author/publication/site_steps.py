"""The steps that bring the site to its readers: it is built, looked at, compared with what they have, and sent."""

import io
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.author.publication.views import ChangedPages, Outlook
from plugins.author.views import Link
from plugins.engine.lock import lock
from plugins.publishing.address import address, from_anywhere
from plugins.publishing.plan import Plan
from plugins.publishing.progress import Progress
from plugins.publishing.publication import Interaction, foreseen, publish
from plugins.publishing.repository import repository_warning
from plugins.publishing.secrets import without_secrets
from plugins.publishing.site import built_site, manifest_digest, refuse_another, refuse_example_address
from plugins.publishing.summary import changed_pages, summary
from plugins.publishing.target_factory import target_for
from plugins.publishing.targets.target import PublishedState, Target, TargetOptions
from plugins.records import dataclass

_SOFTWARE = Path(__file__).resolve().parents[3]
_SHOWN = 100
_HEADINGS = {"new": "New pages", "changed": "Changed pages", "gone": "Pages that go"}
SURE, NEW_PLACE = "sure", "new_place"


class Stopped(Exception):
    """A step found something that a person must look at first; `lines` is what a program said of it."""

    def __init__(self, sentence: str, lines: str = "") -> None:
        super().__init__(sentence)
        self.lines = lines


class _Words(io.StringIO):
    """A stream for lines: each is handed on."""

    def __init__(self, hear: Callable[[str], None]) -> None:
        super().__init__()
        self._hear = hear

    def write(self, text: str) -> int:
        if text.strip():
            self._hear(text.strip())
        return len(text)


@dataclass(frozen=True, slots=True)
class SiteSteps:
    """The site of one diary. `environ` is the environment in which the desk was started."""

    content: Path
    environ: Mapping[str, str]

    @property
    def output(self) -> Path:
        """The folder into which the task `build` builds as well."""
        return self.content.parent / "output"

    def build(self, *, leave_out: bool) -> str:
        """Build the site as readers will get it, look at it, and say which it is; raises Stopped.

        With `leave_out` posts that have something to mend are left out, and what was taken back goes off the web.
        """
        site = ("--content", str(self.content), "--output", str(self.output))
        self._run(
            "The site could not be built. Mend this first; readers see what they saw before.",
            *(str(_SOFTWARE / "tasks.py"), "build", *site, *(["--leave-out"] if leave_out else [])),
        )
        self._run(
            "The last look found something that must not go out. Readers see what they saw before.",
            *("-m", "plugins.publishing.lastlook", str(self.output), "--content", str(self.content)),
        )
        return manifest_digest(self.output)

    def outlook(self, to: str, preview: str, now: Callable[[str], None]) -> Outlook:
        """What publishing to an address would change for readers; raises PublishingStopped, AddressError."""
        site = built_site(self.output)
        refuse_example_address(site)
        target = self._target(to, now)
        planned, state = foreseen(site, target, Progress(_Words(now)))
        by_kind: dict[str, list[Link]] = {}
        for page in changed_pages(planned, state.files, site):
            where = f"{preview}{page.address}" if preview and page.what != "gone" else ""
            by_kind.setdefault(page.what, []).append(Link(page.title or page.address, where))
        return Outlook(
            looked=manifest_digest(self.output),
            to=to,
            sentence=_sentence(planned, state, target),
            pages=tuple(
                ChangedPages(_HEADINGS[what], tuple(pages[:_SHOWN]), max(0, len(pages) - _SHOWN))
                for what, pages in by_kind.items()
            ),
            questions=tuple(_questions(planned, state, target)),
            notes=_notes(state, self.content),
        )

    def publish(self, to: str, looked: str, agreed: frozenset[str], now: Callable[[str], None]) -> tuple[str, ...]:
        """Bring the site that was looked at to its readers; what was done. Raises PublishingStopped, AddressError."""
        done: list[str] = []

        def said(text: str) -> None:
            done.append(without_secrets(text, self.environ))

        interaction = Interaction(
            said, Progress(_Words(now)), lambda _question: False, sure=SURE in agreed, new_place=NEW_PLACE in agreed
        )
        build_lock = lock(self.output.with_name(f".{self.output.name}.lock"), output=self.output, say=now)
        try:
            site = built_site(self.output)
            refuse_another(self.output, looked_at=looked)
            refuse_example_address(site)
            publish(site, self._target(to, now), interaction)
        finally:
            build_lock.release()
        return tuple(done)

    def _target(self, to: str, now: Callable[[str], None]) -> Target:
        options = TargetOptions(self.output, self.environ, now, diary=self.content)
        return target_for(address(from_anywhere(to)), options)

    def _run(self, otherwise: str, *arguments: str) -> None:
        run = subprocess.run(
            [sys.executable, *arguments],
            cwd=_SOFTWARE,
            env={**self.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if run.returncode != 0:
            raise Stopped(otherwise, without_secrets(run.stdout.strip(), self.environ))


def _sentence(planned: Plan, state: PublishedState, target: Target) -> str:
    if planned.changes_nothing:
        return f"Readers see this already at {target.name}. There is nothing to publish."
    return f"At {target.name}: {summary(planned, state.files)}."


def _questions(planned: Plan, state: PublishedState, target: Target) -> list[tuple[str, str]]:
    """What must be agreed to first: the name of each in the form, and what it says."""
    questions = [(NEW_PLACE, f"{state.missing} Make it.")] if state.missing else []
    if planned.removed and planned.removes_most:
        gone = f"Delete {len(planned.removed)} of the {planned.there} files at {target.name}. That is more than half."
        questions.append((SURE, gone))
    return questions


def _notes(state: PublishedState, content: Path) -> tuple[str, ...]:
    warning = "" if state.files else repository_warning(content)
    return (warning,) if warning else ()
