"""Changes of a diary, by what they do: those that take something back, with what is told, and those that do not.

The diary is the one that `test_since.py` makes.
"""

from collections.abc import Callable
from pathlib import Path


def replaced(file: str, *old_and_new: str) -> Callable[[Path], object]:
    def change(content: Path) -> None:
        text = (content / file).read_text("utf-8")
        for old, new in zip(old_and_new[::2], old_and_new[1::2], strict=True):
            assert old in text
            text = text.replace(old, new)
        (content / file).write_text(text, "utf-8")

    return change


ONE, TWO = "workshops/one/index.md", "posts/two.md"
TAKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "a consent is withdrawn": (
        replaced("consent.yml", "2030-10-31", "2030-10-31, withdrawn: 2019-12-31"),
        "content/consent.yml: C-1 was withdrawn, or covers less than before",
    ),
    "a consent ends sooner": (
        replaced("consent.yml", "2030-10-31", "2020-10-31"),
        "content/consent.yml: C-1 was withdrawn, or covers less than before",
    ),
    "a consent ends that had no end": (
        replaced("consent.yml", "[quote]}", "[quote], until: 2040-01-01}"),
        "content/consent.yml: C-2 was withdrawn, or covers less than before",
    ),
    "a consent covers less": (
        replaced("consent.yml", "photo, quote", "photo"),
        "content/consent.yml: C-1 was withdrawn, or covers less than before",
    ),
    "a consent is taken out": (
        replaced("consent.yml", "C-2: {covers: [quote]}\n", ""),
        "content/consent.yml: C-2 is gone, or cannot be read",
    ),
    "a consent cannot be read any more": (
        replaced("consent.yml", "[quote]}", "all}"),
        "content/consent.yml: C-2 is gone, or cannot be read",
    ),
    "the register cannot be read any more": (
        replaced("consent.yml", "[quote]}", "[quote]"),
        "content/consent.yml: it cannot be read, so it covers nothing",
    ),
    "the register is gone": (
        lambda content: (content / "consent.yml").unlink(),
        "content/consent.yml: C-1 is gone, or cannot be read",
    ),
    "a post becomes a draft": (
        replaced(TWO, "---\nMore", "status: draft\n---\nMore"),
        "content/posts/two.md: this post is a draft now, or comes out later",
    ),
    "a post becomes a draft and cannot be read": (
        replaced(TWO, "---\nMore", "status: draft\ntitle: Twice\n---\nMore"),
        "content/posts/two.md: this post is a draft now, or in no list any more",
    ),
    "a post is hidden and cannot be read": (
        replaced(TWO, "---\nMore", "status: hidden\ntitle: Twice\n---\nMore"),
        "content/posts/two.md: this post is a draft now, or in no list any more",
    ),
    "a post has another address": (
        replaced(TWO, "---\nMore", "slug: too\n---\nMore"),
        "content/posts/two.md: this post has another address",
    ),
    "a post is hidden": (
        replaced(TWO, "---\nMore", "status: hidden\n---\nMore"),
        "content/posts/two.md: this post is in no list any more",
    ),
    "a post comes out later": (
        replaced(TWO, "2016-11-10", "2031-11-10"),
        "content/posts/two.md: this post is a draft now, or comes out later",
    ),
    "a post is taken away": (
        lambda content: (content / TWO).unlink(),
        "content/posts/two.md: this post is gone, or has another name",
    ),
    "a post is renamed": (
        lambda content: (content / TWO).rename(content / "posts/too.md"),
        "content/posts/two.md: this post is gone, or has another name",
    ),
    "a photo is taken out": (
        replaced(ONE, "photos: [{file: a.jpg, alt: A lamp of Sam, people: none}]\n", ""),
        "content/workshops/one/index.md: the photo a.jpg is gone from it",
    ),
    "a photo is taken out of a post that cannot be read": (
        replaced(ONE, "photos: [{file: a.jpg, alt: A lamp of Sam, people: none}]\n", "bogus: 1\n"),
        "content/workshops/one/index.md: the photo a.jpg is gone from it",
    ),
    "more of a photo is blurred": (
        replaced(ONE, "people: none", "people: none, blur: [{x: 0.1, y: 0.1, w: 0.2, h: 0.2}]"),
        "content/workshops/one/index.md: other parts of the photo a.jpg are blurred",
    ),
    "a quote is taken out": (
        replaced(ONE, "    - {words: It was long, consent: C-1}\n", ""),
        "content/workshops/one/index.md: quote 2, as it was, is gone from it",
    ),
    "a material is taken out": (
        replaced(ONE, ", materials: [{title: Sheet, file: sheet.txt}]", ""),
        "content/workshops/one/index.md: file sheet.txt is gone from it",
    ),
    "an entry of a record is taken out": (
        replaced(ONE, "glossary: [{term: IRO, means: A person.}]\n", ""),
        "content/workshops/one/index.md: something is gone from “Glossary, term”",
    ),
    "words are taken out of a story": (
        replaced(ONE, "\nWe ate.\n", ""),
        "content/workshops/one/index.md: something is gone from its story",
    ),
    "a sentence is taken out of the middle of a line": (
        replaced(ONE, "Robin cried. ", ""),
        "content/workshops/one/index.md: words are gone from it",
    ),
    "a name becomes another word in a story": (
        replaced(ONE, "Robin", "Somebody"),
        "content/workshops/one/index.md: words are gone from it",
    ),
    "a name becomes another word in a field": (
        replaced(ONE, "A lamp of Sam", "A lamp of ours"),
        "content/workshops/one/index.md: words are gone from it",
    ),
    "a telephone's number is taken out of a line": (
        replaced(ONE, " 01632960001", ""),
        "content/workshops/one/index.md: words are gone from it",
    ),
    "words are taken out of a post that cannot be read": (
        replaced(ONE, "title: One\n", "title: One\ntitle: One\n", "Robin cried. ", ""),
        "content/workshops/one/index.md: words are gone from it",
    ),
    "a file is deleted": (
        lambda content: (content / "workshops/one/spare.txt").unlink(),
        "content/workshops/one/spare.txt: this file is gone",
    ),
    "a photo is replaced": (
        lambda content: (content / "workshops/one/a.jpg").write_text("other", "utf-8"),
        "content/workshops/one/a.jpg: this file was replaced",
    ),
}
KEPT: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "a new post": lambda content: (content / "posts/new.md").write_text("---\ntitle: New\n---\nNew.\n", "utf-8"),
    "a post with a slip": replaced(TWO, "title: Two", "title: Two\nbogus: 1"),
    "further words": replaced(ONE, "We met.", "We all met."),
    "words in another place": replaced(ONE, "Robin cried. ", "", "We ate.", "We ate. Robin cried."),
    "a slip in the name of a field": replaced(TWO, "title: Two", "titel: Two"),
    "another number": replaced(ONE, "workshop: {start: 2016-10-10}", "workshop: {start: 2016-10-11}"),
    "a draft that is gone": lambda content: (content / "posts/draft.md").unlink(),
    "a longer consent": replaced("consent.yml", "2030-10-31", "2031-10-31"),
    "a new consent": replaced("consent.yml", "C-2:", "C-3: {covers: [photo]}\nC-2:"),
}
