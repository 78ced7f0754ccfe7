"""One line of front matter, taken apart."""

import re

from plugins.records import dataclass

_HYPHENS = re.compile(r"\A(?:- +)+")
_KEY = re.compile(r"(?P<key>[^\W\d][\w -]{0,60}?) *:(?: +|$)(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """Of `  - title: Welcome` the indent is 2, the text `title: Welcome`, the key `title`, the value `Welcome`.

    Without a key, what follows the hyphen of a list is the value, and a line that is neither has none.
    """

    indent: int
    hyphens: str
    text: str
    key: str
    value: str

    @property
    def column(self) -> int:
        """Where the first name stands, behind the hyphens of a list."""
        return self.indent + len(self.hyphens)


def taken_apart(line: str) -> Line:
    written = line.rstrip().lstrip(" ")
    text = _HYPHENS.sub("", written)
    hyphens = written[: len(written) - len(text)]
    named = _KEY.match(text)
    value = named["value"] if named else text if hyphens else ""
    return Line(
        indent=len(line.rstrip()) - len(written),
        hyphens=hyphens,
        text=text,
        key=named["key"] if named else "",
        value=value.strip(),
    )


def quoted(text: str) -> str:
    """The text in the quotes that YAML needs for it, cut when it is long."""
    short = text if len(text) <= 60 else text[:59] + "…"
    if '"' in short or "\\" in short:
        return "'" + short.replace("'", "''") + "'"
    return f'"{short}"'
