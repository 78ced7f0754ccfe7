"""Ideas tried out in practice."""

from plugins.moments.when import When
from plugins.words.en.dates import spoken

HEADING = "What we tried out"
PROTOTYPE = "Prototype"
LEARNED = "What we learned:"
NEXT = "What comes next:"
STATUSES = {
    "designing": "Being designed",
    "testing": "Being tested",
    "adopted": "It is a service now",
    "adapted": "We changed it after the test",
    "dropped": "We did not take it further",
}


def tested(when: When | None, where: str | None) -> str:
    """When and where it was tested, as far as it is known; empty when neither is."""
    known = ", ".join(part for part in (spoken(when) if when else "", where) if part)
    return f"Tested: {known}" if known else ""
