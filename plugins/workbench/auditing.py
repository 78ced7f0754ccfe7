"""How the locked packages are looked up in the public list of known holes; it needs the network, so it is no gate."""

from collections.abc import Sequence

from plugins.workbench.paths import LOCK

_OPTIONS = (
    "--strict",  # A package that could not be looked up is no package without holes.
    "--require-hashes",
    "--disable-pip",
    "--progress-spinner=off",
)


def auditing(*more: str) -> Sequence[str]:
    """What follows `python` to look every locked package up."""
    return ("-m", "pip_audit", *_OPTIONS, "--requirement", LOCK.name, *more)
