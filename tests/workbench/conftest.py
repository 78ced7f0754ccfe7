"""A software that says how it was called, its releases, and a diary that names the first of them."""

from pathlib import Path

import pytest

from tests.support.releases import git
from tests.workbench.test_start_diary import started

SOFTWARE = (
    "import json, os, sys\n"
    "print(json.dumps([sys.argv[1:], os.environ['DIARY_HOME'], __file__]))\n"
    "sys.exit(3 if 'check' in sys.argv else 0)\n"
)


@pytest.fixture
def software(tmp_path: Path) -> Path:
    """A repository with a version of a software that says how it was called."""
    folder = tmp_path / "software"
    folder.mkdir()
    git(folder, "init", "--quiet", "-b", "main")
    (folder / "tasks.py").write_text(SOFTWARE, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "First")
    git(folder, "tag", "v1.0.0")
    return folder


@pytest.fixture
def diary(tmp_path: Path, software: Path) -> Path:
    """A diary that names the first version."""
    folder = started(tmp_path)
    settings = folder / "content" / "diary.yml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("software:")]
    named = f"software: {{version: 1.0.0, commit: {git(software, 'rev-parse', 'HEAD')}}}"
    settings.write_text("\n".join([*lines, named, ""]), "utf-8")
    return folder


@pytest.fixture
def releases(software: Path) -> Path:
    """The repository with two versions more; the newest is one with words of its own, and there is a tag that is none."""
    for version in ("1.9.0", "1.10.0"):
        git(software, "commit", "--quiet", "--allow-empty", "-m", version)
        git(software, "tag", "-a", f"v{version}", "-m", version)
    git(software, "tag", "very-good")
    return software
