"""Debian packages, installed where tests run as root: one at a time, however many tests ask at once."""

import os
import platform
import subprocess
import sys
from functools import cache
from pathlib import Path

from plugins.workbench.paths import CHECKOUT
from tests.support.once import one_at_a_time

_QUIET = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
_PATIENT = ("-o", "DPkg::Lock::Timeout=300")
"""Somebody else on this computer may be installing."""


@cache
def installed(*packages: str) -> bool:
    """Whether the packages are there after trying; never on another system, nor where we may not."""
    if not can_install():
        return False
    print(f"Installing {', '.join(packages)} …", flush=True)
    with one_at_a_time(CHECKOUT / ".cache" / "apt.lock"):
        _apt("update")
        return _apt("install", "-y", "--no-install-recommends", *packages) == 0


def can_install() -> bool:
    """Whether this is a Debian, or one made of it, and ours to change."""
    return sys.platform != "win32" and os.geteuid() == 0 and is_debian(or_made_of_it=True)


def is_debian(*, or_made_of_it: bool) -> bool:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    names = (release.get("ID"), *(release.get("ID_LIKE", "").split() if or_made_of_it else ()))
    return "debian" in names and Path("/usr/bin/apt-get").exists()


def _apt(*arguments: str) -> int:
    run = subprocess.run(
        ["apt-get", "-q", *_PATIENT, *arguments],
        env={**os.environ, **_QUIET},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return run.returncode
