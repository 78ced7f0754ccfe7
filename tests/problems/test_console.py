"""Words on a console of any alphabet."""

import io
import os
import subprocess
import sys

import pytest

from plugins.problems.console import go_on_unheard, say
from plugins.workbench.paths import CHECKOUT
from tests.support.systems import needs_full_device, needs_posix_files

_SAYING = """
import sys
from plugins.problems.console import say
say("one", sys.stdout)
say("two", sys.stdout)
say("done", sys.stderr)
"""
_FULL = "What is said here cannot be written (No space left on device). The work goes on without it.\n"


def said(text: str, encoding: str) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    say(text, stream)
    stream.seek(0)
    return stream.read()


def test_a_console_that_knows_every_letter_shows_every_letter() -> None:
    assert said("did you mean “title”? … →", "utf-8") == "did you mean “title”? … →\n"


@pytest.mark.parametrize("encoding", ["cp850", "cp437", "ascii"])
def test_a_console_that_knows_no_curly_quotes_shows_straight_ones(encoding: str) -> None:
    assert said("did you mean “title”? It’s 1–2 — so …", encoding) == 'did you mean "title"? It\'s 1-2 - so ...\n'


def test_a_windows_console_keeps_the_lines_that_it_can_show_as_they_are() -> None:
    assert said("“title”\n“→ 書”", "cp1252") == '“title”\n"-> ?"\n'


def test_half_a_letter_does_not_stop_the_telling() -> None:
    assert said("found \ud800", "utf-8") == "found ?\n"


def test_a_stream_without_an_encoding_is_written_to_all_the_same() -> None:
    stream = io.StringIO()
    say("found 書", stream)
    assert stream.getvalue() == "found 書\n"


@needs_posix_files
@pytest.mark.parametrize(
    ("stdout", "said"),
    [
        ("closed", "done\n"),
        ("a pipe that nobody reads", "done\n"),
        pytest.param("/dev/full", f"{_FULL}done\n", marks=needs_full_device),
    ],
)
def test_what_nobody_can_hear_does_not_end_the_work(stdout: str, said: str) -> None:
    if stdout == "/dev/full":
        out = os.open(stdout, os.O_WRONLY)
    else:
        reading, out = os.pipe()
        os.close(reading)
    close = [] if stdout != "closed" else ["sh", "-c", 'exec "$@" >&-', "sh"]
    run = subprocess.run(
        [*close, sys.executable, "-c", _SAYING],
        cwd=CHECKOUT,
        stdout=out,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    os.close(out)
    assert (run.returncode, run.stderr) == (0, said)


@needs_posix_files
def test_only_a_stream_that_cannot_be_written_to_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as broken, os.fdopen(os.open(os.devnull, os.O_RDONLY), "r") as unfit:
        say("one", broken)
        say("two", None)
        assert capsys.readouterr().err == ""
        go_on_unheard(unfit, OSError(0, "No space left on device"))
        assert capsys.readouterr().err == _FULL
