"""Pages rendered, written into a fresh folder and swapped in; one build at a time.

A page is a function of its template, its view and the site's constants, so that pages can be rendered in any order,
side by side, or not at all when nothing of theirs has changed.
"""
