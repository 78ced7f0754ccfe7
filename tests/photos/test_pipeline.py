"""What is rendered once is kept, and what is kept is the same as what would be rendered."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest

from plugins.engine.stages import Stages
from plugins.photos.pipeline import Pipeline
from plugins.photos.plan import Point, Region, RenditionRequest, Use
from plugins.photos.store import FolderStore, MemoryStore, Store
from tests.support.photographs import file_of, photograph, put
from tests.support.systems import needs_posix_files

T = TypeVar("T")
ALL: frozenset[Use] = frozenset({"story", "gallery", "thumbnail", "share"})


def kept(tmp_path: Path, *, diary: str = "content", read_only: bool = False) -> FolderStore:
    (tmp_path / diary).mkdir(exist_ok=True)
    return FolderStore(tmp_path / "kept", diary=tmp_path / diary, read_only=read_only)


def names(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_a_picture_is_opened_once_and_never_again(tmp_path: Path) -> None:
    request = RenditionRequest(put(tmp_path, "a.jpg", file_of(photograph(1500, 1000))), ALL, Point(0.3, 0.7))
    first, second = Pipeline(kept(tmp_path)), Pipeline(kept(tmp_path))
    made = first.rendered([request])
    assert second.rendered([request]) == made
    assert (first.decode_count, second.decode_count) == (1, 0)
    for held in made[request].renditions.values():
        assert first.content(held) == second.content(held)


@pytest.mark.parametrize("damage", ["half", "empty", "words", "another's"])
def test_what_was_damaged_or_changed_in_the_store_is_made_anew(tmp_path: Path, damage: str) -> None:
    requests = [
        RenditionRequest(put(tmp_path, f"{n}.jpg", file_of(photograph(90, 60, seed=n))), frozenset({"thumbnail"}))
        for n in range(2)
    ]
    pipeline = Pipeline(kept(tmp_path))
    made = pipeline.rendered(requests)
    shown = [pipeline.content(held) for each in made.values() for held in each.renditions.values()]
    files = sorted((tmp_path / "kept").glob("*/*/*"))
    contents = [file.read_bytes() for file in files]
    ways = {
        "half": [each[: len(each) // 2] for each in contents],
        "empty": [b"" for _ in contents],
        "words": [b"07700 900123" for _ in contents],
        "another's": contents[len(contents) // 2 :] + contents[: len(contents) // 2],
    }
    for file, content in zip(files, ways[damage], strict=True):
        file.write_bytes(content)
    again = Pipeline(kept(tmp_path))
    assert again.rendered(requests) == made
    assert [again.content(held) for each in made.values() for held in each.renditions.values()] == shown
    assert [file.read_bytes() for file in files] == contents


def test_a_broken_picture_is_looked_at_once(tmp_path: Path) -> None:
    request = RenditionRequest(put(tmp_path, "a.jpg", b"no picture"), ALL)
    first, second = Pipeline(kept(tmp_path)), Pipeline(kept(tmp_path))
    assert first.rendered([request]) == second.rendered([request])
    assert (first.decode_count, second.decode_count) == (1, 0)


def test_a_file_does_not_depend_on_which_others_are_made_with_it(tmp_path: Path) -> None:
    file = put(tmp_path, "a.jpg", file_of(photograph(3000, 2000)))
    together = Pipeline().rendered([RenditionRequest(file, ALL)])[RenditionRequest(file, ALL)]
    for use in sorted(ALL):
        request = RenditionRequest(file, frozenset({use}))
        alone = Pipeline().rendered([request])[request]
        assert alone.colour == together.colour
        assert {spec: rendition.path for spec, rendition in alone.renditions.items()}.items() <= {
            spec: rendition.path for spec, rendition in together.renditions.items()
        }.items()


def test_what_is_wanted_later_joins_what_is_there(tmp_path: Path) -> None:
    file = put(tmp_path, "a.jpg")
    looked_at, story, both = (
        RenditionRequest(file),
        RenditionRequest(file, frozenset({"story"})),
        RenditionRequest(file, frozenset({"story", "share"})),
    )
    pipeline = Pipeline(kept(tmp_path))
    assert pipeline.rendered([looked_at])[looked_at].colour == ""
    made = pipeline.rendered([story])[story]
    assert pipeline.rendered([both])[both].colour == made.colour != ""
    assert pipeline.rendered([looked_at])[looked_at].colour == made.colour
    assert pipeline.decode_count == 3


def test_what_is_hidden_makes_another_picture_of_it(tmp_path: Path) -> None:
    file = put(tmp_path, "a.jpg")
    plain, hidden = RenditionRequest(file, ALL), RenditionRequest(file, ALL, blur=(Region(0.1, 0.1, 0.5, 0.5),))
    made = Pipeline().rendered([plain, hidden])
    paths = [{held.path for held in made[request].renditions.values()} for request in (plain, hidden)]
    assert made[plain].key != made[hidden].key
    assert paths[0].isdisjoint(paths[1])


def test_many_pictures_come_out_as_each_would_alone(tmp_path: Path) -> None:
    requests = [RenditionRequest(put(tmp_path, f"{n}.jpg", file_of(photograph(seed=n))), ALL) for n in range(20)]
    requests.insert(7, RenditionRequest(put(tmp_path, "broken.jpg", b""), ALL))
    together = Pipeline().rendered(requests)
    assert list(together) == requests
    for request in requests:
        assert Pipeline().rendered([request])[request] == together[request]


@pytest.mark.parametrize("cores", [1, 2, 4])
def test_no_more_than_two_decoded_pictures_a_core_are_held(
    tmp_path: Path, cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture is held from when it is handed over, at the latest, until its renditions are in the store."""
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    held: list[int] = []

    class Counting(Stages):
        def over(self, name: str, parts: Iterable[T], *, size: Callable[[T], int] = lambda _: 1) -> Iterator[T]:
            for handed_over, request in enumerate(super().over(name, parts, size=size)):
                written = {
                    name.rpartition("/")[0] for name in names(tmp_path / "kept") if "-" in name.rpartition("/")[2]
                }
                held.append(handed_over - len(written))
                yield request

    files = [put(tmp_path, f"{seed}.jpg", file_of(photograph(64, 48, seed=seed))) for seed in range(12)]
    requests = [RenditionRequest(file, frozenset({"thumbnail"})) for file in files]
    assert len(Pipeline(kept(tmp_path), stages=Counting()).rendered(requests)) == len(requests)
    assert max(held) == cores + 1 <= 2 * cores


