"""The form of a post: shown, kept while it is typed in, worked on, saved, mended."""

import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.checked import Checked, key_of
from plugins.author.choices import choices
from plugins.author.documents import OpenFile, file_called, opened
from plugins.author.forms.actions import done, place_of
from plugins.author.forms.fields import FormContext
from plugins.author.forms.ids import with_ids
from plugins.author.forms.state import State, sent, state_of, typed
from plugins.author.http import Request, Response, page_response, redirect, text_response
from plugins.author.keeping import Keeping, Typed, came_of
from plugins.author.meaning import Readers
from plugins.author.meaning_view import Meaning
from plugins.author.pages import (
    ADDRESSES,
    Findings,
    Shown,
    form_address,
    message_response,
    photos_address,
    post_page,
    rendered,
)
from plugins.author.saving import both_texts, new_text
from plugins.author.story_field import story_view, with_picked
from plugins.author.to_mend import mended_in
from plugins.author.views import ConflictPage
from plugins.contract.shape import Part
from plugins.files import write_file
from plugins.frontmatter.editing import CannotEdit
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.withdrawal.kept_texts import forget_taken_out

_MEND, _PHOTOS = "mend:", "photos"
_MEANING = "meaning"
_KEPT = "Not saved yet. What you type is kept."
_ELSEWHERE = "Not saved yet. Other words for this stand in another window, not saved either. Both are kept."
_SAID = {
    "saved": "Saved.",
    "same": "Nothing had changed.",
    "new": "Made. It is a draft: nobody but you sees it.",
    "mended": "Mended.",
    "back": "It is back.",
    "rearranged": "Done. You can take it back under “Rename, move, postpone, cancel”.",
    "next": "This is the next version. Readers see the page as it is until you put this version up.",
    "up": "This version is up. Publish the diary to show it to readers.",
    "not-mended": "That has changed meanwhile. Nothing was mended.",
    "unsaved": "What you typed here is not saved yet. Save it first, then mend.",
    "unsaved-back": "What you typed here is not saved yet. Save it or throw it away, then bring the earlier text back.",
}
"""What is said once something was done, by its word in the address."""


