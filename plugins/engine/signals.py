"""What a build tells of itself while it runs; whoever listens need not load Pelican for it."""

from blinker import Signal

all_written = Signal()
"""Sent with `folder`, the whole new site, before it becomes the site: whoever raises keeps the old one in place."""

published = Signal()
"""Sent when the new site is in place, before another build may begin."""
