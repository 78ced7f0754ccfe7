"""What is deleted can be brought back, earlier texts too; with a consent that is taken back they go for good."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.keeping import Keeping
from plugins.author.server import EditorServer
from plugins.author.versions import GONE, NEW, SAME, Difference, differences, spoken_moment
from plugins.withdrawal.kept_texts import forget_kept_texts
from tests.author.editor_forms import Visitor
from tests.support.systems import needs_posix_files
from tests.support.waiting import wait_until

POST = "---\ntitle: First\nphotos: [{file: photos/a.jpg, alt: Us, consent: C-09}]\n---\nIt was warm.\n"
SOURCE = "content/workshops/first/index.md"
ADDRESS = "/post?" + urlencode({"source": SOURCE})
VERSIONS = "/versions?" + urlencode({"source": SOURCE})
FILES = {"index.md": POST.encode(), "photos/a.jpg": b"\xff\xd8photo", "plan.pdf": b"%PDF"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        file = tmp_path / "content" / "workshops" / "first" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (tmp_path / "content" / "posts").mkdir()
    (tmp_path / "content" / "posts" / "other.md").write_text("---\ntitle: Other\n---\nHi.\n", "utf-8")
    return tmp_path / "content"


@pytest.fixture
def editor(content: Path) -> Iterator[Visitor]:
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


def lying(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def delete(editor: Visitor, address: str = ADDRESS) -> str:
    return editor.post("/bin", editor.get(address).form.having(do="delete")).text


def test_a_deleted_post_lies_in_the_bin_with_its_folder_and_comes_back_by_one_press(
    editor: Visitor, content: Path
) -> None:
    answer = delete(editor)
    assert "Deleted. It is in the bin." in answer
    assert "Bring “First” back" in answer
    assert "29 days left." in answer
    assert not (content / "workshops" / "first").exists()
    kept = content.parent / ".cache" / "author"
    assert {file.stat().st_mode & 0o077 for file in kept.rglob("*") if file.is_file()} == {0}
    assert editor.get(ADDRESS).status == 404
    assert "It is back." in editor.post("/bin", [*editor.get("/bin").form.pairs, ("do", "back")]).text
    assert lying(content / "workshops" / "first") == FILES
    assert "The bin is empty." in editor.get("/bin").text


def test_a_post_that_is_one_file_leaves_its_neighbours(editor: Visitor, content: Path) -> None:
    (content / "posts" / "third.md").write_text("---\ntitle: Third\n---\nHi.\n", "utf-8")
    delete(editor, "/post?" + urlencode({"source": "content/posts/other.md"}))
    assert [file.name for file in (content / "posts").iterdir()] == ["third.md"]


@pytest.mark.parametrize("source", ["content/posts/index.md", "content/pages/INDEX.markdown"])
def test_a_file_called_index_among_others_is_no_owner_of_their_folder(
    editor: Visitor, content: Path, source: str
) -> None:
    file = content.parent / source
    file.parent.mkdir(exist_ok=True)
    (file.parent / "third.md").write_text("---\ntitle: Third\n---\nHi.\n", "utf-8")
    file.write_text("---\ntitle: Index\n---\nHi.\n", "utf-8")
    before = lying(content)
    delete(editor, "/post?" + urlencode({"source": source}))
    assert set(before) - set(lying(content)) == {source.removeprefix("content/")}


@pytest.mark.parametrize(("kind", "status"), [("post", 409), ("page", 409), ("workshop", 200)])
def test_no_post_among_others_is_called_as_if_the_folder_were_its_own(
    editor: Visitor, content: Path, kind: str, status: int
) -> None:
    answer = editor.post("/new", editor.get("/new").form.having(name="Index", kind=kind))
    assert answer.status == status
    if status == 409:
        assert "Give it another title: a file that is called index stands for its whole folder." in answer.text


def test_deleting_the_next_version_of_a_post_leaves_the_post(editor: Visitor, content: Path) -> None:
    draft = content / "workshops" / "first" / "draft.md"
    draft.write_text(POST, "utf-8")
    delete(editor, "/post?" + urlencode({"source": "content/workshops/first/draft.md"}))
    assert lying(content / "workshops" / "first") == FILES


def test_nothing_is_overwritten_by_what_comes_back(editor: Visitor, content: Path) -> None:
    delete(editor)
    (content / "workshops" / "first").mkdir()
    (content / "workshops" / "first" / "index.md").write_text("---\ntitle: New\n---\nNew.\n", "utf-8")
    answer = editor.post("/bin", [*editor.get("/bin").form.pairs, ("do", "back")])
    assert answer.status == 409
    assert f"There is a file in its place now: {SOURCE}. Give that another name first." in answer.text
    assert "title: New" in (content / "workshops" / "first" / "index.md").read_text("utf-8")
    assert "First" in editor.get("/bin").text


@needs_posix_files
def test_a_folder_with_a_link_in_it_is_not_deleted(editor: Visitor, content: Path) -> None:
    (content / "workshops" / "first" / "way").symlink_to(content / "posts")
    assert "way in its folder is no ordinary file. Take it away first." in delete(editor)
    assert lying(content / "workshops" / "first") == FILES


def test_what_lies_in_the_bin_is_deleted_with_the_consent_and_after_thirty_days(editor: Visitor, content: Path) -> None:
    delete(editor)
    assert forget_kept_texts(content, "C-09", ()) == ()
    assert "The bin is empty." in editor.get("/bin").text
    delete(editor, "/post?" + urlencode({"source": "content/posts/other.md"}))
    keeping = Keeping(content)
    for file in keeping.folder.rglob("*.md"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    keeping.purge()
    assert "The bin is empty." in editor.get("/bin").text


def test_what_is_kept_too_long_goes_while_the_desk_is_open(content: Path) -> None:
    keeping = Keeping(content)
    keeping.keep_version(SOURCE, b"old")
    old, fresh, named = (content / "posts" / f".{name}.new" for name in ("a" * 32, "b" * 32, "x"))
    for each in (old, fresh, named):
        each.write_bytes(b"half")
    server = EditorServer(0, content, ZoneInfo("UTC"), purge_every=0.02)
    server.start()
    [version] = keeping.folder.rglob("versions/*")
    for each in (version, old, named):
        os.utime(each, (1_000_000_000, 1_000_000_000))
    wait_until(lambda: not version.exists() and not old.exists())
    server.stop()
    assert fresh.exists(), "somebody may be writing it now"
    assert named.exists(), "no write of ours leaves such a name"


def test_a_picture_that_nothing_names_is_not_kept_once_a_consent_for_photos_was_taken_back(
    editor: Visitor, content: Path
) -> None:
    (content / "consent.yml").write_text("C-09: {covers: quote, withdrawn: 2031-05-02}\nC-07: {covers: [photo]}\n")
    photo = content / "workshops" / "first" / "photos" / "b.jpg"
    photo.write_bytes(b"\xff\xd8")
    index = content / "workshops" / "first" / "index.md"
    index.write_text("---\ntitle: First\nphotos: [{file: photos/a.jpg, alt: A, people: none}]\n---\nHi.\n", "utf-8")
    assert "Deleted." in delete(editor)
    editor.post("/bin", [*editor.get("/bin").form.pairs, ("do", "back")])
    (content / "consent.yml").write_text("C-07: {covers: [photo], withdrawn: 2031-05-02}\n")
    told = "photos/b.jpg lies in its folder, and the post does not name it. C-07 was taken back and covered photos:"
    assert told in delete(editor)
    assert photo.exists()
    photo.unlink()
    (content / "workshops" / "first" / "draft.md").write_text("---\ntitle: Next\n---\nC-07 said.\n", "utf-8")
    assert "It holds what C-07 covered" in delete(editor), "the next version lies in the same folder"
    (content / "workshops" / "first" / "draft.md").unlink()
    assert "Deleted." in delete(editor)


def test_what_a_consent_covered_is_kept_nowhere_once_the_post_lets_go_of_it(editor: Visitor, content: Path) -> None:
    kept = content.parent / ".cache" / "author"
    (content / "consent.yml").write_text("C-09: {covers: [photo], withdrawn: 2031-05-02}\nC-0: {covers: [photo]}\n")
    assert "It holds what C-09 covered, which was taken back, and the bin would keep that." in delete(editor)
    assert lying(content / "workshops" / "first") == FILES
    editor.post("/post", editor.get(ADDRESS).form.having(story="It was cold."))
    assert any(b"C-09" in data for data in lying(kept).values()), "the post itself holds it still"
    form = editor.get(ADDRESS).form
    take_out = next(each for each in form.buttons if each.startswith("remove:photos."))
    without = editor.post("/post", form.having(do=take_out)).form
    assert "Saved." in editor.post("/post", without.having()).text
    assert b"C-09" not in (content / "workshops" / "first" / "index.md").read_bytes()
    assert lying(kept) == {}
    editor.post("/post", editor.get(ADDRESS).form.having(story="It was hot."))
    assert len(lying(kept)) == 1
    assert "photos/a.jpg lies in its folder, and the post does not name it." in delete(editor)
    (content / "workshops" / "first" / "photos" / "a.jpg").unlink()
    assert "Deleted. It is in the bin." in delete(editor)


@pytest.mark.parametrize("pairs", [
    [("do", "back"), ("key", "../../../secret")], [("do", "back"), ("key", "")], [("do", "back")],
    [("do", "delete"), ("source", "content/consent.yml")], [("do", "delete"), ("source", "../secret.md")], [],
])  # fmt: skip
def test_what_is_not_there_is_not_moved(editor: Visitor, content: Path, pairs: list[tuple[str, str]]) -> None:
    before = lying(content.parent)
    token = ("token", editor.get(ADDRESS).form.value("token"))
    assert editor.post("/bin", [token, *pairs]).status in (404, 409)
    assert editor.post("/versions", [token, *pairs]).status == 404
    assert editor.post("/bin", [("token", "x"), *pairs]).status == 403
    assert lying(content.parent) == before


def test_an_earlier_text_is_shown_with_what_differs_and_brought_back(editor: Visitor, content: Path) -> None:
    file = content / "workshops" / "first" / "index.md"
    assert "There is no earlier text of this post." in editor.get(VERSIONS).text
    editor.post("/post", editor.get(ADDRESS).form.having(story="It was cold."))
    page = editor.get(VERSIONS).text
    assert "It was <del>warm.</del><ins>cold.</ins>" in page
    token, key = (editor.get(VERSIONS).form.value(name) for name in ("token", "key"))
    pairs = [("token", token), ("source", SOURCE), ("key", key)]
    form = editor.get(f"/post?{urlencode({'source': SOURCE})}").form.having(story="Typed.")
    editor.post("/typed", form)
    before = file.read_bytes()
    refused = editor.post("/versions", pairs)
    assert "Save it or throw it away, then bring the earlier text back." in refused.text
    assert refused.form.value("story") == "Typed."
    assert file.read_bytes() == before
    editor.post("/post", [*refused.form.pairs, ("do", "forget")])
    assert "It is back." in editor.post("/versions", pairs).text
    assert file.read_text("utf-8") == POST
    assert "<del>cold.</del><ins>warm.</ins>" in editor.get(VERSIONS).text


def test_a_text_that_was_half_kept_when_all_broke_off_is_none(editor: Visitor, content: Path) -> None:
    half = Keeping(content).place(SOURCE) / "versions" / ".0123.new"
    half.parent.mkdir(parents=True)
    half.write_text("---\nti", "utf-8")
    assert "There is no earlier text of this post." in editor.get(VERSIONS).text


def test_a_difference_is_told_in_lines_and_words() -> None:
    assert differences(b"a\nb c\nd", b"a\nb x\nd\ne") == (
        Difference(
            (
                ((SAME, "a"),),
                ((SAME, "b "), (GONE, "c"), (NEW, "x")),
                ((SAME, "d"),),
                ((NEW, "e"),),
            )
        ),
    )
    assert differences(b"a\nb\nc", b"a\nc") == (Difference((((SAME, "a"),), ((GONE, "b"),), ((SAME, "c"),))),)
    assert differences(b"a b", b"b") == (Difference((((GONE, "a "), (SAME, "b")),)),)


def test_a_moment_is_said_by_the_clocks_of_the_diary() -> None:
    assert spoken_moment(1_795_681_440, ZoneInfo("Europe/London")) == "Thursday 26 November 2026, 8.24am"
