"""What the comments service says to a reader: its form, why it sends one back, and its few other pages."""

SITE = "The diary"
THE_DIARY = "the diary"
THANKED = ("Thank you", "We read your comment before it appears below the post.")
"""The title of a page, and its first sentence."""
THANKS = ". ".join(THANKED)
NOBODY_SEES_IT = "Nobody sees it until then. It can take some days."

WRITE_REPLY = "Write a reply"
YOUR_COMMENT = "Your comment"
NOT_SENT = "Not sent yet. Your words are still here."
BELOW = ("Below ", ". We read each comment before it appears.")
"""What stands before and after the post."""
COMMENT = "Comment"
COMMENT_HINT = "Everybody can read it. Please do not say who or where you, or others, are."

FRONT = "Comments live below the posts"
FRONT_MORE = "Read and write them there."
NOT_HERE = "There is no such page"
NOT_HERE_MORE = "Perhaps a letter is missing in its address."
CANNOT_BE_DONE = "This cannot be done at this address."
TOKEN = "The token is missing or wrong."  # noqa: S105 - a sentence about one
FAILED = "Something went wrong here, and it is not your fault. Go back: your words are still in the form."

MALFORMED = "This did not come from a form of the diary. Go back to the post and write it there."
TOO_LARGE = "This is far longer than a comment may be. Go back, make it shorter and send it again."
FOREIGN = "We cannot see that this was sent from the diary. If you wrote it, press “Send comment” once more."
TRAPPED = (
    "Something filled in a field that nobody sees, as machines do. If you are a person, press “Send comment” once more."
)
NO_LIST = "We cannot take comments just now. Keep your words and try again in some minutes."
UNKNOWN_POST = "There is no such post, or it takes no comments. Copy your words if you want to keep them."
CLOSED_POST = "Comments on this post are closed. Copy your words if you want to keep them."
PARENT_GONE = "The comment that you reply to is not there any more. Press “Send comment” to send yours below the post."
FULL_QUEUE = "So many comments wait to be read that we can take no more today. Keep your words and come back tomorrow."
FULL_SHARE = (
    "Many comments wait to be read, and some came from where you are. Keep your words and come back tomorrow, please."
)
NOT_KEPT = "We could not keep your comment just now. Wait some minutes, then press “Send comment” again."
NO_WORDS = "Write your comment first. One word is enough."


def not_sent(heading: str) -> str:
    """The title of a page that came back."""
    return f"Not sent yet: {heading.lower()}"


def wrote(name: str) -> str:
    """Above the words that are answered."""
    return f"{name} wrote:"


def too_fast(seconds: int) -> str:
    """How long to wait."""
    minutes = -(-seconds // 60)
    when = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"Many comments are coming in just now. Wait {when}, then press “Send comment” again."


def long_name(letters: int, most: int) -> str:
    """A name with more letters than it may have."""
    return f"A name may have {most} letters, and this has {letters}. Write a shorter one."


def long_words(letters: int, most: int) -> str:
    """A comment with more letters than it may have."""
    over = f"{letters - most:,} {'letter' if letters - most == 1 else 'letters'}"
    return f"A comment may have {most:,} letters. Take {over} out, or send it as two."
