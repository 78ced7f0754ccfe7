"""The home page: where the project is, and what is new."""

TITLE = "Home"
WHERE_WE_ARE = "Where we are"
WHAT_IS_NEW = "What is new"
DECIDED_LAST = "What we decided last"
ADD_TO_CALENDAR = "Put it in your calendar"
EMPTY = "We have not written anything here yet."
