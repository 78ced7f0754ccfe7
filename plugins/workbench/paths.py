"""Where things lie in the checkout."""

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
TASKS = CHECKOUT / "tasks.py"
LOCK = CHECKOUT / "requirements.lock"
ENVIRONMENT = CHECKOUT / ".venv"
CONTENT = CHECKOUT / "content"
OUTPUT = CHECKOUT / "output"


def python_of(environment: Path) -> Path:
    """The Python of a virtual environment, there or not."""
    return environment / "Scripts" / "python.exe" if os.name == "nt" else environment / "bin" / "python"
