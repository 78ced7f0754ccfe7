"""The theme's scale, written out where it is used: compressed, the name of a length costs more than its figure.

Lengths that a sheet may set anew, such as the measure, keep their names.
"""

import re
from collections.abc import Mapping

_LENGTH = re.compile(r"(--(?:space|step)-[-\d]+):\s*([^;}]+);?")


def lengths_of(sheet: str) -> Mapping[str, str]:
    """Every space and every size of letters that the tokens name."""
    return dict(_LENGTH.findall(sheet))


def in_figures(sheet: str, lengths: Mapping[str, str]) -> str:
    """A shortened style sheet with figures in place of the names, and without what says what they mean."""
    sheet = _LENGTH.sub("", sheet)
    for name, length in lengths.items():
        sheet = sheet.replace(f"var({name})", length)
    return sheet
