"""The settings of the published diary."""

from pathlib import Path

from pelican.settings import read_settings

from plugins.blog.settings import BlogSettings, blog_settings

SETTINGS = Path(__file__).resolve().parents[2] / "publishconf.py"


def settings() -> BlogSettings:
    """The diary's settings: the moment, the zone in which its days begin, the address of the published site."""
    return blog_settings(read_settings(str(SETTINGS)))
