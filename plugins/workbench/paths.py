"""Where things lie in the checkout, and in the diary."""

import hashlib
import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
TASKS = CHECKOUT / "tasks.py"
LOCK = CHECKOUT / "requirements.lock"
"""What a diary needs that is written, built and published."""
DEV_LOCK = CHECKOUT / "requirements-dev.lock"
"""All of that, and what the software is tested with."""
HOME = Path(os.environ.get("DIARY_HOME") or CHECKOUT).resolve()
"""The folder of the diary: the checkout's own, or that of the diary whose tasks.py handed a task over."""
CONTENT = HOME / "content"
OUTPUT = HOME / "output"
FETCHED = ".software"
"""The folder of a diary into which its tasks.py fetches the software, each version in a folder of its own."""


def digest_of(lock: Path) -> str:
    """The same for the same packages, whatever the line ends."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


ENVIRONMENT = (
    CHECKOUT.parent / f"environment-{digest_of(LOCK)[:12]}" if CHECKOUT.parent.name == FETCHED else CHECKOUT / ".venv"
)
"""Versions of one diary that need the same packages share an environment."""


def python_of(environment: Path) -> Path:
    """The Python of a virtual environment, there or not."""
    return environment / "Scripts" / "python.exe" if os.name == "nt" else environment / "bin" / "python"
