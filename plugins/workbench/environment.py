"""The environment that the tasks run in: `.venv`, made anew when missing, half made or older than the lock.

uv makes it if there is one (seconds), venv and pip otherwise (a minute). Either way every package must have
the hash that `requirements.lock` names, or `requirements-dev.lock` for tasks that test the software. What only the
making needs is imported then: every task asks here whether there is one.
"""

import importlib.util
import locale
import os
import platform
import shutil
import site
import sys
import time
from pathlib import Path

from plugins.files import write_file
from plugins.workbench.file_lock import file_lock
from plugins.workbench.paths import ENVIRONMENT, LOCK, digest_of, python_of

STAMP = "diary-stamp.txt"
"""What an environment was made for. It is written last: one without it is half made and must be made anew."""
DEV_STAMP = "diary-stamp-dev.txt"
"""The same, for what the software is tested with, which is installed when a task first needs it."""
_MINOR = f"{sys.version_info[0]}.{sys.version_info[1]}"


class SetUpStopped(Exception):
    """The environment could not be made; the message says what to do, in plain words."""


def are_we_inside() -> bool:
    return Path(sys.prefix).resolve() == ENVIRONMENT.resolve()


def is_ready(lock: Path = LOCK) -> bool:
    """The environment is whole, for this Python and for what stands in today's lock."""
    there = python_of(ENVIRONMENT).exists() and is_stamped(ENVIRONMENT, stamp_for(LOCK, ENVIRONMENT))
    return there and (lock == LOCK or is_stamped(ENVIRONMENT, stamp_for(lock, ENVIRONMENT), DEV_STAMP))


def make_ready(lock: Path = LOCK) -> None:
    """Make the environment if it is not ready; one process at a time."""
    if is_ready(lock):
        return
    with file_lock(LOCK, meanwhile=lambda: _say("Another task is setting up. Waiting for it …")):
        if not is_ready(lock):
            _make(lock)


def entered() -> bool:
    """Whether this very process is inside the environment from now on, as a Python started there would be.

    False where Python must be started anew for that: on Windows, inside an environment that has just been replaced, and
    where files are not UTF-8.
    """
    standard = Path(os.__file__).parent
    ours = [place for place, path in enumerate(sys.path) if Path(path) in (standard, standard / "lib-dynload")]
    is_utf8 = sys.flags.utf8_mode or locale.getencoding().lower() in ("utf-8", "utf8")
    if os.name == "nt" or are_we_inside() or not (is_utf8 and ours):
        return False
    # What follows the standard library are the packages of the Python outside: none of them may be taken for ours.
    del sys.path[max(ours) + 1 :]
    site.addsitedir(str(ENVIRONMENT / "lib" / f"python{_MINOR}" / "site-packages"))
    sys.prefix = sys.exec_prefix = str(ENVIRONMENT)
    sys.executable = str(python_of(ENVIRONMENT))
    return True


def _make(lock: Path) -> None:
    began = time.monotonic()
    uv = _uv()
    if not is_ready():
        maker = "uv" if uv else "pip, which takes a minute"
        _say(f"Setting up Python {_MINOR} in {ENVIRONMENT.name} with {maker} …")
        if uv is None:
            _refuse_without_ensurepip()
        _take_away_what_is_there()
        _make_empty(uv)
    _say(f"Installing the packages of {lock.name} …")
    _install(uv, lock)
    if lock != LOCK:
        put_stamp(ENVIRONMENT, stamp_for(lock, ENVIRONMENT), DEV_STAMP)
    put_stamp(ENVIRONMENT, stamp_for(LOCK, ENVIRONMENT))
    _say(f"Set up in {time.monotonic() - began:.0f} s.")


def _uv() -> str | None:
    """A uv that works and that does not lie in the environment we are about to make."""
    uv = shutil.which("uv")
    if uv is None or Path(uv).resolve().is_relative_to(ENVIRONMENT.resolve()):
        return None
    import subprocess

    try:
        asked = subprocess.run([uv, "--version"], capture_output=True, check=False)
    except OSError:
        return None
    return uv if asked.returncode == 0 else None


def _refuse_without_ensurepip() -> None:
    """Debian and Ubuntu ship Python without the part that makes environments."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    package = f"python{_MINOR}-venv"
    raise SetUpStopped(
        "This Python cannot make an environment: its parts venv and ensurepip are not installed.\n"
        f"On Debian or Ubuntu, type this, then run the same task again:\n\n    sudo apt install {package}\n"
    )


def _take_away_what_is_there() -> None:
    if ENVIRONMENT.is_symlink() or ENVIRONMENT.is_file():
        ENVIRONMENT.unlink()
    elif ENVIRONMENT.exists():
        _say(f"The old {ENVIRONMENT.name} does not fit any more (or was never finished): making a new one.")
        try:
            shutil.rmtree(ENVIRONMENT)
        except OSError as stuck:
            raise SetUpStopped(
                f"{stuck.filename} could not be removed. Is a task still running, or the environment active\n"
                "in this window? Stop it (or type: deactivate), then run the same task again."
            ) from stuck


def _make_empty(uv: str | None) -> None:
    import subprocess

    python = _python_outside()
    command = [uv, "venv", "--quiet", "--python", python] if uv else [python, "-m", "venv"]
    if subprocess.run([*command, str(ENVIRONMENT)], check=False).returncode != 0:
        raise SetUpStopped("The environment could not be made; the lines above say why.")


def _install(uv: str | None, lock: Path) -> None:
    from plugins.workbench.installing import installs_with_pip, installs_with_uv

    python = python_of(ENVIRONMENT)
    installed = installs_with_uv(uv, python, lock) if uv else installs_with_pip(python, lock)
    if not installed:
        raise SetUpStopped(
            "The packages could not be installed; the lines above say why. Is this computer online?\n"
            "Mend that, then run the same task again."
        )


def _python_outside() -> str:
    """The Python that `.venv` is made from, even when we run inside a stale `.venv` right now."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _say(words: str) -> None:
    print(words, flush=True)


def stamp_for(lock: Path, environment: Path) -> str:
    """This Python, these packages, this place (an environment does not survive a move)."""
    python = f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]} {platform.machine()}"
    return f"python: {python}\npackages: {digest_of(lock)}\nplace: {environment.resolve()}\n"


def is_stamped(environment: Path, stamp: str, name: str = STAMP) -> bool:
    try:
        return (environment / name).read_text("utf-8") == stamp
    except (OSError, UnicodeDecodeError):
        return False


def put_stamp(environment: Path, stamp: str, name: str = STAMP) -> None:
    write_file(environment / name, stamp.encode(), below=environment)
