"""Tags: what posts are about."""

from plugins.words.en.numbers import counted

TITLE = "Tags"
EMPTY = "No posts have a tag yet."
ABOUT = "This post is about:"


def heading(tag: str) -> str:
    """Above the posts that have a tag."""
    return f"Posts about “{tag}”"


def introduction(posts: int) -> str:
    """How many posts have a tag, and in which order they come."""
    return f"{count(posts)}, newest first." if posts > 1 else f"{count(posts)}."


def count(posts: int) -> str:
    """How many posts have a tag."""
    return counted(posts, "post")
