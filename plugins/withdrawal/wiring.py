"""The settings of the published diary."""

from pathlib import Path

from pelican.settings import read_settings

from plugins.blog.settings import BlogSettings, blog_settings
from plugins.engine.settings_files import published_settings
from plugins.settings import with_diary_file


def settings(content: Path) -> BlogSettings:
    """The settings of the diary in a folder: the moment, its zone, its published address."""
    return blog_settings(with_diary_file(read_settings(str(published_settings()), override={"PATH": str(content)})))
