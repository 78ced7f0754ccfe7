"""The comments service: it takes a reader's words in, keeps them as Isso does, and shows them to a moderator.

It runs beside the diary, which is whole without it: what has been approved is in the page already. Isso is the store
and the moderation queue; none of Isso's own addresses can be reached from outside (docs/decisions/0044).
"""
