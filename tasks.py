"""The diary's tasks: `python3 tasks.py serve`, and build, check, look, publish, test and more (`--list`).

This file needs nothing but Python. It makes the environment that the tasks run in (`.venv`), then runs them
there; inside that environment `invoke --list` shows the same tasks. It says nothing that an old Python cannot
read, so that an old Python gets a sentence and not a traceback.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - reached by the Pythons that this sentence is for.
    sys.exit(
        "The diary needs Python 3.11 or newer, and this is Python "
        + sys.version.split()[0]
        + ": get a newer one from https://www.python.org/downloads/ and run the same line with it."
    )

if __name__ == "__main__":
    from plugins.workbench.bytecode import keep_bytecode

    if sys.dont_write_bytecode:
        keep_bytecode()

    from plugins.workbench.last_build import nothing_has_changed

    if nothing_has_changed(sys.argv[1:]):
        sys.exit(0)

    from plugins.workbench.bootstrap import run
    from plugins.workbench.ending import end

    end(run(sys.argv[1:]), is_over=sys.argv[1:2] == ["build"])

from plugins.workbench.commands import (
    accessibility,
    audit,
    check,
    clean,
    explain,
    lint,
    lock,
    release,
    sbom,
    serve,
    test,
)
from plugins.workbench.comment_commands import comments, import_comments
from plugins.workbench.diary_commands import start_diary, upgrade
from plugins.workbench.draft_commands import import_file, proof, put_up
from plugins.workbench.site_commands import build, headers, left_out, look, publish, rollback, withdraw

__all__ = [
    "accessibility",
    "audit",
    "build",
    "check",
    "clean",
    "comments",
    "explain",
    "headers",
    "import_comments",
    "import_file",
    "left_out",
    "lint",
    "lock",
    "look",
    "proof",
    "publish",
    "put_up",
    "release",
    "rollback",
    "sbom",
    "serve",
    "start_diary",
    "test",
    "upgrade",
    "withdraw",
]
