"""The lines of three hyphens, as authors type them."""

from pathlib import Path

import pytest

from tests.frontmatter.files import answers

FILES: list[tuple[str, bytes, list[str]]] = [
    ("blank lines before the fence", b"\n\n---\ntitle: A\n---\nWords.\n", []),
    ("dots for the closing fence", b"---\ntitle: A\n...\nWords.\n", []),
    ("nothing between the fences", b"---\n---\nWords.\n", []),
    ("spaces behind the fences", "---\u00a0\ntitle: A\n--- \u2003\nWords.\n".encode(), []),
    (
        "an empty file",
        b"",
        ["a.md: this file is empty; begin it with a line ---, then “title: …”, then another line --- [three-hyphens]"],
    ),
    (
        "hyphens with spaces for a fence",
        b"- - -\ntitle: A\n- - -\n",
        [
            'a.md:1: found "- - -" where three hyphens must stand; type --- '
            "(some programs turn hyphens into a long dash by themselves: undo that with Ctrl+Z) [three-hyphens]"
        ],
    ),
    (
        "hyphens with spaces for the closing fence",
        b"---\ntitle: A\n- - -\n",
        ['a.md:3: found "- - -" where three hyphens must stand to end the front matter; type --- [three-hyphens]'],
    ),
    ("tabs inside and behind lines", b"---\ntitle:\tA\t\n\t\ntags:\n - a\tb # c\n---\n", []),
    (
        "a long dash for a fence",
        "—\ntitle: A\n---\n".encode(),
        [
            'a.md:1: found "—" where three hyphens must stand; type --- '
            "(some programs turn hyphens into a long dash by themselves: undo that with Ctrl+Z) [three-hyphens]"
        ],
    ),
    (
        "spaces before the fence",
        b"  ---\ntitle: A\n---\n",
        ["a.md:1: there are spaces before the three hyphens; begin the line with them [three-hyphens]"],
    ),
    (
        "text behind the fence",
        b"--- title: A\n---\n",
        [
            "a.md:1: the three hyphens (---) need a line of their own; put what follows them on the next line [three-hyphens]"
        ],
    ),
    (
        "fields without a fence",
        b"title: A\n---\nWords.\n",
        [
            "a.md:1: a post begins with a line of three hyphens (---), and this one does not; put that line above this one [three-hyphens]"
        ],
    ),
    (
        "a story without a title",
        b"We met.\n",
        [
            "a.md:1: this post begins without its title; put three lines above this one: ---, then “title: …”, then --- [three-hyphens]"
        ],
    ),
    (
        "a long dash for the closing fence",
        "---\ntitle: A\n—\nWords.\n".encode(),
        ['a.md:3: found "—" where three hyphens must stand to end the front matter; type --- [three-hyphens]'],
    ),
    (
        "spaces before the closing fence",
        b"---\ntitle: A\n  ---\nWords.\n",
        [
            "a.md:3: there are spaces before the three hyphens that end the front matter; begin the line with them [three-hyphens]"
        ],
    ),
    (
        "spaces before a closing fence of dashes",
        "---\ntitle: A\n  ——\nWords.\n".encode(),
        ['a.md:3: found "——" where three hyphens must stand to end the front matter; type --- [three-hyphens]'],
    ),
    (
        "no closing fence",
        b"---\ntitle: A\nWords.\n",
        [
            "a.md:1: the front matter that begins here is not ended; "
            "put a line of three hyphens (---) between it and the story [three-hyphens]"
        ],
    ),
    (
        "brackets without end",
        b"---\ntitle: " + b"[" * 8000 + b"\n---\n",
        ["a.md:2: this is nested more than 20 levels deep; take spaces, hyphens or brackets away [too-large]"],
    ),
]


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_file_is_read_or_answered(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    assert answers(tmp_path, data) == expected
