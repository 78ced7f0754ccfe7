"""Plain text of front matter."""

from pathlib import Path

from tests.blog.test_links import findings


def test_a_character_spelt_by_its_name_in_plain_text_is_a_notice(tmp_path: Path) -> None:
    one = "---\ntitle: R&amp;D&nbsp;at AT&T;\ndate: 2016-10-10\nsummary: R&amp;D\n---\nWords.\n"
    assert findings(tmp_path, posts__one=one) == [
        'content/posts/one.md:2: title: found "&amp;", which readers see as it stands; write &',
        'content/posts/one.md:2: title: found "&nbsp;", which readers see as it stands; write a blank',
    ]
