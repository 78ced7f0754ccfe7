"""What every kind of place can do."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import field
from pathlib import Path
from typing import Self

from plugins.publishing.failure import PublishingStopped
from plugins.publishing.plan import Plan
from plugins.publishing.progress import Progress
from plugins.publishing.retention import NO_WAY_BACK
from plugins.publishing.site import Site
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class TargetOptions:
    """What a target is told about one publication.

    `output` is the built site's folder, `environ` where secrets are, `keep` how many earlier sites stay, `take_over`
    whether what others put there is replaced, `diary` the folder in whose repository the names of remotes are known.
    """

    output: Path
    environ: Mapping[str, str] = field(repr=False)
    say: Callable[[str], None]
    keep: int = 0
    take_over: bool = False
    diary: Path = Path()


@dataclass(frozen=True, slots=True)
class PublishedState:
    """What is published now: the digest of each path, as far as it is known; and how many files are somebody else's.

    What is `missing`, and would have to be made, is a sentence.
    """

    files: Mapping[str, str]
    others: int = 0
    missing: str = ""


class Target(ABC):
    """A place, open while its block lasts. Whatever it refuses is a PublishingStopped.

    A kind of place says only what is different there: nobody is kept out, nothing is left over, no way leads back.
    """

    name: str
    """The place as a person knows it."""
    wants_compressed = False
    """Whether a server there can answer with a file that lies compressed beside another."""
    remarks: tuple[str, ...] = ()
    """What a person should know of what was deleted there."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_ended: object) -> None:
        """Close what `__enter__` opened."""

    def lock(self) -> AbstractContextManager[object]:
        """While this block lasts nobody else publishes here; waits for it."""
        return nullcontext()

    @abstractmethod
    def published_state(self, site: Site) -> PublishedState:
        """What is published now; changes nothing."""

    @abstractmethod
    def publish(self, site: Site, plan: Plan, progress: Progress) -> None:
        """Make `site` what readers find."""

    def tidy(self, site: Site) -> None:
        """Take away what earlier publications left, where readers find `site` already: one may have ended too early."""

    def roll_back(self) -> str:
        """Make the site before this one what readers find again; says what was done."""
        raise PublishingStopped(NO_WAY_BACK)
