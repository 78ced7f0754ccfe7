"""The file is Isso's: what Isso 0.14 wrote is read here, and what is written here is as Isso 0.14 writes it."""

import json
import re
import sqlite3
from html import unescape
from pathlib import Path

import jsonschema_rs
import pytest

from plugins.comments.archive import archive_text, read_archive
from plugins.comments.server.archive import archive, words_as_html
from plugins.comments.server.assembly import Assembled
from plugins.comments.server.comment import written_name
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.isso_schema import NewerSchema
from plugins.comments.server.store import Store, ThreadPosition
from plugins.workbench.paths import CHECKOUT
from tests.support.comment_services import MAKING, MEETING, Clock

RECORDED = Path(__file__).parent / "recorded" / "isso-0.14.sql"
EARLIER = """
CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL,
    modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR, author VARCHAR, email VARCHAR, website VARCHAR,
    likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0, voters BLOB NOT NULL{notification});
CREATE TABLE preferences (key VARCHAR PRIMARY KEY, value VARCHAR);
CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
INSERT INTO threads VALUES (1, '/workshops/meeting/', 'We met'), (2, '/posts/other/', 'Other');
INSERT INTO comments (tid, id, parent, created, mode, remote_addr, text, author, email, voters) VALUES
    (1, 1, NULL, 1, 1, '203.0.113.0', 'One', 'Ada', 'ada@example.org', zeroblob(256)),
    (1, 2, 1, 2, 1, '203.0.113.0', 'Two', 'Mo', NULL, zeroblob(256)),
    (1, 3, 2, 3, 1, '203.0.113.0', 'Three', NULL, NULL, zeroblob(256)),
    (1, 4, 3, 4, 2, '203.0.113.0', NULL, NULL, NULL, zeroblob(256)),
    (2, 5, 99, 5, 1, '203.0.113.0', 'Orphan', NULL, NULL, zeroblob(256)),
    (2, 6, 7, 6, 1, '203.0.113.0', 'Round', NULL, NULL, zeroblob(256)),
    (2, 7, 6, 7, 4, '203.0.113.0', '', NULL, NULL, zeroblob(256));
CREATE TRIGGER remove_stale_threads AFTER DELETE ON comments
    BEGIN DELETE FROM threads WHERE id NOT IN (SELECT tid FROM comments); END;
PRAGMA user_version = {version};
"""
"""What Isso's own migrations start from [isso 0.14.0, isso/db/__init__.py]."""


def file_of(folder: Path, script: str) -> Path:
    file = folder / "comments.db"
    connection = sqlite3.connect(file)
    connection.executescript(script)
    connection.close()
    return file


def schema_of(file: Path) -> tuple[int, dict[str, str]]:
    """The version, and what makes each table and trigger of Isso's, whatever blanks and quotes are in it."""
    connection = sqlite3.connect(file)
    made = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'diary_%'")
    told = {name: re.sub(r"\s*([(),;])\s*", r"\1", " ".join(sql.replace('"', "").split())) for name, sql in made}
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    connection.close()
    return version, told


def rows_of(store: Store) -> list[tuple[object, ...]]:
    return store.database.execute("SELECT id, parent, mode, text, author, email, remote_addr FROM comments").fetchall()


def add(app: Assembled, words: str, name: str = "", parent: int | None = None, *, approve: bool = True) -> int:
    number = app.store.add(
        ThreadPosition(thread=MEETING, title="We met", parent=parent), CommentText(name=name, words=words)
    )
    if approve:
        app.actions.approve(number, CommentText(name=name, words=words), by="Robin")
    return number


def test_a_new_file_has_the_tables_that_isso_itself_makes(app: Assembled, tmp_path: Path) -> None:
    (tmp_path / "isso").mkdir()
    assert schema_of(tmp_path / "comments.db") == schema_of(file_of(tmp_path / "isso", RECORDED.read_text("utf-8")))


def test_what_isso_itself_took_in_is_shown_here(tmp_path: Path) -> None:
    store = Store(file_of(tmp_path, RECORDED.read_text("utf-8")), Clock())
    assert [(c.id, c.thread, c.title, c.parent, c.name, c.words) for c in store.published()] == [
        (1, MEETING, "We met", None, "Ada <3 & Mo", "From Isso"),
        (2, MEETING, "We met", 1, "Mo", "A reply"),
        (3, MEETING, "We met", 1, "", "An answer to the reply"),
        (5, MEETING, "We met", 4, "", "A reply to what is gone"),
    ]
    assert [(c.id, c.name, c.words) for c in store.waiting()] == [(6, "Robin", "Waiting")]
    assert store.comment(4) is None
    assert [c.id for c in store.replies(1)] == [2, 3]
    store.database.close()


def test_what_isso_itself_kept_of_its_writers_is_forgotten_at_the_next_start(tmp_path: Path) -> None:
    file = file_of(tmp_path, RECORDED.read_text("utf-8"))
    traces = (b"203.0.113", b"ada@example.org", b"gone@example.org", b"ada.example")
    assert all(trace in file.read_bytes() for trace in traces)
    store = Store(file, Clock())
    raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not any(trace in raw for trace in traces)
    store.database.close()


