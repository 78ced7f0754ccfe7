"""What is withheld is nowhere: no figure, no percentage, no bar, no order that gives it away."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.contract.values import Count
from plugins.story.html import escaped
from plugins.words import numbers
from plugins.workshops.record.vote import Vote
from plugins.workshops.views.ballot import ballot_view
from plugins.workshops.views.language import LanguageMarkup
from tests.support.votes import counted, hands, is_told, published, ranked

SPENT = st.none() | st.integers(0, 3).map(Count)
HANDS = st.builds(
    lambda votes, spare, abstained, spoiled, chosen: hands(
        *votes,
        present=Count(sum(votes) + (abstained or 0) + (spoiled or 0) + spare),
        abstained=abstained,
        spoiled=spoiled,
        chosen=(("A",) if chosen else ()),
    ),
    st.lists(st.integers(0, 12), min_size=2, max_size=4),
    st.integers(0, 3),
    SPENT,
    SPENT,
    st.booleans(),
)
APPROVALS = st.builds(
    lambda votes, spare: counted("approval", *votes, present=Count(max(votes) + spare), chosen=("A",)),
    st.lists(st.integers(0, 12), min_size=2, max_size=4),
    st.integers(0, 5),
)
RANKINGS = st.builds(
    lambda papers: ranked("instant-runoff", papers, options="abc", present=Count(sum(papers.values())), chosen=("A",)),
    st.dictionaries(st.sampled_from(["abc", "bca", "cab", "ba", "c"]), st.integers(1, 9), min_size=1),
)


@given(HANDS | APPROVALS | RANKINGS)
def test_a_withheld_vote_shows_no_figure_at_all(vote: Vote) -> None:
    assume(not is_told(vote))
    view = ballot_view(published(vote), idea_href=str, said=LanguageMarkup(escaped))
    shown = [
        view.method,
        str(view.answer),
        view.margin.replace(numbers.PRIVATE, ""),
        view.counts.replace(numbers.PRIVATE, ""),
        str(view.tie or ""),
        *(f"{row.count}{row.share}{row.bar}" for row in view.rows),
    ]
    assert re.search(r"\d|%|unanim|everybody|nobody", " ".join(shown), re.IGNORECASE) is None
    assert not view.shows_counts
    assert view.rounds == ()
    assert [row.name for row in view.rows] == [escaped(option.name) for option in vote.options]


@given(HANDS)
def test_what_is_told_lets_no_side_of_one_to_four_be_worked_out(vote: Vote) -> None:
    if not is_told(vote):
        return
    assert vote.present is not None
    votes = [option.votes or 0 for option in vote.options]
    silent = vote.present - sum(votes) - (vote.abstained or 0) - (vote.spoiled or 0)
    assert vote.present >= 10
    assert not [side for side in (*votes, vote.abstained or 0, vote.spoiled or 0, silent) if 0 < side < 5]