@pytest.mark.parametrize("store", ["memory", "folder"])
def test_a_store_keeps_what_the_diary_has_and_nothing_else(tmp_path: Path, store: str) -> None:
    held: Store = MemoryStore() if store == "memory" else kept(tmp_path)
    for name in ("one/a.webp", "one/facts.json", "two/a.webp"):
        held.put(name, name.encode())
    held.keep_only({"one"})
    assert held.names("one") == ("a.webp", "facts.json")
    assert held.names("two") == ()
    assert held.get("two/a.webp") is None
    assert held.get("one/a.webp") == b"one/a.webp"


def test_a_store_that_only_reads_writes_nothing(tmp_path: Path) -> None:
    held = kept(tmp_path, read_only=True)
    held.put("one/a", b"x")
    assert not (tmp_path / "kept").exists()
    kept(tmp_path).put("one/a", b"x")
    held.keep_only(())
    assert held.get("one/a") == b"x"


@needs_posix_files
@pytest.mark.parametrize("opened", ["", "key"])
def test_a_private_store_that_others_may_write_to_is_thrown_away(tmp_path: Path, opened: str) -> None:
    def private(*, read_only: bool = False) -> FolderStore:
        return FolderStore(tmp_path / "kept", diary=tmp_path / "content", read_only=read_only, private=True)

    private().put("key/a", b"1")
    (folder,) = (tmp_path / "kept").iterdir()
    assert {each.stat().st_mode & 0o777 for each in (folder, folder / "key")} == {0o700}
    (folder / opened).chmod(0o770)
    assert private(read_only=True).get("key/a") is None
    assert (folder / "key" / "a").exists()
    store = private()
    assert store.get("key/a") is None
    store.put("key/b", b"2")
    assert private().names("key") == ("b",)
    assert {each.stat().st_mode & 0o777 for each in (folder, folder / "key")} == {0o700}


def test_every_diary_has_a_store_of_its_own_for_as_long_as_it_is_there(tmp_path: Path) -> None:
    one, other = kept(tmp_path, diary="one"), kept(tmp_path, diary="other")
    one.put("key/a", b"1")
    other.keep_only(())
    assert one.get("key/a") == b"1"
    (tmp_path / "one").rmdir()
    (tmp_path / "kept" / "half-made").mkdir()
    (tmp_path / "kept" / "half-made" / "of").write_bytes(b"/\xff")
    other.put("key/a", b"2")
    other.keep_only({"key"})
    assert one.get("key/a") is None
    assert {name.partition("/")[2] for name in names(tmp_path / "kept")} == {"of", "key/a"}


def test_what_another_build_threw_away_is_made_again_while_the_photo_is_the_same(tmp_path: Path) -> None:
    request = RenditionRequest(put(tmp_path, "a.jpg", file_of(photograph(90, 60))), frozenset({"story", "thumbnail"}))
    pipeline = Pipeline(kept(tmp_path))
    made = tuple(pipeline.rendered([request])[request].renditions.values())
    before = [pipeline.content(each) for each in made]
    kept(tmp_path).keep_only(())
    assert pipeline.content(made[0]) == before[0]
    assert [pipeline.store.get(each.stored_as) for each in made] == before
    kept(tmp_path).keep_only(())
    put(tmp_path, "a.jpg", file_of(photograph(90, 60, seed=2)))
    with pytest.raises(FileNotFoundError, match=r"a\.jpg was changed meanwhile; build again"):
        pipeline.content(made[0])


def test_stores_of_one_diary_may_keep_and_throw_away_at_once(tmp_path: Path) -> None:
    one, other, is_over = kept(tmp_path), kept(tmp_path), Event()

    def throw_away() -> None:
        while not is_over.is_set():
            other.keep_only(())

    with ThreadPoolExecutor(1) as pool:
        throwing = pool.submit(throw_away)
        try:
            for number in range(300):
                one.put(f"key/{number % 9}", b"1" * 9)
                assert all(one.get(f"key/{name}") in {b"1" * 9, None} for name in one.names("key"))
        finally:
            is_over.set()
        throwing.result(timeout=60)
    other.keep_only(())
    assert names(tmp_path / "kept") == {next((tmp_path / "kept").iterdir()).name + "/of"}
