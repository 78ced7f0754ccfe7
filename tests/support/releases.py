"""Repositories of git, and what a diary's own tasks.py says when it is asked from a place of ours."""

import os
import subprocess
import sys
from pathlib import Path


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    run = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return run.stdout.strip()


def task(diary: Path, software: Path | str, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    around = {**os.environ, "DIARY_SOFTWARE": str(software), **more}
    command = [sys.executable, str(diary / "tasks.py"), *words]
    return subprocess.run(command, cwd=diary.parent, env=around, capture_output=True, encoding="utf-8", check=False)
