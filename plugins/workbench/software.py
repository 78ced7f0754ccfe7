"""The software itself: which version and commit it is, and where it can be fetched from."""

import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass

from plugins.workbench.paths import CHECKOUT


@dataclass(frozen=True, slots=True)
class SoftwareAtHand:
    """`commit` is empty where nobody can know it; `source` is an address, or else the folder that it lies in."""

    version: str
    commit: str
    source: str


def software_at_hand() -> SoftwareAtHand:
    version = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    commit, remote = _asked("rev-parse", "HEAD"), _asked("remote", "get-url", "origin")
    is_address = "://" in remote or remote.startswith("git@")
    return SoftwareAtHand(version, commit, without_secret(remote) if is_address else CHECKOUT.as_posix())


def without_secret(address: str) -> str:
    """An address without a name or token before its host, which would stand in the diary's first commit."""
    bare = re.sub(r"^(https?://)[^/]*@", r"\1", address, flags=re.IGNORECASE)
    return re.sub(r"^(ssh://[^/:@]*):[^/]*@", r"\1@", bare, flags=re.IGNORECASE)


def _asked(*words: str) -> str:
    """What git says of the checkout; nothing without git, or where it is none."""
    git = shutil.which("git")
    if git is None or not (CHECKOUT / ".git").exists():
        return ""
    run = subprocess.run([git, *words], cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    return run.stdout.strip() if run.returncode == 0 else ""
