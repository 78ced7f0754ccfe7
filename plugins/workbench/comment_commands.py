"""The tasks about comments: the service that takes them in, and those of an earlier website."""

from invoke.context import Context
from invoke.tasks import task

from plugins.files.typed import typed_path
from plugins.workbench.folders import content_folder
from plugins.workbench.programs import end, fit, python


@task(
    help={"settings": "The file with the service's settings.", "password": "Make the hash of a moderator's password."}
)
def comments(_context: Context, settings: str = "comments.toml", password: bool = False) -> None:
    """Run the service that takes readers' comments in and shows them to a moderator."""
    file = str(typed_path(settings))
    end(python("-m", "plugins.comments.server", "--settings", file, *(["--password"] if password else [])))


@task(
    positional=["file"],
    help={
        "file": "What WordPress or Disqus exported.",
        "content": "The folder with the diary's posts (default: content/ beside tasks.py).",
        "addresses": "A file of lines: old-address = posts/welcome/",
        "no-names": "Name nobody.",
    },
)
def import_comments(
    _context: Context, file: str, content: str | None = None, addresses: str = "", no_names: bool = False
) -> None:
    """Bring in the comments of an earlier website; what matches no page is told."""
    options = ["--content", str(fit(content_folder, content)), *(["--no-names"] if no_names else [])]
    if addresses:
        options += ["--addresses", str(typed_path(addresses))]
    end(python("-m", "plugins.blog.importing", *options, "--", str(typed_path(file))))
