"""The service put together from its settings."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.comments.gate import Gate
from plugins.comments.server.answering import Answering
from plugins.comments.server.deeds import Deeds
from plugins.comments.server.errands.round import Bell, Round
from plugins.comments.server.errands.turns import turns_of
from plugins.comments.server.exchange import Request, Response, origin_of
from plugins.comments.server.gateway import Gateway
from plugins.comments.server.ledger import Ledger
from plugins.comments.server.moderation.desk import DeskRoom
from plugins.comments.server.moderation.door import Door
from plugins.comments.server.moderation.lists import Lists
from plugins.comments.server.moderation.sessions import Sessions
from plugins.comments.server.origins import Origins
from plugins.comments.server.pacing import Pacing
from plugins.comments.server.pages import Pages
from plugins.comments.server.service import Service
from plugins.comments.server.settings import LIMITS, Settings
from plugins.comments.server.store import Store
from plugins.comments.server.threads import ThreadSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What runs: the WSGI application, what it asks, and the store below it."""

    application: Gateway
    answer: Callable[[Request], Response]
    store: Store
    deeds: Deeds
    sessions: Sessions
    errands: Round

    def close(self) -> None:
        """End the round of errands, then the database."""
        self.errands.stop()
        self.store.database.close()


def assembled(settings: Settings, clock: Callable[[], float] = time.time) -> Assembled:
    """Open the database and put everything in its place."""
    bell = Bell()
    store = Store(settings.database, clock, (bell,))
    pages = Pages(urlsplit(settings.address).path)
    origins = Origins(site=origin_of(settings.site), own=origin_of(settings.address))
    source = ThreadSource(settings.threads, settings.database.with_suffix(".threads.json"))
    gate = Gate(private=settings.private)
    pacing = Pacing(LIMITS)
    answering = Answering(store=store, source=source, pages=pages, origins=origins, pacing=pacing, gate=gate)
    ledger = Ledger(database=store.database, clock=clock)
    deeds = Deeds(store=store, ledger=ledger, gate=gate)
    errands = Round(turns_of(settings, store, ledger, source), bell)
    lists = Lists(store=store, deeds=deeds, source=source, pages=pages, zone=settings.zone, troubles=errands.troubles)
    sessions = Sessions(clock)
    door = Door(
        address=settings.address,
        moderators=settings.moderators,
        sessions=sessions,
        origins=origins,
        pages=pages,
        source=source,
    )
    desk = DeskRoom(door=door, lists=lists, deeds=deeds)
    service = Service(store=store, pages=pages, origins=origins, answering=answering, desk=desk, token=settings.token)
    application = Gateway(answer=service.answer, address=settings.address, proxies=settings.proxies)
    return Assembled(
        application=application,
        answer=service.answer,
        store=store,
        deeds=deeds,
        sessions=sessions,
        errands=errands,
    )
