"""Looking at what publishing changes, and publishing: the author's texts kept in git, then the site to its readers."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock
from zoneinfo import ZoneInfo

from plugins.author.documents import file_called
from plugins.author.keeping import Keeping
from plugins.author.pages import form_address
from plugins.author.publication.changes import changes
from plugins.author.publication.git import NotKept
from plugins.author.publication.job import Job
from plugins.author.publication.refusals import NO_REPOSITORY, both_changed, withdrawn_there
from plugins.author.publication.repository import BothChanged, Remote, Repository, repository
from plugins.author.publication.site_steps import SiteSteps, Stopped
from plugins.author.publication.views import BothTexts, Outlook, Result
from plugins.author.versions import differences
from plugins.consent.register import read_register
from plugins.engine.failure import BuildFailed
from plugins.engine.lock import lock
from plugins.files import create_file
from plugins.publishing.failure import AddressError, PublishingStopped
from plugins.publishing.secrets import without_secrets
from plugins.records import dataclass

_ELSEWHERE = "Another window publishes this diary just now. Wait until it is done, then press the button again."
_CHANGED = "The diary has changed since you looked. This is what publishing changes now: look again, then publish."
_ON_ITS_WAY = "Your diary is in its repository. Your host builds the site from there."
_NOWHERE = "The site is built and nothing keeps it from going out. Where readers find it is named nowhere yet."
_REGISTER = "consent.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for: where to, which build was looked at and what was seen of it, and what was agreed to.

    `with_texts` is false for the site alone; `mine` says that the author's text holds where both changed one place.
    With `leave_out` the site goes without posts that have something to mend.
    """

    to: str
    looked: str = ""
    outlook: Outlook | None = None
    agreed: frozenset[str] = frozenset()
    with_texts: bool = True
    mine: bool = False
    leave_out: bool = False


