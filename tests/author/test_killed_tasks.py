"""Put up, import and proof, killed at each change that they make: what is there is the old or the new, whole."""

import re
import subprocess
import sys
from pathlib import Path

from plugins.author.keeping import Keeping
from plugins.author.next_version import main as put_up
from plugins.imports.__main__ import main as bring_in
from plugins.workbench.paths import CHECKOUT
from tests.imports.documents import paragraph, picture, word
from tests.preview.proofs import written
from tests.support.photographs import file_of, photograph
from tests.support.systems import needs_open_files

pytestmark = needs_open_files

PAGE, DRAFT = "---\ntitle: One\ndate: 2031-04-02\n---\nAs it was.\n", "---\ntitle: One\n---\nAs it will be.\n"
EVERYTHING = ""
OF_THE_KEPT = r"/\.cache/author|proof-"


def killed(folder: Path, to: Path, module: str, *arguments: str, counted: str = EVERYTHING) -> list[Path]:
    """The folders that were left, one for each moment at which the program was killed, and of the whole run last."""
    program = (sys.executable, "-m", "tests.support.killed_everywhere", str(folder), str(to), counted, module)
    done = subprocess.run([*program, *arguments], cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return sorted(to.iterdir(), key=lambda copy: int(copy.name))


def test_a_killed_put_up_leaves_the_page_old_or_new_and_once_more_ends_it(tmp_path: Path) -> None:
    posts = tmp_path / "diary/content/posts"
    posts.mkdir(parents=True)
    (posts / "one.md").write_text(PAGE, "utf-8")
    (posts / "one.draft.md").write_text(DRAFT, "utf-8")
    left = killed(
        tmp_path / "diary", tmp_path / "left", "plugins.author.next_version", "--content", "{}/content", "--", "one"
    )
    assert len(left) > 5
    seen = set()
    for copy in left:
        page, draft = copy / "content/posts/one.md", copy / "content/posts/one.draft.md"
        seen.add((page.read_text("utf-8"), is_left := draft.exists()))
        assert put_up(["--content", str(copy / "content"), "--", "one"]) == (0 if is_left else 1)
        assert (page.read_text("utf-8"), draft.exists()) == (DRAFT, False)
        assert PAGE.encode() in {each.data for each in Keeping(copy / "content").versions("content/posts/one.md")}
    assert seen == {(PAGE, True), (DRAFT, True), (DRAFT, False)}


def test_a_killed_import_leaves_a_whole_post_with_its_photos_or_none_and_once_more_ends_it(tmp_path: Path) -> None:
    (tmp_path / "diary/content").mkdir(parents=True)
    notes = tmp_path / "diary/notes.docx"
    photo: dict[str, str | bytes] = {"word/media/a.jpeg": file_of(photograph())}
    body = (paragraph("We met. " * 300), paragraph(picture("p1")))
    notes.write_bytes(word(*body, links=(("p1", "image", "media/a.jpeg"),), parts=photo))
    left = killed(
        tmp_path / "diary",
        tmp_path / "left",
        "plugins.imports.__main__",
        "--content",
        "{}/content",
        "--",
        "{}/notes.docx",
    )
    assert len(left) > 5
    whole = (left[-1] / "content/workshops/notes/index.md").read_text("utf-8")
    made = set()
    for copy in left:
        post = copy / "content/workshops/notes/index.md"
        made.add(post.exists())
        if not post.exists():
            assert bring_in(["--content", str(copy / "content"), "--", str(copy / "notes.docx")]) == 0
        text = post.read_text("utf-8")
        assert re.sub(r"notes-1(-\d+)?\.", "notes-1.", text) == whole
        (file,) = re.findall(r"file: (\S+)", text)
        assert (post.parent / file).stat().st_size > 0
    assert made == {True, False}


def test_a_killed_proof_leaves_no_half_of_it(tmp_path: Path) -> None:
    content = written(tmp_path / "diary")
    (content / "workshops/first/photos/face.jpg").unlink()
    text = (content / "workshops/first/index.md").read_text("utf-8")
    (content / "workshops/first/index.md").write_text(re.sub(r"photos:\n(  - .*\n)+|!\[.*", "", text), "utf-8")
    left = killed(
        tmp_path / "diary",
        tmp_path / "left",
        "plugins.preview.proof",
        "--content",
        "{}/content",
        "--",
        "first",
        counted=OF_THE_KEPT,
    )
    assert len(left) > 2
    proofs = [sorted((copy / ".cache/author").rglob("proof-*")) for copy in left]
    assert proofs[0] == []
    assert {file.read_text("utf-8").rstrip().endswith("</html>") for files in proofs for file in files} == {True}
