"""Comments that are kept, and shown below no post: mostly because the post was renamed."""

from collections.abc import Iterator

from plugins.comments.discussion import Discussion
from plugins.problems import Problem
from plugins.workshops.intake import Contents


def lost_threads(discussion: Discussion, contents: Contents) -> Iterator[Problem]:
    """A notice for each thread without a post; none while some post cannot be read, which may be its own."""
    if not any(thread.comments for thread in discussion.threads.values()):
        return
    known = {entry.first_address for entry in contents.entries}
    places = {place: entry for entry in contents.entries for place in (entry.address, *entry.post.formerly)}
    for key, thread in discussion.threads.items():
        if not thread.comments or key in known or contents.unread:
            continue
        if entry := places.get(key):
            message = f"comments of “{key}” are not shown, since the first address here is another; write “{key}” first"
            yield entry.problem_at(("formerly",), message, "comments-without-post", stops=False)
        else:
            count = len(thread.comments)
            message = (
                f"comments are kept for this address ({count}), and there is no post; "
                f"if it was renamed, write “formerly: {key}” in it, else delete them"
            )
            yield Problem(key, 0, "", message, "comments-without-post", stops=False)
