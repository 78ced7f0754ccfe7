"""Comments of an earlier website, brought below the pages of this diary."""
