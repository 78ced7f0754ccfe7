"""Quotes that may not stand in files that readers keep, said once more elsewhere: in a hand-out (PDF)."""

from pathlib import Path

from plugins.pdf import document
from tests.blog.test_hand_outs import LAMP, NEXT, files_of, site_of


def test_what_repeats_a_quote_that_may_not_be_kept_is_left_out_and_told(tmp_path: Path) -> None:
    """Q-02 covers no `share`, Q-03 has run out; what is in the midst of other words is found, too."""
    summary = "summary: A carer said *nobody* may print this one\nworkshop:"
    model, said = site_of(
        tmp_path,
        workshops__lamp=LAMP.replace("workshop:", summary).replace("To the river.", "“This one ran out”."),
        workshops__next=NEXT.replace("We meet again", "Nor, may they this"),
        workshops__last="---\ntitle: We rest\nagenda: [{title: This one ran out}]\nglossary: {term: hub, means: This one ran out}\n"
        "workshop: {start: 2031-08-01, status: planned, venue: Nobody may print this one}\n---\n",
    )
    sheets = files_of(model)
    for size in ("", "-large"):
        lamp, last = (
            " ".join(document(sheets[f"workshops/{slug}/hand-out{size}.pdf"]).pages[0].split())
            for slug in ("lamp", "last")
        )
        assert [words for words in ("may print", "ran out", "may they") if words in lamp + last] == []
        assert "1. Tea What comes next" in lamp
        assert "We rest Read the whole story" in last  # The next workshop goes by a title that repeats one.
        assert f"workshops/next/hand-out{size}.pdf" not in sheets
    quote = "a quote (content/workshops/lamp/index.md) whose consent does not cover “share”"
    assert sorted(said) == [
        f"content/workshops/lamp/index.md:2: Title: words that repeat {quote} are left out of the hand-out of this",
        f"content/workshops/last/index.md:2: Title: words that repeat {quote} are left out of the hand-out of this",
        f"content/workshops/next/index.md:2: Title: there is no hand-out of this: its title repeats {quote}",
    ]