def test_a_comment_is_written_as_isso_itself_writes_one_but_for_the_writers_traces(app: Assembled) -> None:
    first = add(app, "First words", "Mo & Ada <3")
    second = add(app, "A reply", parent=first)
    third = add(app, "An answer to the reply", parent=second)
    elsewhere = app.store.add(ThreadPosition(thread=MAKING, title="", parent=first), CommentText(name="", words="Up"))
    nowhere = add(app, "To nobody", parent=999, approve=False)
    assert rows_of(app.store) == [
        (first, None, 1, "First words", "Mo &amp; Ada &lt;3", None, "0.0.0.0"),
        (second, first, 1, "A reply", None, None, "0.0.0.0"),
        (third, first, 1, "An answer to the reply", None, None, "0.0.0.0"),
        (elsewhere, None, 2, "Up", None, None, "0.0.0.0"),
        (nowhere, None, 2, "To nobody", None, None, "0.0.0.0"),
    ]


def test_a_deleted_comment_with_replies_is_left_as_isso_itself_leaves_one(app: Assembled) -> None:
    first = add(app, "First words", "Mo")
    reply = add(app, "A reply", parent=first)
    app.actions.delete(first, with_replies=False, by="Robin")
    assert rows_of(app.store) == [
        (first, None, 4, "", None, None, "0.0.0.0"),
        (reply, first, 1, "A reply", None, None, "0.0.0.0"),
    ]


@pytest.mark.parametrize("version", [0, 1, 2, 3, 4])
def test_a_file_of_an_earlier_isso_becomes_what_isso_itself_makes_of_it(tmp_path: Path, version: int) -> None:
    notification = ", notification INTEGER DEFAULT 0" if version == 4 else ""
    file = file_of(tmp_path, EARLIER.format(version=version, notification=notification))
    store = Store(file, Clock())
    top, waits_below = (1, 1) if version < 3 else (2, 3)
    assert [row[:5] for row in rows_of(store)] == [
        (1, None, 1, "One", "Ada"),
        (2, 1, 1, "Two", "Mo"),
        (3, top, 1, "Three", None),
        (4, waits_below, 2, "", None),
        (5, 99, 1, "Orphan", None),
        (6, 7, 1, "Round", None),
        (7, 6, 4, "", None),
    ]
    store.database.close()
    (tmp_path / "isso").mkdir()
    assert schema_of(file) == schema_of(file_of(tmp_path / "isso", RECORDED.read_text("utf-8")))
    Store(file, Clock()).database.close()


def test_a_file_of_a_newer_isso_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = file_of(tmp_path, RECORDED.read_text("utf-8") + "PRAGMA user_version = 6;")
    with pytest.raises(NewerSchema) as told:
        Store(file, Clock())
    assert str(told.value) == "a newer Isso wrote it (version 6 of its tables; this service knows 5)"
    assert sqlite3.connect(file).execute("SELECT email FROM comments WHERE id = 1").fetchone() == ("ada@example.org",)


def test_a_file_that_cannot_be_brought_up_is_left_as_it_is(tmp_path: Path) -> None:
    script = EARLIER.format(version=2, notification="").replace("website VARCHAR,", "")
    file = file_of(tmp_path, script)
    with pytest.raises(sqlite3.OperationalError):
        Store(file, Clock())
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT parent FROM comments WHERE id = 3").fetchone() == (2,)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    connection.close()


@pytest.mark.parametrize("name", ["Mo & Ada", "<b>", "&amp;", "&lt;", "&copy", 'Tom\'s "lamp"', ""])
def test_a_name_comes_back_as_it_was_written(name: str) -> None:
    assert unescape(written_name(name) or "") == name


def test_the_archive_holds_what_was_approved_and_nothing_else(app: Assembled, clock: Clock) -> None:
    first = add(app, "First\nline\n\n<script>alert(1)</script> & more", "Mo")
    clock.now += 60
    reply = add(app, "Reply", parent=first)
    gone = add(app, "Gone")
    orphan = add(app, "Orphan", parent=gone)
    add(app, "Waiting", approve=False)
    app.actions.delete(gone, with_replies=False, by="Robin")
    app.actions.close(MAKING, by="Robin")
    clock.now += 60.9
    text = archive_text(archive(app.store.published(), app.store.closed(), app.store.moment()))
    told = json.loads(text)
    comments = [
        {
            "id": str(first),
            "parent": None,
            "name": "Mo",
            "created": "2030-03-17T17:46:40Z",
            "edited": None,
            "html": "<p>First<br>line</p><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>",
        },
        {
            "id": str(reply),
            "parent": str(first),
            "name": "",
            "created": "2030-03-17T17:47:40Z",
            "edited": None,
            "html": "<p>Reply</p>",
        },
        {
            "id": str(orphan),
            "parent": None,
            "name": "",
            "created": "2030-03-17T17:47:40Z",
            "edited": None,
            "html": "<p>Orphan</p>",
        },
    ]
    schema = json.loads((CHECKOUT / "plugins/comments/archive/archive.schema.json").read_text("utf-8"))
    jsonschema_rs.validate(schema, told, validate_formats=True)
    read = read_archive(text)
    assert [thread.thread for thread in read.threads] == [MAKING, MEETING]
    assert told == {
        "version": 1,
        "exported": "2030-03-17T17:48:40Z",
        "threads": [
            {"thread": MAKING, "closed": True, "comments": []},
            {"thread": MEETING, "closed": False, "comments": comments},
        ],
    }


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("One", "<p>One</p>"),
        ("*One* _two_ [three](javascript:alert(1))", "<p>*One* _two_ [three](javascript:alert(1))</p>"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("a\n\nb\nc", "<p>a</p><p>b<br>c</p>"),
    ],
)
def test_words_are_shown_as_they_were_typed(words: str, html: str) -> None:
    assert words_as_html(words) == html
