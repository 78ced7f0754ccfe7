"""What an author mistypes in front matter, and the line and the sentence that answer."""

from pathlib import Path

import pytest

from plugins.contract.shape import field_names
from plugins.frontmatter.document import read_document
from plugins.frontmatter.yaml_events import tree
from plugins.workshops.record.post import Post


def answer(folder: Path, text: str) -> list[str]:
    """The findings of a file, without its name."""
    file = folder / "a.md"
    file.write_text(text, encoding="utf-8", newline="")
    _, problems = read_document(file, "a.md", names=field_names(Post))
    return [f"{problem.line}: {problem.message}" for problem in problems]


CASES = [
    ("a tab", "title: A\n\ttags: B"),
    ("an unclosed double quote", 'title: "Welcome\ndate: 2016'),
    ("an unclosed single quote", "title: 'Welcome\ndate: 2016"),
    ("an apostrophe in single quotes", "title: 'Robin's diary'\ndate: 2016"),
    ("text behind a quote", 'title: "Welcome" to all\ndate: 2016'),
    ("a backslash", 'title: "C:\\diary"\ndate: 2016'),
    ("a colon in the text", "title: Welcome: a diary\ndate: 2016"),
    ("a colon at the end of the text", "title: A\nsummary: We said:\n  hello: x"),
    ("no space after the colon", "title:Welcome\ndate: 2016"),
    ("a colon left out", "title Welcome\ndate: 2016"),
    ("an equals sign", "title = Welcome\ndate: 2016"),
    ("a list beside its name", "tags: - a\n  - b"),
    ("a bullet from a word processor", "tags:\n  • a\n  • b"),
    ("stars for a list", "tags:\n  * a\n  * b"),
    ("a hyphen without its space", "tags:\n  -a\n  -b\ndate: 2016"),
    ("a hyphen without its space, before fields", "agenda:\n  -title: A\n  -title: B\ndate: 2016"),
    ("a bracket left open", "tags: [a, b\ndate: 2016"),
    ("a brace left open", "venue: {name: Hub\ndate: 2016"),
    ("a bracket too many", "tags: [a]]\ndate: 2016"),
    ("brackets with text behind them", "title: [Draft] Welcome\ndate: 2016"),
    ("text that begins with an at sign", "author: @robin\ndate: 2016"),
    ("text that begins with a per cent sign", "title: %50\ndate: 2016"),
    ("text that begins with a star", "title: *Welcome*\ndate: 2016"),
    ("an ampersand", "title: &you\ndate: 2016"),
    ("an exclamation mark", "title: !Welcome\ndate: 2016"),
    ("a number sign", "title: Workshop #2\ndate: 2016"),
    ("a line too far right", "title: A\n  tags: B\ndate: 2016"),
    ("a line too far left", "workshop:\n    number: 1\n  name: A"),
    ("a list too far left", "tags:\n    - a\n  - b"),
    ("a line too far right below a comment", "title: A\n\n# a note\n  tags: B\ndate: 2016"),
    ("a quote that closes in the next field", 'title: "A\nauthor: "B"'),
    ("a quote that closes two fields on", 'title: "A\nnumber: 1\nauthor: "B"'),
    ("a line too far right below a quote and its comment", 'title: "A" # a note\n  tags: B'),
    ("prose at the end of front matter", "title: A\ntags: [b]\nThis is where the story begins and goes on"),
    ("a list that follows text", "tags: a\n  - b\ndate: 2016"),
    ("prose in front matter", "title: A\nThis is where the story begins and goes on\ndate: 2016"),
    ("a comma left out between brackets", "venue: {name: Hub address: There}\ndate: 2016"),
    ("a name twice", "title: A\ntitle: B"),
    ("a name that is missing", ": A"),
    ("fields merged", "<<: {a: b}"),
    ("an alias", "title: *a"),
    ("a list instead of fields", "- title: A"),
    ("text instead of fields", "Welcome"),
    ("a directive", "%YAML 1.1\n---\ntitle: A"),
    ("a NUL spelt out", 'title: "A\\0B"'),
    ("a list for a name", "? [a]\n: b"),
    ("half a character spelt out", 'title: "A\\ud800B"'),
    ("a story of few words without its fence", "title: A\n\nWe met."),
    ("a title that begins with a number sign", "title: #2\ndate: 2016"),
    ("a number sign behind a closing quote", 'title: "Our workshop"#2 of four\ndate: 2016'),
    ("a number sign and words behind a closing quote", "title: 'Our workshop' #2 of four\ndate: 2016"),
    ("number signs between brackets", "tags: [#care, #housing]\ndate: 2016"),
    ("a number sign in the first line of a list in brackets", "tags: [care, #money\n  housing]\ndate: 2016"),
    ("a number sign behind a bracket", "tags: [care]#housing\ndate: 2016"),
    ("curly quotes with straight ones inside", 'title: “She said "no": a diary”\ndate: 2016'),
    ("a number sign behind the hyphen of a list", "tags:\n  - #one\n  - two"),
    ("a number sign behind the mark of a block", "summary: |#1\n  x\ndate: 2016"),
    ("a number sign behind the other mark of a block", "summary: >- #1\n  x\nmore: ># x"),
    ("a copied space behind the text above", "title: A\n  B\n  tags:\u00a0C"),
    ("a character in a name that cannot be seen", "ti\u200btle: A"),
    ("a character before a name that cannot be seen", "title: A\n\u200btags b: c: d"),
    ("a semicolon for the colon", "title; A"),
    ("a full-width colon", "title：A\ndate: 2016"),
    ("a hyphen for the colon", "Title - A\ndate: 2016"),
    ("an alias with text behind it", "title: *b c"),
    ("a list under text", "title: A\n- b"),
    ("an apostrophe on either side", "title: 'b' 'c'"),
    ("text behind the mark of a block", "summary: | text\ndate: 2016"),
    ("a link", "title: [b](https://example.org)"),
    ("a tag that would build something", "title: !!python/object/apply:os.system [x]"),
    ("a tag between brackets", "title: [!!binary YQ==, !a b]"),
    ("an anchor on a name", "&a title: B"),
    ("an alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"),
    ("too many braces", "a: " + "{a: " * 22),
    ("only null for a name", "~: a"),
    ("a quoted text for all", '"title = A"'),
    ("no character spelt out", 'title: "A\\UFFFFFFFFB"'),
]


EXPECTED = Path(__file__).with_name("yaml_hints.txt")


def answers(folder: Path) -> str:
    sections = []
    for name, text in CASES:
        found = answer(folder, f"---\n{text}\n---\nWords.\n")
        sections.append("\n".join([f"## {name}", *(f"    {line}" for line in text.split("\n")), *found]))
    return "\n\n".join(sections) + "\n"


def test_every_mistake_is_answered_with_the_sentence_that_was_agreed(tmp_path: Path) -> None:
    """`yaml_hints.txt` holds what is typed and what answers; read it aloud to somebody who does not program."""
    assert answers(tmp_path) == EXPECTED.read_text("utf-8")


@pytest.mark.parametrize(("name", "text"), CASES, ids=[case[0] for case in CASES])
def test_every_mistake_is_a_finding(name: str, text: str) -> None:
    mapping, problems = tree(text, source="a.md", first_line=2)
    assert mapping is None, name
    assert problems
