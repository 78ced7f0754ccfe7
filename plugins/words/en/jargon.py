"""Words that need explaining."""

TITLE = "Jargon explained"
INTRODUCTION = "Words that we use in our workshops, and what they mean."
EMPTY = "We have not explained any words yet."
READ_MORE = "Read more in"
MORE = "More words explained"
CLOSE = "Close"
