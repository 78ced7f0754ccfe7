"""The service put together from its settings."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from urllib.parse import urlsplit

from plugins.comments.gate import Gate
from plugins.comments.server.audit_log import AuditLog
from plugins.comments.server.jobs.schedule import scheduled_jobs
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
    worker = Worker(scheduled_jobs(settings, store, source), wake)
    lists = Lists(store=store, actions=actions, pages=pages, zone=settings.zone, failures=worker.failures)
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
