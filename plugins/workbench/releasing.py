"""`python -m plugins.workbench.releasing 1.1.0`: what was not released yet becomes a version."""

import re
import sys
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.engine.build_moment import build_moment
from plugins.files import write_file
from plugins.workbench import changelog
from plugins.workbench.paths import CHECKOUT
from plugins.workbench.software import git

_NUMBER = re.compile(r"\d+\.\d+\.\d+")
_WRITTEN = re.compile(r'^version = "(.*)"$', re.MULTILINE)


class NotReleased(Exception):
    """There can be no such release; the message says why."""


def release(version: str, day: date, *, checkout: Path = CHECKOUT) -> None:
    """Write the version into CHANGELOG.md and pyproject.toml; raises NotReleased, and has written nothing then.

    One that was written and has no tag yet takes in what came since.
    """
    told, project = ((checkout / name).read_text("utf-8") for name in ("CHANGELOG.md", "pyproject.toml"))
    before = (_WRITTEN.findall(project) or [""])[0]
    if not _NUMBER.fullmatch(version):
        raise NotReleased(f'found "{version}"; write three numbers, such as 1.1.0')
    if git(checkout, "tag", "--list", f"v{version}"):
        raise NotReleased(f"Version {version} is released: the tag v{version} is there.")
    if changelog.numbers(version) < changelog.numbers(before):
        raise NotReleased(f"Version {version} is older than {before}, which pyproject.toml names.")
    write_file(checkout / "CHANGELOG.md", changelog.released(told, version, day).encode(), below=checkout)
    renamed = _WRITTEN.sub(f'version = "{version}"', project, count=1)
    write_file(checkout / "pyproject.toml", renamed.encode(), below=checkout)


def main(version: str) -> int:
    """Write the release and say what is left to do; the exit code."""
    try:
        release(version, build_moment(ZoneInfo("UTC")).date())
    except NotReleased as reason:
        print(reason, file=sys.stderr)
        return 2
    print(f"Wrote version {version}. Read CHANGELOG.md once more; then, when every gate holds:\n")
    print(f'    git commit -am "Release {version}"\n    git tag -a v{version} -m "Version {version}"')
    print(f"    git push origin HEAD v{version}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
