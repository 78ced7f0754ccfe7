"""The home page: where the project is, and what is new."""

TITLE = "Home"
WHERE_WE_ARE = "Where we are"
WHAT_IS_NEW = "What is new"
EMPTY = "We have not written anything here yet."
