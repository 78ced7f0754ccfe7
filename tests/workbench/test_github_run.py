"""A check in a run of GitHub Actions: which commands GitHub reads in what is printed, and what the summary holds."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT

_NEW = re.compile(r"\s*::([a-z-]+)( [^:]*)?::(.*)")
_OLD = re.compile(r".*##\[([a-z-]+)( [^\]]*)?\](.*)")


def obeyed(log: str) -> Iterator[tuple[str, str, str]]:
    """The commands that GitHub's runner reads in a log, in both of their forms."""
    word = ""
    for line in log.splitlines():
        found = _NEW.match(line) or _OLD.match(line)
        if word:
            word = "" if line == f"::{word}::" else word
        elif found and found[1] == "stop-commands":
            word = found[3]
        elif found:
            yield found[1], found[2] or "", found[3]


def checked(content: Path, summary: Path, **environment: str) -> tuple[int, str]:
    run = subprocess.run(
        [sys.executable, "tasks.py", "check", "--content", str(content), "--github", str(summary)],
        cwd=CHECKOUT,
        env=os.environ | {"DIARY_NOW": "2031-05-03T12:00:00+00:00"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return run.returncode, run.stdout


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("diary") / "content"
    posts = {
        "posts/welcome.md": "title: Welcome\ndate: 2016-10-10\n",
        "posts/x,line=9##[error]y.md": "title: '##[error]Hostile ::add-mask::e'\ndate: 2016-10-11\nstatsu: '::warning::%0A'\n",
        "workshops/first/index.md": "title: First\ndate: 2016-10-12\nworkshop: {start: 2016-10-10, status: held}\n",
    }
    for name, fields in posts.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{fields}---\n::error::We met. ##[warning]x\n", "utf-8")
    return content


def test_github_reads_the_findings_as_commands_and_nothing_that_somebody_wrote(content: Path, tmp_path: Path) -> None:
    code, log = checked(content, tmp_path / "summary")
    assert code == 1
    commands = list(obeyed(log))
    assert [name for name, *_ in commands] == ["error", "notice"], log
    (_, error, said), (_, notice, unread) = commands
    assert error.startswith(" file=content/posts/x%2Cline=9##[error]y.md,line=4,title=")
    assert said == "there is no field “statsu” here; did you mean “status”? [unknown-key]"
    assert log.count("##[error]y.md") == 2  # In what is printed for people, too, where it is no command.
    assert notice == " file=content/workshops/first/index.md,line=1,title=not-read-by-group"
    assert unread == (
        "nobody of the group has read this yet; let them read it before others do: "
        "press “Let the group read it first” in its form, or type python3 tasks.py proof first [not-read-by-group]"
    )
    text = (tmp_path / "summary").read_text("utf-8")
    assert text.startswith(
        "### 1 finding and 1 notice: the diary cannot be published yet.\n\n**content&#47;posts&#47;x&#44;line"
    )


def test_a_check_that_could_not_be_made_is_no_good_news(content: Path, tmp_path: Path) -> None:
    code, log = checked(content, tmp_path / "summary", DIARY_PRIVATE_WORDS=str(tmp_path / "gone.txt"))
    assert code == 1
    failed = "The check could not be made. The log of this run says why."
    assert list(obeyed(log))[-1] == ("error", "", failed)
    assert (tmp_path / "summary").read_text("utf-8") == f"### {failed}\n"
