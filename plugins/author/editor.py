"""Requests that come to the editor, and their answers.

What changes a file comes from a page of the desk's own, or is refused.
"""

import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.checked import Checked, key_of
from plugins.author.choices import choices
from plugins.author.consent_page import Consents
from plugins.author.documents import OpenFile, file_called, opened, post_at
from plugins.author.forms.actions import done, place_of
from plugins.author.forms.fields import FormContext
from plugins.author.forms.ids import with_ids
from plugins.author.forms.state import State, sent, state_of, typed
from plugins.author.http import Request, Response, page_response, redirect, text_response
from plugins.author.import_page import import_answer
from plugins.author.keeping import Keeping
from plugins.author.kept_pages import KeptPages
from plugins.author.new_post import answer_to_new
from plugins.author.pages import ADDRESSES, Findings, Shown, form_address, post_page, rendered
from plugins.author.photo_editor.editor import PhotoEditor
from plugins.author.post_list import posts_page
from plugins.author.saving import both_texts, new_text
from plugins.author.story_field import look_answer, pasted_answer, story_view, with_picked
from plugins.author.to_mend import mended_in, to_mend_page
from plugins.author.views import ConflictPage, Link, MessagePage, NewPage
from plugins.contract.shape import Part
from plugins.files import write_file
from plugins.frontmatter.editing import CannotEdit
from plugins.problems import Problem
from plugins.settings.reading import NAME

_MEND = "mend:"
_SAID = {
    "saved": "Saved.",
    "same": "Nothing had changed.",
    "new": "Made. It is a draft: nobody but you sees it.",
    "mended": "Mended.",
    "back": "It is back.",
    "not-mended": "That has changed meanwhile. Nothing was mended.",
    "unsaved": "What you typed here is not saved yet. Save it first, then mend.",
}
"""What is said once something was done, by its word in the address."""


