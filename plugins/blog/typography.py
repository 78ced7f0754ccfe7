"""The plain words of a post, set in type as its story is."""

from dataclasses import replace

from plugins.contract.values import Label, Text
from plugins.contract.walk import with_values
from plugins.story import set_in_type
from plugins.workshops.checks.votes import counted_votes
from plugins.workshops.diary import DiaryEntry, once_an_entry


@once_an_entry
def in_type(entry: DiaryEntry, usual_language: str) -> DiaryEntry:
    """An entry whose plain words have the quotation marks and apostrophes that its story has.

    Where two options of a vote would be one then, its votes stay as they are typed.
    """
    language = entry.post.lang or usual_language
    post = with_values(entry.post, Text, lambda text: set_in_type(text, language))
    tags = tuple(Label(set_in_type(tag, usual_language)) for tag in post.tags)
    if tags != post.tags:
        post = replace(post, tags=tags)
    if post is entry.post:
        return entry
    if post.votes == entry.post.votes:
        return replace(entry, post=post)
    votes, _ = counted_votes(post)
    if len(votes) < len(entry.votes):
        return replace(entry, post=replace(post, votes=entry.post.votes))
    return replace(entry, post=post, votes=votes)
