"""The moderators' pages, out of what the store holds."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Literal
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.comments.server.comment import Comment
from plugins.comments.server.http_messages import Request, Response, number_in
from plugins.comments.server.moderation.cards import CardContext, cards, spoken_moment
from plugins.comments.server.moderation.posts import post_rows
from plugins.comments.server.moderation.sessions import Session
from plugins.comments.server.moderation.views import (
    Card,
    DeletePage,
    LogPage,
    LogRow,
    ModerationFrame,
    NavigationLink,
    PostsPage,
    PublishedPage,
    QueuePage,
    SafeguardingPage,
)
from plugins.comments.server.moderation_actions import ModerationActions
from plugins.comments.server.pages import Pages
from plugins.comments.server.queue_shares import FEW
from plugins.comments.server.store import Store
from plugins.comments.server.views import Link
from plugins.records import dataclass
from plugins.words import moderation

_SECTIONS = (
    ("", moderation.WAITING),
    ("published", moderation.PUBLISHED),
    ("posts", moderation.POSTS),
    ("log", moderation.LOG),
    ("safeguarding", moderation.AT_RISK),
)
_CARDS, _LINES = 30, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    store: Store
    actions: ModerationActions
    pages: Pages
    zone: ZoneInfo
    failures: Callable[[], tuple[str, ...]] = tuple

    def queue(
        self, request: Request, session: Session, fault: str = "", status: HTTPStatus = HTTPStatus.OK
    ) -> Response:
        """What waits and came one by one, the oldest first."""
        return self._waiting(request, session, "", fault, status)

    def flood(
        self, request: Request, session: Session, fault: str = "", status: HTTPStatus = HTTPStatus.OK
    ) -> Response:
        """What waits and came in a flood."""
        return self._waiting(request, session, "flood", fault, status)

    def _waiting(
        self, request: Request, session: Session, section: Literal["", "flood"], fault: str, status: HTTPStatus
    ) -> Response:
        waiting, aside, marked = self.store.waiting(), self.store.database.aside(), self.store.database.flood()
        kept = [comment for comment in waiting if comment.id in aside]
        queue = [comment for comment in waiting if comment.id not in aside | marked]
        flood = [comment for comment in waiting if comment.id in marked - aside]
        listed, other = (flood, queue) if section else (queue, flood)
        begin = min(number_in(request.args, "after"), max(0, len(listed) - 1))
        shown = listed[begin : begin + _CARDS]
        way = Link(
            label=moderation.queue_link(len(other)) if section else moderation.flood_link(len(other)),
            href=self._at("" if section else "flood"),
        )
        page = QueuePage(
            title=moderation.flooded(len(flood)) if section else moderation.waiting(len(waiting)),
            frame=self._frame(request, session, section, fault),
            about=moderation.flood_about(FEW) if section and flood else "",
            aside=self._cards(kept),
            waiting=self._cards(shown),
            more=moderation.more_after(len(listed) - begin - _CARDS),
            delete_page=moderation.delete_page(len(shown)) if len(shown) > 1 else "",
            other=way if other else None,
            links=self._page_links(section, begin, len(listed), _CARDS, {}, oldest_first=True),
            safeguarding=self._at("safeguarding"),
        )
        return self.pages.page("queue.html", page, status)

    def published(
        self, request: Request, session: Session, fault: str = "", status: HTTPStatus = HTTPStatus.OK
    ) -> Response:
        """What readers see, the newest first; of one post if one is named."""
        question = request.args
        key, begin = question.get("post", ""), number_in(question, "after")
        comments = [comment for comment in reversed(self.store.published()) if not key or comment.thread == key]
        page = PublishedPage(
            title=moderation.published(len(comments)),
            frame=self._frame(request, session, "published", fault),
            cards=self._cards(comments[begin : begin + _CARDS]),
            links=self._page_links("published", begin, len(comments), _CARDS, {"post": key} if key else {}),
        )
        return self.pages.page("published.html", page, status)

    def delete(self, request: Request, session: Session) -> Response | None:
        """Asks before a comment is gone for good; None if it is gone already."""
        comment = self.store.comment(number_in(request.args, "comment"))
        if comment is None:
            return None
        section = "published" if comment in self.store.published() else ""
        section = "flood" if comment.id in self.store.database.flood() else section
        page = DeletePage(
            title=moderation.DELETE_QUESTION,
            frame=self._frame(request, session, section, ""),
            card=self._cards([comment])[0],
            replies=moderation.replies(len(self.store.replies(comment.id))),
            go_back=self._at(section),
            safeguarding=self._at("safeguarding"),
        )
        return self.pages.page("delete.html", page)

    def posts(self, request: Request, session: Session) -> Response:
        """All posts that take or took comments."""
        rows = post_rows(self.store, self.pages.thread_list(), self._at("published"))
        page = PostsPage(title=moderation.POSTS, frame=self._frame(request, session, "posts", ""), rows=rows)
        return self.pages.page("posts.html", page)

    def log(self, request: Request, session: Session) -> Response:
        begin = number_in(request.args, "after")
        entries, total = self.actions.log.entries(_LINES, after=begin), self.actions.log.length()
        thread_list = self.pages.thread_list()
        titles = {key: thread.title for key, thread in thread_list.threads.items()} if thread_list else {}
        rows = tuple(
            LogRow(
                moment=spoken_moment(entry.moment, self.zone),
                machine=entry.moment.isoformat(timespec="seconds"),
                who=entry.moderator,
                what=moderation.log_line(entry.action, entry.comment, titles.get(entry.thread, entry.thread)),
            )
            for entry in entries
        )
        links = self._page_links("log", begin, total, _LINES, {})
        page = LogPage(title=moderation.LOG, frame=self._frame(request, session, "log", ""), rows=rows, links=links)
        return self.pages.page("log.html", page)

    def safeguarding(self, request: Request, session: Session) -> Response:
        """What to do when a comment tells of harm."""
        frame = self._frame(request, session, "safeguarding", "")
        page = SafeguardingPage(title=moderation.AT_RISK, frame=frame)
        return self.pages.page("safeguarding.html", page)

    def _frame(self, request: Request, session: Session, section: str, fault: str) -> ModerationFrame:
        current = "" if section == "flood" else section
        return ModerationFrame(
            moderator=session.moderator,
            secret=session.secret,
            links=tuple(
                NavigationLink(label=label, href=self._at(path), is_current=path == current)
                for path, label in _SECTIONS
            ),
            root=f"{self.pages.root}moderate/",
            back=section,
            notice="" if fault else moderation.DONE.get(request.args.get("done", ""), ""),
            fault=fault,
            failures=self.failures(),
        )

    def _cards(self, comments: Iterable[Comment]) -> tuple[Card, ...]:
        shown = tuple(comments)
        numbers = {comment.parent for comment in shown if comment.parent}
        parents = {number: parent for number in numbers if (parent := self.store.comment(number))}
        context = CardContext(
            thread_list=self.pages.thread_list(), root=self.pages.root, zone=self.zone, reasons=self.actions.reasons
        )
        return cards(shown, parents, context)

    def _page_links(
        self, path: str, begin: int, total: int, most: int, more: dict[str, str], *, oldest_first: bool = False
    ) -> tuple[Link, ...]:
        before, behind = (moderation.NEWER, moderation.OLDER)[:: -1 if oldest_first else 1]
        places = [(before, max(0, begin - most))] if begin > 0 else []
        places += [(behind, begin + most)] if begin + most < total else []
        address = self._at(path)
        return tuple(Link(label=label, href=f"{address}?{urlencode({**more, 'after': at})}") for label, at in places)

    def _at(self, path: str) -> str:
        return f"{self.pages.root}moderate/{path}"
