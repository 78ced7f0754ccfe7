"""The archive: what is read, what is refused and why, and that schema and reader agree."""

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.comments.archive import Archive, ArchiveError, archive_text, merged, read_archive
from plugins.comments.archive.reading import LONGEST_HTML, LONGEST_NAME
from plugins.workbench.paths import CHECKOUT
from tests.comments.archives import said, text, thread, written
from tests.test_sites import SITES

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

SCHEMA = json.loads((CHECKOUT / "plugins/comments/archive/archive.schema.json").read_text("utf-8"))
ARCHIVE = (SITES / "comments" / "archive.json").read_text("utf-8")


def findings(document: bytes | str) -> str:
    with pytest.raises(ArchiveError) as told:
        read_archive(document)
    return str(told.value)


def test_an_archive_is_read_and_written_as_it_was() -> None:
    archive = read_archive(ARCHIVE)
    assert [len(held.comments) for held in archive.threads] == [1, 6]
    assert read_archive(archive_text(archive)) == archive
    assert archive_text(read_archive(archive_text(archive))) == archive_text(archive)


@cache
def by_schema() -> "Draft202012Validator":
    """Another reader of schemas than the one that reads archives; it takes a second to import."""
    import jsonschema

    return jsonschema.Draft202012Validator(SCHEMA)


def test_what_is_written_is_what_the_schema_describes() -> None:
    by_schema().validate(json.loads(archive_text(read_archive(ARCHIVE))))


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        (b"<!DOCTYPE html>", "it is not JSON, or was cut short"),
        (b"[" * 100_000, "it is not JSON, or was cut short"),
        (b"\xff\xfe\x00", "it is not JSON, or was cut short"),
        (b"[]", "write an object with version, exported, threads"),
        (text(version=2), "version: this software reads version 1"),
        (text(version=True), "version: this software reads version 1"),
        (b'{"version": 1, "exported": "2031-03-04T18:00:00Z"}', "threads: is missing"),
        (text(exported="yesterday"), "exported: write a moment such as 2026-11-24T18:00:00Z"),
        (text(exported="2031-02-30T18:00:00Z"), "exported: write a moment such as 2026-11-24T18:00:00Z"),
        (text(exported="0001-01-01T00:00:00Z"), "exported: write a moment such as 2026-11-24T18:00:00Z"),
        (text(exported="9999-12-31T23:59:59Z"), "exported: write a moment such as 2026-11-24T18:00:00Z"),
        (text(emails=["a@example.org"]), "emails: is no field of an archive"),
        (
            text(thread(key="../../etc/")),
            "threads[0].thread: write the address of a page below the site's root, such as posts/welcome/",
        ),
        (text(thread(), thread()), "threads[1].thread: posts/hello/ is there twice"),
        (
            text(thread(said('1"><b>'))),
            "threads[0].comments[0].id: write letters, digits and hyphens as text, such as “17”",
        ),
        (
            text(thread(said("1", email="mo@example.org"))),
            "threads[0].comments[0].email: is no field of an archive",
        ),
        (text(thread(said("1"), said("1"))), "threads[0].comments[1].id: 1 is there twice"),
        (text(thread(said("1", parent="2"))), "threads[0].comments: 1 answers 2, which is not in this thread"),
        (
            text(thread(said("1", parent="2"), said("2", parent="1"), said("3", parent="1"), said("4"))),
            "threads[0].comments: 1, 2 answer one another in a ring",
        ),
        (text(thread(said("1", html=None))), "threads[0].comments[0].html: write text of at most 200000 characters"),
        (
            text(thread(said("1", edited="then"))),
            "threads[0].comments[0].edited: write a moment such as 2026-11-24T18:00:00Z, or null",
        ),
        (text(exported="2016-12-31T23:59:60Z"), "exported: write a moment such as 2026-11-24T18:00:00Z"),
        (
            text(thread(said("7\n"))),
            "threads[0].comments[0].id: write letters, digits and hyphens as text, such as “17”",
        ),
        (
            text(thread(said("\u0667"))),
            "threads[0].comments[0].id: write letters, digits and hyphens as text, such as “17”",
        ),
        (text(thread(said("\ud800"))), "it is not JSON, or was cut short"),
        (text(threads=["posts/hello/"]), "threads[0]: write an object with thread, closed, comments"),
        (
            text({**thread(), "comments": ["Words."]}),
            "threads[0].comments[0]: write an object with id, parent, name, created, edited, html",
        ),
        (text(thread(*[said("1")] * 13)), None),
    ],
)
def test_what_is_no_archive_is_told_in_plain_words(document: bytes, sentence: str | None) -> None:
    told = findings(document)
    assert told == sentence if sentence else told.endswith("; and 2 more")


