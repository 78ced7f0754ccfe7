"""What is developed once is kept, and what is kept is the same as what would be developed."""

from pathlib import Path

import pytest

from plugins.photos.darkroom import Darkroom
from plugins.photos.plan import Order, Point, Region, Use
from plugins.photos.store import FolderStore, MemoryStore, Store
from tests.support.photographs import file_of, photograph, put

ALL: frozenset[Use] = frozenset({"story", "gallery", "thumbnail", "share"})


def kept(tmp_path: Path, *, diary: str = "content", read_only: bool = False) -> FolderStore:
    (tmp_path / diary).mkdir(exist_ok=True)
    return FolderStore(tmp_path / "kept", diary=tmp_path / diary, read_only=read_only)


def names(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_a_picture_is_opened_once_and_never_again(tmp_path: Path) -> None:
    order = Order(put(tmp_path, "a.jpg", file_of(photograph(1500, 1000))), ALL, Point(0.3, 0.7))
    first, second = Darkroom(kept(tmp_path)), Darkroom(kept(tmp_path))
    made = first.developed([order])
    assert second.developed([order]) == made
    assert (first.exposures, second.exposures) == (1, 0)
    for held in made[order].prints.values():
        assert first.content(held) == second.content(held)


def test_a_broken_picture_is_looked_at_once(tmp_path: Path) -> None:
    order = Order(put(tmp_path, "a.jpg", b"no picture"), ALL)
    first, second = Darkroom(kept(tmp_path)), Darkroom(kept(tmp_path))
    assert first.developed([order]) == second.developed([order])
    assert (first.exposures, second.exposures) == (1, 0)


def test_a_file_does_not_depend_on_which_others_are_made_with_it(tmp_path: Path) -> None:
    file = put(tmp_path, "a.jpg", file_of(photograph(3000, 2000)))
    together = Darkroom().developed([Order(file, ALL)])[Order(file, ALL)]
    for use in sorted(ALL):
        order = Order(file, frozenset({use}))
        alone = Darkroom().developed([order])[order]
        assert alone.colour == together.colour
        assert {recipe: held.path for recipe, held in alone.prints.items()}.items() <= {
            recipe: held.path for recipe, held in together.prints.items()
        }.items()


def test_what_is_wanted_later_joins_what_is_there(tmp_path: Path) -> None:
    file = put(tmp_path, "a.jpg")
    looked_at, story, both = Order(file), Order(file, frozenset({"story"})), Order(file, frozenset({"story", "share"}))
    darkroom = Darkroom(kept(tmp_path))
    assert darkroom.developed([looked_at])[looked_at].colour == ""
    made = darkroom.developed([story])[story]
    assert darkroom.developed([both])[both].colour == made.colour != ""
    assert darkroom.developed([looked_at])[looked_at].colour == made.colour
    assert darkroom.exposures == 3


def test_what_is_hidden_makes_another_picture_of_it(tmp_path: Path) -> None:
    file = put(tmp_path, "a.jpg")
    plain, hidden = Order(file, ALL), Order(file, ALL, blur=(Region(0.1, 0.1, 0.5, 0.5),))
    made = Darkroom().developed([plain, hidden])
    paths = [{held.path for held in made[order].prints.values()} for order in (plain, hidden)]
    assert made[plain].key != made[hidden].key
    assert paths[0].isdisjoint(paths[1])


def test_many_pictures_come_out_as_each_would_alone(tmp_path: Path) -> None:
    orders = [Order(put(tmp_path, f"{n}.jpg", file_of(photograph(seed=n))), ALL) for n in range(20)]
    orders.insert(7, Order(put(tmp_path, "broken.jpg", b""), ALL))
    together = Darkroom().developed(orders)
    assert list(together) == orders
    for order in orders:
        assert Darkroom().developed([order])[order] == together[order]


@pytest.mark.parametrize("store", ["memory", "folder"])
def test_a_store_keeps_what_the_diary_has_and_nothing_else(tmp_path: Path, store: str) -> None:
    held: Store = MemoryStore() if store == "memory" else kept(tmp_path)
    for name in ("one/a.webp", "one/verdict.json", "two/a.webp"):
        held.put(name, name.encode())
    held.keep_only({"one"})
    assert held.names("one") == ("a.webp", "verdict.json")
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


def test_every_diary_has_a_store_of_its_own_for_as_long_as_it_is_there(tmp_path: Path) -> None:
    one, other = kept(tmp_path, diary="one"), kept(tmp_path, diary="other")
    one.put("key/a", b"1")
    other.keep_only(())
    assert one.get("key/a") == b"1"
    (tmp_path / "one").rmdir()
    (tmp_path / "kept" / "half-made").mkdir()
    other.put("key/a", b"2")
    other.keep_only({"key"})
    assert one.get("key/a") is None
    assert {name.partition("/")[2] for name in names(tmp_path / "kept")} == {"of", "key/a"}


def test_a_print_that_is_gone_is_an_error_of_ours(tmp_path: Path) -> None:
    order = Order(put(tmp_path, "a.jpg"), ALL)
    darkroom = Darkroom()
    made = darkroom.developed([order])[order]
    darkroom.store.keep_only(())
    with pytest.raises(FileNotFoundError, match="is gone from the store of pictures; build again"):
        darkroom.content(next(iter(made.prints.values())))
