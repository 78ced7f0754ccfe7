"""Tables as a story has them: one heading row, one line a row, every cell by itself."""

from collections import Counter
from copy import copy

from bs4 import BeautifulSoup, Tag

from plugins.imports.pasting.cleaning import BLOCKS

_MOST_CELLS = 20_000
_WIDEST = 100
_ENDS = tuple(".!?:;,")
_BREAK = "\ue012"
"""Stands where a line of a cell ended: a sign that nothing pasted holds any more."""
Grid = list[list[Tag | None]]


def with_tables(soup: BeautifulSoup, lost: Counter[str]) -> None:
    """Change the tree so that each table is plain; a merged cell's words stand in each cell that it covered."""
    for table in soup.find_all("table"):
        if _is_layout(table):
            for part in table.find_all(["tbody", "thead", "tfoot", "tr", "td", "th"]):
                if part.find_parent("table") is table:
                    part.name = "div"
            table.name = "div"
    for table in soup.find_all("table"):
        grid, is_merged = _grid(soup, table)
        lost["merged cells"] += is_merged
        _write(soup, table, _trimmed(grid))


def _is_layout(table: Tag) -> bool:
    """Whether a table only puts things beside each other, as in e-mails."""
    return table.find("table") is not None or len(table.find_all(["td", "th"])) < 2


def _grid(soup: BeautifulSoup, table: Tag) -> tuple[Grid, bool]:
    rows = table.find_all("tr")
    grid: Grid = [[] for _ in rows]
    is_merged = False
    for number, row in enumerate(rows):
        for cell in row.find_all(["td", "th"], recursive=False):
            wide, high = (_span(cell, name) for name in ("colspan", "rowspan"))
            column = next((place for place, held in enumerate(grid[number]) if held is None), len(grid[number]))
            is_merged = is_merged or (bool(cell.get_text(strip=True)) and wide * high > 1)
            _flatten(cell)
            for below in range(number, min(number + high, len(rows))):
                _put(grid[below], column, [copy(cell) for _ in range(min(wide, _WIDEST))])
            if sum(map(len, grid)) > _MOST_CELLS:
                return grid, is_merged
    return [[cell or soup.new_tag("td") for cell in row] for row in grid], is_merged


def _span(cell: Tag, name: str) -> int:
    written = str(cell.get(name) or "1")
    return max(1, int(written)) if written.isdecimal() and len(written) < 5 else 1


def _put(row: list[Tag | None], column: int, cells: list[Tag]) -> None:
    while len(row) < column + len(cells):
        row.append(None)
    row[column : column + len(cells)] = cells


def _flatten(cell: Tag) -> None:
    """Several lines in a cell are one, since a line ends the row."""
    for each in cell.find_all([*BLOCKS, "br"]):
        each.insert_before(_BREAK)
        each.insert_after(_BREAK)
        each.unwrap()
    last, is_next_line = "", False
    for text in cell.find_all(string=True):
        if text == _BREAK:
            is_next_line = bool(last)
            text.replace_with("")
        elif words := text.strip():
            if is_next_line:
                text.insert_before(" " if last in _ENDS else "; ")
            last, is_next_line = words[-1], False


def _trimmed(grid: Grid) -> list[list[Tag]]:
    """Without rows and columns in which nothing stands, and all rows as long as the longest."""
    rows = [[cell for cell in row if cell is not None] for row in grid]
    rows = [row for row in rows if any(cell.get_text(strip=True) for cell in row)]
    width = max(map(len, rows), default=0)
    rows = [row + [Tag(name="td") for _ in range(width - len(row))] for row in rows]
    filled = [column for column in range(width) if any(row[column].get_text(strip=True) for row in rows)]
    return [[row[column] for column in filled] for row in rows]


def _write(soup: BeautifulSoup, table: Tag, rows: list[list[Tag]]) -> None:
    """The table anew. A first row of one merged cell is a line above it, one column alone a list."""
    titles = []
    while len(rows) > 1 and len(rows[0]) > 1 and len({cell.get_text() for cell in rows[0]}) == 1:
        titles.append(rows.pop(0)[0])
    is_list = bool(rows) and len(rows[0]) == 1
    new = soup.new_tag("ul" if is_list else "table")
    for number, row in enumerate(rows):
        line = soup.new_tag("li" if is_list else "tr")
        for cell in row:
            cell.attrs = {}
            cell.name = "th" if number == 0 else "td"
            line.extend(list(cell.contents) if is_list else [cell])
        new.append(line)
    for title in titles:
        title.name, title.attrs = "p", {}
        table.insert_before(title)
    table.replace_with(new)
