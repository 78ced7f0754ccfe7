"""Requests that come to the editor, and who answers them.

What changes a file comes from a page of the desk's own, or is refused.
"""

import hmac
import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import field
from functools import cached_property, partial
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Protocol
from zoneinfo import ZoneInfo

from plugins.author.checked import Checked
from plugins.author.consent_page import Consents
from plugins.author.documents import post_at
from plugins.author.http import Request, Response, Upload, page_response, redirect, text_response
from plugins.author.import_page import import_answer
from plugins.author.keeping import Keeping
from plugins.author.kept_pages import KeptPages
from plugins.author.new_post import answer_to_new
from plugins.author.next_version import NextVersions
from plugins.author.pages import ADDRESSES, form_address, message_response, rendered
from plugins.author.photo_editor.editor import PhotoEditor
from plugins.author.photo_editor.post_page import PostPhotos
from plugins.author.post_forms import PostForms
from plugins.author.post_list import posts_page
from plugins.author.proofs import Proofs
from plugins.author.publication.page import Publishing
from plugins.author.publication.publisher import Publisher
from plugins.author.rearranging.page import Rearrangements
from plugins.author.story_document import StoryDocuments
from plugins.author.story_field import look_answer, pasted_answer
from plugins.author.to_mend import to_mend_page
from plugins.author.views import NewPage
from plugins.records import dataclass
from plugins.settings.reading import NAME


class Room(Protocol):
    """Answers about one subject; None where there is no such page."""

    def shown(self, path: str, asked: Mapping[str, str]) -> Response | None: ...

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]: ...


@dataclass(frozen=True)
class Editor:
    """The desk of one diary. Its token is in its own pages alone: no other page of the browser can write for it."""

    content: Path
    zone: ZoneInfo
    checked: Callable[[], Checked] = Checked
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ), repr=False)
    """As it was when the desk was made: the preview's own comments come into it later, and are nobody's to publish."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    _one_by_one: Lock = field(default_factory=Lock, repr=False, compare=False)
    """Held while a file is looked at and written: two windows that save at once are asked, and neither is lost."""

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self.content)

    @cached_property
    def _proofs(self) -> Proofs:
        return Proofs(self.content, self.zone, self.keeping, self.token)

    @cached_property
    def publishing(self) -> Publishing:
        publisher = Publisher(self.content, self.zone, self.keeping, self.environ, self._one_by_one)
        return Publishing(publisher, self.token, self.checked)

    @cached_property
    def _rooms(self) -> tuple[Room, ...]:
        return (
            PostForms(self.content, self.zone, self.keeping, self.token, self.checked),
            Consents(self.content, self.zone, self.keeping, self.token),
            PostPhotos(self.content, self.zone, self.keeping, self.token),
            PhotoEditor(self.content, self.keeping, self.token),
            KeptPages(self.content, self.zone, self.keeping, self.token),
            NextVersions(self.content, self.keeping, self.token),
            StoryDocuments(self.content, self.keeping, self._one_by_one),
            self._proofs,
            self.publishing,
            Rearrangements(self.content, self.zone, self.keeping, self.token),
        )

    def answer(self, request: Request) -> Response:
        if request.method in ("GET", "HEAD"):
            return self._shown(request.path, request.args) or _nowhere()
        if request.method != "POST":
            return text_response("The desk takes no such question.\n", HTTPStatus.METHOD_NOT_ALLOWED)
        if not hmac.compare_digest(request.form.get("token", "").encode(), self.token.encode()):
            sentence = "This did not come from a page of your editor. Open the page again; what you typed is kept."
            return message_response("Nothing was saved", sentence, HTTPStatus.FORBIDDEN)
        answers: dict[str, Callable[[Request], Response | None]] = {
            ADDRESSES.new: partial(answer_to_new, self.content, self.zone, self.token),
            ADDRESSES.imported: partial(import_answer, self.content, self.token),
            ADDRESSES.look: partial(look_answer, self.content),
            ADDRESSES.pasted: pasted_answer,
            ADDRESSES.proof: self._proofs.make,
        }
        if request.path in answers:
            return answers[request.path](request) or _nowhere()
        return self._changed(request) or _nowhere()

    def _changed(self, request: Request) -> Response | None:
        """What comes of a form that may change a file which is there; what is brought along is a file of its own."""
        answer = next((room.answers[request.path] for room in self._rooms if request.path in room.answers), None)
        try:
            with nullcontext() if isinstance(request, Upload) else self._one_by_one:
                return answer(request) if answer else None
        except OSError as refused:
            sentence = f"{refused.filename or 'A file'} could not be read or written ({refused.strerror})."
            return message_response("It was not done", sentence, HTTPStatus.CONFLICT)

    def _shown(self, path: str, asked: Mapping[str, str]) -> Response | None:
        if path == ADDRESSES.posts:
            return page_response(posts_page(self.content, self.zone))
        if path == ADDRESSES.new:
            return page_response(rendered("new.html", NewPage("A new post", self.token, "workshop", "", "")))
        if path == ADDRESSES.mend:
            return page_response(to_mend_page(self.content, self.checked(), self.zone, token=self.token))
        if path == ADDRESSES.settings:
            return redirect(form_address(f"{self.content.name}/{NAME}"))
        if path == ADDRESSES.edit:
            return self._edit(asked.get("page", ""))
        return next((shown for room in self._rooms if (shown := room.shown(path, asked))), None)

    def _edit(self, page: str) -> Response:
        """From a page of the diary to its form."""
        file = post_at(self.content, page)
        if file:
            return redirect(form_address(file.source))
        sentence = "This page is made of what several posts say. Choose the post that you want to change."
        return message_response("This page has no form of its own", sentence, HTTPStatus.NOT_FOUND)


def _nowhere() -> Response:
    return message_response("There is no such page", "It may have been moved or taken away.", HTTPStatus.NOT_FOUND)
