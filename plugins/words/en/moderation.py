"""What the comments service says to moderators: its pages, what they have done, and the e-mails to them."""

from collections.abc import Mapping, Sequence

from plugins.words.en.numbers import counted

NAVIGATION = "Moderating"
WAITING = "Waiting"
PUBLISHED = "Published"
POSTS = "Posts"
LOG = "Log"
AT_RISK = "If somebody is at risk"
TRIED_AGAIN = "We try again. Tell whoever runs the service if this stays."
LOG_OUT = "Log out"
NEWER = "Newer ones"
OLDER = "Older ones"

LOG_IN = "Log in"
LOG_IN_HEADING = "Log in to moderate"
NOT_LOGGED_IN = "Not logged in yet"
NAME = "Name"
PASSWORD = "Password"  # noqa: S105 - a label
COOKIE = (
    "We log you out after half an hour without a click. One cookie remembers that you are logged in; "
    "it goes when you log out."
)
WRONG_PASSWORD = "That name and that password do not go together. Try again."  # noqa: S105 - a sentence about one
FOREIGN = "We cannot see that this was sent from this page. Try again."
FORGED = "This did not come from the page that you have open. Nothing was done; try again here."
MALFORMED = "This did not come from a form of these pages. Nothing was done."

ALL_READ = "You have read everything. New comments come here by themselves; load this page again to see them."
KEPT_ASIDE = "Kept aside: pass these on"
MAY_TELL_OF_HARM = ("They may tell of harm. Do what ", " says, today.")
"""What stands before and after the page that says it."""
PASSED_ON = "I have passed it on"
APPROVE = "Approve"
KEEP_ASIDE = "Keep aside: somebody may be at risk"
DELETE = "Delete for good …"
TAKE_BACK = "Take off the page"

CHANGE = "Take a name out, or change words"
CHANGE_HINT = "Change only what gives somebody away or hurts. Readers are told that a moderator changed the words."
NAME_OR_NONE = "Name (empty: Anonymous)"
WORDS = "Words"
SAVE = "Save changes"

DELETE_QUESTION = "Delete this comment for good?"
DELETE_WARNING = (
    "It cannot be brought back: words, name and every trace are wiped. "
    "The log keeps that you did it, and no word of it."
)
DELETE_HARM = ("Does it tell of harm? Then ", "pass it on", " before you delete it.")
"""What stands before, in and after the link."""
KEEP_REPLIES = "Keep what others wrote"
DELETE_REPLIES = "Delete that too, since it repeats the words"
DELETE_FOR_GOOD = "Delete for good"
GO_BACK = "No, go back"

NO_POSTS = "The diary has not said yet which posts take comments. Its next build does."
CLOSED_BY_MODERATOR = "Closed by a moderator"
NOT_LISTED = "Not in the diary’s list: takes none"
CLOSED_BY_POST = "Closed in the post itself"
IS_OPEN = "Open"
OPEN = "Open comments"
CLOSE = "Close comments"

LOG_ABOUT = "Who did what and when. No word of any comment is kept here."
LOG_CAPTION = "What moderators did, the newest first"
LOG_HEADINGS = ("When", "Who", "What")
LOG_EMPTY = "Nothing yet."

DONE: Mapping[str, str] = {
    "approve": "Approved. It appears with the next build of the diary, usually within minutes.",
    "keep": "The changes are saved.",
    "take-back": "Taken back. It leaves the page with the next build of the diary.",
    "delete": "Deleted for good. It leaves the page with the next build of the diary.",
    "delete-flood": "All of them are deleted for good.",
    "set-aside": "Kept aside. Pass it on now: it can be neither published nor changed nor deleted before that.",
    "pass-on": "Noted that it has been passed on. It can be deleted now.",
    "close": "Closed. Readers can write nothing more below that post.",
    "reopen": "Open again.",
}
FLOOD = "Is all of this spam?"
FLOOD_WARNING = "Nothing brings them back. Keep aside first whatever may tell of harm: that is not deleted."
HAVE_READ = "I have read all on this page, and nothing in it tells of harm."
READ_FIRST = "Read all on this page first, and tick that nothing in it tells of harm."
IS_GONE = "This comment is not there any more. Somebody has deleted it."
IS_PUBLISHED = "Somebody was faster: this comment is published now."
IS_WAITING = "Somebody was faster: this comment is waiting now."
HAS_CHANGED = "Somebody has changed this comment since you opened the page. Look at it again."
IS_ASIDE = "This comment is kept aside, since it may tell of harm. Pass it on first."

