"""The diary out of a content folder: every file read, every finding of every file gathered."""

from plugins.workshops.intake.diary_reading import Contents, read_contents, read_diary

__all__ = ["Contents", "read_contents", "read_diary"]
