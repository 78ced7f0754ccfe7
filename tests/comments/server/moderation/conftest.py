import pytest

from plugins.comments.server.assembly import Assembled
from tests.comments.server.moderation.moderators import ModeratorClient


@pytest.fixture
def robin(app: Assembled) -> ModeratorClient:
    """A moderator who is logged in."""
    moderator = ModeratorClient(app)
    moderator.start_session()
    return moderator
