"""This generator beside others: the same posts, the same pages."""
