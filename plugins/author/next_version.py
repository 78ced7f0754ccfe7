"""The next version of a page: written beside it, and put up in its place when it is ready."""

import argparse
import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path

from plugins.author.documents import post_called, posts, version_of
from plugins.author.http import Request, Response, page_response, redirect
from plugins.author.keeping import BEGUN, Keeping
from plugins.author.pages import ADDRESSES, form_address, message_response, rendered
from plugins.author.versions import Difference, differences
from plugins.files import add_file, write_file
from plugins.frontmatter import ContentFile, Scalar, next_version_of, read_document
from plugins.frontmatter.changes import Change
from plugins.frontmatter.editing import CannotEdit, with_values
from plugins.problems.console import say
from plugins.records import dataclass


class NotPutUp(Exception):
    """Nothing was changed; the message says why."""


class PageHasChanged(NotPutUp):
    """Somebody changed the page after its next version was begun: putting it up would take that back."""


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """The page as it is now beside the version that would take its place; `seen` names its text as it is shown."""

    title: str
    sentence: str
    token: str
    source: str
    form: str
    seen: str
    differences: tuple[Difference, ...]


def begin(content: Path, page: ContentFile, keeping: Keeping) -> str:
    """Copy a page beside itself, to be changed while readers see the page; the name of the copy, new or not."""
    source = next_version_of(page.source)
    data = page.path.read_bytes()
    try:
        add_file(content.parent / source, data, below=content)
        keeping.write(keeping.place(source) / BEGUN, version_of(data).encode())
    except FileExistsError:
        return source
    except OSError as error:
        raise NotPutUp(f"The next version could not be made ({error.strerror}).") from None
    return source


def put_up(content: Path, draft: ContentFile, keeping: Keeping, *, seen: str | None = None) -> str:
    """Put the next version in the place of its page, whose text is kept; the name of the page.

    Raises PageHasChanged unless `seen` names the text of the page as it is now. Whatever ends this half way leaves the
    draft: the same once more brings it to its end.
    """
    page, begun = content.parent / draft.page, keeping.place(draft.source) / BEGUN
    document, problems = read_document(draft.path, draft.source)
    if document is None or any(problem.stops for problem in problems):
        raise NotPutUp(f"{draft.source} cannot be read. Mend what is told of it first.")
    now = version_of(page.read_bytes()) if page.is_file() else ""
    if begun.is_file() and now not in ("", seen, begun.read_text("utf-8")):
        raise PageHasChanged(f"{draft.page} has changed since this version of it was begun.")
    try:
        new = with_values(draft.path.read_bytes(), _published(draft, page), is_post=True)
        if page.is_file():
            keeping.keep_version(draft.page, page.read_bytes())
        write_file(page, new, below=content)
        draft.path.unlink()
        begun.unlink(missing_ok=True)
    except (CannotEdit, OSError) as reason:
        raise NotPutUp(f"This version could not be put up ({reason}).") from None
    return draft.page


def _published(draft: ContentFile, page: Path) -> Change:
    """A draft of a page that readers have is theirs then, though it says that it is a draft."""
    return {"status": None} if _status(draft.path) == "draft" and _status(page) != "draft" else {}


def _status(file: Path) -> str:
    document = read_document(file, "")[0] if file.is_file() else None
    status = document.front_matter.get("status") if document else None
    return status.text if isinstance(status, Scalar) else ""


@dataclass(frozen=True, slots=True)
class NextVersions:
    """Answers about next versions at the desk."""

    content: Path
    keeping: Keeping
    token: str

    def shown(self, _path: str, _asked: Mapping[str, str]) -> Response | None:
        return None

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {ADDRESSES.next: self._answer}

    def _answer(self, request: Request) -> Response | None:
        file = post_called(self.content, request.form.get("source", ""))
        if file is None:
            return None
        try:
            if not file.page:
                return redirect(form_address(begin(self.content, file, self.keeping), done="next"))
            if unsaved := next((each for each in (file.source, file.page) if self.keeping.typed(each)), None):
                raise NotPutUp(f"What you typed in {unsaved} is not saved yet. Save it first, then put this up.")
            page = put_up(self.content, file, self.keeping, seen=request.form.get("seen"))
            return redirect(form_address(page, done="up"))
        except PageHasChanged as reason:
            return self._changed_page(file, f"{reason} To put it up takes back what was changed in the page.")
        except NotPutUp as reason:
            return message_response("Nothing was put up", str(reason), HTTPStatus.CONFLICT)

    def _changed_page(self, file: ContentFile, sentence: str) -> Response:
        page, draft = (self.content.parent / file.page).read_bytes(), file.path.read_bytes()
        shown = ChangedPage(
            title="The page has changed meanwhile",
            sentence=sentence,
            token=self.token,
            source=file.source,
            form=form_address(file.source),
            seen=version_of(page),
            differences=differences(page, draft),
        )
        return page_response(rendered("changed_page.html", shown), HTTPStatus.CONFLICT)


def main(arguments: list[str]) -> int:
    """0 when the next version of a page is in its place."""
    parser = argparse.ArgumentParser(prog="python -m plugins.author.next_version", description=__doc__)
    parser.add_argument("post", help="the page or its draft, such as content/workshops/first/draft.md")
    parser.add_argument("--content", type=Path, required=True)
    parser.add_argument("--yes", action="store_true", help="though the page has changed since it was begun")
    chosen = parser.parse_args(arguments)
    content = chosen.content.resolve()
    drafts = [file for file in posts(content) if file.page]
    draft = next((each for each in drafts if chosen.post in (each.source, each.page, each.slug)), None)
    if draft is None:
        names = ", ".join(each.source for each in drafts)
        there = f"These are there: {names}." if drafts else "There is none in the diary: it would be called draft.md."
        say(f"No next version of {chosen.post} is there. {there}", sys.stderr)
        return 1
    try:
        there = content.parent / draft.page
        seen = version_of(there.read_bytes()) if chosen.yes and there.is_file() else None
        page = put_up(content, draft, Keeping(content), seen=seen)
    except PageHasChanged as reason:
        mend = "Take over what is new in it, then type this once more with --yes."
        say(f"{reason} {mend}", sys.stderr)
        return 1
    except NotPutUp as reason:
        say(str(reason), sys.stderr)
        return 1
    say(f"{page} is the version of {draft.source} now. Check it, then publish: python3 tasks.py publish", sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
