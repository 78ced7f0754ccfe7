"""A line, read from its left: how far it is indented, and what is left of it."""

from dataclasses import dataclass

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
        while columns > 0 and self.rest[:1] in (" ", "\t"):
            width = _TAB - self.column % _TAB if self.rest[0] == "\t" else 1
            taken = min(width, columns)
            self.rest = " " * (width - taken) + self.rest[1:]
            self.column += taken
            columns -= taken

    def read(self, signs: int) -> None:
        """Read so many signs that are not blank."""
        self.rest = self.rest[signs:]
        self.column += signs