class _Ended(Exception):
    """A job came to an end before its last step."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.fault)
        self.result = result


@dataclass(frozen=True, slots=True)
class Publisher:
    """Publishes one diary. `writing` is held while files of the diary are changed."""

    content: Path
    zone: ZoneInfo
    keeping: Keeping
    environ: Mapping[str, str]
    writing: Lock

    @property
    def _site(self) -> SiteSteps:
        return SiteSteps(self.content, self.environ)

    def look(self, order: Order, preview: str, job: Job) -> Result:
        """Build, look, and say what would change; nothing is changed by it."""

        def looked() -> Result:
            job.now("Building the site")
            return Result(
                outlook=self._outlook(order, preview, job, looked=self._site.build(leave_out=order.leave_out))
            )

        return self._ended(order, job, looked)

    def publish(self, order: Order, preview: str, job: Job) -> Result:
        """Keep the texts, build, look, send; what is not as it was looked at is shown anew, and not sent."""
        return self._ended(order, job, lambda: self._published(order, preview, job))

    def _published(self, order: Order, preview: str, job: Job) -> Result:
        kept = self._kept(order, job) if order.with_texts else None
        job.now("Building the site")
        looked = self._site.build(leave_out=order.leave_out)
        if looked != order.looked:
            return Result(fault=_CHANGED, outlook=self._outlook(order, preview, job, looked=looked))
        remote = kept.remote if kept else None
        if kept and remote:
            job.now(f"Sending your texts to {remote.name}")
            try:
                if kept.push(remote):
                    job.say(f"Your texts are at {remote.name}.")
            except NotKept as reason:
                raise _Ended(Result(fault=str(reason), may_go_alone=bool(order.to))) from None
        if not order.to:
            return Result(done=(_ON_ITS_WAY if remote else _NOWHERE,))
        job.now("Bringing the site to its readers")
        return Result(done=self._site.publish(order.to, looked, order.agreed, job.now))

    def _ended(self, order: Order, job: Job, work: Callable[[], Result]) -> Result:
        """How a job ends, whatever ends it; raises what is a mistake of ours."""
        try:
            with self._alone():
                result = work()
        except _Ended as ended:
            result = replace(ended.result, outlook=None if ended.result.both else order.outlook)
        except Stopped as stopped:
            result = Result(fault=str(stopped), lines=stopped.lines)
        except (PublishingStopped, AddressError, BuildFailed) as stopped:
            result = Result(fault=without_secrets(str(stopped), self.environ), outlook=order.outlook)
        except OSError as refused:
            result = Result(fault=f"{refused.filename or 'A file'} could not be read or written ({refused.strerror}).")
        return replace(result, done=(*job.done, *result.done))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self.keeping.make_folder()
        place = self.keeping.folder / "publishing.lock"
        try:
            held = lock(place, output=place, say=lambda _line: None, patience=0)
        except BuildFailed:
            raise _Ended(Result(fault=_ELSEWHERE)) from None
        try:
            yield
        finally:
            held.release()

    def _outlook(self, order: Order, preview: str, job: Job, *, looked: str) -> Outlook:
        """What publishing would change: for readers, and in the repository."""
        notes: tuple[str, ...] = ()
        texts: tuple[str, ...] = ()
        try:
            kept = repository(self.content, self.environ, self.keeping)
            notes = () if kept else (NO_REPOSITORY,)
            texts = changes(kept, self.content).lines if kept else ()
        except NotKept as reason:
            notes = (str(reason),)
        if not order.to:
            return Outlook(looked=looked, to="", sentence="", texts=texts, notes=notes, without=order.leave_out)
        job.now("Asking what readers have now")
        outlook = self._site.outlook(order.to, preview, job.now)
        return replace(outlook, texts=texts, notes=(*outlook.notes, *notes), without=order.leave_out)

    # ------------------------------------------------------------ the texts

    def _kept(self, order: Order, job: Job) -> Repository | None:
        """The author's texts in a commit, after those of others."""
        try:
            kept = repository(self.content, self.environ, self.keeping)
            if kept is None:
                return None
            job.now("Keeping your texts in git")
            with self.writing:
                kept.make_ready()
                told = changes(kept, self.content)
                if kept.commit(told.message):
                    job.say(f"Kept in git. {' '.join(f'{line}.' for line in told.lines)}")
            if remote := kept.remote:
                job.now(f"Asking {remote.name} what others wrote")
                kept.fetch(remote)
                self._bring_in(kept, remote, order, job)
        except NotKept as reason:
            raise _Ended(Result(fault=str(reason), may_go_alone=bool(order.to))) from None
        return kept

    def _bring_in(self, kept: Repository, remote: Remote, order: Order, job: Job) -> None:
        if order.mine and (missing := self._withdrawn(kept.theirs(remote, _REGISTER)) - self._withdrawn_here()):
            raise NotKept(withdrawn_there(sorted(missing)))
        try:
            with self.writing:
                if kept.bring_in(remote, mine=order.mine):
                    job.say("What others wrote is in your diary now.")
        except BothChanged as both:
            views = tuple(self._both(kept.source_of(path), theirs) for path, theirs in both.theirs.items())
            fault = both_changed([view.source for view in views])
            raise _Ended(Result(fault=fault, both=views)) from None

    def _both(self, source: str, theirs: bytes | None) -> BothTexts:
        """A file that was changed here and elsewhere; theirs is kept among its earlier texts."""
        file = file_called(self.content, source)
        place = file.path if file else self.content.parent / source
        own = place.read_bytes() if place.is_file() else b""
        if file and theirs is not None:
            self.keeping.keep_version(source, theirs)
        is_text = source.endswith((".md", ".markdown", ".yml"))
        return BothTexts(
            source=source,
            href=form_address(source) if file else "",
            differences=differences(theirs or b"", own) if is_text else (),
            is_gone_there=theirs is None,
            is_gone_here=not place.is_file(),
        )

    def _withdrawn_here(self) -> frozenset[str]:
        file = self.content / _REGISTER
        return self._withdrawn(file.read_bytes() if file.is_file() else b"")

    def _withdrawn(self, data: bytes) -> frozenset[str]:
        """The numbers of consents that a register says were taken back."""
        with tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True) as folder:
            create_file(Path(folder) / _REGISTER, data, below=Path(folder))
            register, _ = read_register(Path(folder) / _REGISTER, source=_REGISTER, zone=self.zone)
        return frozenset(number for number, consent in register.consents.items() if consent.withdrawn)
