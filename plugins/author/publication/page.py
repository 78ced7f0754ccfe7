"""The page Publish: what is to be mended first, what will change, and how publishing goes."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from plugins.author.checked import Checked, address_of
from plugins.author.documents import post_called, posts
from plugins.author.group_check import notices
from plugins.author.http import Request, Response, page_response, redirect
from plugins.author.pages import ADDRESSES, form_address, rendered
from plugins.author.publication.git import NotKept
from plugins.author.publication.job import Jobs
from plugins.author.publication.publisher import Order, Publisher
from plugins.author.publication.repository import repository
from plugins.author.publication.site_steps import NEW_PLACE, SURE
from plugins.author.publication.views import PublishPage
from plugins.author.views import Fault
from plugins.problems import Problem
from plugins.publishing.named_targets import addresses
from plugins.publishing.secrets import without_secrets
from plugins.settings.reading import read_diary_file

_LOOK_AGAIN = 2
"""How many seconds a browser waits before it asks how far a job is."""
_NO_PLACE = "Where readers find the diary is not said yet. Write it under “publish_to” in the settings."
_NOT_SAVED = "what you typed there is not saved, and does not go out; save it first, or leave it for later"
_FROM_GIT = "Your diary is sent to its repository, and your host builds the site from there."


class Publishing:
    """Answers about publishing one diary. `preview` is the address at which the author sees the diary."""

    def __init__(self, publisher: Publisher, token: str, checked: Callable[[], Checked]) -> None:
        self._publisher, self._token, self._checked = publisher, token, checked
        self._content = publisher.content
        self.jobs = Jobs()
        self.preview = ""
        self._place = ""

    def shown(self, path: str, _asked: Mapping[str, str]) -> Response | None:
        return self._page() if path == ADDRESSES.publish else None

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {ADDRESSES.publish: self._start}

    def _start(self, request: Request) -> Response:
        form = request.form
        places = self._places()
        to = places.get(form.get("to", ""), "")
        if to or not places:
            order = Order(
                to=to,
                looked=form.get("looked", ""),
                outlook=self.jobs.result.outlook,
                agreed=frozenset(name for name in (SURE, NEW_PLACE) if name in form),
                with_texts=form.get("do") != "site",
                mine=form.get("do") == "mine",
                leave_out=form.get("do") == "without" or ("leave_out" in form and form.get("do") != "look"),
            )
            is_of_another = order.outlook is not None and order.outlook.to != to
            is_look = form.get("do") in ("look", "without") or is_of_another or self._is_kept_back(order)
            work = self._publisher.look if is_look else self._publisher.publish
            self._place = form.get("to", "")
            self.jobs.start(partial(work, order, self.preview))
        return redirect(ADDRESSES.publish)

    def _page(self) -> Response:
        running, result = self.jobs.running, self.jobs.result
        places = self._places()
        chosen = self._place if self._place in places else next(iter(places), "")
        page = PublishPage(
            title="Publish",
            token=self._token,
            to_mend=tuple(map(_shown, self._to_mend())),
            open_points=() if running else (*self._not_saved(), *map(_shown, self._open_points())),
            places=tuple(
                (name, without_secrets(to, self._publisher.environ), name == chosen) for name, to in places.items()
            ),
            no_place="" if places else self._without_place(),
            running=running,
            result=result,
        )
        response = page_response(rendered("publish.html", page))
        if running:
            response.headers["Refresh"] = str(_LOOK_AGAIN)
        return response

    def _places(self) -> dict[str, str]:
        settings = read_diary_file(self._content).settings
        return addresses(settings.publish_to if settings else None)

    def _without_place(self) -> str:
        try:
            kept = repository(self._content, self._publisher.environ, self._publisher.keeping)
        except NotKept:
            return _NO_PLACE
        return _FROM_GIT if kept and kept.remote else _NO_PLACE

    def _is_kept_back(self, order: Order) -> bool:
        return bool(self._to_mend()) and not order.leave_out

    def _to_mend(self) -> tuple[Problem, ...]:
        """What keeps the diary from being published; what is wrong with a next version does not."""
        return tuple(each for each in self._checked().problems if each.stops and not self._is_next(each.source))

    def _open_points(self) -> tuple[Problem, ...]:
        known = (each for each in self._checked().problems if not each.stops)
        return tuple(dict.fromkeys((*notices(self._content), *known)))

    def _not_saved(self) -> Iterator[Fault]:
        """Posts in which something was typed that is in no file."""
        for file in posts(self._content):
            if self._publisher.keeping.typed(file.source):
                yield Fault(file.source, _NOT_SAVED, form_address(file.source))

    def _is_next(self, source: str) -> bool:
        file = post_called(self._content, source)
        return bool(file and file.page)


def _shown(problem: Problem) -> Fault:
    where = f"{problem.source}, line {problem.line}" if problem.line else problem.source
    return Fault(where, problem.message, address_of(problem))
