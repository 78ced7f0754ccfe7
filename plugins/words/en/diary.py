"""What a diary is called, and says of itself, as long as nobody has said it (content/diary.yml)."""

UNNAMED = "A diary without a name"
DESCRIPTION = "The diary of workshops in which people redesign services together."
INTRODUCTION = "In our workshops we redesign services together. This diary tells what we do, and what comes of it."

OUR_DIARY = "Our diary"
"""A diary whose name may not stand in a file that others keep."""
NOT_SHARED = "(words that are not shared)"
"""What stands in data instead of words that only our pages may show."""
