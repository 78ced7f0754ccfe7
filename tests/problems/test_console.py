"""Words on a console of any alphabet."""

import io

import pytest

from plugins.problems.console import say


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
