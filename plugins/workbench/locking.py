"""How requirements.lock is written: for every system at once, with the hash of every file, and no registry in it.

Every package must be there ready made (a wheel): to build one fetches what builds it, without any hash.

And how what it names is looked up in the public list of known holes; that needs the network, so it is no gate.
"""

from collections.abc import Sequence

from plugins.workbench.paths import LOCK

_OPTIONS = (
    "--universal",
    "--no-strip-extras",
    "--python-version=3.11",
    "--group=dev",
    "--generate-hashes",
    "--only-binary=:all:",
    "--quiet",
    "--custom-compile-command=python3 tasks.py lock",
)

_OPTIONS_OF_AUDIT = (
    "--strict",  # A package that could not be looked up is no package without holes.
    "--require-hashes",
    "--disable-pip",
    "--progress-spinner=off",
)


def locking(*, upgrade: bool) -> Sequence[str]:
    """What follows `python` to write the lock; `upgrade` takes the newest release of every package."""
    newest = ("--upgrade",) if upgrade else ()
    return ("-m", "uv", "pip", "compile", *_OPTIONS, *newest, "--output-file", LOCK.name, "pyproject.toml")


def auditing(*more: str) -> Sequence[str]:
    """What follows `python` to look every locked package up."""
    return ("-m", "pip_audit", *_OPTIONS_OF_AUDIT, "--requirement", LOCK.name, *more)