ARCHIVE_FAILED = "We could not write the archive of published comments to its file."
EMAIL_FAILED = "We could not send the e-mail that tells moderators of new comments."
REBUILD_FAILED = "We could not ask the diary to build itself anew; what you approved appears later."


def you_are(moderator: str) -> str:
    """Who is logged in."""
    return f"You are {moderator}."


def too_often(seconds: int) -> str:
    """How long to wait before the next try."""
    return f"You have tried too often. Wait {counted(-(-seconds // 60), 'minute')}, then try again."


def waiting(count: int) -> str:
    """The heading of the queue."""
    return f"{count} waiting" if count else "Nothing waits"


def published(count: int) -> str:
    """The heading of what readers see."""
    return f"{count} published" if count else "Nothing is published yet"


def published_below(count: int) -> str:
    """How many comments a post shows."""
    return f"{count} published"


def waiting_below(count: int) -> str:
    """How many comments below a post wait."""
    return f"{count} waiting"


def below(title: str) -> str:
    """Which post a button or a link is about, for whoever hears the page."""
    return f"below {title}"


def more_after(count: int) -> str:
    """How many the queue's page does not show; empty for none."""
    return f"{count} more come after these." if count > 0 else ""


def comment(number: int) -> str:
    """Which comment a button is about."""
    return f"comment {number}"


def changes_to(number: int) -> str:
    """Which comment the changes are of."""
    return f"to comment {number}"


def writes(name: str, *, is_reply: bool) -> str:
    """Before the post's title."""
    return f"{name} replies below" if is_reply else f"{name} writes below"


def in_reply_to(name: str) -> str:
    """Above the words that are answered."""
    return f"In reply to {name}:"


def changed(when: str) -> str:
    """That the words are not all the writer's."""
    return f"Words changed by a moderator on {when}."


def blocked(reasons: Sequence[str], *, is_published: bool) -> str:
    """Why no page shows a comment; empty for no reason."""
    if not reasons:
        return ""
    what = f"it holds {' and '.join(reasons)}."
    if is_published:
        return f"The page goes without this comment: {what} Take it out, and save."
    return f"No page may show this: {what} Take it out before you approve it."


def may_not_be_shown(reasons: Sequence[str]) -> str:
    """Why a comment was not published."""
    return f"No page may show this: it holds {' and '.join(reasons)}. Take it out, then try again."


def replies(count: int) -> str:
    """What hangs below a comment that is to be deleted; empty for nothing."""
    return f"It has {'1 reply' if count == 1 else f'{count} replies'}" if count else ""


def flooded(count: int) -> str:
    """The heading of what came in a flood."""
    return f"{count} came in a flood" if count else "The flood has been read"


def flood_about(few: int) -> str:
    """What a flood is, and what it may be, above its comments."""
    return (
        f"While many comments waited, these came from networks that sent more than {few} each. They may be spam, "
        "or a class that writes together. Read them all, and keep aside whatever may tell of harm."
    )


def flood_link(count: int) -> str:
    """From the queue to what came in a flood."""
    return f"{count} of them came in a flood. Read {'it by itself' if count == 1 else 'these by themselves'}"


def queue_link(count: int) -> str:
    """From a flood to what came one by one."""
    return f"Back to the other {'one' if count == 1 else count}"


def delete_page(count: int) -> str:
    """The button that deletes a page of comments."""
    return f"Delete all {count} on this page for good"


def log_line(action: str, comment_number: int | None, title: str) -> str:
    """`Approved: comment 17 below We met`, `Closed: We met`."""
    if comment_number is not None:
        return f"{action.capitalize()}: comment {comment_number} below {title}"
    return f"{action.capitalize()}: {title}" if title else action.capitalize()


def email_subject(waiting_count: int, site: str) -> str:
    """That comments wait, and where."""
    return f"{_wait(waiting_count)} to be read: {site}"


def email(waiting_count: int, address: str) -> str:
    """That comments wait, and not what they say."""
    return (
        f"{_wait(waiting_count)} to be read before anybody else can see {'it' if waiting_count == 1 else 'them'}.\n\n"
        f"Read here: {address}\n\n"
        "What was written is not in this e-mail, to keep it safe. If a comment tells that somebody may be at risk,\n"
        f"do not publish or delete it: the page “{AT_RISK}” says what to do.\n"
    )


def _wait(count: int) -> str:
    return f"{counted(count, 'comment')} {'waits' if count == 1 else 'wait'}"
