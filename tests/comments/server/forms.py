"""A reader's form, as a test sends it to a service in this process."""

import html
import re

from werkzeug.test import Client, TestResponse

from plugins.comments.server.assembly import Assembled
from tests.support.comment_services import MEETING, SITE

FORM = {"content-type": "application/x-www-form-urlencoded", "origin": SITE.rstrip("/")}
JSON = {**FORM, "accept": "application/json"}


def sent(app: Assembled, words: str = "A fine lamp.", *, headers: dict[str, str] = FORM, **fields: str) -> TestResponse:
    form = {"thread": MEETING, "parent": "", "name": "", "website": "", "words": words, **fields}
    return client(app).post("/answer", data=form, headers=headers)


def client(app: Assembled) -> Client:
    """A browser that keeps no cookie and follows nothing."""
    return Client(app.application, use_cookies=False)


def refused(response: TestResponse) -> tuple[int, str]:
    """The status, and the sentence above the form."""
    found = re.search(r'<section class="faults.*?<li>(?:<a [^>]*>)?(.*?)(?:</a>)?</li>', response.text, re.DOTALL)
    assert found, response.text
    return response.status_code, html.unescape(found[1])
