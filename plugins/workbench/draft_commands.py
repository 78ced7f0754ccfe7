"""The tasks about drafts: what was written elsewhere brought in, the next version of a page put up."""

from invoke.context import Context
from invoke.tasks import task

from plugins.files.typed import typed_path
from plugins.workbench.folders import content_folder
from plugins.workbench.programs import end, fit, python


@task(
    name="import",
    positional=["file"],
    help={
        "file": "A Word document (.docx), or what WordPress exported (.xml).",
        "content": "The folder with the diary's posts (default: content/ beside tasks.py).",
        "kind": "What it becomes: workshop, post or page (default: workshop).",
        "title": "The title of the post (default: that of the document, or the name of its file).",
        "media": "The folder with the pictures of the old website: wp-content/uploads, or a copy of it.",
        "fields": "Make fields of tables that look like an agenda or a vote.",
    },
)
def import_file(
    _context: Context,
    file: str,
    content: str | None = None,
    kind: str = "workshop",
    title: str = "",
    fields: bool = False,
    media: str = "",
) -> None:
    """Bring in what was written elsewhere, as drafts; what does not come along is told."""
    options = ["--content", str(fit(content_folder, content)), f"--kind={kind}", f"--title={title}"]
    switches = [*(["--fields"] if fields else []), *([f"--media={typed_path(media)}"] if media else [])]
    end(python("-m", "plugins.imports", *options, *switches, "--", str(typed_path(file))))


@task(
    name="put-up",
    positional=["post"],
    help={
        "post": "A page, or its next version: content/workshops/first/draft.md.",
        "content": "The folder with the diary's posts (default: content/ beside tasks.py).",
        "yes": "Though the page has changed since its next version was begun.",
    },
)
def put_up(_context: Context, post: str, content: str | None = None, yes: bool = False) -> None:
    """Put the next version of a page in its place."""
    options = ["--content", str(fit(content_folder, content)), *(["--yes"] if yes else [])]
    end(python("-m", "plugins.author.next_version", *options, "--", post))


@task(
    positional=["post"],
    help={
        "post": "The file of a post, or the last part of its address.",
        "content": "The folder with the diary's posts (default: content/ beside tasks.py).",
        "to": "The folder in which the file is to lie (default: .cache beside the posts, for 30 days).",
        "checked": "Write down who has read it: a group or a role, no name.",
    },
    iterable=["checked"],
)
def proof(
    _context: Context, post: str, content: str | None = None, to: str = "", checked: list[str] | None = None
) -> None:
    """Make one file of a post for its group, to be read before it is published."""
    options = ["--content", str(fit(content_folder, content)), *(f"--checked={who}" for who in checked or ())]
    if to:
        options.append(f"--to={typed_path(to)}")
    end(python("-m", "plugins.preview.proof", *options, "--", post))
