"""What votes decided, in few words: for the top of a page."""

from collections.abc import Iterator

from plugins.blog.views.posts import DecisionSummary
from plugins.story import Html
from plugins.words import votes
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.views.ballot import answer
from plugins.workshops.views.language import LanguageMarkup


def decision_summaries(
    every: tuple[CountedVote, ...], said: LanguageMarkup, *, most: int
) -> tuple[DecisionSummary, ...]:
    """What the first votes decided that decided anything, as many as `most`."""
    return tuple(_lines(every, said))[:most]


def _lines(every: tuple[CountedVote, ...], said: LanguageMarkup) -> Iterator[DecisionSummary]:
    for counted in every:
        if counted.decided:
            yield DecisionSummary(
                question=said.plain(counted.vote.question), answer=Html(votes.answered(str(answer(counted, said))))
            )
