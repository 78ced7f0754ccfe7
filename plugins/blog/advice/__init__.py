"""Advice: how a post could be easier to read, and what in it looks forgotten. It stops nothing.

Of words only English ones are judged. Each piece quotes the post and says one thing to do; where that is done, it is
gone. What is not certain is left unsaid: advice that is wrong teaches people not to read it.
"""

from plugins.blog.advice.post import advice_by_address

__all__ = ["advice_by_address"]