def test_each_field_that_the_schema_describes_has_a_sentence_for_what_it_may_not_be() -> None:
    definitions = SCHEMA["$defs"]
    documents = {field: text(**{field: {}}) for field in SCHEMA["properties"]}
    documents |= {field: text({**thread(), field: {}}) for field in definitions["thread"]["properties"]}
    documents |= {field: text(thread({**said("1"), field: {}})) for field in definitions["comment"]["properties"]}
    for field, document in documents.items():
        place, sentence = findings(document).split(": ", 1)
        assert place.endswith(field)
        assert sentence.startswith(("write ", "this software reads "))


@pytest.mark.parametrize(
    ("key", "fits"), [("workshops/ورشة-العمل/", True), ("posts/हिन्दी/", True), ("posts/a b/", False)]
)
def test_a_thread_has_the_address_of_a_page_in_any_script(key: str, fits: bool) -> None:
    assert by_schema().is_valid(written(thread(key=key))) is fits
    if fits:
        assert read_archive(text(thread(key=key))).threads[0].thread == key
    else:
        assert "threads[0].thread: " in findings(text(thread(key=key)))


def test_words_are_as_long_as_the_schema_lets_them_be() -> None:
    name, html = "n" * LONGEST_NAME, "w" * LONGEST_HTML
    assert read_archive(text(thread(said("1", name=name, html=html)))).threads[0].comments[0].html == html
    assert "name: write text of at most 200 characters" in findings(text(thread(said("1", name=f"{name}n"))))
    assert "html: write text of at most 200000 characters" in findings(text(thread(said("1", html=f"{html}w"))))


def test_halves_of_letters_in_words_are_read_since_they_are_taken_out_later() -> None:
    assert read_archive(text(thread(said("1", html="\ud800")))).threads[0].comments[0].html == "\ud800"


_VALUES = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["1", "a b", "", "2031-03-04T18:00:00Z"])


@given(st.dictionaries(st.sampled_from(["id", "parent", "name", "created", "edited", "html", "more"]), _VALUES))
def test_the_reader_refuses_whatever_the_schema_refuses(changes: dict[str, Any]) -> None:
    document = written(thread({**said("7"), **changes}))
    if by_schema().is_valid(document):
        # Whether a parent is there is more than a schema can say.
        document["threads"][0]["comments"][0]["parent"] = None
        assert isinstance(read_archive(json.dumps(document)), Archive)
    else:
        findings(json.dumps(document))


def test_archives_from_several_places_are_one_in_the_order_of_time() -> None:
    service = read_archive(
        text(
            thread(said("9", created="2031-03-05T10:00:00Z"), said("10", created="2031-03-05T10:00:00Z")),
            thread(key="posts/other/"),
        )
    )
    imported = read_archive(
        text(thread(said("w1", created="2030-01-01T10:00:00Z"), said("9", html="other"), closed=True))
    )
    threads = merged([service, imported])
    assert [held.id for held in threads["posts/hello/"].comments] == ["w1", "9", "10"]
    assert threads["posts/hello/"].closed
    assert threads["posts/hello/"].comments[1].html == "<p>Words.</p>"
    assert not threads["posts/other/"].closed
