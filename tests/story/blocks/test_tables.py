"""Tables, and how large they may be."""

from tests.story.stories import findings


def too_many(line: int, cells: str) -> str:
    why = "which takes too long to turn into a page; take columns or rows out [too-large]"
    return f"{line}: with this table the story has {cells} cells, {why}"


def test_cells_are_counted_before_short_rows_are_filled_up() -> None:
    wide = "|a" * 500 + "|\n" + "|-" * 500 + "|\n"
    assert findings(wide + "|a|\n" * 99) == []
    assert findings(wide + "|a|\n" * 100) == [too_many(10, "50,500")]
    assert findings("Words.\n\n" + wide + "|a|\n" * 3_000) == [too_many(12, "1,500,500")]
