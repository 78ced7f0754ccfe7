"""Where things lie in the checkout."""

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
TASKS = CHECKOUT / "tasks.py"
LOCK = CHECKOUT / "requirements.lock"
ENVIRONMENT = CHECKOUT / ".venv"
HOME = Path(os.environ.get("DIARY_HOME") or CHECKOUT).resolve()
"""The folder of the diary: the checkout's own, or that of the diary whose tasks.py handed a task over."""
CONTENT = HOME / "content"
OUTPUT = HOME / "output"


def python_of(environment: Path) -> Path:
    """The Python of a virtual environment, there or not."""
    return environment / "Scripts" / "python.exe" if os.name == "nt" else environment / "bin" / "python"
