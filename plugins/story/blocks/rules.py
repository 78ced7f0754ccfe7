"""How the lines look with which blocks begin."""

import re

from plugins.patterns import lazy_pattern

RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
FENCE = lazy_pattern(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
MEANING = re.compile(r":(?=[ \t])")
FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:")
ENDS_TABLE = lazy_pattern(r">|#{1,6}(?:[ \t]|$)|`{3,}[^`]*$|~{3}|(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DASHES = lazy_pattern(r":?-+:?")
_BAR = lazy_pattern(r"(?<!\\)(?:\\\\)*\|")


def cells(row: str) -> list[str]:
    """The cells of a row; a bar with a backslash before it is none between cells."""
    row = row.strip()
    pieces: list[str] = []
    start = 0
    for bar in _BAR.finditer(row):
        pieces.append(row[start : bar.end() - 1])
        start = bar.end()
    pieces.append(row[start:])
    if len(pieces) > 1 and not pieces[0].strip():
        pieces.pop(0)
    if len(pieces) > 1 and not pieces[-1].strip():
        pieces.pop()
    return [piece.strip().replace("\\|", "|") for piece in pieces]


def is_below_heading(dashes: str, heading: str) -> bool:
    """Whether a line of dashes and bars makes a table of the line above it."""
    return is_of_dashes(dashes, heading) and len(cells(dashes)) == len(cells(heading))


def is_of_dashes(line: str, above: str = "") -> bool:
    """Whether a line holds but dashes, with bars between them or in the line above."""
    is_likely = not line.strip("|:- \t") and "-" in line and "|" in line + above
    return is_likely and all(map(_DASHES.fullmatch, cells(line)))


def heading_words(words: str) -> str:
    """The words of a heading without the signs that close it."""
    words = words.strip(" \t")
    unclosed = words.rstrip("#")
    return unclosed.rstrip(" \t") if not unclosed or unclosed[-1] in " \t" else words


def columns(line: str) -> int:
    """How many cells a line has that came out of a table in Word or a spreadsheet: tabs are between them."""
    return line.count("\t") + 1 if line.strip(" \t") else 0
