"""What a diary is called, and says of itself, as long as nobody has said it (content/diary.yml)."""

UNNAMED = "A diary without a name"
DESCRIPTION = "The diary of workshops in which people redesign services together."
INTRODUCTION = "In our workshops we redesign services together. This diary tells what we do, and what comes of it."
