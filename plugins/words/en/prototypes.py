"""Ideas tried out in practice."""

from plugins.moments.when import When
from plugins.words.en.dates import spoken

HEADING = "What we tried out"
LEARNED = "What we learned:"
NEXT = "What comes next:"
STATUSES = {
    "designing": "Being designed",
    "testing": "Being tested",
    "adopted": "Adopted: it is a service now",
    "adapted": "Changed after the test",
    "dropped": "Not taken further",
}
VERDICTS = {
    "adopted": "It is a service now",
    "adapted": "It was changed after the test",
    "dropped": "It was not taken further",
}
"""What a status says where it settles an idea's story."""


def tested(when: When | None, where: str | None) -> str:
    """When and where it was tested, as far as it is known; empty when neither is."""
    known = ", ".join(part for part in (spoken(when) if when else "", where) if part)
    return f"Tested: {known}" if known else ""
