"""Posts of an invented diary: the same words for every generator."""

import random
from pathlib import Path

_SAID = (
    "the group asked what would help when a letter comes that nobody can read and someone said that plain words "
    "matter more than forms because people who wait for an answer need to know how long it takes"
)
_TAGS = 40


def write_posts(folder: Path, count: int, *, listed: str = "[{}]") -> None:
    """So many posts of about 250 words, two tags each; `listed` is how a generator writes a list of words."""
    dice = random.Random(7)  # noqa: S311 - words, not secrets
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        tags = ", ".join(f"Tag {tag}" for tag in sorted(dice.sample(range(_TAGS), 2)))
        day = f"{2006 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
        head = f"title: Post {number}, {_sentence(dice)[:-1]}\ndate: {day}\ntags: {listed.format(tags)}"
        file = folder / f"post-{number:05}.md"
        file.write_text(f"---\n{head}\nsummary: {_sentence(dice)}\n---\n\n{_story(dice, number)}\n", "utf-8")


def change_a_post(folder: Path, text: str) -> None:
    """One edit, as an author makes it: a paragraph more in the first post."""
    with (folder / "post-00000.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")


def _story(dice: random.Random, number: int) -> str:
    points = "\n".join(f"- {_sentence(dice)}" for _ in range(3))
    link = f"*{_sentence(dice)}* See [the notes](https://notes.example.org/{number})."
    parts = (_paragraph(dice), f"## {_sentence(dice)[:-1]}", f"{_paragraph(dice)} {link}", points)
    return "\n\n".join((*parts, f"> {_sentence(dice)}", _paragraph(dice), _paragraph(dice)))


def _paragraph(dice: random.Random) -> str:
    return " ".join(_sentence(dice) for _ in range(4))


def _sentence(dice: random.Random) -> str:
    return " ".join(dice.choices(_SAID.split(), k=dice.randint(8, 16))).capitalize() + "."
