"""A workshop on a sheet of paper, for who takes one along."""

NAMES = {"hand-out.pdf": "Hand-out (PDF)", "hand-out-large.pdf": "Hand-out in large print (PDF)"}
DECIDED = "What we decided"
QUESTION = "What we asked"
ANSWER = "What we chose"
HOW_CLOSE = "How close it was"
NEXT = "What comes next"
ASKED = "You said, we did"
YOU_SAID = "What you said"
WE_DID = "What we did about it"
EXPLAINED = "Words that we used"
SAID = "What people said"
READ_MORE = "Read the whole story, and see what has changed since:"
CODE = "QR code for a phone’s camera. It leads to the address beside it."
MORE = "And {number} more, on our website."
"""How much of a list did not fit: `{number}` becomes one."""
PAGES = "Page {page} of {pages}"
"""At the foot: `{page}` and `{pages}` become numbers."""


def dated(day: str) -> str:
    """From which day the sheet is, at its foot: what changed later is not on it."""
    return f"This sheet is from {day}."


def part(title: str, result: str) -> str:
    """A part of the session, with what came of it where that is known."""
    return f"{title}{'' if title.endswith(('?', '!', '.')) else ':'} {result}" if result else title


def step(idea: str, then: str) -> str:
    """What happens next with an idea."""
    return f"{idea}: {then}"


def said(wish: str) -> str:
    """Something that was asked for, as a sentence of its own."""
    return wish[:1].upper() + wish[1:]


def next_workshop(name: str, when: str) -> str:
    """The workshop that is next; `when` may be empty."""
    return f"Our next workshop is “{name}”, {when}." if when else f"Our next workshop is “{name}”."
