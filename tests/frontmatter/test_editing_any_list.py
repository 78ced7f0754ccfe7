"""Lists in lists changed at random: inserted, moved, taken out, written anew; all beside that stays as it was typed."""

import random
import re
from collections.abc import Iterator

import pytest

from plugins.frontmatter.changes import KEPT, Change, Item, Wanted, changed, said
from plugins.frontmatter.editing import with_values
from plugins.frontmatter.notation import Plain
from plugins.frontmatter.yaml_events import tree

ROUNDS = 80
_TEXTS = (
    "Word",
    "two words",
    "it's",
    "a: b",
    "#1",
    "“yes”",
    "no",
    "~",
    "- x",
    "{a",
    "[b]",
    "é 9",
    "10:30",
    "a\nb",
    "* a",
    "&",
    "%",
    "a #b",
    " sp ",
    "!x",
    "'q'",
    '"d"',
    "|",
    "a,b",
    "?",
)

_WORD = re.compile(r"w\d+z")
_TYPED = re.compile(r"""['"“]?(?P<word>w\d+z)(?: it''s'|: \\"b\\""|”| two words)?""")


class Typist:
    """Writes YAML as people do, in every manner; each text and remark holds a number that no other has."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"w{self.count}z"

    def remark(self, chance: float = 0.3) -> str:
        return f" # r{self.word()}" if self.dice.random() < chance else ""

    def lines_between(self, column: int) -> Iterator[str]:
        if self.dice.random() < 0.25:
            yield " " * column + f"# r{self.word()}"
        if self.dice.random() < 0.15:
            yield ""

    def scalar(self, *, inside: bool) -> str:
        word = self.word()
        ways = [word, f"'{word} it''s'", f'"{word}: \\"b\\""', f"{word} two words"]
        return self.dice.choice(ways) if inside else self.dice.choice([*ways, f"“{word}”"])

    def bracketed(self, depth: int) -> str:
        shape = self.dice.choice(["text", "list", "fields"] if depth < 2 else ["text"])
        space = self.dice.choice(["", " "])
        if shape == "list":
            return f"[{space}{f',{space}'.join(self.bracketed(depth + 1) for _ in range(self.dice.randint(0, 3)))}]"
        if shape == "fields":
            return f"{{{', '.join(f'k{n}: {self.bracketed(depth + 1)}' for n in range(self.dice.randint(1, 3)))}}}"
        return self.scalar(inside=True)

    def fields(self, column: int, depth: int) -> Iterator[str]:
        for number in range(self.dice.randint(1, 4)):
            yield from self.lines_between(column)
            yield from self.value(f"{' ' * column}k{number}:", column, depth)

    def value(self, begun: str, column: int, depth: int) -> Iterator[str]:
        """The value of what was begun: in its line, or in those below."""
        shape = self.dice.choice(
            ["text", "block", "bracketed", "list", "fields"] if depth < 4 else ["text", "bracketed"]
        )
        if shape == "text":
            yield f"{begun} {self.scalar(inside=False)}{self.remark()}"
        elif shape == "bracketed":
            yield f"{begun} {self.bracketed(0)}{self.remark()}"
        elif shape == "block":
            yield f"{begun} {self.dice.choice('|>')}"
            yield from (f"{' ' * (column + 3)}{self.word()}" for _ in range(self.dice.randint(1, 2)))
        elif shape == "list":
            yield f"{begun}{self.remark()}"
            yield from self.items(column + self.dice.choice([0, 2]), depth + 1)
        else:
            yield f"{begun}{self.remark()}"
            yield from self.fields(column + self.dice.choice([1, 2, 4]), depth + 1)

    def items(self, column: int, depth: int) -> Iterator[str]:
        for _ in range(self.dice.randint(1, 4)):
            yield from self.lines_between(column)
            hyphen = f"{' ' * column}-"
            if self.dice.random() < 0.5 and depth < 4:
                first, *rest = list(self.fields(column + 2, depth))
                while not first.strip() or first.strip().startswith("#"):
                    first, *rest = rest
                yield f"{hyphen} {first.strip()}"
                yield from rest
            elif self.dice.random() < 0.3:
                yield f"{hyphen} {self.bracketed(0)}{self.remark()}"
            else:
                yield f"{hyphen} {self.scalar(inside=False)}{self.remark()}"


class Author:
    """Changes what was written, anywhere and in every way."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def new(self, depth: int = 0) -> Wanted:
        if depth < 3 and self.dice.random() < 0.3:
            return tuple(Item(self.new(depth + 1)) for _ in range(self.dice.randint(0, 3)))
        if depth < 3 and self.dice.random() < 0.3:
            return {f"n{number}": self.new(depth + 1) for number in range(self.dice.randint(1, 3))}
        return self.dice.choice(_TEXTS)

    def change(self, value: Plain) -> Wanted:
        if self.dice.random() < 0.3:
            return KEPT
        if isinstance(value, str):
            return self.new()
        if isinstance(value, dict):
            return self.fields(value)
        assert isinstance(value, list)
        kept = [was for was in range(len(value)) if self.dice.random() < 0.8]
        if self.dice.random() < 0.4:
            self.dice.shuffle(kept)
        items = [Item(self.change(value[was]), was) for was in kept]
        for _ in range(self.dice.choice([0, 0, 1, 2])):
            items.insert(self.dice.randint(0, len(items)), Item(self.new()))
        return tuple(items)

    def fields(self, value: dict[str, Plain]) -> Change:
        wanted: dict[str, Wanted | None] = {
            name: None if self.dice.random() < 0.15 else self.change(each) for name, each in value.items()
        }
        if self.dice.random() < 0.4:
            wanted[f"new{self.dice.randint(1, 9)}"] = self.new()
        return wanted


