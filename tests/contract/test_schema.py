"""The schema and the tables are made from the record; what is in `docs/` is what they are made to.

After a change of the record write them anew with `DIARY_WRITE_EXPECTED=1` and read the difference.
"""

import json
import os
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml

from plugins.frontmatter.yaml_events import PARSERS
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.post import Post
from tests.contract.record_docs import json_schema, reference
from tests.test_sites import SITES, sites_with

SCHEMA = CHECKOUT / "docs" / "front-matter.schema.json"
PAGE = CHECKOUT / "docs" / "writing-a-workshop.md"
BEGIN, END = "<!-- the tables below are made from the record -->\n", "<!-- until here -->\n"
WRITING = bool(os.environ.get("DIARY_WRITE_EXPECTED"))
POSTS = [post for site in sites_with("pages") for post in sorted((SITES / site / "content").rglob("*.md"))]


def schema() -> dict[str, object]:
    return json_schema(Post, title="The front matter of a post in a coproduction diary")


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema())


def test_the_schema_that_editors_use_is_that_of_the_record() -> None:
    made = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    if WRITING:
        SCHEMA.write_text(made, encoding="utf-8", newline="\n")
    assert SCHEMA.read_text("utf-8") == made
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_page_for_authors_has_every_field_of_the_record() -> None:
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    made = f"{before}{BEGIN}\n{reference(Post)}\n{END}{after}"
    if WRITING:
        PAGE.write_text(made, encoding="utf-8", newline="\n")
    assert page == made


@pytest.mark.parametrize("file", POSTS, ids=lambda file: file.relative_to(SITES).as_posix())
def test_every_post_that_builds_is_valid_for_an_editor_too(file: Path) -> None:
    text = file.read_text("utf-8").split("---\n")[1]
    front_matter = yaml.load(text, Loader=PARSERS[0])
    written = json.loads(json.dumps(front_matter, default=str))
    validator().validate(written)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"title": "A", "titel": "B"},
        {"title": "A", "status": "publishd"},
        {"title": "A", "journeys": {"id": "j", "title": "J", "stages": {"name": "A", "feeling": 5}}},
        {"title": "A", "votes": [{"id": "v"}]},
    ],
)
def test_an_editor_underlines_what_the_build_would_refuse(wrong: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator().validate(wrong)


def test_a_span_is_told_in_both() -> None:
    assert "from 0 to 1" in reference(Photo)
    assert '"maximum": 1' in json.dumps(json_schema(Photo, title="A photo"))
