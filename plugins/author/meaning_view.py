"""What the templates see of votes and ratings as readers will see them."""

from plugins.records import dataclass
from plugins.workshops.views.ballot import BallotView
from plugins.workshops.views.feedback import FeedbackView


@dataclass(frozen=True, slots=True)
class Meaning:
    """Votes and ratings as readers will see them; `of_votes` and `of_ratings` say what is withheld, and why."""

    votes: tuple[BallotView, ...] = ()
    ratings: FeedbackView | None = None
    of_votes: tuple[str, ...] = ()
    of_ratings: tuple[str, ...] = ()
