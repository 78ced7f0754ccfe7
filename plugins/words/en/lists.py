"""Lists that run over several pages, and the way from one post to the next."""

PAGES = "Pages of this list"
PAGE = "Page"
NEWER = "Newer posts"
OLDER = "Older posts"
NEIGHBOURS = "Earlier and later posts"
EARLIER = "Earlier:"
LATER = "Later:"
