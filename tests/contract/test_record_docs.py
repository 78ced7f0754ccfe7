"""The tables and the schema are made from the records; what is in `docs/` is what they are made to.

After a change of a record write them anew with `DIARY_WRITE_EXPECTED=1` and read the difference.
"""

import json
import os
from pathlib import Path

import jsonschema_rs
import pytest
import yaml

from plugins.settings.record import DiarySettings
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.post import Post
from tests.contract.record_docs import reference
from tests.contract.record_schema import json_schema
from tests.test_sites import SITES

DOCS = CHECKOUT / "docs"
BEGIN, END = "<!-- the tables below are made from the record -->\n", "<!-- until here -->\n"
WRITING = bool(os.environ.get("DIARY_WRITE_EXPECTED"))
SETTINGS = sorted(SITES.glob("*/content/diary.yml"))
SCHEMA = json_schema(DiarySettings, title="The settings of a coproduction diary, content/diary.yml")
EDITOR = jsonschema_rs.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize(
    ("name", "record", "heading"),
    [
        ("for-authors/writing-a-workshop.md", Post, "Every post"),
        ("for-web-officers/diary-settings.md", DiarySettings, "The fields"),
    ],
)
def test_the_page_for_authors_has_every_field_of_the_record(name: str, record: type, heading: str) -> None:
    page = (DOCS / name).read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    made = f"{before}{BEGIN}\n{reference(record, heading)}\n{END}{after}"
    if WRITING:
        (DOCS / name).write_text(made, encoding="utf-8", newline="\n")
    assert page == made


def test_a_span_is_told() -> None:
    assert "from 0 to 1" in reference(Photo, "Every photo")


def test_the_schema_of_the_settings_that_editors_use_is_that_of_the_record() -> None:
    text = json.dumps(SCHEMA, indent=2, ensure_ascii=False) + "\n"
    file = DOCS / "diary.schema.json"
    if WRITING:
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.read_text("utf-8") == text
    jsonschema_rs.meta.validate(SCHEMA)


@pytest.mark.parametrize("file", SETTINGS, ids=lambda file: file.relative_to(SITES).as_posix())
def test_the_settings_of_every_diary_are_valid_for_an_editor_too(file: Path) -> None:
    EDITOR.validate(yaml.safe_load(f"{file.read_text('utf-8')}search_engines: no\n"))


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"name": "A", "nmae": "B"},
        {"name": "A", "search_engines": "never"},
        {"name": "A", "small_groups": {"room": 5}},
        {"name": "A", "comments": "isso"},
    ],
)
def test_an_editor_underlines_what_the_build_would_refuse(wrong: dict[str, object]) -> None:
    with pytest.raises(jsonschema_rs.ValidationError):
        EDITOR.validate(wrong)
