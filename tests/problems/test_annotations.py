"""Findings as GitHub shows them: nothing that an author wrote is a command, Markdown or HTML there."""

import re

from plugins.problems import Problem
from plugins.problems.annotations import MOST_ANNOTATIONS, annotations, summary

HOSTILE = (
    "content/posts/a,line=1::error file=b::100%25 off\r\n::stop-commands::x.md",
    "Photos, photo 1: “##[error]x, y”",
    "found “<img src=x onerror=y> [a](https://evil.example) **b** `c` | @everyone #1\n::add-mask::e\u202e”",
)


def problem(number: int = 0, *, stops: bool = True) -> Problem:
    return Problem(f"content/posts/{number:03}.md", number, "", "this is missing", "missing-field", stops)


def test_a_finding_is_a_command_at_its_line() -> None:
    found = Problem("content/posts/a.md", 14, "Votes, vote 1", "found 50%, not a number", "not-a-number")
    assert list(annotations([found, problem(stops=False)])) == [
        "::error file=content/posts/a.md,line=14,title=Votes%2C vote 1::found 50%25, not a number [not-a-number]",
        "::notice file=content/posts/000.md,line=1,title=missing-field::this is missing [missing-field]",
    ]


def test_no_name_title_or_word_of_an_author_is_a_command_or_ends_one() -> None:
    source, place, message = HOSTILE
    (told,) = annotations([Problem(source, 3, place, message, "html")])
    command = re.fullmatch(r"::error file=([^,:]*),line=3,title=([^,:]*)::(.*)", told)
    assert command
    assert command[1] == "content/posts/a%2Cline=1%3A%3Aerror file=b%3A%3A100%2525 off %3A%3Astop-commands%3A%3Ax.md"
    assert command[2] == "Photos%2C photo 1%3A “##[error]x%2C y”"
    assert command[3].endswith("@everyone #1 ::add-mask::e�” [html]")
    assert "%0" not in told


def test_what_is_more_than_github_shows_is_in_the_summary() -> None:
    found = [problem(number) for number in range(1, 401)] + [problem(number, stops=False) for number in range(12)]
    told = list(annotations(found))
    assert [line.partition(" ")[0] for line in told] == ["::error"] * MOST_ANNOTATIONS + ["::notice"] * MOST_ANNOTATIONS
    text = summary(found)
    assert text.startswith("### 400 findings and 12 notices: the diary cannot be published yet.\n\n**content&#47;posts")
    assert text.count("\n- ") == 400
    assert text.endswith("\n\nAnd 12 more, which stand in the log of this run.\n")


def test_a_summary_tells_file_by_file_what_is_to_be_mended_first() -> None:
    notice = Problem("content/a.md", 0, "", "look again", "look-again", stops=False)
    placed = Problem("content/b.md", 7, "Title", "too long", "too-large")
    assert summary([notice, placed]) == (
        "### 1 finding and 1 notice: the diary cannot be published yet.\n\n"
        "**content&#47;b&#46;md**\n\n- line 7&#44; Title&#58; too long &#91;too&#45;large&#93;\n\n"
        "**content&#47;a&#46;md**\n\n- Good to know: look again &#91;look&#45;again&#93;\n"
    )
    assert summary([]) == "### No findings: the diary can be published.\n"


def test_nothing_of_an_author_is_markdown_or_html_in_a_summary() -> None:
    source, place, message = HOSTILE
    text = summary([Problem(source, 3, place, message + "x" * 3000, "html")])
    _, _, name, _, line, *rest = text.split("\n")
    assert rest == [""]
    for told in (name.strip("*"), line.removeprefix("- ")):
        assert re.sub(r"&#\d+;", "", told).replace("�", "").replace("“", "").replace("”", "").replace("…", "").isascii()
        assert not re.search(r"[!-\"$-%'-/:<-@\[-`{-~]", re.sub(r"&#\d+;", "", told))
    assert len(line) < 2_500
