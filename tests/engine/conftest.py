"""A site for each test."""

from pathlib import Path

import pytest

from tests.engine.small_site import SmallSite, small_site


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return small_site(tmp_path)
