"""The archive: every approved comment as versioned JSON, the contract between what keeps comments and the pages."""

from plugins.comments.archive.folder import ArchiveFolder
from plugins.comments.archive.reading import ArchiveError, read_archive
from plugins.comments.archive.record import Archive, ArchivedComment, ArchivedThread, archive_text, merged

__all__ = [
    "Archive",
    "ArchiveError",
    "ArchiveFolder",
    "ArchivedComment",
    "ArchivedThread",
    "archive_text",
    "merged",
    "read_archive",
]
