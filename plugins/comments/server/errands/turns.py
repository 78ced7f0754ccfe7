"""Which errands a service has, by its settings, and how often each is run."""

from plugins.comments.server.errands.archive_file import ArchiveFile
from plugins.comments.server.errands.errand import Turn
from plugins.comments.server.errands.letters import Letters
from plugins.comments.server.errands.rebuild_hook import RebuildHook
from plugins.comments.server.ledger import Ledger
from plugins.comments.server.settings import Settings
from plugins.comments.server.store import Store
from plugins.comments.server.threads import ThreadSource

_LETTER_SETTLES, _LETTER_PAUSES = 5.0, 600.0
"""The first comment is told at once; what comes in the ten minutes after it is told in one letter."""
_REBUILD_SETTLES, _REBUILD_PAUSES = 20.0, 60.0
"""A moderator who reads through the queue causes one build, not twenty."""


def turns_of(settings: Settings, store: Store, ledger: Ledger, source: ThreadSource) -> tuple[Turn, ...]:
    """The archive's file first: a build on the same machine may follow it."""
    turns = []
    if settings.archive:
        turns.append(Turn(errand=ArchiveFile(path=settings.archive, store=store, ledger=ledger)))
    if settings.rebuild:
        hook = RebuildHook(rebuild=settings.rebuild, site=settings.site, ledger=ledger)
        turns.append(Turn(errand=hook, settle=_REBUILD_SETTLES, pause=_REBUILD_PAUSES))
    if settings.mail:
        letters = Letters(
            mail=settings.mail,
            to=tuple(moderator.email for moderator in settings.moderators if moderator.email),
            desk=f"{settings.address}moderate/",
            site=lambda: told.site if (told := source.current(store.clock())) else settings.site,
            store=store,
            ledger=ledger,
        )
        turns.append(Turn(errand=letters, settle=_LETTER_SETTLES, pause=_LETTER_PAUSES))
    return tuple(turns)
