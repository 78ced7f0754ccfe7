"""What is meant for another program is told with its line, and never inside code."""

import pytest

from plugins.problems import Problem
from plugins.story import Passage
from plugins.story.teller import StoryTeller
from tests.story.stories import SOURCE, OneOtherPost, findings, html, told

SHOWN = "which is meant for another program, and readers see as it stands; "
NOTE = SHOWN + "write **Note:** in its place"
FOREIGN = [
    ("[[Next week]]", "a link of Obsidian; write [Next week](next-week.md)"),
    ("[[next-week#The plan|the plan]]", "a link of Obsidian; write [the plan](next-week.md#the-plan)"),
    ("[[#Plan]]", "a link of Obsidian; write [Plan](#plan)"),
    ("![[IMG 1.JPG]]", "a picture of Obsidian; write ![what it shows](photos/IMG%201.JPG)"),
    ("![[Next week]]", "a link of Obsidian; write [Next week](next-week.md)"),
    ("==mark==", SHOWN + "write **the words** to make them stand out"),
    ("{width=50%}", SHOWN + "take it out"),
    ("{#plan}", SHOWN + "take it out"),
    ("{: .wide }", SHOWN + "take it out"),
    ("{.wide lang=cy}", SHOWN + "take it out"),
    ("{{< youtube x >}}", SHOWN + "take it out"),
    ("{% include x %}", SHOWN + "take it out"),
    ("[TOC]", SHOWN + "take it out"),
    ("[[_TOC_]]", SHOWN + "take it out"),
    ("{:toc}", SHOWN + "take it out"),
    ("::: warning", SHOWN + "take it out"),
    ("!!! note", SHOWN + "take it out, and begin the paragraph with **Note:**"),
    (":tada:", SHOWN + "put the smiley itself there"),
    (":+1:", SHOWN + "put the smiley itself there"),
    ("$x$", SHOWN + "write it in words, or as `code`"),
    ("$x^2$", SHOWN + "write it in words, or as `code`"),
    ("$$x$$", SHOWN + "write it in words, or as `code`"),
    ("[@smith2010]", SHOWN + "write who said it, with a link"),
    ("^[An aside]", SHOWN + "write [^1] here, and [^1]: with the note on a line of its own"),
    ("^a1b2c3", SHOWN + "take it out"),
    ("*[CL]:", SHOWN + "explain the word under glossary, at the top of the file"),
    ("#housing #money", "which is neither a heading nor a tag here; write ## and a blank for a heading, and tags at the top of the file"),
    ("[^9]", "a note without words; write [^1]: and the note on a line of its own"),
    ("[a][unknown]", "and no line says where “unknown” leads; write [a](the address)"),
    ("[a][]", "and no line says where “a” leads; write [a](the address)"),
    ("![a][unknown]", "and no line says where “unknown” leads; write [a](the address)"),
    ("[the plan] (https://example.org/a_(b)", None),
    ("[the plan] (https://example.org/)", "which is no link; write [the plan](https://example.org/) without the blank between"),
    ("[the plan] (other.md)", "which is no link; write [the plan](other.md) without the blank between"),
]  # fmt: skip


@pytest.mark.parametrize(("signs", "said"), FOREIGN, ids=[signs for signs, _ in FOREIGN])
def test_signs_of_another_program_are_a_notice_at_their_line(signs: str, said: str | None) -> None:
    notices = [problem for problem in told(f"Words.\n\nMore\n{signs}")[1] if not problem.stops]
    expected = (
        [] if said is None else [Problem(SOURCE, 13, "", f'found "{signs}", {said}', "other-program", stops=False)]
    )
    assert [notice for notice in notices if "does not say" not in notice.message] == expected


def test_a_box_and_raised_letters_are_told_where_they_stand() -> None:
    assert findings("> [!NOTE]\n> Tea") == [f'10: found "[!NOTE]", {NOTE} [other-program]']
    raised = SHOWN + "write it in words, or with signs such as ² and ₂ [other-program]"
    assert findings("m^2^ and H~2~O") == [f'10: found "^2^", {raised}', f'10: found "~2~", {raised}']


@pytest.mark.parametrize("signs", [signs for signs, _ in FOREIGN])
def test_signs_in_code_are_left_alone(signs: str) -> None:
    for text in (
        f"`{signs}`",
        f"```\n{signs}\n```",
        f"    {signs}",
        f"- a\n\n  ~~~\n  {signs}\n  ~~~",
        f"> ``{signs}``",
    ):
        assert findings(text) == []


OURS = [
    "a == b == c", "{}", "{a}", "At 10:30:45, or 9:30", "It cost $5 and then $6", "#1 of three", "C# and F#", "wow!!! yes", "[sic]",
    "See https://example.org/#a:b:c?x={y=1}", "[a](https://example.org/#:tada:)", "2 ^ 3", "\\[a][b]", "\\==mark==", "[x]: y [z]",
    "50%% of 30%%", "~5 and ~6", "a ^_^", "- -5 degrees\n- -3 degrees", "[a]\n[b]", "Tea: milk: sugar",
]  # fmt: skip