@dataclass(frozen=True)
class Editor:
    """The desk of one diary. Its token is in its own pages alone: no other page of the browser can write for it."""

    content: Path
    zone: ZoneInfo
    checked: Callable[[], Checked] = Checked
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self.content)

    @cached_property
    def _kept(self) -> KeptPages:
        return KeptPages(self.content, self.zone, self.keeping, self.token)

    @property
    def _consents(self) -> Consents:
        return Consents(self.content, self.zone, self.keeping, self.token)

    @property
    def _photos(self) -> PhotoEditor:
        return PhotoEditor(self.content, self.token)

    def answer(self, request: Request) -> Response:
        if request.method in ("GET", "HEAD"):
            return self._shown(request.path, request.args)
        if request.method != "POST":
            return text_response("The desk takes no such question.\n", HTTPStatus.METHOD_NOT_ALLOWED)
        if not hmac.compare_digest(request.form.get("token", "").encode(), self.token.encode()):
            sentence = "This did not come from a page of your editor. Open the page again; what you typed is kept."
            return self._message("Nothing was saved", sentence, HTTPStatus.FORBIDDEN)
        answers: Mapping[str, Callable[[Request], Response | None]] = {
            ADDRESSES.new: partial(answer_to_new, self.content, self.zone, self.token),
            ADDRESSES.imported: partial(import_answer, self.content, self.token),
            ADDRESSES.post: self._change,
            ADDRESSES.typed: self._keep,
            ADDRESSES.look: partial(look_answer, self.content),
            ADDRESSES.pasted: pasted_answer,
            ADDRESSES.mend: self._mend,
            ADDRESSES.consent: self._consents.answer,
        }
        answer = {**answers, **self._kept.answers, **self._photos.answers}.get(request.path)
        return (answer(request) if answer else None) or self._nowhere()

    # ------------------------------------------------------------ pages

    def _shown(self, path: str, asked: Mapping[str, str]) -> Response:
        pages: Mapping[str, Callable[[Mapping[str, str]], Response]] = {
            ADDRESSES.posts: lambda _: page_response(posts_page(self.content, self.zone)),
            ADDRESSES.new: lambda _: page_response(
                rendered("new.html", NewPage("A new post", self.token, "workshop", "", ""))
            ),
            ADDRESSES.post: self._post,
            ADDRESSES.edit: lambda asked: self._edit(asked.get("page", "")),
            ADDRESSES.settings: lambda _: redirect(form_address(f"{self.content.name}/{NAME}")),
            ADDRESSES.mend: lambda _: page_response(
                to_mend_page(self.content, self.checked(), self.zone, token=self.token)
            ),
            ADDRESSES.consent: self._consents.shown,
        }
        if path in pages:
            return pages[path](asked)
        return self._kept.shown(path, asked) or self._photos.shown(path, asked) or self._nowhere()

    def _post(self, asked: Mapping[str, str]) -> Response:
        post = self._opened(asked)
        return self._form(post, asked) if post else self._nowhere()

    def _edit(self, page: str) -> Response:
        """From a page of the diary to its form."""
        file = post_at(self.content, page)
        if file:
            return redirect(form_address(file.source))
        sentence = "This page is made of what several posts say. Choose the post that you want to change."
        return self._message("This page has no form of its own", sentence, HTTPStatus.NOT_FOUND)

    def _form(self, post: OpenFile, asked: Mapping[str, str]) -> Response:
        """The form as the file has it, or with what was typed last and not saved."""
        pairs, kind = self.keeping.typed(post.file.source), Part(post.record)
        before = dict(pairs)
        shown = Shown(
            state=typed(kind, sent(pairs)) if pairs else state_of(kind, post.front_matter),
            story=before.get("story", post.story),
            version=before.get("version", post.version),
            said=_SAID.get(asked.get("done", ""), ""),
            typed_before=bool(pairs),
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

    # ------------------------------------------------------------ forms

    def _keep(self, request: Request) -> Response:
        post = self._opened(request.form)
        if post is None or "end" not in request.form:
            return self._nowhere()
        self.keeping.keep_typed(post.file.source, request.pairs)
        return text_response("Kept.\n")

    def _change(self, request: Request) -> Response:
        form, post = request.form, self._opened(request.form)
        if post is None:
            return self._nowhere()
        action = form.get("do", "save")
        if action == "forget":
            self.keeping.forget_typed(post.file.source)
            return redirect(form_address(post.file.source))
        if "end" not in form or post.front_matter is None:
            return self._nothing_saved("Not all of the form arrived, or the file cannot be read any more.")
        self.keeping.keep_typed(post.file.source, request.pairs)
        kind = Part(post.record)
        state = with_ids(kind, typed(kind, sent(request.pairs)))
        if action in ("save", "mine"):
            return self._save(request, post, state)
        if action.startswith(_MEND):
            problem = self._problem(post, action.removeprefix(_MEND))
            saved = self._save(request, post, state)
            return (
                mended_in(self.content, self.keeping, post.file, problem)
                if saved.status_code == HTTPStatus.SEE_OTHER
                else saved
            )
        after = done(kind, state, action)
        at = place_of(state, after, action)
        story = with_picked(form.get("story", ""), action, form)
        return self._page(post, Shown(state=after, story=story, version=form.get("version", ""), at=at))

    def _save(self, request: Request, post: OpenFile, state: State) -> Response:
        source = post.file.source
        try:
            new = new_text(post, state, request.form.get("story", post.story), self.zone)
        except CannotEdit as reason:
            return self._nothing_saved(f"It could not be written: {reason}.")
        if new == post.data:
            self.keeping.forget_typed(source)
            return redirect(form_address(source, done="same"))
        if request.form.get("version") != post.version:
            return self._conflict(request, post, new)
        self.keeping.keep_version(source, post.data)
        write_file(post.file.path, new, below=self.content)
        self.keeping.forget_typed(source)
        return redirect(form_address(source, done="saved"))

    def _mend(self, request: Request) -> Response:
        """What one press mends in a file that nobody is typing in."""
        post = self._opened(request.form)
        if post is None:
            return self._nowhere()
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

    # ------------------------------------------------------------ small answers

    def _nothing_saved(self, reason: str) -> Response:
        sentence = f"{reason} What you typed is kept: open the post again."
        return self._message("Nothing was saved", sentence, HTTPStatus.CONFLICT)

    def _opened(self, asked: Mapping[str, str]) -> OpenFile | None:
        file = file_called(self.content, asked.get("source", ""))
        try:
            return opened(file) if file else None
        except OSError:
            return None

    def _message(self, title: str, sentence: str, status: HTTPStatus) -> Response:
        links = (Link("All posts", ADDRESSES.posts),)
        return page_response(rendered("message.html", MessagePage(title, sentence, links)), status)

    def _nowhere(self) -> Response:
        return self._message("There is no such page", "It may have been moved or taken away.", HTTPStatus.NOT_FOUND)
