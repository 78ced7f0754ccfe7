"""A story that was read before is taken as it was, only if it would become the same now."""

from collections.abc import Collection
from errno import ENOSPC
from typing import Any

import pytest

from plugins.story import Figure, KeptStories, Passage, RememberingTeller, Resolved, Unresolved
from plugins.story.teller import StoryTeller

SOURCE = "content/posts/one.md"
STORY = """## Tea & cake

We *met* in the [library](two.md), and saw:

![Cups](cups.jpg "Two cups")

- R&D <https://www.example.org/?a=1&b=2>
- A note[^1]

[^1]: Said later.
"""


class Shelf(dict[str, bytes]):
    """A store."""

    is_full = False

    def put(self, name: str, content: bytes) -> None:
        if self.is_full:
            raise OSError(ENOSPC, "No space left on device")
        self[name] = content

    def keep_only(self, keys: Collection[str]) -> None:
        for name in [name for name in self if name.partition("/")[0] not in keys]:
            del self[name]


class OtherPosts:
    """What a diary answers; each answer may be another one next time."""

    def __init__(self) -> None:
        self.answers: dict[str, object] = {
            "link": Resolved("/posts/two/"),
            "file": "two.md",
            "language": "en-GB",
            "picture": Figure(1, "Cups"),
        }

    def link(self, _source: str, _href: str) -> Resolved | Unresolved | None:
        return self.answers["link"]  # type: ignore[return-value]  # What a test puts there.

    def file(self, _source: str, _name: str) -> str:
        return str(self.answers["file"])

    def language(self, _source: str) -> str:
        return str(self.answers["language"])

    def picture(self, _source: str, _file: str, _alt: str) -> Figure | Unresolved | None:
        return self.answers["picture"]  # type: ignore[return-value]  # What a test puts there.


class Counting(KeptStories):
    """Counts what was read anew."""

    def __init__(self, store: Shelf, made_by: str = "1") -> None:
        super().__init__(store, made_by)
        self.read = 0

    def keep(self, source: str, digest: str, asked: list[Any], passage: Passage) -> None:
        self.read += 1
        super().keep(source, digest, asked, passage)


def build(
    store: Shelf, diary: OtherPosts, text: str = STORY, *, made_by: str = "1", source: str = SOURCE
) -> tuple[int, str]:
    """How much was read anew, and what came of it; the same as without anything kept."""
    kept = Counting(store, made_by)
    teller = RememberingTeller(diary, kept)
    made = (teller.story(text, source=source, line=3), teller.words("A *word*", source=source, line=2))
    plain = StoryTeller(diary)
    assert made == (plain.story(text, source=source, line=3), plain.words("A *word*", source=source, line=2))
    kept.learn(source, kept.new_of(source))
    kept.save({source})
    return kept.read, made[0][0].html.html


def test_what_was_read_before_is_not_read_again() -> None:
    store, diary = Shelf(), OtherPosts()
    first = build(store, diary)
    assert (first[0], build(store, diary)) == (2, (0, first[1]))
    assert build(store, diary, STORY + "\nMore.\n")[0] == 1
    assert build(store, diary, STORY)[0] == 1


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("link", Resolved("/posts/renamed/")),
        ("link", None),
        ("link", Unresolved("no post lies there", "link-to-nothing")),
        ("language", "de"),
        ("picture", Figure(2, "Cups")),
        ("picture", None),
        ("picture", Unresolved("there is none", "missing-file")),
    ],
)
def test_another_answer_of_the_diary_makes_it_read_again(question: str, answer: object) -> None:
    store, diary = Shelf(), OtherPosts()
    build(store, diary)
    diary.answers[question] = answer
    assert build(store, diary)[0] == (0 if isinstance(answer, Unresolved) else 2 if question == "language" else 1)


