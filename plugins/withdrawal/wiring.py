"""The settings of the published diary, and what is made of it."""

from pathlib import Path

from pelican.settings import read_settings

from plugins.blog.settings import BlogSettings, blog_settings
from plugins.engine.settings_files import published_settings
from plugins.settings import with_diary_file
from plugins.settings.reading import read_diary_file
from plugins.settings.record import Outputs


def settings(content: Path) -> BlogSettings:
    """The settings of the diary in a folder: the moment, its zone, its published address."""
    return blog_settings(with_diary_file(read_settings(str(published_settings()), override={"PATH": str(content)})))


def outputs_of(content: Path) -> Outputs:
    """What `diary.yml` turns on; the usual where it cannot be read."""
    written = read_diary_file(content).settings
    return written.outputs if written else Outputs()
