"""Programs of the system that tests drive: found, or installed where that can be done, and never done without.

On Debian they come by apt when the tests run as root; elsewhere one sentence says what to type.
"""

import os
import shutil
import subprocess
from functools import cache

from tests.support.debian import installed
from tests.support.systems import skip_where_no_server_runs

PACKAGES = {
    "apache2": "apache2-bin",
    "nginx": "nginx-light",
    "rsync": "rsync",
    "ssh": "openssh-client",
    "ssh-keygen": "openssh-client",
    "sftp-server": "openssh-sftp-server",
    "sshd": "openssh-server",
}
_BESIDE_PATH = ("/usr/sbin", "/usr/local/sbin", "/sbin", "/opt/homebrew/bin", "/usr/lib/openssh", "/usr/libexec")


class MissingProgramError(Exception):
    """A program that the tests need is not there; the message says what to do."""


@cache
def program(name: str) -> str:
    """The path of a program, after installing it if it was not there."""
    skip_where_no_server_runs(name)
    found = _found(name) or (installed(PACKAGES[name]) and _found(name))
    if not found:
        raise MissingProgramError(
            f"These tests drive a real {name}, and there is none here. On Debian or Ubuntu: sudo apt install {PACKAGES[name]}"
        )
    return found


def has_package(name: str) -> bool:
    """Whether a Debian package is there, after trying to install it; False on every other system."""
    asked = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", name]
    if shutil.which("dpkg-query") is None:
        return False
    for _ in range(2):
        if subprocess.run(asked, capture_output=True, encoding="utf-8", check=False).stdout == "installed":
            return True
        if not installed(name):
            return False
    return False


def _found(name: str) -> str | None:
    places = os.pathsep.join((os.environ.get("PATH", ""), *_BESIDE_PATH))
    return shutil.which(name, path=places)
