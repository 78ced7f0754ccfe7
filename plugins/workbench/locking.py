"""How the two locks are written: for every system at once, with the hash of every file, and no registry in it.

Every package must be there ready made (a wheel): to build one fetches what builds it, without any hash.

And how what it names is looked up in the public list of known holes; that needs the network, so it is no gate.
"""

from collections.abc import Sequence

from plugins.workbench.paths import DEV_LOCK, LOCK

_OPTIONS = (
    "--universal",
    "--no-strip-extras",
    "--python-version=3.11",
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


def locking(*, upgrade: bool) -> tuple[Sequence[str], ...]:
    """What follows `python` to write each lock; `upgrade` takes the newest release of every package.

    The second has the same releases of what is in the first.
    """
    compile_ = ("-m", "uv", "pip", "compile", *_OPTIONS, *(("--upgrade",) if upgrade else ()), "pyproject.toml")
    more = ("--group=dev", "--constraints", LOCK.name)
    return (*compile_, "--output-file", LOCK.name), (*compile_, *more, "--output-file", DEV_LOCK.name)


def auditing(*more: str) -> Sequence[str]:
    """What follows `python` to look every locked package up."""
    return ("-m", "pip_audit", *_OPTIONS_OF_AUDIT, "--requirement", DEV_LOCK.name, *more)
