"""Comments that were written under an earlier website, brought into an archive."""
