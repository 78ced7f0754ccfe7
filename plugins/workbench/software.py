"""The software itself: which release it is, and where it can be fetched from."""

import re
import shutil
import subprocess
from pathlib import Path

from plugins.records import dataclass
from plugins.workbench.paths import CHECKOUT


@dataclass(frozen=True, slots=True)
class SoftwareAtHand:
    """The newest release that is in the checkout: `version` and `commit` are empty where there is none to be seen.

    `source` is an address, or else the folder that it lies in.
    """

    version: str
    commit: str
    source: str


def software_at_hand(checkout: Path = CHECKOUT) -> SoftwareAtHand:
    if not (checkout / ".git").exists():  # What lies around it may be somebody else's repository.
        return SoftwareAtHand("", "", checkout.as_posix())
    tag = git(checkout, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*")
    commit = git(checkout, "rev-parse", f"{tag}^{{commit}}") if tag else ""
    remote = git(checkout, "remote", "get-url", "origin")
    is_address = "://" in remote or remote.startswith("git@")
    return SoftwareAtHand(tag[1:], commit, without_secret(remote) if is_address else checkout.as_posix())


def without_secret(address: str) -> str:
    """An address without a name or token before its host, which would stand in the diary's first commit."""
    bare = re.sub(r"^(https?://)[^/]*@", r"\1", address, flags=re.IGNORECASE)
    return re.sub(r"^(ssh://[^/:@]*):[^/]*@", r"\1@", bare, flags=re.IGNORECASE)


def git(folder: Path, *words: str) -> str:
    """What git says of the repository that `folder` lies in; nothing without git, or where it is none."""
    program = shutil.which("git")
    if program is None:
        return ""
    run = subprocess.run([program, *words], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return run.stdout.strip() if run.returncode == 0 else ""
