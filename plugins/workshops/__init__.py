"""The workshop record: what a post says in its front matter, typed, checked, and told to a reader."""
