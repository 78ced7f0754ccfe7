"""Posts that were there once, as git remembers: who links to one made no mistake, and is not left out for it."""

import os
import shutil
import subprocess
from pathlib import Path

from plugins.files.names import post_name

_QUESTION = (
    "log",
    "--diff-filter=D",
    "--no-renames",
    "--name-only",
    "--format=",
    "-z",
    "--relative",
    "HEAD",
    "--",
    ".",
)


def deleted_posts(content: Path) -> frozenset[str]:
    """The sources of Markdown files that some commit took out of the content folder, and that are not there now.

    None where git cannot tell. What a commit of today still has, and somebody deletes before they commit, is unknown.
    """
    git = shutil.which("git")
    if git is None:
        return frozenset()
    asked = subprocess.run(
        [git, "-C", str(content), *_QUESTION, "--", "."],
        env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"},
        capture_output=True,
        check=False,
    )
    paths = [os.fsdecode(path) for path in asked.stdout.split(b"\0") if path]
    posts = (path for path in paths if post_name(path).endswith(".md"))
    return frozenset(f"{content.name}/{path}" for path in posts if not os.path.lexists(content / path))
