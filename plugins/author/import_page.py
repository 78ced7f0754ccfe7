"""A Word document brought in at the desk: what is asked for, and what came of it."""

from http import HTTPStatus
from pathlib import Path
from typing import get_args
from urllib.parse import urlencode

from plugins.author.http import Request, Response, Upload, page_response
from plugins.author.pages import ADDRESSES, rendered
from plugins.author.views import ImportedPage, Link, NewPage
from plugins.imports.drafts import Kind
from plugins.imports.errors import ImportRefused
from plugins.imports.word.bringing import brought_in


def import_answer(content: Path, token: str, request: Request) -> Response | None:
    """The draft that was made of a document, or the page with what to do instead."""
    if not isinstance(request, Upload):
        return None
    name, data = request.file("file")
    kind, title = request.form.get("kind", ""), request.form.get("name", "")
    kinds: tuple[Kind, ...] = get_args(Kind)
    chosen = next((each for each in kinds if each == kind), None)
    try:
        if chosen is None or not data:
            raise ImportRefused("Choose what it becomes, and a Word document.")
        made = brought_in(content, data, name, kind=chosen, title=title, as_fields="fields" in request.form)
    except ImportRefused as reason:
        fault = str(reason) if chosen is None or not data else f"Nothing was brought in: {reason}."
        page = NewPage("A new post", token, kind, title, request.form.get("start", ""), fault)
        return page_response(rendered("new.html", page), HTTPStatus.CONFLICT)
    there = f"{ADDRESSES.post}?{urlencode({'source': made.source})}"
    links = (Link("Open the draft", there), Link("All posts", ADDRESSES.posts))
    return page_response(rendered("imported.html", ImportedPage("It is brought in", made.lines, links)))
