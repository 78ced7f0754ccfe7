"""What was written for an earlier version, as the present one reads it: each change, and not one byte beside it."""

from pathlib import Path

import pytest

from plugins.frontmatter import Mapping, Sequence
from plugins.frontmatter.changes import KEPT, Change, Item, Renamed
from plugins.migrations import Migration, NotMigrated, migrated

SERIES = Migration(
    "1.1.0",
    frozenset({"settings"}),
    "In content/diary.yml, “series” is “planned_workshops”.",
    lambda said: {"series": Renamed("planned_workshops")} if said.get("series") else {},
)


def _without_nobody(said: Mapping) -> Change:
    photos = said.get("photos")
    if not isinstance(photos, Sequence):
        return {}
    renamed = {"people": Renamed("shows")}
    return {
        "photos": tuple(
            Item(renamed if isinstance(photo, Mapping) else KEPT, at) for at, photo in enumerate(photos.items)
        )
    }


SHOWS = Migration("1.2.0", frozenset({"workshop", "post"}), "Of a photo, “people” is “shows”.", _without_nobody)
POST = "---\r\ntitle: 'One' # first\r\nphotos:\r\n  # hers\r\n  - {file: a.jpg, people: none} # nobody\r\n---\r\npeople: none\r\n"


def written(folder: Path, **files: str) -> Path:
    content = folder / "content"
    for name, text in {"diary.yml": "name: Ours\nseries: 4  # in all\n", **files}.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(text.encode())
    return content


def test_each_file_is_changed_where_it_must_be_and_nothing_is_written(tmp_path: Path) -> None:
    content = written(
        tmp_path, **{"posts/one.md": POST, "posts/two.md": "---\ntitle: Two\n---\nTwo\n", "pages/about.md": POST}
    )
    before = {path: path.read_bytes() for path in content.rglob("*.*")}
    diary, post = migrated(content, (SERIES, SHOWS))
    assert (diary.source, diary.after) == ("content/diary.yml", b"name: Ours\nplanned_workshops: 4  # in all\n")
    assert (post.source, post.path) == ("content/posts/one.md", content / "posts/one.md")
    assert post.after == POST.replace("people: none}", "shows: none}").encode()
    assert (diary.says, post.says) == ((SERIES.says,), (SHOWS.says,))
    assert {path: path.read_bytes() for path in content.rglob("*.*")} == before
    assert (diary.before, post.before) == (before[diary.path], before[post.path])


def test_migrations_of_several_versions_follow_each_other(tmp_path: Path) -> None:
    again = Migration("1.3.0", SERIES.kinds, "It is “of”.", lambda _said: {"planned_workshops": Renamed("of")})
    [diary] = migrated(written(tmp_path), (SERIES, again))
    assert (diary.after, diary.says) == (b"name: Ours\nof: 4  # in all\n", (SERIES.says, again.says))


def test_a_file_that_no_program_changes_is_told_with_what_is_to_be_written(tmp_path: Path) -> None:
    content = written(tmp_path, **{"diary.yml": "name: Ours\nseries: 4\nplanned_workshops: 4\n"})
    with pytest.raises(NotMigrated) as told:
        list(migrated(content, (SERIES,)))
    assert str(told.value) == (
        "content/diary.yml: this place is written in a way that only its author can change. "
        "In content/diary.yml, “series” is “planned_workshops”. Write it there so yourself."
    )
