"""You said, we did: what people asked for, and what was answered."""

import re

from plugins.words.en.numbers import counted

TITLE = "You said, we did"
DESCRIPTION = "What people asked for in our workshops, and what we did about it."
INTRODUCTION = (
    "What people asked for in our workshops, and what we did about it. Every ask stays here until it is answered, "
    "the longest wait first. Below are those that we answered, the newest first."
)
EMPTY = "Nobody has asked for anything yet."
YOU_SAID = "You said:"
READ_MORE = "Read more in"
ANSWERED_HERE = "What we answered"
ON_THE_AGENDA = "On the agenda:"
WAITING = "Waiting for an answer."
DAY, DAYS = "That is 1 day.", "That is {days} days."
"""How long that is today, for a script to say: `{days}` stands for the number."""
ALL = "Everything you said, and what we did"
ANSWERS = {"doing": "We are doing:", "done": "We did:", "not-possible": "We cannot:"}
HEADINGS = {
    "open": "Waiting for an answer",
    "doing": "We are doing it",
    "done": "Done",
    "not-possible": "Not possible, and why",
}


_BEGINNINGS = frozenset(
    [
        "a",
        "an",
        "all",
        "each",
        "every",
        "everybody",
        "everyone",
        "he",
        "her",
        "his",
        "it",
        "my",
        "nobody",
        "our",
        "people",
        "she",
        "some",
        "somebody",
        "someone",
        "that",
        "the",
        "their",
        "there",
        "these",
        "they",
        "this",
        "those",
        "we",
        "you",
        "your",
    ]
)
"""Words that begin a clause and no order or name, so that "if" may stand before them."""
_NO = frozenset(
    [
        "a",
        "and",
        "at",
        "be",
        "being",
        "can",
        "cannot",
        "cant",
        "could",
        "do",
        "does",
        "doing",
        "done",
        "feasible",
        "for",
        "i",
        "impossible",
        "is",
        "isn",
        "it",
        "just",
        "moment",
        "n",
        "no",
        "not",
        "now",
        "of",
        "one",
        "our",
        "possible",
        "so",
        "sorry",
        "t",
        "that",
        "the",
        "they",
        "this",
        "to",
        "unfortunately",
        "was",
        "we",
        "will",
        "won",
        "would",
        "you",
        "your",
    ]
)
"""Words that say no, and give no reason."""
_IF = re.compile(r"^(?:(?:it would be )?even better )?if (?=\w)", re.IGNORECASE)


def you_said(said: str) -> str:
    """`You said: even better if there were fruit`, for example."""
    return f"{YOU_SAID} {wish(said)}"


def wish(said: str) -> str:
    """`even better if there were fruit`, for example; what does not go on after "if" stays as it was written.

    `said` is text or HTML; nothing of it changes but its beginning.
    """
    wanted = _IF.sub("", said)
    if wanted.partition(" ")[0].lower() in _BEGINNINGS:
        wanted = wanted[:1].lower() + wanted[1:]
    elif wanted == said:
        return said
    return f"even better if {wanted}"


def answered(status: str, did: str) -> str:
    """`We cannot: the depot shuts at ten`, for example."""
    return f"{ANSWERS[status]} {did}"


def is_reason(said: str) -> bool:
    """Whether an answer that says no says more than no."""
    return any(word not in _NO for word in re.findall(r"\w+", said.casefold()))


def waiting(number: int) -> str:
    """How many asks have no answer yet."""
    return f"{counted(number, 'ask')} {'waits' if number == 1 else 'wait'} for our answer"


def waiting_since(day: str) -> str:
    """Since when an ask waits; the day in words, or nothing where it is not known."""
    return f"Waiting for an answer since {day}." if day else WAITING


def answered_then(said: str) -> str:
    """The link from a part of the agenda to what was answered in it."""
    return f"We answered: {said}"


def asked(workshop: int | None, title: str, waited: int | None) -> str:
    """Where it was asked, and how many workshops ago while it is not settled: `Asked at workshop 2, 1 workshop ago`."""
    where = f"Asked in “{title}”" if workshop is None else f"Asked at workshop {workshop}"
    return f"{where}, {counted(waited, 'workshop')} ago" if waited else where
