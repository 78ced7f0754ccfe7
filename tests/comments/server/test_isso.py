"""The file is Isso's: Isso itself opens it, and tells the same."""

import json
from pathlib import Path

import isso.config
import jsonschema
import pytest
from isso import Isso
from isso.core import Mixin
from werkzeug.test import Client

from plugins.comments.archive import archive_text, read_archive
from plugins.comments.server.archive import archive, words_as_html
from plugins.comments.server.assembly import Assembled
from plugins.comments.server.comment import read_name, written_name
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.store import Store, ThreadPosition
from plugins.workbench.paths import CHECKOUT
from tests.support.comment_services import MAKING, MEETING, Clock

# Isso leaves it to Python to close its connections, and newer Pythons complain of that.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


class IssoItself(Isso, Mixin):  # type: ignore[misc]  # Isso brings no types.
    """Isso's own application, with its own settings, over our file."""


def isso_over(database: Path) -> Client:
    settings = isso.config.load(isso.config.default_file())
    settings.set("general", "dbpath", str(database))
    settings.set("general", "host", "http://localhost:8000")
    return Client(IssoItself(settings))


def add(app: Assembled, words: str, name: str = "", parent: int | None = None, *, approve: bool = True) -> int:
    number = app.store.add(
        ThreadPosition(thread=MEETING, title="We met", parent=parent), CommentText(name=name, words=words)
    )
    if approve:
        app.actions.approve(number, CommentText(name=name, words=words), by="Robin")
    return number


def test_isso_itself_shows_what_was_approved_and_nothing_that_waits(app: Assembled, tmp_path: Path) -> None:
    first = add(app, "First words", "Mo & Ada")
    reply = add(app, "A reply", parent=first)
    add(app, "Waiting", approve=False)
    told = json.loads(isso_over(tmp_path / "comments.db").get(f"/?uri=/{MEETING}").data)
    assert told["total_replies"] == 2
    assert [(c["id"], c["text"], c["author"], c["mode"]) for c in told["replies"]] == [
        (first, "<p>First words</p>", "Mo &amp; Ada", 1)
    ]
    assert [(c["id"], c["parent"]) for c in told["replies"][0]["replies"]] == [(reply, first)]


def test_isso_itself_finds_a_deleted_comment_with_replies_as_it_would_leave_one(app: Assembled, tmp_path: Path) -> None:
    first = add(app, "First words", "Mo")
    add(app, "A reply", parent=first)
    app.actions.delete(first, with_replies=False, by="Robin")
    told = json.loads(isso_over(tmp_path / "comments.db").get(f"/?uri=/{MEETING}").data)
    assert [(c["mode"], c["text"], c["author"]) for c in told["replies"]] == [(4, "<p></p>", None)]


def test_a_comment_that_isso_itself_took_in_is_shown_here(app: Assembled, tmp_path: Path) -> None:
    client = isso_over(tmp_path / "comments.db")
    written = {"text": "From Isso", "author": "Ada <3", "title": "We met"}
    assert client.post(f"/new?uri=/{MEETING}", json=written).status_code == 201
    assert [(c.thread, c.name, c.words) for c in app.store.published()] == [(MEETING, "Ada <3", "From Isso")]


def test_what_isso_itself_kept_of_its_writers_is_forgotten_at_the_next_start(tmp_path: Path) -> None:
    client = isso_over(tmp_path / "comments.db")
    written = {
        "text": "From Isso",
        "author": "Ada",
        "email": "ada@example.org",
        "website": "ada.example",
        "title": "We met",
    }
    client.post(f"/new?uri=/{MEETING}", json=written, environ_base={"REMOTE_ADDR": "203.0.113.77"})
    assert b"ada@example.org" in (tmp_path / "comments.db").read_bytes()
    store = Store(tmp_path / "comments.db", Clock())
    assert [(c.name, c.words) for c in store.published()] == [("Ada", "From Isso")]
    raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not any(trace in raw for trace in (b"203.0.113", b"ada@example.org", b"ada.example"))
    store.database.close()


def test_everybody_has_the_same_hash_at_isso_since_no_address_is_kept(app: Assembled, tmp_path: Path) -> None:
    add(app, "One")
    add(app, "Two")
    told = json.loads(isso_over(tmp_path / "comments.db").get(f"/?uri=/{MEETING}").data)
    assert len({comment["hash"] for comment in told["replies"]}) == 1


@pytest.mark.parametrize("name", ["Mo & Ada", "<b>", "&amp;", "&lt;", "&copy", 'Tom\'s "lamp"', ""])
def test_a_name_comes_back_as_it_was_written(name: str) -> None:
    assert read_name(written_name(name) or "") == name


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
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(told)
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
