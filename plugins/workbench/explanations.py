"""What each kind of finding means: `docs/for-authors/findings.md` by its headings, the one place that says so."""

import re

from plugins.problems import nearest
from plugins.workbench.paths import CHECKOUT

PAGE = CHECKOUT / "docs" / "for-authors" / "findings.md"
_SECTION = re.compile(r"^## ([a-z-]+)$\n(.*?)(?=^## [a-z-]+$|^# |\Z)", re.DOTALL | re.MULTILINE)


class UnknownCode(Exception):
    """There is no kind of finding of this name; the message offers one that is meant."""


def explanations() -> dict[str, str]:
    """What the page says of each kind, by its code."""
    return {code: text.strip() for code, text in _SECTION.findall(PAGE.read_text("utf-8"))}


def explained(code: str) -> str:
    """What the page says of a kind, or of all in a line each where no code is given; raises UnknownCode."""
    known = explanations()
    if not code:
        width = max(map(len, known))
        return "\n".join(f"{each:{width}}  {_first_sentence(text)}" for each, text in known.items())
    wanted = code.strip("[]").lower()
    if wanted not in known:
        guess = nearest(wanted, known)
        hint = f"did you mean {guess}?" if guess else "python3 tasks.py explain lists them all."
        raise UnknownCode(f"There is no kind of finding called {code}; {hint}")
    return f"{wanted}\n\n{known[wanted]}"


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.split("\n\n", 1)[0].split())
    return re.split(r"(?<=[.?!])\s", paragraph, maxsplit=1)[0]
