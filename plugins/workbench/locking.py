"""How requirements.lock is written: for every system at once, with the hash of every file, and no registry in it."""

from collections.abc import Sequence

from plugins.workbench.paths import LOCK

_OPTIONS = (
    "--universal",
    "--no-strip-extras",
    "--python-version=3.11",
    "--group=dev",
    "--generate-hashes",
    "--quiet",
    "--custom-compile-command=python3 tasks.py lock",
)


def locking(*, upgrade: bool) -> Sequence[str]:
    """What follows `python` to write the lock; `upgrade` takes the newest release of every package."""
    newest = ("--upgrade",) if upgrade else ()
    return ("-m", "uv", "pip", "compile", *_OPTIONS, *newest, "--output-file", LOCK.name, "pyproject.toml")
