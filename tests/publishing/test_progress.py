"""How far the work has come, on a terminal and in a log."""

import io

from plugins.publishing.progress import Progress
from tests.publishing.sites import Terminal


def work(stream: io.StringIO, of: int) -> str:
    progress = Progress(stream)
    progress.begin("Uploading", of)
    for _ in range(of):
        progress.step()
    progress.end()
    return stream.getvalue()


def test_a_log_gets_a_plain_line_now_and_then() -> None:
    assert work(io.StringIO(), 100) == (
        "Uploading: 25 of 100\nUploading: 50 of 100\nUploading: 75 of 100\nUploading: 100 of 100\n"
    )
    assert work(io.StringIO(), 1) == "Uploading: 1 of 1\n"
    assert work(io.StringIO(), 0) == ""


def test_a_terminal_gets_a_bar_that_is_drawn_over_itself() -> None:
    drawn = work(Terminal(), 2)
    assert drawn == (
        "\rUploading [------------------------] 0 of 2"
        "\rUploading [############------------] 1 of 2"
        "\rUploading [########################] 2 of 2\n"
    )


def test_no_work_draws_no_bar() -> None:
    assert work(Terminal(), 0) == ""
