"""A reader's form, as a test sends it to a service in this process."""

import html
import re
from urllib.parse import urlencode

from plugins.comments.server.assembly import Assembled
from plugins.comments.server.http_messages import Request, Response
from tests.support.comment_services import MEETING, SITE

FORM = {"content-type": "application/x-www-form-urlencoded", "origin": SITE.rstrip("/")}
JSON = {**FORM, "accept": "application/json"}


def sent(app: Assembled, words: str = "A fine lamp.", *, headers: dict[str, str] = FORM, **fields: str) -> Response:
    form = {"thread": MEETING, "parent": "", "name": "", "website": "", "words": words, **fields}
    body = urlencode(form).encode("ascii")
    return app.answer(Request(method="POST", path="answer", headers=headers, body=body, network="n"))


def refused(response: Response) -> tuple[int, str]:
    """The status, and the sentence above the form."""
    found = re.search(
        r'<section class="faults.*?<li>(?:<a [^>]*>)?(.*?)(?:</a>)?</li>', response.body.decode(), re.DOTALL
    )
    assert found, response.body.decode()
    return response.status.value, html.unescape(found[1])
