"""Our own service: a plain form, read by a person before anything appears."""

from urllib.parse import urlencode

from plugins.comments.providers.interface import CommentedPage, Provider, Sources, Widgets
from plugins.comments.providers.settings_fields import address
from plugins.comments.views import FormView
from plugins.comments.web_address import origin_of
from plugins.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnService(Provider):
    """`isso`: `service` is the address of the comments service, with its slash."""

    service: str = address()

    @property
    def sources(self) -> Sources:
        """The form goes there, and so does the script that sends it without a new page."""
        return {"connect-src": (origin_of(self.service),), "form-action": (origin_of(self.service),)}

    def widgets(self, place: CommentedPage) -> Widgets:
        return Widgets(form=FormView(action=f"{self.service}answer", thread=place.thread), scripts=("comment-form.js",))

    def reply(self, thread: str, comment_id: str) -> str:
        """Where a comment is answered without a script."""
        return f"{self.service}answer?{urlencode({'thread': thread, 'parent': comment_id})}"
