"""The form holds every field that the contract has, however deep: nothing of a post can be said by hand alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.author.documents import OpenFile
from plugins.author.forms.actions import empty
from plugins.author.forms.fields import FormContext
from plugins.author.forms.state import IS_LIST, WORD, ItemState, State, is_text
from plugins.author.pages import Findings, Shown, post_page
from plugins.author.story_view import StoryLook, StoryView
from plugins.contract.shape import Kind, Many, Part, Scores, WordOrPart, shape_of
from plugins.frontmatter import ContentFile, Mapping
from plugins.frontmatter.folder import ContentKind
from plugins.settings.record import DiarySettings
from plugins.workshops.record.post import Post
from tests.author.editor_forms import read_form


def with_one_of_each(kind: Kind) -> State:
    """A state in which every list of records has an item."""
    if isinstance(kind, Many) and not is_text(kind.of):
        return (ItemState("n1", None, with_one_of_each(kind.of)),)
    part = kind.part if isinstance(kind, WordOrPart) else kind
    if isinstance(part, Part):
        fields = {name: with_one_of_each(field.kind) for name, field in shape_of(part.record).fields.items()}
        return {WORD: "", **fields} if isinstance(kind, WordOrPart) else fields
    return {"5": ""} if isinstance(kind, Scores) else empty(kind)


def names(kind: Kind, name: str) -> Iterator[str]:
    """The name of every field that a value has in a form."""
    if isinstance(kind, Many) and not is_text(kind.of):
        yield f"{name}.{IS_LIST}"
        yield from names(kind.of, f"{name}.n1")
    elif isinstance(kind, Part):
        for written, field in shape_of(kind.record).fields.items():
            yield from names(field.kind, f"{name}.{written}" if name else written)
    elif isinstance(kind, WordOrPart):
        yield f"{name}.{WORD}"
        yield from names(kind.part, name)
    else:
        yield f"{name}.5" if isinstance(kind, Scores) else name


@pytest.mark.parametrize(
    ("name", "kind", "record", "most"),
    [("posts/a.md", "post", Post, 120), ("diary.yml", "settings", DiarySettings, 25)],
)
def test_every_field_of_the_contract_is_in_the_form(
    tmp_path: Path, name: str, kind: ContentKind, record: type, most: int
) -> None:
    post = OpenFile(ContentFile(f"content/{name}", tmp_path, name, kind, "a"), b"", Mapping((), 1), "", ())
    shown = Shown(state=with_one_of_each(Part(record)), story="", version="", window="one")
    view = StoryView((), (), StoryLook((), ()))
    page = post_page(post, shown, FormContext(), story_view=view, token="t", findings=Findings()).decode()
    there = {name for name, _ in read_form(page).pairs}
    wanted = set(names(Part(record), ""))
    assert len(wanted) > most
    assert wanted - there == set()
