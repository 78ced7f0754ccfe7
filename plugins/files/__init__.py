"""Files written whole or not at all, at a place that no link leads elsewhere."""

from plugins.files.folder import LinkInTheWay, home_of, refuse_links
from plugins.files.writing import add_file, create_file, take_left_over, write_file

__all__ = ["LinkInTheWay", "add_file", "create_file", "home_of", "refuse_links", "take_left_over", "write_file"]
