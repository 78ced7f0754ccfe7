"""A new post: a draft with a title, in the folder in which posts of its kind lie."""

from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.documents import ROOMS, post_at, posts
from plugins.author.forms.dates import with_plain_date
from plugins.author.http import Request, Response, page_response, redirect
from plugins.author.pages import form_address, rendered
from plugins.author.views import NewPage
from plugins.contract.shape import Moment
from plugins.files import add_file
from plugins.files.names import slug, unfit_slug
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import Scalar, read_document
from plugins.frontmatter.changes import Change
from plugins.frontmatter.editing import CannotEdit, with_values

_EMPTY = b"---\n---\n\n"
_PLACES = {"workshop": "workshops/{}/index.md", "post": "posts/{}.md", "page": "pages/{}.md"}


class CannotMake(Exception):
    """The post was not made; the message says what to type instead."""


def new_post(content: Path, kind: str, title: str, start: str, zone: ZoneInfo) -> str:
    """Make a draft, and say under which name it is known; raises CannotMake."""
    title = " ".join(title.split())
    name = slug(title)
    if kind not in _PLACES:
        raise CannotMake("Choose what you want to write.")
    if not name or unfit_slug(name):
        raise CannotMake("Give it a title, with letters, and not longer than a line.")
    if name == "index" and kind != "workshop":
        raise CannotMake("Give it another title: a file that is called index stands for its whole folder.")
    if there := post_at(content, f"{ROOMS[kind]}{name}"):
        raise CannotMake(f"There is a post with this address already ({there.source}). Give it another title.")
    place = content / _PLACES[kind].format(name)
    fields: dict[str, Change | str] = {"title": title, "status": "draft"}
    if kind == "workshop":
        begins = with_plain_date(Moment(), start.strip(), zone)
        number = _next_number(content)
        said = {"number": number, "status": "planned", "start": begins}
        fields["workshop"] = {name: value for name, value in said.items() if value}
    try:
        add_file(place, with_values(_EMPTY, fields, is_post=True), below=content)
    except FileExistsError:
        raise CannotMake(
            f"There is a post with this title already ({content.name}/{_PLACES[kind].format(name)}). Give it another."
        ) from None
    except (CannotEdit, OSError) as reason:
        raise CannotMake(f"It could not be made ({reason}).") from None
    return f"{content.name}/{_PLACES[kind].format(name)}"


def _next_number(content: Path) -> str:
    """The place in the series of one more workshop; empty in a diary that does not number them."""
    numbers: list[int] = []
    for file in posts(content):
        document = read_document(file.path, file.source)[0] if file.kind == "workshop" and not file.page else None
        workshop = document.front_matter.get("workshop") if document else None
        number = workshop.get("number") if isinstance(workshop, Tree) else None
        if isinstance(number, Scalar) and number.text.isascii() and number.text.isdecimal():
            numbers.append(int(number.text))
    return str(max(numbers) + 1) if numbers else ""


def answer_to_new(content: Path, zone: ZoneInfo, token: str, request: Request) -> Response:
    """The form of a post that was made; or what keeps it from being made, beside what was typed."""
    kind, name, start = (request.form.get(each, "") for each in ("kind", "name", "start"))
    try:
        source = new_post(content, kind, name, start, zone)
    except CannotMake as reason:
        page = NewPage("A new post", token, kind, name, start, str(reason))
        return page_response(rendered("new.html", page), HTTPStatus.CONFLICT)
    return redirect(form_address(source, done="new"))
