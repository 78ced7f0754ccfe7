"""The tables are made from the record; what is in `docs/` is what they are made to.

After a change of the record write them anew with `DIARY_WRITE_EXPECTED=1` and read the difference.
"""

import os

from plugins.workbench.paths import CHECKOUT
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.post import Post
from tests.contract.record_docs import reference

PAGE = CHECKOUT / "docs" / "writing-a-workshop.md"
BEGIN, END = "<!-- the tables below are made from the record -->\n", "<!-- until here -->\n"
WRITING = bool(os.environ.get("DIARY_WRITE_EXPECTED"))


def test_the_page_for_authors_has_every_field_of_the_record() -> None:
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    made = f"{before}{BEGIN}\n{reference(Post)}\n{END}{after}"
    if WRITING:
        PAGE.write_text(made, encoding="utf-8", newline="\n")
    assert page == made


def test_a_span_is_told() -> None:
    assert "from 0 to 1" in reference(Photo)
