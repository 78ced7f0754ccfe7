"""The page at an address that a post had before."""

TITLE = "This page has moved"
INTRODUCTION = "Here is where it stands now:"
