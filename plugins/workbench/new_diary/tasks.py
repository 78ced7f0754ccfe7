"""The tasks of this diary: `python3 tasks.py serve`, `check`, `publish` (Windows: `py -3 tasks.py serve`).

They are the software's (Coproduction Diary), at the version and commit that content/diary.yml names under `software`.
It is fetched once into .software/, and checked to be that commit. DIARY_SOFTWARE names another place to fetch it from.
"""  # noqa: INP001 - it lies in the folder of a diary, and in no package

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = os.environ.get("DIARY_SOFTWARE") or "$source"
NAMED = re.compile(r"^software: *\{ *version: *([\w.-]+), *commit: *([0-9a-f]{40}) *\}", re.MULTILINE)


def main() -> "int | str":
    """The exit code of the software's task, or what is in the way."""
    named = NAMED.search((HERE / "content" / "diary.yml").read_text("utf-8"))
    if not named:
        return "content/diary.yml names no software; write a line such as software: {version: 1.0.0, commit: …}"
    version, commit = named.groups()
    software = HERE / ".software" / commit
    in_the_way = "" if software.exists() else fetched(version, commit, software)
    if in_the_way:
        return in_the_way
    command = [sys.executable, str(software / "tasks.py"), *sys.argv[1:]]
    return subprocess.run(command, check=False, env={**os.environ, "DIARY_HOME": str(HERE)}).returncode


def fetched(version: str, commit: str, place: Path) -> str:
    """Put the software into a folder of its own, and say what is in the way, if anything is."""
    git = shutil.which("git")
    if git is None:
        return "git is missing; install it from https://git-scm.com/ and run the same line again"
    print(f"Fetching the software, version {version} …", flush=True)
    new = place.with_name(f"{commit}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.parent.mkdir(exist_ok=True)
    inside = [git, "-C", str(new)]
    clone = [git, "clone", "--quiet", "--no-checkout", SOURCE, str(new)]
    for command in (clone, [*inside, "checkout", "--quiet", "--detach", commit]):
        if subprocess.run(command, check=False).returncode != 0:
            return f"The software could not be fetched from {SOURCE}: is it reachable, and does it hold {commit}?"
    asked = [*inside, "rev-parse", "--quiet", "--verify", f"v{version}^{{commit}}"]
    tag = subprocess.run(asked, check=False, capture_output=True, encoding="utf-8").stdout.strip()
    if tag not in ("", commit):
        return f"Version {version} is another commit there than content/diary.yml names, so nothing of it was run."
    new.rename(place)
    return ""


if __name__ == "__main__":
    sys.exit(main())
