"""The pages of a blog: home, posts, lists, tags, standing pages, feeds and site map."""
