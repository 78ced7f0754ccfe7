"""Private words in the diary's own files: told with file and line, and never said."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.blog.privacy import private_words_in
from tests.consent.private_words.lists import listed
from tests.support.diaries import without_code, written
from tests.support.pages import site_model_of
from tests.support.papers import locked, owned, pages_of, shown
from tests.support.photographs import put

NOW = datetime(2020, 1, 1, tzinfo=UTC)
WORDS = listed("Siân Quillfeather", "Quillfeather Hall", "07700 900123")
TOLD = "of your private words stands"


def found(folder: Path, **files: str) -> list[tuple[str, bool]]:
    model = site_model_of(written(folder, **files), now=NOW)
    return [
        (without_code(problem), problem.stops) for problem in private_words_in(model.diary, model.publication, WORDS)
    ]


def post(story: str = "Words.", fields: str = "") -> str:
    return f"---\ntitle: A post\ndate: 2016-10-10\n{fields}---\n{story}\n"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (post("We met.\n\nThen Siân\nQuillfeather came."), f"7: line 1 {TOLD} here; take it out"),
        (post("At Quill**feather** `Hall`."), f"5: line 2 {TOLD} here; take it out"),
        (post("[Ring](tel:+447700900123)"), f"5: line 3 {TOLD} here; take it out"),
        (post("[Ours](https://example.org/si%C3%A2n-quillfeather)"), f"5: line 1 {TOLD} here; take it out"),
        (post("See #SiânQuillfeather"), f"5: line 1 {TOLD} here; take it out"),
        (post(fields="tags: [One, Sian Quillfeather]\n"), f"4: Tags, number 2: line 1 {TOLD} here; take it out"),
        (post(fields="summary: With Si&acirc;n *Quill*feather\n"), f"4: Summary: line 1 {TOLD} here; take it out"),
        (post("Words. <!-- Siân Quillfeather -->"), None),
        (post("Quillfeather and Siân"), None),
    ],
)
def test_a_private_word_is_told_where_it_is_written(tmp_path: Path, text: str, answer: str | None) -> None:
    assert found(tmp_path, posts__one=text) == ([(f"content/posts/one.md:{answer}", True)] if answer else [])


def test_a_file_that_is_named_for_somebody_is_told_without_the_name(tmp_path: Path) -> None:
    assert found(tmp_path, posts__sian_quillfeather=post()) == [
        (f"content/posts/***: line 1 {TOLD} in the address of this page; take it out", True)
    ]


def test_a_draft_may_hold_one_until_it_is_published(tmp_path: Path) -> None:
    draft = post("Siân Quillfeather", "status: draft\n")
    assert found(tmp_path, posts__one=draft) == [(f"content/posts/one.md:6: line 1 {TOLD} here; take it out", False)]


def test_what_is_never_published_is_not_searched(tmp_path: Path) -> None:
    fields = "photos: {file: sian-quillfeather.jpg, alt: A table, people: recognisable, consent: sian-quillfeather}\n"
    content = written(tmp_path, posts__one=post(fields=fields))
    (content / "consent.yml").write_text("sian-quillfeather: {covers: photo}\n", "utf-8")
    put(content / "posts", "sian-quillfeather.jpg")
    model = site_model_of(content, now=NOW)
    assert list(private_words_in(model.diary, model.publication, WORDS)) == []


@pytest.mark.parametrize(
    ("name", "content", "answers"),
    [
        ("a.pdf", owned("Siân Quillfeather"), ["line 1 of your private words stands in this file; take it out"]),
        ("a.pdf", locked(), ["this file cannot be searched for private words: it is locked, with a password or against copying; save it as PDF again, without that"]),
        ("quillfeather-hall.txt", b"07700900123", ["line 2 of your private words stands in the name of this file; take it out", "line 3 of your private words stands in this file; take it out"]),
        ("a.txt", b"Hello", []),
    ],
)  # fmt: skip
def test_hand_outs_are_searched(tmp_path: Path, name: str, content: bytes, answers: list[str]) -> None:
    fields = f"workshop: {{status: held}}\nagenda: {{title: Talk, materials: {{title: Paper, file: {name}}}}}\n"
    folder = written(tmp_path, workshops__one=post(fields=fields))
    (folder / "workshops/one" / name).write_bytes(content)
    model = site_model_of(folder, now=NOW)
    (folder / "workshops/one" / name).write_bytes(content)
    assert [problem.message for problem in private_words_in(model.diary, model.publication, WORDS)] == answers
    (folder / "workshops/one" / name).unlink()
    assert all(
        "in this file" not in problem.message for problem in private_words_in(model.diary, model.publication, WORDS)
    )


DRAWN, EMPTY, WORDS_TOO = b"9 9 m 90 90 l S ", b"", b"9 9 m 90 90 l S " + shown("Hello")


@pytest.mark.parametrize(
    ("pages", "more", "told"),
    [
        ([WORDS_TOO, DRAWN, DRAWN], "", 2),
        ([DRAWN + shown("3")], "", 1),
        ([DRAWN], ", read_by_eye: true", None),
        ([EMPTY, WORDS_TOO], "", None),
    ],
)
def test_a_page_that_only_an_eye_can_read_is_asked_about(
    tmp_path: Path, pages: list[bytes], more: str, told: int | None
) -> None:
    fields = f"workshop: {{status: held}}\nagenda: {{title: Talk, materials: {{title: Paper, file: a.pdf{more}}}}}\n"
    folder = written(tmp_path, workshops__one=post(fields=fields))
    (folder / "workshops/one/a.pdf").write_bytes(pages_of(pages).saved())
    model = site_model_of(folder, now=NOW)
    assert list(map(without_code, private_words_in(model.diary, model.publication, WORDS))) == (
        [
            f"content/workshops/one/index.md:5: Agenda, part 1, “Talk”, materials, number 1, “Paper”, file: page {told} of this file is a picture or a drawing, "
            "in which no private word can be looked for; read every page yourself, then write “read_by_eye: true” below this line"
        ]
        if told
        else []
    )
