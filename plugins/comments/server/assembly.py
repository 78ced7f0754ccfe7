"""The service put together from its settings."""

import time
from collections.abc import Callable
from threading import Event
from urllib.parse import urlsplit

from plugins.comments.gate import Gate
from plugins.comments.server.audit_log import AuditLog
from plugins.comments.server.jobs.archive_file import ArchiveFile
from plugins.comments.server.jobs.job import ScheduledJob
from plugins.comments.server.jobs.notifications import Notifications
from plugins.comments.server.jobs.rebuild_hook import RebuildHook
from plugins.comments.server.jobs.worker import Worker
from plugins.comments.server.moderation.lists import Lists
from plugins.comments.server.moderation.login import Login
from plugins.comments.server.moderation.routes import ModerationRoutes
from plugins.comments.server.moderation.sessions import Sessions
from plugins.comments.server.moderation_actions import ModerationActions
from plugins.comments.server.origins import Origins
from plugins.comments.server.pages import Pages
from plugins.comments.server.rate_limit import RateLimiter
from plugins.comments.server.service import Service
from plugins.comments.server.settings import LIMITS, Settings
from plugins.comments.server.store import Store
from plugins.comments.server.submission import Submission
from plugins.comments.server.threads import ThreadSource
from plugins.comments.server.wsgi import WsgiApplication
from plugins.comments.web_address import origin_of
from plugins.records import dataclass

_MAIL_SETTLES, _MAIL_PAUSES = 5.0, 600.0
"""The first comment is told at once; what comes in the ten minutes after it is told in one e-mail."""
_REBUILD_SETTLES, _REBUILD_PAUSES = 20.0, 60.0
"""A moderator who reads through the queue causes one build, not twenty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What runs: the WSGI application, and what lies below it."""

    application: WsgiApplication
    store: Store
    actions: ModerationActions
    sessions: Sessions
    worker: Worker

    def close(self) -> None:
        """End the worker, then the database."""
        self.worker.stop()
        self.store.database.close()


def assembled(settings: Settings, clock: Callable[[], float] = time.time) -> Assembled:
    """Open the database and put everything in its place."""
    wake = Event()
    store = Store(settings.database, clock, (wake.set,))
    source = ThreadSource(settings.threads, settings.database.with_suffix(".threads.json"))
    pages = Pages(urlsplit(settings.address).path, source, clock)
    origins = Origins(site=origin_of(settings.site), own=origin_of(settings.address))
    gate = Gate(private=settings.private)
    rate_limiter = RateLimiter(LIMITS)
    submission = Submission(store=store, pages=pages, origins=origins, rate_limiter=rate_limiter, gate=gate)
    actions = ModerationActions(store=store, log=AuditLog(database=store.database, clock=clock), gate=gate)
    worker = Worker(_scheduled_jobs(settings, store, source), wake)
    lists = Lists(
        store=store,
        actions=actions,
        pages=pages,
        zone=settings.zone,
        failures=worker.failures,
    )
    sessions = Sessions(clock)
    login = Login(
        address=settings.address,
        moderators=settings.moderators,
        sessions=sessions,
        origins=origins,
        pages=pages,
    )
    moderation = ModerationRoutes(login=login, lists=lists, actions=actions)
    service = Service(
        store=store, pages=pages, origins=origins, submission=submission, moderation=moderation, token=settings.token
    )
    application = WsgiApplication(answer=service.answer, address=settings.address, proxies=settings.proxies)
    return Assembled(
        application=application,
        store=store,
        actions=actions,
        sessions=sessions,
        worker=worker,
    )


def _scheduled_jobs(settings: Settings, store: Store, source: ThreadSource) -> tuple[ScheduledJob, ...]:
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
