"""A line, read from its left: how far it is indented, and what is left of it."""

from plugins.records import dataclass

_TAB = 4


@dataclass(slots=True)
class Line:
    """What is left of a line behind the signs that were read; `column` is where that begins."""

    number: int
    rest: str
    column: int = 0

    @property
    def is_blank(self) -> bool:
        return not self.rest.strip(" \t")

    @property
    def indent(self) -> int:
        """How many columns are empty before the first sign."""
        column = self.column
        for sign in self.rest:
            if sign == "\t":
                column += _TAB - column % _TAB
            elif sign == " ":
                column += 1
            else:
                break
        return column - self.column

    @property
    def words(self) -> str:
        """What is left, without the empty columns before it."""
        return self.rest.lstrip(" \t")

    def skip(self, columns: int) -> None:
        """Read so many empty columns; a tab of which some are left is told as spaces."""
        end, place = self.column + columns, 0
        while self.column < end and self.rest[place : place + 1] in (" ", "\t"):
            self.column += _TAB - self.column % _TAB if self.rest[place] == "\t" else 1
            place += 1
        left = max(self.column - end, 0)
        self.rest = " " * left + self.rest[place:]
        self.column -= left

    def read(self, signs: int) -> None:
        """Read so many signs that are not blank."""
        self.rest = self.rest[signs:]
        self.column += signs