@dataclass(frozen=True, slots=True)
class PostForms:
    """Answers about the posts of one diary; None where there is no such page."""

    content: Path
    zone: ZoneInfo
    keeping: Keeping
    token: str
    checked: Callable[[], Checked]

    def shown(self, path: str, asked: Mapping[str, str]) -> Response | None:
        post = self._opened(asked) if path == ADDRESSES.post else None
        return self._form(post, asked) if post else None

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {
            ADDRESSES.post: self._change,
            ADDRESSES.typed: self._keep,
            ADDRESSES.mend: self._mend,
            ADDRESSES.meaning: self._meaning,
        }

    def _form(self, post: OpenFile, asked: Mapping[str, str]) -> Response:
        """The form as the file has it, or with what was typed last and not saved."""
        typed_before = self.keeping.typed(post.file.source)
        chosen = next((each for each in typed_before if each.key == asked.get("typed")), None)
        back = chosen or next(iter(typed_before), None)
        pairs, kind = back.pairs if back else (), Part(post.record)
        before = dict(pairs)
        shown = Shown(
            state=typed(kind, sent(pairs)) if pairs else state_of(kind, post.front_matter),
            story=before.get("story", post.story),
            version=before.get("version", post.version),
            said=_SAID.get(asked.get("done", ""), ""),
            window=secrets.token_urlsafe(12),
            came=came_of(back) if back else "",
            typed_before=bool(pairs),
            elsewhere=tuple(_typed_address(post, each) for each in typed_before if each is not back),
            at=asked.get("at", ""),
            line=int(line) if (line := asked.get("line", "")).isascii() and line.isdecimal() and len(line) < 8 else 0,
        )
        return self._page(post, shown)

    def _page(self, post: OpenFile, shown: Shown) -> Response:
        state = shown.state if isinstance(shown.state, Mapping) else {}
        offered = choices(self.content, post.file, state, self.zone)
        context = FormContext(options=offered.options, at=shown.at)
        view = story_view(offered, post.file, shown.story)
        checked = self.checked()
        findings = Findings(
            problems=checked.of(post, self.zone), advice=checked.advice_on(post), is_awaited=checked.is_awaited(post)
        )
        return page_response(post_page(post, shown, context, story_view=view, token=self.token, findings=findings))

    def _keep(self, request: Request) -> Response | None:
        post = self._opened(request.form)
        if post is None or "end" not in request.form:
            return None
        if not self._kept(post, request):
            return text_response("This window was saved, or thrown away.\n", HTTPStatus.CONFLICT)
        return text_response(_ELSEWHERE if self._elsewhere(post, request.form) else _KEPT)

    def _kept(self, post: OpenFile, request: Request) -> bool:
        window, came = request.form.get("window", ""), request.form.get("came", "")
        return self.keeping.keep_typed(post.file.source, request.pairs, window=window, came=came)

    def _forgotten(self, post: OpenFile, request: Request) -> None:
        window, came = request.form.get("window", ""), request.form.get("came", "")
        self.keeping.forget_typed(post.file.source, window=window, came=came)

    def _change(self, request: Request) -> Response | None:
        form, post = request.form, self._opened(request.form)
        if post is None:
            return None
        action = form.get("do", "save")
        if action == "forget":
            self._forgotten(post, request)
            return redirect(form_address(post.file.source))
        if "end" not in form or post.front_matter is None:
            return _nothing_saved("Not all of the form arrived, or the file cannot be read any more.")
        self._kept(post, request)
        kind = Part(post.record)
        state = with_ids(kind, typed(kind, sent(request.pairs)))
        if action in ("save", "mine"):
            return self._save(request, post, state)
        if action == _PHOTOS or action.startswith(_MEND):
            return self._save_and_go_on(request, post, state)
        after = done(kind, state, action)
        at = "votes" if action == _MEANING else place_of(state, after, action)
        story = with_picked(form.get("story", ""), action, form)
        seen = Readers(self.content, self.zone).meaning(post, state) if action == _MEANING else Meaning()
        shown = Shown(
            state=after,
            story=story,
            version=form.get("version", ""),
            window=form.get("window", ""),
            elsewhere=tuple(_typed_address(post, each) for each in self._elsewhere(post, form)),
            at=at,
            meaning=seen,
        )
        return self._page(post, shown)

    def _elsewhere(self, post: OpenFile, form: Mapping[str, str]) -> tuple[Typed, ...]:
        return self.keeping.typed(post.file.source, but=form.get("window", ""))

    def _save_and_go_on(self, request: Request, post: OpenFile, state: State) -> Response:
        """Save, then do what needs the file as it was typed."""
        action = request.form.get("do", "")
        problem = self._problem(post, action.removeprefix(_MEND))
        saved = self._save(request, post, state)
        if saved.status_code != HTTPStatus.SEE_OTHER:
            return saved
        if action == _PHOTOS:
            return redirect(photos_address(post.file.source))
        return mended_in(self.content, self.keeping, post.file, problem)

    def _save(self, request: Request, post: OpenFile, state: State) -> Response:
        source = post.file.source
        try:
            new = new_text(post, state, request.form.get("story", post.story), self.zone)
        except CannotEdit as reason:
            return _nothing_saved(f"It could not be written: {reason}.")
        if new == post.data:
            self._forgotten(post, request)
            return redirect(form_address(source, done="same"))
        if request.form.get("version") != post.version:
            return self._conflict(request, post, new)
        self.keeping.keep_version(source, post.data)
        write_file(post.file.path, new, below=self.content)
        self._forgotten(post, request)
        forget_taken_out(self.content, source, new)
        return redirect(form_address(source, done="saved"))

    def _meaning(self, request: Request) -> Response | None:
        """Votes and ratings as readers will see them, while they are typed."""
        post = self._opened(request.form)
        if post is None or post.front_matter is None or not post.is_post:
            return None
        kind = Part(post.record)
        state = with_ids(kind, typed(kind, sent(request.pairs)))
        return page_response(rendered("only_meaning.html", Readers(self.content, self.zone).meaning(post, state)))

    def _mend(self, request: Request) -> Response | None:
        """What one press mends in a file that nobody is typing in."""
        post = self._opened(request.form)
        if post is None:
            return None
        if self.keeping.typed(post.file.source):
            return redirect(form_address(post.file.source, done="unsaved"))
        problem = self._problem(post, request.form.get("finding", ""))
        return mended_in(self.content, self.keeping, post.file, problem)

    def _problem(self, post: OpenFile, key: str) -> Problem | None:
        return next((each for each in self.checked().of(post, self.zone) if key_of(each) == key), None)

    def _conflict(self, request: Request, post: OpenFile, new: bytes) -> Response:
        """Somebody else wrote meanwhile: both texts, and the choice."""
        self.keeping.keep_version(post.file.source, new)
        lines = both_texts(post.data, new)
        hidden = tuple((name, value) for name, value in request.pairs if name not in ("do", "token", "version"))
        page = ConflictPage("The file has changed meanwhile", post.file.source, self.token, post.version, lines, hidden)
        return page_response(rendered("conflict.html", page), HTTPStatus.CONFLICT)

    def _opened(self, asked: Mapping[str, str]) -> OpenFile | None:
        file = file_called(self.content, asked.get("source", ""))
        try:
            return opened(file) if file else None
        except OSError:
            return None


def _typed_address(post: OpenFile, typed: Typed) -> str:
    return form_address(post.file.source, typed=typed.key)


def _nothing_saved(reason: str) -> Response:
    sentence = f"{reason} What you typed is kept: open the post again."
    return message_response("Nothing was saved", sentence, HTTPStatus.CONFLICT)
