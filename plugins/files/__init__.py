"""Files written whole or not at all, at a place that no link leads elsewhere."""

from plugins.files.folder import LinkInTheWay, home_of, refuse_links
from plugins.files.stable_stamp import WholeStamp, is_stable, whole_stamp
from plugins.files.writing import (
    Stamp,
    add_file,
    carry_over,
    create_file,
    is_untouched,
    stamp,
    take_left_over,
    write_file,
)

__all__ = [
    "LinkInTheWay",
    "Stamp",
    "WholeStamp",
    "add_file",
    "carry_over",
    "create_file",
    "home_of",
    "is_stable",
    "is_untouched",
    "refuse_links",
    "stamp",
    "take_left_over",
    "whole_stamp",
    "write_file",
]
