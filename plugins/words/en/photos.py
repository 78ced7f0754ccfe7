"""Photos that stand by themselves."""

HEADING = "Photographs"
