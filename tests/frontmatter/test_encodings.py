"""Files in every encoding, files that are no text at all, and characters that cannot be seen."""

from pathlib import Path

import pytest

from plugins.frontmatter.source import LARGEST
from tests.frontmatter.files import answers

SAVE = (
    "save it again as UTF-8 (in Notepad: “File”, “Save as”, encoding “UTF-8”; "
    "in Word: “Save as”, “Plain text”, “Other encoding”, “Unicode (UTF-8)”) [not-plain-text]"
)
GOOD = "---\ntitle: A\n---\nWords.\n"

FILES: list[tuple[str, bytes, list[str]]] = [
    ("an ordinary file", GOOD.encode(), []),
    ("a byte order mark", b"\xef\xbb\xbf" + GOOD.encode(), []),
    ("Windows line ends", GOOD.replace("\n", "\r\n").encode(), []),
    ("line ends of old Macs", GOOD.replace("\n", "\r").encode(), []),
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
            f"a.md: this is a Word document, or another packed file under the name of a text file; open it in the program that made it, and {SAVE}"
        ],
    ),
    (
        "an old Word document",
        b"\xd0\xcf\x11\xe0rest",
        [
            f"a.md: this is a Word document under the name of a text file; open it in the program that made it, and {SAVE}"
        ],
    ),
    (
        "rich text",
        b"{\\rtf1 We met.}",
        [
            f"a.md: this is a rich text document under the name of a text file; open it in the program that made it, and {SAVE}"
        ],
    ),
    (
        "a PDF document",
        b"%PDF-1.7",
        [
            "a.md: this is a PDF document under the name of a text file; give it a name that ends in .pdf [not-plain-text]"
        ],
    ),
    (
        "a picture",
        b"\xff\xd8\xff\xe0",
        ["a.md: this is a picture under the name of a text file; give it a name that ends in .jpg [not-plain-text]"],
    ),
    (
        "what cannot be seen, and what can",
        b"---\ntitle: A: B\n---\nOne\x07\n",
        [
            'a.md:2: this text has a colon in it; put it in straight quotes: "A: B" [unreadable-line]',
            "a.md:4: this line holds a control character (U+0007) that cannot be seen; type the line again [unseen-character]",
        ],
    ),
    (
        "what cannot be seen, and no fence",
        b"We met\x07.\n",
        [
            "a.md:1: this line holds a control character (U+0007) that cannot be seen; type the line again [unseen-character]",
            "a.md:1: this post begins without its title; put three lines above this one: ---, then “title: …”, then --- [three-hyphens]",
        ],
    ),
    (
        "a NUL",
        b"---\ntitle: A\x00\n---\n",
        [
            "a.md:2: this line holds a control character (U+0000) that cannot be seen; type the line again [unseen-character]"
        ],
    ),
    (
        "writing that is turned round",
        "---\ntitle: A\u202eB\n---\n".encode(),
        [
            "a.md:2: this line holds a character (U+202E) that cannot be seen and turns the writing round; "
            "type the line again [unseen-character]"
        ],
    ),
    (
        "a line break of its own kind, in the story",
        "---\ntitle: A\n---\nOne\u2028two\n".encode(),
        [
            "a.md:4: this line holds a line break that cannot be seen (U+2028); "
            "take it out, and press Enter there instead [unseen-character]"
        ],
    ),
    (
        "too long",
        b"---\n" + b"a" * LARGEST,
        [
            "a.md: this file is more than 1 MB long, which is more than can be read; split it into several posts [too-large]"
        ],
    ),
]


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_file_is_read_or_answered(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    assert answers(tmp_path, data) == expected
