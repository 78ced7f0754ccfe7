"""What the repository of a diary shows to whoever can read it, said before the diary goes out for the first time."""

import shutil
import subprocess
from pathlib import Path


def repository_warning(diary: Path) -> str:
    """The warning, where the repository that `diary` lies in has a copy elsewhere; empty where it has none.

    Whether that copy is public is known to its host alone, so nobody is told that it is.
    """
    git = shutil.which("git")
    asked = [git or "git", "-C", str(diary), "remote"]
    names = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False).stdout.split() if git else []
    if not names:
        return ""
    return (
        f"The diary's repository has a copy elsewhere ({', '.join(names)}). Whoever can read it sees drafts, the "
        "numbers of consents, and photographs before they were blurred, even if they were taken out later. "
        "Keep it private: docs/for-web-officers/publishing.md tells how."
    )
