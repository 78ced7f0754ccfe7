"""Below a post: what readers answered, and the form in which they do."""

from plugins.moments.when import When
from plugins.words.en.dates import spoken

HEADING = "Comments"
CLOSED = "Comments are closed."
ANONYMOUS = "Anonymous"
ANSWERS = "Answers"
REPLY = "Reply"
REPLY_TO = "to"
FOLLOW = "Follow these comments with a feed reader"

WRITE = "Write a comment"
PROMISE = "We read every comment before it appears. Please do not write names or anything private."
ANSWERING = ("You are answering ", ". ")
"""What stands before and after the name of whoever is answered."""
ANSWER_THE_POST = "Answer the post instead"
YOUR_COMMENT = "Your comment"
NAME = "A made-up name to show"
NAME_HINT = f"Please do not write your real name. Leave it empty and it says “{ANONYMOUS}”."
LEAVE_EMPTY = "Leave this empty"
SEND = "Send comment"
SENDING = "Sending …"
OFFLINE = "You seem to be offline, so we could not send your comment. Your words are still here. Try again in a moment."
UNANSWERED = "We could not send your comment. Your words are still here. Try again in a moment."


def label(name: str, when: str, number: str) -> str:
    """What a comment is called among others: two may have one name and one minute."""
    return f"{name} {when} (comment {number})"


def counted(count: int) -> str:
    """`3 comments`, `1 comment`; empty for none."""
    return "" if not count else "1 comment" if count == 1 else f"{count:,} comments"


def closing(when: When) -> str:
    """When readers can answer no more."""
    return f"Comments close {'on' if when.day else 'at the end of'} {spoken(when)}."


def changed(when: str, *, by_moderator: bool) -> str:
    """Who changed the words, and when."""
    return f"{'Changed by a moderator' if by_moderator else 'Changed'}, {when}"
