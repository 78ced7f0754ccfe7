"""What the repository of a diary shows to whoever can read it, said before the diary goes out for the first time."""

import shutil
import subprocess
from pathlib import Path


def repository_warning(diary: Path) -> str:
    """The warning, where the repository that `diary` lies in has a copy elsewhere; empty where it has none.

    It has one where a remote is known to hold the diary's first commit. Whether that is public is known to its host
    alone, so nobody is told that it is.
    """
    git = shutil.which("git")
    if git is None:
        return ""

    def words(*question: str) -> list[str]:
        command = [git, "-C", str(diary), *question]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout.split()

    first = [f"--contains={commit}" for commit in words("rev-list", "--max-parents=0", "HEAD")]
    branches = words("for-each-ref", "--format=%(refname:lstrip=2)", *first, "refs/remotes") if first else []
    names = sorted({branch.partition("/")[0] for branch in branches})
    if not names:
        return ""
    return (
        f"The diary's repository has a copy elsewhere ({', '.join(names)}). Whoever can read it sees drafts, the "
        "numbers of consents, and photographs before they were blurred, even if they were taken out later. "
        "Keep it private: docs/for-web-officers/publishing.md tells how."
    )
