"""Which jobs a service has, by its settings, and how often each is run."""

from plugins.comments.server.jobs.archive_file import ArchiveFile
from plugins.comments.server.jobs.job import ScheduledJob
from plugins.comments.server.jobs.notifications import Notifications
from plugins.comments.server.jobs.rebuild_hook import RebuildHook
from plugins.comments.server.settings import Settings
from plugins.comments.server.store import Store
from plugins.comments.server.threads import ThreadSource

_MAIL_SETTLES, _MAIL_PAUSES = 5.0, 600.0
"""The first comment is told at once; what comes in the ten minutes after it is told in one e-mail."""
_REBUILD_SETTLES, _REBUILD_PAUSES = 20.0, 60.0
"""A moderator who reads through the queue causes one build, not twenty."""


def scheduled_jobs(settings: Settings, store: Store, source: ThreadSource) -> tuple[ScheduledJob, ...]:
    """The archive's file first: a build on the same machine may follow it."""
    schedule = []
    if settings.archive:
        schedule.append(ScheduledJob(job=ArchiveFile(path=settings.archive, store=store)))
    if settings.rebuild:
        hook = RebuildHook(rebuild=settings.rebuild, site=settings.site, database=store.database)
        schedule.append(ScheduledJob(job=hook, settle=_REBUILD_SETTLES, pause=_REBUILD_PAUSES))
    if settings.mail:
        notifications = Notifications(
            mail=settings.mail,
            to=tuple(moderator.email for moderator in settings.moderators if moderator.email),
            address=f"{settings.address}moderate/",
            site=lambda: thread_list.site if (thread_list := source.current(store.clock())) else settings.site,
            store=store,
        )
        schedule.append(ScheduledJob(job=notifications, settle=_MAIL_SETTLES, pause=_MAIL_PAUSES))
    return tuple(schedule)
