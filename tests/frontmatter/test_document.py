"""Documents: story and front matter, YAML alone, and what is no file at all."""

import os
import socket
from pathlib import Path

from plugins.frontmatter.document import read_document, read_yaml
from plugins.frontmatter.source import read_text
from plugins.frontmatter.tree import Scalar, Sequence, line_of
from plugins.frontmatter.yaml_events import tree
from tests.support.systems import needs_posix_files


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
    file.write_bytes(b"a: 1\x07\nb: c: d\n")
    assert [str(problem) for problem in read_yaml(file, "a.yml")[1]] == [
        "a.yml:1: this line holds a control character (U+0007) that cannot be seen; type the line again [unseen-character]",
        'a.yml:2: this text has a colon in it; put it in straight quotes: "c: d" [unreadable-line]',
    ]
    assert read_yaml(file, "a.yml")[0] is None
    file.write_bytes(b"\xff\xfea")
    assert read_yaml(file, "a.yml")[0] is None


def test_a_second_document_is_refused() -> None:
    _, problems = tree("a: 1\n---\nb: 2\n", source="a.yml", first_line=1)
    assert [str(problem) for problem in problems] == [
        "a.yml:2: a second set of fields begins here; put all in one [yaml-shorthand]"
    ]


@needs_posix_files
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
