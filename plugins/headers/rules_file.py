"""`_headers`, which Netlify and Cloudflare Pages read: an address with a star, then a header a line, indented.

The build writes it into the site. What other servers need is made of it, so that there is one table of a site.
"""

from collections.abc import Iterable, Iterator

from plugins.headers.table import Rule

NAME = "_headers"


class RulesFileError(Exception):
    """A line that is none of ours; the message names it."""


def written_rules(rules: Iterable[Rule]) -> bytes:
    return "".join(line for rule in rules for line in _lines(rule)).encode()


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.address}*\n"
    for name, value in rule.headers:
        yield f"  {name}: {value}\n"


def read_rules(text: str) -> tuple[Rule, ...]:
    """The rules that such a file holds; raises RulesFileError."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        name, colon, value = line.strip().partition(": ")
        if line.startswith("/") and line.endswith("*"):
            found.append((line[:-1], []))
        elif line.startswith("  ") and colon and found:
            found[-1][1].append((name, value))
        else:
            raise RulesFileError(f"{NAME}:{number}: this line is no header and no address: build the site again.")
    return tuple(Rule(address, tuple(headers)) for address, headers in found)
