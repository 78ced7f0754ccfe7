"""What a build goes without, as it is told and as it is remembered."""

from plugins.problems import Problem
from plugins.problems.left_out import LeftOut

LINE = "=" * 72


def test_what_is_remembered_is_the_places_and_no_word_of_what_was_found() -> None:
    findings = (
        Problem("content/posts/a.md", 4, "title", 'found "Sam"', "used-twice"),
        Problem("comments", 0, "", "no archive", "comments-unavailable"),
    )
    left_out = LeftOut(("content/posts/a.md", "content/posts/b.md"), findings)
    assert left_out.lines == ("comments", "content/posts/a.md:4", "content/posts/b.md")


def test_the_block_names_every_file_and_why() -> None:
    left_out = LeftOut(("content/posts/a.md",), (Problem("content/posts/a.md", 4, "", "a slip", "unknown-key"),))
    assert left_out.report() == (
        f"{LINE}\nLEFT OUT of the new site, until it is mended:\n  content/posts/a.md\n\n"
        f"1 finding to mend before they may be published again:\n\ncontent/posts/a.md:4: a slip [unknown-key]\n{LINE}"
    )


def test_a_finding_of_no_post_is_told_though_no_post_is_left_out() -> None:
    told = LeftOut((), (Problem("content/consent.yml", 1, "", "a slip", "unknown-key"),)).report()
    assert "\nNo post is left out, but there is something to mend:\n" in told


def test_nothing_is_nothing() -> None:
    assert not LeftOut()
    assert LeftOut().lines == ()
