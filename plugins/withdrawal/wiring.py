"""The settings of the published diary."""

from pelican.settings import read_settings

from plugins.blog.settings import BlogSettings, blog_settings
from plugins.engine.settings_files import published_settings


def settings() -> BlogSettings:
    """The diary's settings: the moment, the zone in which its days begin, the address of the published site."""
    return blog_settings(read_settings(str(published_settings())))
