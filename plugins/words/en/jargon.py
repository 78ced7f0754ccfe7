"""Words that need explaining."""

TITLE = "Jargon explained"
INTRODUCTION = "Words from our workshops that need explaining, and what we mean by them."
EMPTY = "No word has needed explaining yet."
CAME_UP_IN = "Came up in"
MORE = "More words explained"
