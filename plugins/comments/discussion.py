"""Everything that is known of comments in one build: what is set up, and what was said."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from plugins.comments.archive import ArchivedThread, ArchiveFolder
from plugins.comments.providers import Provider
from plugins.comments.providers.links import NoProvider
from plugins.comments.settings import CommentsSettings
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Discussion:
    """The settings, and the threads by their key."""

    settings: CommentsSettings
    threads: Mapping[str, ArchivedThread] = field(default_factory=dict)

    def provider(self, named: str | None) -> Provider:
        """Where the comments of a post are kept; a name that is not set up is a finding before anything asks."""
        return self.settings.providers.get(named or self.settings.usual, _NO_PROVIDER)

    def thread(self, key: str) -> ArchivedThread:
        """What was said under a page; nothing yet where there is no thread."""
        return self.threads.get(key) or ArchivedThread(thread=key, closed=False, comments=())


_NO_PROVIDER = NoProvider()
SILENT = Discussion(
    CommentsSettings(usual="none", providers={"none": _NO_PROVIDER}, folder=ArchiveFolder(Path(), Path())),
)
"""A diary without comments."""
