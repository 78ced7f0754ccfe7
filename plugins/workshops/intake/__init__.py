"""The diary out of a content folder: every file read, every finding of every file gathered."""

from plugins.workshops.intake.diary_reading import Contents, read_contents, read_diary
from plugins.workshops.intake.kept_posts import KeptPosts
from plugins.workshops.intake.kept_records import KeptRecords

__all__ = ["Contents", "KeptPosts", "KeptRecords", "read_contents", "read_diary"]
