"""The desk is killed at any moment: every file is whole, and what it said it kept is there."""

from http.client import HTTPException
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest

from plugins.author.keeping import Keeping
from tests.author.editor_forms import Visitor
from tests.author.editor_process import editor_process
from tests.support.waiting import wait_until

SOURCE = "content/posts/one.md"
ADDRESS = "/post?" + urlencode({"source": SOURCE})
POST = "---\ntitle: One # as ever\n---\n\n{story}\n"
LONG = "A long story. " * 2_000


def text(number: int) -> str:
    return f"{LONG}{number}"


@pytest.mark.parametrize("answers", [1, 4])
def test_a_killed_desk_leaves_whole_files_and_what_it_kept(tmp_path: Path, answers: int) -> None:
    file = tmp_path / "content" / "posts" / "one.md"
    file.parent.mkdir(parents=True)
    file.write_text(POST.format(story=text(0)), "utf-8")
    kept: list[int] = []
    with editor_process(tmp_path / "content") as editor:
        visitor = Visitor(editor.port)

        def write() -> None:
            """Type, save, type, save, until nobody answers any more."""
            for number in range(1, 200):
                try:
                    form = visitor.get(ADDRESS).form.having(story=text(number))
                    assert visitor.post("/typed", form).status == 200
                    kept.append(number)
                    assert "Saved." in visitor.post("/post", form).text
                except (OSError, HTTPException):
                    return

        writer = Thread(target=write)
        writer.start()
        wait_until(lambda: len(kept) >= answers)
        editor.kill()
        writer.join(timeout=20)
    assert len(kept) < 199
    whole = {POST.format(story=text(number)): number for number in range(200)}
    assert file.read_text("utf-8") in whole
    saved = whole[file.read_text("utf-8")]
    typed = {name: value for each in Keeping(tmp_path / "content").typed(SOURCE)[:1] for name, value in each.pairs}
    typed_number = int(typed["story"].removeprefix(LONG)) if typed else 0
    assert max(saved, typed_number) >= kept[-1]
    assert {version.data.decode() for version in Keeping(tmp_path / "content").versions(SOURCE)} <= set(whole)
