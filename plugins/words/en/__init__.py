"""British English."""

LANGUAGE = "en-GB"
"""The language of the interface [BCP 47]."""
