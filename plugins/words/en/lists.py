"""Lists of posts, which may run over several pages, and the way from one post to the next."""

TITLE = "All posts"
SHORT_TITLE = "Posts"
INTRODUCTION = "Everything we wrote in this diary, newest first."
EMPTY = "There are no posts here yet."
PAGES = "Pages of this list"
PAGE = "Page"
NEWER = "Newer posts"
OLDER = "Older posts"
NEIGHBOURS = "Earlier and later posts"
EARLIER = "Earlier:"
LATER = "Later:"


def title(heading: str, page: int | None) -> str:
    """The name of one page of a list; None is its front."""
    return heading if page is None else f"{heading}, page {page}"


def place(page: int | None) -> str:
    """Which page of a list this is, in a sentence."""
    return "The newest posts" if page is None else f"Page {page}. Page 1 has the oldest posts."


def label(page: int | None) -> str:
    """A page of a list, as the link to it says."""
    return "Newest" if page is None else str(page)
