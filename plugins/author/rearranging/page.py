"""The page on which a post is renamed, moved, put off or called off: what will change first, then the change."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.author.documents import OpenFile, opened, own_folder, post_called
from plugins.author.http import Request, Response, page_response, redirect
from plugins.author.keeping import Keeping
from plugins.author.pages import ADDRESSES, form_address, message_response, rendered
from plugins.author.rearranging.naming import renamed
from plugins.author.rearranging.plan import NotChanged, Plan, Rearranging
from plugins.author.rearranging.subject import Subject, subject
from plugins.author.rearranging.timing import cancelled, moved, postponed
from plugins.records import dataclass
from plugins.words import numbers

_NOT_SAVED = "What you typed in this post is not saved yet. Save it first, then come back."
_DO = {"rename": "Rename it", "move": "Move it", "postpone": "Put it off", "cancel": "Call it off"}
_FIELDS = {
    "rename": ("title", "name", "leads_on"),
    "move": ("date", "number", "own"),
    "postpone": ("start", "end"),
}
"""The fields of each form on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RearrangePage:
    """What can be done with a post. `values` stand in the fields.

    A `seen` change is in `lines`, and done by `do` with what was `typed`.
    `back` are changes that can be taken back: (key, what was done).
    """

    title: str
    token: str
    source: str
    form: str
    values: Mapping[str, str]
    typed: Mapping[str, str]
    is_workshop: bool
    may_have_folder: bool
    fault: str = ""
    said: str = ""
    seen: str = ""
    do: str = ""
    label: str = ""
    lines: tuple[str, ...] = ()
    back: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rearrangements:
    """Answers about changes of posts in one diary; None where there is no such page."""

    content: Path
    zone: ZoneInfo
    keeping: Keeping
    token: str

    def shown(self, path: str, asked: Mapping[str, str]) -> Response | None:
        post = self._opened(asked) if path == ADDRESSES.rearrange else None
        return self._page(post, said="It is as it was before." if asked.get("done") else "") if post else None

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {ADDRESSES.rearrange: self._answer}

    def _answer(self, request: Request) -> Response | None:
        post, form = self._opened(request.form), request.form
        if post is None:
            return None
        try:
            self._rearranging.finish()
            if self.keeping.typed(post.file.source):
                raise NotChanged(_NOT_SAVED)
            it = subject(self.content, self.zone, post)
            if form.get("do") == "back":
                return self._take_back(it, form.get("key", ""))
            plan = _proposed(it, form)
            seen = _digest(plan, post)
            if form.get("seen") != seen:
                return self._page(post, form, plan=plan, seen=seen)
            self._rearranging.do(plan)
        except NotChanged as reason:
            return self._page(post, form, fault=str(reason))
        return redirect(form_address(plan.becomes, done="rearranged"))

    def _take_back(self, it: Subject, key: str) -> Response:
        plan = next((each for each in self._last(it.post.file.source) if each.key == key), None)
        if plan is None:
            raise NotChanged("That was taken back already, or something was changed after it.")
        if any(it.now(*name) != value for name, value in _leaves(plan.after) if name != ("updated",)):
            raise NotChanged("What was changed then is another now. Change it in the form.")
        back = plan.back
        if "updated" in back.after:
            back = replace(back, after={**back.after, "updated": it.updated})
        done = self._rearranging.do(back)
        self._rearranging.forget(plan.key, done)
        return redirect(f"{ADDRESSES.rearrange}?{urlencode({'source': back.becomes, 'done': 'back'})}")

    @property
    def _rearranging(self) -> Rearranging:
        return Rearranging(self.content, self.keeping)

    def _last(self, source: str) -> tuple[Plan, ...]:
        """The last change of a post: those before it can be taken back once it is."""
        return tuple(plan for plan in self._rearranging.plans() if plan.becomes == source and plan.is_done)[:1]

    def _page(
        self,
        post: OpenFile,
        form: Mapping[str, str] | None = None,
        *,
        plan: Plan | None = None,
        seen: str = "",
        said: str = "",
        fault: str = "",
    ) -> Response:
        try:
            it = subject(self.content, self.zone, post)
        except NotChanged as reason:
            return message_response("Nothing was changed", str(reason), HTTPStatus.CONFLICT)
        do = form.get("do", "") if form else ""
        typed = {name: form.get(name, "") for name in _FIELDS.get(do, ())} if form else {}
        page = RearrangePage(
            title=f"Rename, move or call off “{it.record.title}”",
            token=self.token,
            source=post.file.source,
            form=form_address(post.file.source),
            values={**_values(it), **typed},
            typed=typed,
            is_workshop=it.record.workshop is not None,
            may_have_folder=it.kind != "page" and own_folder(post.file) is None,
            fault=fault,
            said=said,
            seen=seen,
            do=do,
            label=_DO.get(do, ""),
            lines=(*plan.sentences, *self._followers(plan)) if plan else (),
            back=tuple((each.key, each.what) for each in self._last(post.file.source)),
        )
        return page_response(rendered("rearrange.html", page), HTTPStatus.CONFLICT if fault else HTTPStatus.OK)

    def _followers(self, plan: Plan) -> tuple[str, ...]:
        sources = self._rearranging.touched(plan)
        return (f"Links and references follow in {numbers.listed(sources)}.",) if sources else ()

    def _opened(self, asked: Mapping[str, str]) -> OpenFile | None:
        file = post_called(self.content, asked.get("source", ""))
        return opened(file) if file else None


def _proposed(it: Subject, form: Mapping[str, str]) -> Plan:
    match form.get("do"):
        case "rename":
            title, name = form.get("title", ""), form.get("name", "")
            return renamed(it, title=title, name=name, leads_on="leads_on" in form)
        case "move":
            return moved(it, date=form.get("date", ""), number=form.get("number", ""), own="own" in form)
        case "postpone":
            return postponed(it, start=form.get("start", ""), end=form.get("end", ""))
        case "cancel":
            return cancelled(it)
        case _:
            raise NotChanged("Press one of the buttons.")


def _values(it: Subject) -> dict[str, str]:
    """What stands in the fields before anything is typed."""
    written = {
        "date": it.now("date"),
        "number": it.now("workshop", "number"),
        "end": it.now("workshop", "end"),
    }
    texts = {name: value if isinstance(value, str) else "" for name, value in written.items()}
    return {
        "title": it.record.title,
        "name": it.slug,
        "leads_on": "yes" if it.is_public else "",
        "own": "",
        "start": "",
        **texts,
    }


def _digest(plan: Plan, post: OpenFile) -> str:
    """A word for a change as it was seen: what is done is that, or is shown anew."""
    return sha256(repr((plan.sentences, plan.moves, post.version)).encode()).hexdigest()[:32]


def _leaves(fields: Mapping[str, object], above: tuple[str, ...] = ()) -> tuple[tuple[tuple[str, ...], object], ...]:
    """Each single field with the names of those that it lies in."""
    found: list[tuple[tuple[str, ...], object]] = []
    for name, value in fields.items():
        found += _leaves(value, (*above, name)) if isinstance(value, dict) else [((*above, name), value)]
    return tuple(found)
