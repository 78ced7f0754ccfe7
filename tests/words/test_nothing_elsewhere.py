"""Letters that a reader would read stand in the words room, and nowhere else: not in templates, views, pages or scripts.

What an author is told (findings, exceptions, the preview) is not the reader's, and stays beside its check.
"""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.workbench.paths import CHECKOUT

TEMPLATES = ("theme/templates/**/*.html", "plugins/comments/server/templates/*.html")
PROGRAMS = (
    "plugins/workshops/views/*.py",
    "plugins/workshops/facts/*.py",
    "plugins/photos/views/*.py",
    "plugins/comments/closing.py",
    "plugins/comments/providers/links.py",
    "plugins/comments/section.py",
    "plugins/comments/server/moderation/[cp]*.py",
    "plugins/comments/server/submission_page.py",
    "plugins/comments/views.py",
    "plugins/timeline/**/*.py",
    "plugins/blog/syndication.py",
    "plugins/blog/pages/*.py",
    "plugins/blog/views/*.py",
)
SCRIPTS = ("theme/static/js/*.js",)

FOR_MACHINES = re.compile(r"(Event|Place|Review)$|-//Coproduction Diary//|User-agent: |^<\?xml ")
"""What a format asks for [schema.org, RFC 5545, RFC 9309, XML], which looks like words."""

FOR_AUTHORS = frozenset({"plugins/timeline/forgotten.py"})
"""Modules that are findings from end to end."""

_WORDS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}|^[A-Z][a-z]+\b")
_LETTERS = re.compile(r"[^\W\d_]")
_LITERAL = re.compile(r"""(["'`])((?:(?!\1)[^\\]|\\.)*)\1""", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
_FOR_PROGRAMS = re.compile(r"[.#\[\]<>:=(){}/]|^use strict$")
_ATTRIBUTE = re.compile(r"""[\w-]+="([^"]*)\"""")
"""In a fragment that stands inside a tag; its name is no word, its value may be one."""
_READ = {"aria-label", "aria-description", "alt", "title", "placeholder", "data-state"}
_SAID_TO_AUTHORS = re.compile(r"Problem|Finding")


class Reader(HTMLParser):
    """What a reader reads of a page: its text, and the attributes that are read out or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self._silent += tag in ("script", "style")
        read = _READ | ({"value"} if tag == "input" and known.get("type") == "submit" else set())
        read |= {"content"} if known.get("name") == "description" else set()
        self.read += [value for name, value in attrs if name in read and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.read.append(_ATTRIBUTE.sub(r"\1", data))


def said_by_template(source: str) -> Iterator[str]:
    """Letters outside `{{ }}`, and sentences that stand as texts inside."""
    page = ""
    for _, kind, value in Environment(trim_blocks=True).lex(source):
        if kind == "data":
            page += value
        elif kind == "variable_begin":
            page += "0"
        elif kind == "string" and _WORDS.search(value[1:-1]):
            yield value[1:-1]
    reader = Reader()
    reader.feed(page)
    reader.close()
    yield from (text.strip() for text in reader.read if _LETTERS.search(text))


def said_by_program(source: str) -> Iterator[str]:
    """Texts with words in them that are no explanation, key, exception or finding."""
    tree = ast.parse(source)
    passed = {id(node) for outer in ast.walk(tree) if _is_no_readers(outer) for node in ast.walk(outer)}
    passed |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.Subscript) for part in ast.walk(node.slice)}
    passed |= {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            text = node.value.strip()
            if _WORDS.search(text) and not FOR_MACHINES.match(text):
                yield text


def _is_no_readers(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            return True
        case ast.FunctionDef(returns=ast.expr() as returns):
            return bool(_SAID_TO_AUTHORS.search(ast.unparse(returns)))
        case ast.Call(func=ast.Name(id="Problem" | "OwnField" | "TypeVar")):
            return True
    return False


def said_by_script(source: str) -> Iterator[str]:
    """Texts with words in them that are no selector, address or markup."""
    for match in _LITERAL.finditer(_COMMENT.sub("", source)):
        text = match[2].strip()
        if _WORDS.search(text) and not _FOR_PROGRAMS.search(text):
            yield text


SAID = {
    **dict.fromkeys(TEMPLATES, said_by_template),
    **dict.fromkeys(PROGRAMS, said_by_program),
    **dict.fromkeys(SCRIPTS, said_by_script),
}


def files() -> dict[str, list[str]]:
    """Every file that could say something, with what it says."""
    return {
        path.relative_to(CHECKOUT).as_posix(): list(said(path.read_text("utf-8")))
        for pattern, said in SAID.items()
        for path in sorted(Path(CHECKOUT).glob(pattern))
        if path.relative_to(CHECKOUT).as_posix() not in FOR_AUTHORS
    }


def test_what_a_reader_reads_stands_in_the_words_room() -> None:
    assert {name: said for name, said in files().items() if said} == {}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<p>{{ page.title }}: {{ words.posts.by(name) }}</p>", []),
        ("<p>{{ page.title }} by {{ name }}</p>", ["0 by 0"]),
        ('<p{% if page.is_first %} class="first"{% endif %}></p>', []),
        ('<img alt="A lamp">', ["A lamp"]),
        ('<svg aria-label="{{ words.a }} and {{ words.b }}"></svg>', ["0 and 0"]),
        ('<input type="submit" value="Send"><input value="yes">', ["Send"]),
        ('<meta name="description" content="A diary"><meta name="robots" content="noindex">', ["A diary"]),
        ("{% if page.now %}<b>Now</b>{% endif %}{# a remark #}", ["Now"]),
        ("{{ page.name or 'Not known' }}{% from 'components/time.html' import time %}", ["Not known"]),
        ('<script type="module">let a = "A word"</script>', []),
    ],
)
def test_letters_of_a_template_are_found_where_a_reader_reads_them(source: str, said: list[str]) -> None:
    assert list(said_by_template(source)) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('"""What it is."""\nX = 1\n"""What X is."""', []),
        ('def f(n: int) -> str:\n    """A sentence of words."""\n    return f"We chose {n} of them"', ["We chose", "of them"]),
        ('label = "Home"', ["Home"]),
        ('kind = "show-of-hands"; path = "posts/index.html"', []),
        ('words = {"Not known": "open"}', []),
        ('raise ValueError("a vote cannot be counted")', []),
        ('def f() -> Iterator[Problem]:\n    yield Problem("a date is missing")', []),
    ],
)  # fmt: skip
def test_sentences_of_a_program_are_found_and_what_is_no_readers_is_passed_by(source: str, said: list[str]) -> None:
    assert list(said_by_program(source)) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('find(".lightbox img"); // "A remark"', []),
        ('button.textContent = "Close"', ["Close"]),
        ("let text = `Photo of many`", ["Photo of many"]),
        ('event.key === "arrowLeft"', []),
    ],
)
def test_words_of_a_script_are_found(source: str, said: list[str]) -> None:
    assert list(said_by_script(source)) == said
