"""Which files a branch changes: since it left main, committed or not, and those that git does not know yet."""

import subprocess
from pathlib import Path

_TRUNKS = ("main", "origin/main")


def changed_files(checkout: Path) -> tuple[str, ...]:
    """Paths below the checkout, also of files that are gone. On main itself: what is not committed."""
    base = next((found for trunk in _TRUNKS if (found := _git(checkout, "merge-base", "HEAD", trunk).strip())), "HEAD")
    told = _git(checkout, "diff", "--name-only", "--no-renames", "-z", base)
    unknown = _git(checkout, "ls-files", "--others", "--exclude-standard", "-z")
    return tuple(sorted({*told.split("\0"), *unknown.split("\0")} - {""}))


def _git(checkout: Path, *arguments: str) -> str:
    """What git says; nothing where it knows no such name."""
    run = subprocess.run(["git", *arguments], cwd=checkout, capture_output=True, encoding="utf-8", check=False)
    return run.stdout if run.returncode == 0 else ""
