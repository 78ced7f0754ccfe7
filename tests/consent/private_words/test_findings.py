"""What is told of private words in a new site."""

from plugins.consent.private_words.findings import found_in_files, printable
from plugins.problems import Problem
from tests.consent.private_words.lists import listed
from tests.support.papers import locked


def told(files: dict[str, bytes], *lines: str) -> list[str]:
    return [str(problem) for problem in found_in_files(listed(*lines), files.items())]


def test_the_place_is_told_and_not_the_word() -> None:
    files = {"posts/a/index.html": b"<p>One</p>\n<p>J<b>o</b></p>", "posts/jo/index.html": b"Nobody", "b.txt": b"banjo"}
    assert told(files, "# One", "Jo") == [
        "posts/a/index.html:2: line 2 of your private words stands here; take it out [private-word]",
        "posts/***/index.html: line 2 of your private words stands in the name of this file; take it out [private-word]",
    ]


def test_a_word_that_stands_everywhere_is_told_ten_times() -> None:
    files = {f"{number:02}.txt": b"Jo" for number in range(12)}
    lines = told(files, "Jo")
    assert len(lines) == 10
    assert lines[8:] == [
        "08.txt:1: line 1 of your private words stands here; take it out [private-word]",
        "09.txt:1: line 1 of your private words stands here; take it out (and out of 2 more files) [private-word]",
    ]
    assert told(dict(list(files.items())[:10]), "Jo")[-1].endswith("take it out [private-word]")


def test_what_cannot_be_searched_is_told() -> None:
    assert told({"a.pdf": locked()}, "Jo") == [
        "a.pdf: this cannot be searched for private words: it is locked, with a password or against copying; save it as PDF again, without that [hand-out]"
    ]


def test_other_findings_are_printed_without_a_private_word() -> None:
    problems = [
        Problem("posts/jo.md", 3, "start", 'found "Jo Quill"; did you mean “journey”, “Jo” or "ten"?', "unknown-key"),
        Problem("posts/a.md", 1, "", "Jo is in no quotes", "unknown-key"),
        Problem("posts/a.md", 2, "Agenda, part 1, “Tea with Jo”, vote", "a slip", "unknown-key"),
        Problem("posts/a.md", 3, "Agenda, part 2, “A “Tea” with Jo”", "a slip", "unknown-key"),
        Problem("consent.yml", 1, "Consent jo", "a slip", "consent-id"),
    ]
    assert list(map(str, printable(problems, listed("Jo")))) == [
        'posts/***:3: start: found “***”; did you mean “journey”, “***” or "ten"? [unknown-key]',
        "posts/a.md:1: Jo is in no quotes [unknown-key]",
        "posts/a.md:2: Agenda, part 1, “***”, vote: a slip [unknown-key]",
        "posts/a.md:3: ***: a slip [unknown-key]",
        "consent.yml:1: ***: a slip [consent-id]",
    ]
    assert printable(problems, listed("Jo"))[0].also == "posts/jo.md"
    assert printable(problems, None) == tuple(problems)
