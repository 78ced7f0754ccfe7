import pytest

from plugins.comments.server.assembly import Assembled
from tests.comments.server.moderation.moderators import ModeratorAtDesk


@pytest.fixture
def laura(desk: Assembled) -> ModeratorAtDesk:
    """A moderator who is logged in."""
    moderator = ModeratorAtDesk(desk)
    moderator.sit_down()
    return moderator
