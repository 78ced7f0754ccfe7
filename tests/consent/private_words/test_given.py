"""Where the list of private words may be, and what is answered when it cannot be used."""

from pathlib import Path

import pytest

from plugins.consent.private_words import PrivateWordsRefused, given_words
from plugins.consent.private_words.given import FILE, WORDS


def refusal(environ: dict[str, str], *published: Path) -> str:
    with pytest.raises(PrivateWordsRefused) as refused:
        given_words(environ, published=published)
    return str(refused.value)


def test_without_a_list_nothing_is_searched_for() -> None:
    assert given_words({}, published=()) is None
    assert given_words({FILE: "", WORDS: "  \n"}, published=()) is None


def test_the_words_may_be_a_secret_of_the_build() -> None:
    words = given_words({WORDS: "# People\r\n\r\nJo\r\n07700 900123\r\n"}, published=())
    assert words is not None
    assert [entry.line for entry in words.entries] == [3, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_is_read_as_programs_save_it(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "words.txt").write_bytes("Siân\n".encode(encoding))
    words = given_words({FILE: str(tmp_path / "words.txt")}, published=())
    assert words is not None
    assert words.in_text("sian")


def test_a_list_in_the_home_folder_may_be_named_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "words.txt").write_text("Jo", "utf-8")
    assert given_words({FILE: "~/words.txt"}, published=())


def test_a_list_where_others_can_read_it_is_refused(tmp_path: Path) -> None:
    repository = tmp_path / "diary"
    (repository / ".git").mkdir(parents=True)
    (repository / "content").mkdir()
    (tmp_path / "link").symlink_to(repository)
    for place in (repository / "content/words.txt", repository / "words.txt"):
        place.write_text("Jo", "utf-8")
    for named in ("diary/content/words.txt", "diary/words.txt", "link/words.txt", "diary/content/../words.txt"):
        told = refusal({FILE: str(tmp_path / named)}, repository / "content")
        assert told.startswith(f"{FILE} names a file inside {repository}")
        assert told.endswith(", where others can read it; move it to a place of your own, outside the diary's folders.")


def test_a_list_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    assert refusal({FILE: str(file)}) == f"{FILE} names a file that cannot be read (No such file or directory): {file}"
    file.write_text("# Nobody yet\n", "utf-8")
    assert (
        refusal({FILE: str(file)}) == f"{FILE}: there is no word in this list; write one name, place or number a line."
    )
    file.write_text("Jo\n!\n", "utf-8")
    told = f"{FILE}: line 2 is too short to be searched for; write at least two letters."
    assert refusal({FILE: str(file)}) == told
    file.write_bytes(b"a" * 1_000_001)
    assert refusal({FILE: str(file)}) == f"{FILE} names a file of more than 1 MB, which is no list of words."
    assert (
        refusal({FILE: str(file), WORDS: "Jo"})
        == f"Both {FILE} and {WORDS} are set; give the private words in one of them."
    )
