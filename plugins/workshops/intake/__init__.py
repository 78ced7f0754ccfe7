"""The diary out of a content folder: every file read, every finding of every file gathered."""

from plugins.workshops.intake.diary_reading import read_diary

__all__ = ["read_diary"]
