"""What belongs to one diary and to no other: `content/diary.yml`, told under Pelican's names."""

from plugins.settings.pelican_names import DIARY_FILE, with_diary_file
from plugins.settings.reading import DiaryFile, read_diary_file

__all__ = ["DIARY_FILE", "DiaryFile", "read_diary_file", "with_diary_file"]
