"""The next version of a page: written beside it, and put up in its place when it is ready."""

import argparse
import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path

from plugins.author.documents import post_called, posts
from plugins.author.http import Request, Response, redirect
from plugins.author.keeping import Keeping
from plugins.author.pages import ADDRESSES, form_address, message_response
from plugins.files import create_file, write_file
from plugins.frontmatter import ContentFile, Scalar, next_version_of, read_document
from plugins.frontmatter.changes import Change
from plugins.frontmatter.editing import CannotEdit, with_values
from plugins.problems.console import say
from plugins.records import dataclass


class NotPutUp(Exception):
    """Nothing was changed; the message says why."""


def begin(content: Path, page: ContentFile) -> str:
    """Copy a page beside itself, to be changed while readers see the page; the name of the copy, new or not."""
    source = next_version_of(page.source)
    try:
        create_file(content.parent / source, page.path.read_bytes(), below=content)
    except FileExistsError:
        return source
    except OSError as error:
        raise NotPutUp(f"The next version could not be made ({error.strerror}).") from None
    return source


def put_up(content: Path, draft: ContentFile, keeping: Keeping) -> str:
    """Put the next version in the place of its page, whose text is kept; the name of the page.

    Whatever ends this half way leaves the draft: the same once more brings it to its end.
    """
    page = content.parent / draft.page
    document, problems = read_document(draft.path, draft.source)
    if document is None or any(problem.stops for problem in problems):
        raise NotPutUp(f"{draft.source} cannot be read. Mend what is told of it first.")
    try:
        new = with_values(draft.path.read_bytes(), _published(draft, page), is_post=True)
        if page.is_file():
            keeping.keep_version(draft.page, page.read_bytes())
        write_file(page, new, below=content)
        draft.path.unlink()
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
                return redirect(form_address(begin(self.content, file), done="next"))
            if unsaved := next((each for each in (file.source, file.page) if self.keeping.typed(each)), None):
                raise NotPutUp(f"What you typed in {unsaved} is not saved yet. Save it first, then put this up.")
            return redirect(form_address(put_up(self.content, file, self.keeping), done="up"))
        except NotPutUp as reason:
            return message_response("Nothing was put up", str(reason), HTTPStatus.CONFLICT)


def main(arguments: list[str]) -> int:
    """0 when the next version of a page is in its place."""
    parser = argparse.ArgumentParser(prog="python -m plugins.author.next_version", description=__doc__)
    parser.add_argument("post", help="the page or its draft, such as content/workshops/first/draft.md")
    parser.add_argument("--content", type=Path, required=True)
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
        page = put_up(content, draft, Keeping(content))
    except NotPutUp as reason:
        say(str(reason), sys.stderr)
        return 1
    say(f"{page} is the version of {draft.source} now. Check it, then publish: python3 tasks.py publish", sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
