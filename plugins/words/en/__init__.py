"""British English."""

LANGUAGE = "en-GB"
"""The language of the interface [BCP 47]."""
DIRECTION = "ltr"
"""The way in which it is written: `ltr` or `rtl`."""
