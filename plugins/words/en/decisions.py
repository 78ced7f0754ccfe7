"""Everything that was decided."""

from plugins.words.en.numbers import counted

TITLE = "Decisions"
DESCRIPTION = "Every vote we held and every idea we judged, meeting by meeting."
INTRODUCTION = "Every vote we held and every idea we judged, the newest meeting first. Each leads to the evidence."
EMPTY = "We have not decided anything yet."
KINDS = {"vote": "Vote", "verdict": "Result"}
STORY = "The whole story:"
AS_TABLE = "As a table (CSV)"
AS_DATA = "The whole diary as data (JSON)"
SCHEMA = "A diary of workshops, as data"
LICENCE = "How others may use the data; null while nobody has said so."
CAME_OF_IT = "What came of it:"
DECIDED_THEN = "What we decided then"
AMONG_ALL = "Among all our decisions"
ALL = "All our decisions"


def asked_then(asks: int) -> str:
    """The link to what people asked for at a meeting."""
    return f"{counted(asks, 'thing')} that people asked for then"