def kept_words(value: Plain, wanted: Wanted | None) -> set[str]:
    """The numbered words of everything that is not to be different."""
    if isinstance(wanted, KEPT.__class__):
        return set(re.findall(r"w\d+z", repr(value)))
    if isinstance(wanted, tuple) and isinstance(value, list):
        return {word for item in wanted if item.was is not None for word in kept_words(value[item.was], item.value)}
    if isinstance(wanted, dict) and isinstance(value, dict):
        return {word for name, each in value.items() for word in kept_words(each, wanted.get(name, KEPT))}
    return set()


def _words(line: str) -> set[str]:
    """The numbered words of the values of a line; a list with nothing in it is never told from one that is gone."""
    if line.strip().startswith("#"):
        return set()
    return set(_WORD.findall(line.split(" # ", maxsplit=1)[0])) or ({"nothing"} if "[" in line else set())


def missing(before: str, after: str, kept: set[str]) -> list[str]:
    """What was typed of what is kept, and is not there any more as it was typed."""
    lines = [line for line in before.split("\n") if line.strip()]
    values = [_words(line) for line in lines]
    typed = [found[0] for line in lines for found in _TYPED.finditer(line.split("# ")[0]) if found["word"] in kept]
    remarks: list[str] = []
    for index, line in enumerate(lines):
        remark = line[line.index("# ") :] if "# " in line else ""
        above = next((words for words in reversed(values[:index]) if words), kept)
        around = values[index] or above | next((words for words in values[index + 1 :] if words), kept)
        remarks += [remark] * (bool(remark) and around <= kept and not ({"[", "{"} & set(line)))
    return [each for each in (*typed, *remarks) if each not in after]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_whatever_is_changed_the_rest_stays_as_it_was_typed(seed: int) -> None:
    typist, author = Typist(seed), Author(seed)
    text = "\n".join(typist.fields(0, 0)) + "\n"
    node = tree(text, source="", first_line=1)[0]
    assert node is not None, text
    value = said(node)
    assert isinstance(value, dict)
    wanted = author.fields(value)
    line_end, mark = ("\r\n", "\ufeff") if seed % 2 else ("\n", "")
    file = f"{mark}---\n{text}---\nThe story: - stays\n".replace("\n", line_end)

    edited = with_values(file.encode(), wanted, is_post=True).decode()

    assert edited.startswith(f"{mark}---{line_end}")
    assert edited.endswith(f"---{line_end}The story: - stays{line_end}")
    assert "\n" not in edited.replace("\r\n", "") or line_end == "\n"
    yaml = edited.removeprefix(mark).replace("\r\n", "\n").removeprefix("---\n").rsplit("---\n", 1)[0]
    after = tree(yaml, source="", first_line=1)[0]
    assert after is not None
    assert said(after) == changed(value, wanted)
    assert missing(text, yaml, kept_words(value, wanted)) == []
    again = with_values(edited.encode(), {}, is_post=True).decode()
    assert again == edited
