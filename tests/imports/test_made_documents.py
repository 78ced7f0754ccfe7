"""Documents that LibreOffice and python-docx made, read as their readers see them (`made/README.md` tells how)."""

from pathlib import Path

from plugins.imports.word.draft import WordDraft, word_draft

_MADE = Path(__file__).parent / "made"


def read(name: str) -> WordDraft:
    return word_draft((_MADE / name).read_bytes(), kind="workshop", title="", name="x", as_fields=False)


def story_of(found: WordDraft) -> str:
    """With `PICTURE` in the place of each picture."""
    story = found.draft.story
    for picture in found.draft.pictures:
        story = story.replace(picture.sign, "PICTURE")
    return story


def test_a_document_of_libreoffice_is_read() -> None:
    found = read("libreoffice.docx")
    assert found.draft.title == "Our evening with LibreOffice"
    assert story_of(found) == (
        "## What we did\n\nWe met **here**, inserted words, and drew[^1].\n\nSeen.\n\n"
        "- Tea\n  - Green\n  - Black\n- Cake\n\n### In order\n\n1. First\n2. Second\n\n"
        "| Both | Both | Third |\n| --- | --- | --- |\n| Down | b | c |\n| Down | e | f |\n\n"
        "See [this page](https://example.org/).PICTURE\n\nBefore the box.\n\nWords in a box.\n\n[^1]: On paper."
    )
    assert [each.alt for each in found.draft.pictures] == ["A red square"]
    assert dict(found.met) == {
        "merged cells": 1,
        "insertions": 1,
        "deletions": 1,
        "hidden words": 4,
        "comments": 1,
        "headers and footers": 1,
    }


def test_a_document_of_python_docx_is_read() -> None:
    found = read("python_docx.docx")
    assert found.draft.title == "Our evening with python-docx"
    assert story_of(found) == (
        "## What we did\n\nWe met **here** and drew.\n\n- Tea\n  - Green\n- Cake\n\n1. First\n\n> Somebody said it.\n\n"
        "| Both | Both | Third |\n| --- | --- | --- |\n| a | b | c |\n\nPICTURE"
    )
    assert len(found.draft.pictures) == 1
    assert dict(found.met) == {"merged cells": 1, "hidden words": 5, "comments": 1, "headers and footers": 1}
