"""Isso's tables, as Isso 0.14 makes them (version 5 of its schema), and the way to them from its earlier versions.

Isso itself can be started over the same file, before and after (docs/decisions/0137).
"""

import sqlite3

VERSION = 5
_COMMENTS = """CREATE TABLE IF NOT EXISTS comments (
    tid REFERENCES threads(id),
    id INTEGER PRIMARY KEY,
    parent INTEGER,
    created FLOAT NOT NULL,
    modified FLOAT,
    mode INTEGER,
    remote_addr VARCHAR,
    text VARCHAR NOT NULL,
    author VARCHAR,
    email VARCHAR,
    website VARCHAR,
    likes INTEGER DEFAULT 0,
    dislikes INTEGER DEFAULT 0,
    voters BLOB NOT NULL,
    notification INTEGER DEFAULT 0
)"""
_TABLES = (
    "CREATE TABLE IF NOT EXISTS preferences (key VARCHAR PRIMARY KEY, value VARCHAR)",
    "CREATE TABLE IF NOT EXISTS threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256))",
    _COMMENTS,
)
_TRIGGER = (
    "CREATE TRIGGER IF NOT EXISTS remove_stale_threads AFTER DELETE ON comments"
    " BEGIN DELETE FROM threads WHERE id NOT IN (SELECT tid FROM comments); END"
)
_ONE_LEVEL_OF_REPLIES = """
    WITH RECURSIVE below(id, top) AS (
        SELECT id, id FROM comments WHERE parent IS NULL
        UNION SELECT comments.id, below.top FROM comments JOIN below ON comments.parent = below.id
    )
    UPDATE comments SET parent = (SELECT top FROM below WHERE below.id = comments.id)
    WHERE id IN (SELECT id FROM below WHERE id != top)
"""
_WITH_NOTIFICATION = "ALTER TABLE comments ADD COLUMN notification INTEGER DEFAULT 0"
_EVERY_COMMENT_HAS_WORDS = (
    "ALTER TABLE comments RENAME TO comments_before",
    _COMMENTS,
    """INSERT INTO comments SELECT tid, id, parent, created, modified, mode, remote_addr, coalesce(text, ''), author,
        email, website, likes, dislikes, voters, notification FROM comments_before""",
    "DROP TABLE comments_before",
)


class NewerSchema(sqlite3.DatabaseError):
    """The file is a newer Isso's; the message says so."""


def bring_up(connection: sqlite3.Connection) -> None:
    """Make the tables, or make those of an earlier Isso as today's are; all of it or nothing. Raises NewerSchema."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        _bring_up(connection)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _bring_up(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise NewerSchema(f"a newer Isso wrote it (version {version} of its tables; this service knows {VERSION})")
    is_there = bool(connection.execute("PRAGMA table_info(comments)").fetchall())
    if is_there and version < 3:
        connection.execute(_ONE_LEVEL_OF_REPLIES)
    if is_there and version < VERSION:
        columns = connection.execute("PRAGMA table_info(comments)").fetchall()
        missing = () if "notification" in {column[1] for column in columns} else (_WITH_NOTIFICATION,)
        for change in (*missing, *_EVERY_COMMENT_HAS_WORDS):
            connection.execute(change)
    for made in (*_TABLES, _TRIGGER, f"PRAGMA user_version = {VERSION}"):
        connection.execute(made)
