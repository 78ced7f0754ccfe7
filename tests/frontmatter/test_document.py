"""Files as authors save them: fences, encodings, what cannot be seen, and what is no file at all."""

import os
import socket
from pathlib import Path

import pytest

from plugins.frontmatter.document import read_document, read_yaml
from plugins.frontmatter.source import LARGEST, read_text
from plugins.frontmatter.tree import Scalar, Sequence, line_of
from plugins.frontmatter.yaml_events import tree

SAVE = (
    "save it again as UTF-8 (in Notepad: “File”, “Save as”, encoding “UTF-8”; "
    "in Word: “Save as”, “Plain text”, “Other encoding”, “Unicode (UTF-8)”)"
)
GOOD = "---\ntitle: A\n---\nWords.\n"


def answers(folder: Path, data: bytes) -> list[str]:
    file = folder / "a.md"
    file.write_bytes(data)
    document, problems = read_document(file, "a.md")
    assert (document is None) == bool(problems)
    return [str(problem) for problem in problems]


FILES = [
    ("an ordinary file", GOOD.encode(), []),
    ("a byte order mark", b"\xef\xbb\xbf" + GOOD.encode(), []),
    ("Windows line ends", GOOD.replace("\n", "\r\n").encode(), []),
    ("line ends of old Macs", GOOD.replace("\n", "\r").encode(), []),
    ("blank lines before the fence", b"\n\n" + GOOD.encode(), []),
    ("dots for the closing fence", b"---\ntitle: A\n...\nWords.\n", []),
    ("nothing between the fences", b"---\n---\nWords.\n", []),
    (
        "an empty file",
        b"",
        ["a.md: this file is empty; begin it with a line ---, then “title: …”, then another line ---"],
    ),
    (
        "UTF-16 with its mark",
        GOOD.encode("utf-16"),
        [f"a.md: this file is saved as UTF-16; {SAVE}"],
    ),
    ("UTF-16 without its mark", GOOD.encode("utf-16-le"), [f"a.md: this file is saved as UTF-16; {SAVE}"]),
    ("UTF-32", GOOD.encode("utf-32"), [f"a.md: this file is saved as UTF-32; {SAVE}"]),
    (
        "Windows-1252",
        "---\ntitle: Café\n---\n".encode("cp1252"),
        [f"a.md:2: this line holds “é” as an older program saves it (Windows-1252); {SAVE}"],
    ),
    ("no text at all", b"---\ntitle: \x81\n---\n", [f"a.md:2: this line is not text in UTF-8; {SAVE}"]),
    (
        "a Word document under another name",
        b"PK\x03\x04rest",
        [
            f"a.md: this is a Word document, or another packed file under the name of a text file; open it there and {SAVE}"
        ],
    ),
    (
        "a NUL",
        b"---\ntitle: A\x00\n---\n",
        ["a.md:2: this line holds a control character (U+0000) that cannot be seen; type the line again"],
    ),
    (
        "writing that is turned round",
        "---\ntitle: A\u202eB\n---\n".encode(),
        [
            "a.md:2: this line holds a character (U+202E) that cannot be seen and turns the writing round; "
            "type the line again"
        ],
    ),
    (
        "a line break of its own kind, in the story",
        "---\ntitle: A\n---\nOne\u2028two\n".encode(),
        [
            "a.md:4: this line holds a line break that cannot be seen (U+2028); "
            "take it out, and press Enter there instead"
        ],
    ),
    (
        "too long",
        b"---\n" + b"a" * LARGEST,
        ["a.md: this file is more than 1 MB long, which is more than can be read; split it into several posts"],
    ),
    (
        "a long dash for a fence",
        "—\ntitle: A\n---\n".encode(),
        [
            'a.md:1: found "—" where three hyphens must stand; type --- '
            "(some programs turn hyphens into a long dash by themselves: undo that with Ctrl+Z)"
        ],
    ),
    (
        "spaces before the fence",
        b"  ---\ntitle: A\n---\n",
        ["a.md:1: there are spaces before the three hyphens; begin the line with them"],
    ),
    (
        "text behind the fence",
        b"--- title: A\n---\n",
        ["a.md:1: the three hyphens (---) need a line of their own; put what follows them on the next line"],
    ),
    (
        "fields without a fence",
        b"title: A\n---\nWords.\n",
        [
            "a.md:1: a post begins with a line of three hyphens (---), and this one does not; put that line above this one"
        ],
    ),
    (
        "a story without a title",
        b"We met.\n",
        ["a.md:1: this post begins without its title; put three lines above this one: ---, then “title: …”, then ---"],
    ),
    (
        "a long dash for the closing fence",
        "---\ntitle: A\n—\nWords.\n".encode(),
        ['a.md:3: found "—" where three hyphens must stand to end the front matter; type ---'],
    ),
    (
        "spaces before the closing fence",
        b"---\ntitle: A\n  ---\nWords.\n",
        ["a.md:3: there are spaces before the three hyphens that end the front matter; begin the line with them"],
    ),
    (
        "spaces before a closing fence of dashes",
        "---\ntitle: A\n  ——\nWords.\n".encode(),
        ['a.md:3: found "——" where three hyphens must stand to end the front matter; type ---'],
    ),
    (
        "no closing fence",
        b"---\ntitle: A\nWords.\n",
        [
            "a.md:1: the front matter that begins here is not ended; "
            "put a line of three hyphens (---) between it and the story"
        ],
    ),
    (
        "brackets without end",
        b"---\ntitle: " + b"[" * 8000 + b"\n---\n",
        ["a.md:2: this is nested more than 20 levels deep; move it to the left"],
    ),
]


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_file_is_read_or_answered(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    assert answers(tmp_path, data) == expected


def test_a_story_knows_its_line_and_keeps_its_words(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"\n---\r\ntitle: A\r\n---\r\nOne\r\ntwo\r\n")
    document, _ = read_document(file, "a.md")
    assert document is not None
    assert (document.story, document.story_line) == ("One\ntwo\n", 5)


def test_yaml_alone_may_begin_with_a_fence(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    for text, line in (("a: 1\n", 1), ("---\na: 1\n", 2)):
        file.write_text(text)
        mapping, problems = read_yaml(file, "a.yml")
        assert problems == ()
        assert mapping is not None
        assert mapping.entries[0].key_line == line
    file.write_bytes(b"\xff\xfea")
    assert read_yaml(file, "a.yml")[0] is None


def test_a_second_document_is_refused() -> None:
    _, problems = tree("a: 1\n---\nb: 2\n", source="a.yml", first_line=1)
    assert [str(problem) for problem in problems] == ["a.yml:2: a second set of fields begins here; put all in one"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes in folders nor links for everybody")
def test_what_is_no_ordinary_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    (tmp_path / "folder").mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.open(tmp_path, os.O_RDONLY)
        listener.bind(f"/proc/self/fd/{here}/socket")
        os.close(here)
        told = {
            name: read_text(tmp_path / name, name)[1][0].message for name in ("pipe", "link", "folder", "socket", "no")
        }
    assert told == {
        "pipe": "this is not an ordinary file; take it out of the content folder",
        "link": "this is a link to another place; put the file itself here",
        "folder": "this is a folder where a file should be; give it another name",
        "socket": "this is not an ordinary file; take it out of the content folder",
        "no": "this file is not there; put it back, or give it the name that is written here",
    }


def test_yaml_1_2_leaves_words_words() -> None:
    text = "a: no\nb: 10:30\nc: 0o7\nd: 2016-10-10\ne: ~\nf: ''\ng: [x, y]\nh: {i: j}\n"
    mapping, problems = tree(text, source="a.md", first_line=1)
    assert problems == ()
    assert mapping is not None
    assert [mapping.get(key) for key in "abcdef"] == [
        Scalar("no", 1),
        Scalar("10:30", 2),
        Scalar("0o7", 3),
        Scalar("2016-10-10", 4),
        Scalar("", 5),
        Scalar("", 6, quoted=True),
    ]
    assert mapping.get("z") is None
    assert mapping.keys() == tuple("abcdefgh")
    assert isinstance(mapping.get("g"), Sequence)
    assert line_of(mapping, ("g", 1)) == 7
    assert line_of(mapping, ("h", "nothing")) == 8
    assert line_of(mapping, ("a", 0)) == 1
    assert line_of(mapping, ("g", 9)) == 7
