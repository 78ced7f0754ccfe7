"""What stands under a picture."""

import re
from pathlib import Path

from tests.blog.test_pictures import NOW, diary, one
from tests.support.pages import site_model_of


def test_a_caption_of_the_story_wins_over_that_of_the_front_matter(tmp_path: Path) -> None:
    fields = "photos:\n  - {file: photos/a.jpg, alt: A table, people: none, caption: Round.}\n"
    said = diary(tmp_path, '![](photos/a.jpg "Ours & theirs")', fields)
    page = one(site_model_of(said, now=NOW))
    assert "Ours &amp; theirs</figcaption>" in re.sub(r">\s+|\s+<", lambda blank: blank[0].strip(), page)
    assert "Round." not in page
