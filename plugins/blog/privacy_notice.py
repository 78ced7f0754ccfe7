"""Whether the diary's privacy notice fits what readers can do: a form beside it, or none."""

import re
from collections.abc import Iterator, Sequence

from plugins.blog.open_points import is_unfinished
from plugins.blog.settings import BlogSettings
from plugins.comments.settings import CommentsSettings
from plugins.problems import Problem
from plugins.settings import DiaryFile
from plugins.workshops.diary import DiaryEntry

_NO_COMMENTS = re.compile(
    r"\b(?:cannot|can[’']t|can not)\s+(?:send|leave|write|post)\s+(?:a\s+|any\s+)?comments?\b", re.IGNORECASE
)
_MISSING = (
    "readers can send comments, and no page is a finished privacy notice; write pages/privacy.md "
    "(docs/for-web-officers/comments-privacy.md has words for it)"
)
_DENIED = (
    "this says that nobody can send a comment, and readers can; write what happens to what they send "
    "(docs/for-web-officers/comments-privacy.md has words for it)"
)


def privacy_notice_findings(
    file: DiaryFile, settings: BlogSettings, entries: Sequence[DiaryEntry], comments: CommentsSettings
) -> Iterator[Problem]:
    """What is to be mended while readers can send comments.

    The preview brings a service of its own, which is nobody's; a folder without settings is only looked at.
    """
    brought = settings.preview and not (file.settings and file.settings.comments)
    if brought or not set(comments.providers) - {"none"}:
        return
    notices = [entry for entry in entries if entry.kind == "page" and entry.slug.startswith("privacy")]
    if not any(notice.post.status == "published" and not is_unfinished(notice) for notice in notices):
        yield file.problem_at(("comments",), _MISSING, "privacy-notice", stops=file.is_there and not settings.preview)
    for notice in notices:
        if denied := _NO_COMMENTS.search(notice.story):
            yield notice.problem_in_story(denied.start(), _DENIED, "privacy-notice")
