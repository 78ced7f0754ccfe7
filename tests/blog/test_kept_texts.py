"""A text is made once, as long as builds ask for it."""

from functools import partial

from plugins.blog.kept_texts import KINDS, kept_texts
from plugins.photos.store import MemoryStore
from plugins.story import KeptStories


def made(*, asked: dict[str, str], store: MemoryStore, software: str = "1") -> list[str]:
    """Which texts a build makes that asks for these, by what they are made of."""
    kept, anew = KeptStories(store, software), list[str]()

    def make(made_of: str) -> str:
        anew.append(made_of)
        return asked[made_of]

    texts = kept_texts(kept)["calendars"]
    assert {made_of: texts.of(made_of, partial(make, made_of)) for made_of in asked} == asked
    texts.learnt()
    kept.save(KINDS)
    return anew


def test_a_text_is_made_again_only_by_other_software_or_once_nobody_asked() -> None:
    store, asked = MemoryStore(), {"one": "First\r\nline", "other": ""}
    assert made(asked=asked, store=store) == ["one", "other"]
    assert made(asked=asked, store=store) == []
    assert made(asked={"one": "First\r\nline"}, store=store) == []
    assert made(asked=asked, store=store) == ["other"]
    assert made(asked=asked, store=store, software="2") == ["one", "other"]


def test_where_nothing_is_kept_each_text_is_made() -> None:
    for texts in kept_texts().values():
        assert texts.of("one", lambda: "text") == "text"
        texts.learnt()