@pytest.mark.parametrize("text", OURS)
def test_signs_that_are_words_are_left_alone(text: str) -> None:
    assert findings(text) == []


TABLE = "this was meant as a table and comes out as running text; write a line such as |---|---| below its heading, with as many cells as that has [lost-shape]"
LIST = "this was meant as a list and comes out as running text; begin each line with a hyphen and a blank [lost-shape]"
SHAPES = [
    ("| c |", f"10: {TABLE}"),
    ("a|b\n1|2", f"11: {TABLE}"),
    ("→ tea\n→ cake", f"10: {LIST}"),
    (
        "a | b\n-|-\n1 | 2\nWords",
        "13: this line right below a table is read as a row of it; put an empty line before it, or bars between its cells [lost-shape]",
    ),
    (
        "```mermaid\ngraph\n```",
        "10: the code that begins here is meant for another program, and readers see it as it stands; take it out [other-program]",
    ),
    (
        "age:: 40",
        '10: found "::", which is meant for another program, and readers see as it stands; write one : [other-program]',
    ),
    ("| a | b |\n| 1 | 2 |", f"10: {TABLE}"),
    ("a | b | c\n--|--\n1 | 2", f"11: {TABLE}"),
    ("We need:\n-a kettle\n-cups", f"11: {LIST}"),
    ("– a kettle\n– cups", f"10: {LIST}"),
    ("1.Tea\n2.Cake", f"10: {LIST}"),
    ("a) tea\nb) cake", f"10: {LIST}"),
    ("(1) tea\n(2) cake", f"10: {LIST}"),
    ("*tea\n*cake", f"10: {LIST}"),
]


@pytest.mark.parametrize(("text", "said"), SHAPES, ids=[text for text, _ in SHAPES])
def test_a_list_or_table_that_comes_out_as_running_text_is_a_notice(text: str, said: str) -> None:
    assert findings(text) == [said]
    assert not any(problem.stops for problem in told(text)[1])


@pytest.mark.parametrize(
    "text", ["*Tea* was hot.\n*Cake* was sweet.", "-5 today\n-3 tomorrow", "I met (a) them\nand (b) you"]
)
def test_lines_that_are_no_list_are_left_alone(text: str) -> None:
    assert findings(text) == []


OBSIDIAN = "a comment of Obsidian, which readers would see; take it out, or write <!-- before it and --> behind it [hidden-words]"
COMMENTS = [
    ("Words %%Sam was ill%% more", 10, "%%Sam was ill%%"),
    ("Words.\n\n%%\nSam\n\nwas ill\n%%\n\nmore", 12, "%% Sam was ill %%"),
    ("Words.\n\n%%\nSam was ill", 12, "%% Sam was ill"),
]


@pytest.mark.parametrize(("text", "line", "shown"), COMMENTS, ids=[text for text, _, _ in COMMENTS])
def test_a_comment_of_obsidian_is_a_finding_and_never_shown(text: str, line: int, shown: str) -> None:
    story, (problem,) = told(text)
    assert str(problem) == f'{SOURCE}:{line}: found "{shown}", {OBSIDIAN}'
    assert problem.stops
    assert "Sam" not in story.html.html


HIDDEN_IN_CODE = ["`%%x%%`", "```\n%%x%%\n```", "    %%x%%", "- a\n\n      %%x\n\n      y%%", "> ```\n> %%x%%\n> ```"]


@pytest.mark.parametrize("text", HIDDEN_IN_CODE)
def test_signs_of_such_a_comment_in_code_are_left_alone(text: str) -> None:
    assert findings(text) == []
    assert "%%x" in html(text)


def test_such_a_comment_is_told_in_a_story_that_is_nested_too_deep() -> None:
    lists = "".join("  " * depth + "- a\n" for depth in range(120))
    assert findings(f"%%Sam%%\n\n{lists}")[0] == f'10: found "%%Sam%%", {OBSIDIAN}'


def test_a_sentence_with_a_comment_of_obsidian_is_told_and_not_shown() -> None:
    passage, problems = StoryTeller(OneOtherPost()).words("Tea %%Sam%%", source=SOURCE, line=3, place="Summary")
    assert (passage, [problem.message for problem in problems]) == (
        Passage(),
        [f'found "%%Sam%%", {OBSIDIAN.removesuffix(" [hidden-words]")}'],
    )


def test_what_word_left_behind_is_a_finding() -> None:
    said = "which Word left behind; paste the words without their formatting (Ctrl+Shift+V) [html]"
    assert findings("<p class=MsoNormal>Tea<o:p></o:p>") == [
        f'10: found "<p class=MsoNormal>", {said}',
        f'10: found "<o:p>", {said}',
    ]
    assert html("`<o:p>`") == "<p><code>&lt;o:p&gt;</code></p>"
