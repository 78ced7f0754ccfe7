"""No test depends on what the diary's author may change, and one that would is found."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT, CONTENT
from tests.support.at_start.sitecustomize import NOTES, OF_THE_AUTHOR

WAYS = {
    "opened": "open(PLACE)",
    "opened without Python's own files": "os.open(PLACE, os.O_RDONLY)",
    "looked for": "open(PLACE + '/no-such-post.md')",
    "listed": "os.listdir(PLACE)",
    "walked": "next(os.walk(PLACE))",
    "from beside it": "os.chdir(os.path.dirname(PLACE)); open(os.path.basename(PLACE))",
    "over a link": "os.symlink(PLACE, 'link'); open('link')",
    "by a program": "subprocess.run([sys.executable, '-c', OPEN])",
    "by a program's program": "subprocess.run([sys.executable, '-c', f'import os, sys; os.execv(sys.executable, [sys.executable, \"-c\", {OPEN!r}])'])",
    "without being noticed by who reads": "\ntry: open(PLACE)\nexcept BaseException: pass\n",
}
HEAD = """
import os, subprocess, sys
PLACE = os.environ["PLACE"]
OPEN = "import os; open(os.environ['PLACE'])"
"""


def noted(script: str, place: str, folder: Path) -> list[str]:
    """What is noted while a program runs; its own notes, so that they are not this test's."""
    notes = folder / "notes"
    around = {**os.environ, NOTES: str(notes), "PLACE": place}
    subprocess.run([sys.executable, "-c", HEAD + script], cwd=folder, env=around, capture_output=True, check=False)
    return sorted(set(notes.read_text("utf-8").splitlines())) if notes.exists() else []


@pytest.mark.parametrize("place", OF_THE_AUTHOR)
@pytest.mark.parametrize("way", WAYS)
def test_what_is_the_authors_is_noted_however_it_is_read(tmp_path: Path, way: str, place: str) -> None:
    expected = f"{place}/no-such-post.md" if way == "looked for" else place
    assert noted(WAYS[way], place, tmp_path) == [expected]


@pytest.mark.parametrize("beside", ["tests/test_house.py", "content.md", "docs/content"])
def test_what_lies_beside_it_is_not(tmp_path: Path, beside: str) -> None:
    assert noted("open(PLACE)", str(CHECKOUT / beside), tmp_path) == []


def test_a_file_of_the_same_name_in_another_folder_is_not(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    script = f"here = os.open({str(tmp_path)!r}, os.O_RDONLY); os.chdir({str(CHECKOUT)!r}); os.open('content', os.O_RDONLY, dir_fd=here)"
    assert noted(script, str(tmp_path), tmp_path) == []


def test_a_test_that_reads_it_fails(tmp_path: Path) -> None:
    file = tmp_path / "test_reads.py"
    file.write_text(f"def test_reads():\n    assert not __import__('os').scandir({str(CONTENT)!r}).close()\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.support.author_files", "-p", "no:cacheprovider"]
    options = ["-c", str(CHECKOUT / "pyproject.toml"), f"--rootdir={tmp_path}", str(file)]
    around = {**os.environ, NOTES: str(tmp_path / "notes")}
    run = subprocess.run(
        [*command, *options], cwd=CHECKOUT, env=around, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 1
    assert "a test reads what the diary's author may change; give it a diary of its own (tests/sites)" in run.stdout
    assert f"found {CONTENT}" in run.stdout
