"""The pages of a blog: home, posts, lists, tags, standing pages, feeds and site map."""


def register() -> None:
    """Connect to Pelican."""
    from plugins.blog.wiring import connect

    connect()