def test_what_had_a_finding_is_not_kept() -> None:
    store, diary = Shelf(), OtherPosts()
    diary.answers["link"] = Unresolved("no post lies there", "link-to-nothing")
    assert [build(store, diary)[0], build(store, diary)[0]] == [1, 0]
    diary.answers["file"] = "other.md"
    assert build(store, diary, STORY + "\n[[Two]]\n")[0] == 0
    diary.answers["link"] = Resolved("/posts/two/")
    assert build(store, diary)[0] == 1


def test_other_software_and_another_post_read_for_themselves() -> None:
    store, diary = Shelf(), OtherPosts()
    build(store, diary)
    assert build(store, diary, made_by="2")[0] == 2
    assert build(store, diary, source="content/posts/two.md")[0] == 2


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: kept.replace(b"met", b"mat"), lambda _: b""])
def test_what_was_damaged_is_thrown_away(damage: object) -> None:
    store, diary = Shelf(), OtherPosts()
    whole = build(store, diary)[1]
    (name,) = store
    kept = store.get(name)
    assert kept
    assert callable(damage)
    store[name] = damage(kept)
    assert build(store, diary) == (2, whole)
    assert store.get(name) == kept


def test_only_what_a_build_used_stays() -> None:
    store, diary = Shelf(), OtherPosts()
    build(store, diary)
    build(store, diary, source="content/posts/two.md")
    assert len(store) == 1
    kept = KeptStories(store, "1")
    RememberingTeller(diary, kept).story(STORY, source="content/posts/draft.md", line=1)
    kept.learn("content/posts/draft.md", kept.new_of("content/posts/draft.md"))
    kept.save(set())
    assert store == {}


def test_what_a_build_did_not_use_goes_where_nothing_can_be_written_too() -> None:
    store, diary = Shelf(), OtherPosts()
    build(store, diary)
    store.is_full = True
    with pytest.raises(OSError, match="No space left on device"):
        build(store, diary, source="content/posts/two.md")
    assert store == {}


SOURCES = [f"content/posts/{number:03}.md" for number in range(200)]


def kept_again(store: Shelf, sources: list[str], changed: Collection[str] = ()) -> dict[str, bytes]:
    """What was kept of each source; what was not, or has changed, is kept anew."""
    kept = KeptStories(store, "1")
    kept.keep_together(sources)
    found = {source: kept.text(source) for source in sources}
    for source, text in found.items():
        kept.learn(source, None if text and source not in changed else f"{source} {len(changed)}".encode())
    kept.save(set(sources))
    return found


def test_what_follows_on_one_another_is_kept_in_few_files_of_which_an_edit_changes_one() -> None:
    store = Shelf()
    assert set(kept_again(store, SOURCES).values()) == {b""}
    assert 1 < len(store) < len(SOURCES) / 10
    first = {source: f"{source} 0".encode() for source in SOURCES}
    before = Shelf(store)
    assert kept_again(store, SOURCES, {SOURCES[70]}) == first
    assert len(dict(store.items() ^ before.items())) == 1
    assert kept_again(store, SOURCES) == first | {SOURCES[70]: f"{SOURCES[70]} 1".encode()}


@pytest.mark.parametrize("gone", [slice(0, 1), slice(70, 71), slice(50, 130), slice(199, 200)])
def test_whatever_comes_or_goes_each_finds_its_own_or_nothing(gone: slice) -> None:
    store, fewer = Shelf(), [source for source in SOURCES if source not in SOURCES[gone]]
    for sources in (SOURCES, fewer, SOURCES, fewer[::-1], SOURCES):
        found = kept_again(store, sources)
        assert set(found.items()) <= {(source, text) for source in sources for text in (b"", f"{source} 0".encode())}
    assert kept_again(store, SOURCES[:1]) == {SOURCES[0]: f"{SOURCES[0]} 0".encode()}
    assert len(store) == 1
    store[next(iter(store))] += b" "
    assert kept_again(store, SOURCES[:1]) == {SOURCES[0]: b""}
