"""A site for each test."""

from pathlib import Path

import pytest

from plugins.engine.staging import Staging
from tests.engine.small_site import SmallSite, small_site


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return small_site(tmp_path)


@pytest.fixture
def built(site: SmallSite) -> SmallSite:
    """A site that is published, and has a new text since."""
    publication = Staging(site.output, check=lambda _: None, say=print)
    (publication.fresh / "index.html").write_text("home the first text")
    publication.finish(durable=False)
    publication.swap_in()
    site.write(first="the new text")
    return site
