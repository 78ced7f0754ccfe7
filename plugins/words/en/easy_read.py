"""Stories in short sentences."""

HEADING = "In short sentences"
