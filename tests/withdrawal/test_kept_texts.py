"""A consent that is taken back takes along what the desk kept of the posts that needed it."""

from pathlib import Path

import pytest

from plugins.author.keeping import Keeping
from plugins.withdrawal.__main__ import main
from plugins.withdrawal.kept_texts import forget_kept_texts, kept_folder

QUOTE = (
    "---\ntitle: A\ndate: 2016\nworkshop: {status: held}\nfeedback: {quotes: [{words: Said, consent: C-09}]}\n---\nX.\n"
)
POSTS = {"workshops/a/index.md": QUOTE, "posts/b.md": "---\ntitle: B\ndate: 2016\n---\nX.\n"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    for name, text in POSTS.items():
        (content / name).parent.mkdir(parents=True)
        (content / name).write_text(text, "utf-8")
    (content / "consent.yml").write_text("C-09: {covers: quote}\n", "utf-8")
    return content


def test_texts_of_posts_that_need_the_consent_go_and_all_others_stay(content: Path) -> None:
    keeping = Keeping(content)
    keeping.keep_version("content/workshops/a/index.md", b"Said, and nobody asked yet")
    keeping.keep_typed("content/workshops/a/index.md", [("story", "Said")], window="one")
    keeping.keep_version("content/posts/gone.md", b"consent: C-09")
    keeping.keep_version("content/posts/b.md", b"B")
    keeping.write(keeping.place("content/posts/b.md") / "proof-b-1.html", b"<p>Said</p>")
    assert main(["C-09", "--content", str(content)]) == 0
    assert [each.data for each in keeping.versions("content/posts/b.md")] == [b"B"]
    kept = b"".join(file.read_bytes() for file in kept_folder(content).rglob("*") if file.is_file())
    assert b"Said" not in kept
    assert b"C-09" not in kept


@pytest.mark.parametrize("text", ["consent: C-1", "consent: [C-12, C-1]", "said\nC-1 and more"])
def test_a_number_is_found_alone_and_not_within_another(content: Path, text: str) -> None:
    keeping = Keeping(content)
    for number, said in enumerate(("C-12 and XC-1", text)):
        keeping.keep_version(f"content/posts/{number}.md", said.encode())
        keeping.keep_typed(f"content/posts/typed-{number}.md", [("story", said)], window="one")
    assert forget_kept_texts(content, "C-1", ()) == ()
    kept = [keeping.place(f"content/posts/{name}.md").exists() for name in ("0", "1", "typed-0", "typed-1")]
    assert kept == [True, False, True, False]


def test_what_cannot_be_deleted_is_told_and_keeps_nothing_back(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_place: Path) -> None:
        raise PermissionError

    Keeping(content).keep_version("content/posts/b.md", b"consent: C-09")
    [place] = kept_folder(content).iterdir()
    monkeypatch.setattr("shutil.rmtree", refused)
    assert main(["C-09", "--content", str(content)]) == 0
    assert f"delete this folder yourself: {place}\n" in capsys.readouterr().err
    assert "withdrawn" in (content / "consent.yml").read_text("utf-8")


def test_where_nothing_is_kept_nothing_is_deleted(content: Path) -> None:
    assert forget_kept_texts(content, "C-09", ()) == ()
