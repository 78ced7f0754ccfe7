"""What a mistaken author writes of a vote, and the sentence that answers."""

from pathlib import Path

import pytest

from tests.support.diaries import read

SOURCE = "content/workshops/a-post/index.md"
TWO = "options: [{name: A, votes: 6}, {name: B, votes: 5}]"


def vote(rest: str) -> str:
    return f"votes:\n  - id: v\n    question: Which?\n    {rest.replace(chr(10), chr(10) + '    ')}"


RANKED = "method: ranked\ncounting: instant-runoff\noptions: [{name: A, id: a}, {name: B, id: b}]\n"

VOTES = [
    (
        "two options of one name",
        "method: approval\noptions: [{name: A, votes: 1}, {name: A, votes: 2}]",
        '7: Votes, vote 1, “Which?”, options, option 2, “A”, name: found "A" a second time; give each option its own name [used-twice]',
    ),
    (
        "two options of one id",
        "method: approval\noptions: [{name: A, id: x, votes: 1}, {name: B, id: x, votes: 2}]",
        '7: Votes, vote 1, “Which?”, options, option 2, “B”, id: found "x" a second time; give each option its own id [used-twice]',
    ),
    (
        "more seats than options",
        f"method: approval\nseats: 3\n{TWO}",
        '7: Votes, vote 1, “Which?”, seats: found "3"; write how many of the 2 options are chosen [counts-disagree]',
    ),
    (
        "dots in a show of hands",
        f"method: show-of-hands\ndots_each: 3\n{TWO}",
        "7: Votes, vote 1, “Which?”, dots each: this belongs to a vote of the method “dots”; this one's is “show-of-hands” [wrong-method]",
    ),
    (
        "dots without their number",
        f"method: dots\n{TWO}",
        "4: Votes, vote 1, “Which?”, dots each: this is missing; add a line “dots_each: …”: write how many dots each person had [missing-field]",
    ),
    (
        "scores without a scale",
        "method: score\noptions: [{name: A, scores: {5: 1}}]",
        "4: Votes, vote 1, “Which?”, scale: this is missing; add a line “scale: …”: write the lowest and the highest score, such as {least: 1, most: 5} [missing-field]",
    ),
    (
        "a ranking without its counting",
        "method: ranked\noptions: [{name: A, id: a}]\nballots: {ranking: a, count: 3}",
        "4: Votes, vote 1, “Which?”, counting: this is missing; add a line “counting: …”: write instant-runoff, stv or borda [missing-field]",
    ),
    (
        "an instant run-off for two seats",
        RANKED + "seats: 2\nballots: {ranking: a, count: 3}",
        "7: Votes, vote 1, “Which?”, counting: an instant run-off chooses one option, and here are 2 seats; write stv [wrong-method]",
    ),
    (
        "counts of a method that nobody knows",
        "method: not-known\ncounts: kept\noptions: [{name: A}, {name: B}]",
        '7: Votes, vote 1, “Which?”, counts: found "kept"; counts mean nothing when the method is not known: write not-kept [wrong-method]',
    ),
    (
        "votes in a ranking",
        RANKED.replace("id: b", "id: b, votes: 3") + "ballots: {ranking: a, count: 3}",
        "8: Votes, vote 1, “Which?”, options, option 2, “B”, votes: a vote of the method “ranked” has no votes per option; take this out [wrong-method]",
    ),
    (
        "scores in a show of hands",
        "method: show-of-hands\noptions: [{name: A, votes: 3, scores: {5: 1}}]",
        "7: Votes, vote 1, “Which?”, options, option 1, “A”, scores: scores belong to a vote of the method “score”; this one's is “show-of-hands” [wrong-method]",
    ),
    (
        "a count where none was kept",
        "method: approval\ncounts: not-kept\nchosen: A\noptions: [{name: A, votes: 3}, {name: B}]",
        "9: Votes, vote 1, “Which?”, options, option 1, “A”, votes: the vote says that counts were not kept, and here is one; keep one of the two [wrong-method]",
    ),
    (
        "a score off the scale",
        "method: score\nscale: {least: 1, most: 5}\noptions: [{name: A, scores: {6: 1}}]",
        '8: Votes, vote 1, “Which?”, options, option 1, “A”, scores, 6: found "6"; the scale goes from 1 to 5 [off-the-scale]',
    ),
    (
        "a count left out",
        "method: approval\noptions: [{name: A, votes: 3}, {name: B}]",
        "7: Votes, vote 1, “Which?”, options, option 2, “B”, votes: this is missing; write how many votes “B” got, "
        "or “counts: not-kept” for the vote [missing-field]",
    ),
    (
        "a ranking by names",
        "method: ranked\ncounting: borda\noptions: [{name: Text Not Post, id: text}, {name: Drop-in, id: drop}]\n"
        "ballots: [{ranking: [text], count: 3}, {ranking: [drop-in, Text not post], count: 3}]",
        '9: Votes, vote 1, “Which?”, ballots, number 2, ranking, number 1: found "drop-in"; '
        "write ids in all rankings: text for “Text Not Post”, drop for “Drop-in” [unknown-option]",
    ),
    (
        "a scale upside down",
        "method: score\nscale: {least: 5, most: 1}\noptions: [{name: A, scores: {5: 1}}, {name: B, scores: {4: 1}}]",
        "7: Votes, vote 1, “Which?”, scale: the scale is upside down; write {least: 1, most: 5} [off-the-scale]",
    ),
    (
        "a ranked option without an id",
        RANKED.replace(", id: b", "") + "ballots: {ranking: a, count: 3}",
        "8: Votes, vote 1, “Which?”, options, option 2, “B”, id: this is missing; rankings name options by it, so write one, such as b [missing-field]",
    ),
    (
        "rankings left out",
        RANKED,
        "4: Votes, vote 1, “Which?”, ballots: this is missing; add a line “ballots: …”: write each ranking and how many handed it in, or “counts: not-kept” [missing-field]",
    ),
    (
        "a ranking of something else",
        RANKED + "ballots: {ranking: [c, a], count: 3}",
        '9: Votes, vote 1, “Which?”, ballots, number 1, ranking, number 1: found "c", which is no option of this vote; the ids are a, b [unknown-option]',
    ),
    (
        "a ranking that names an option twice",
        RANKED + "ballots: {ranking: [a, a], count: 3}",
        '9: Votes, vote 1, “Which?”, ballots, number 1, ranking, number 2: found "a" a second time in one ranking; a ranking names each option once [used-twice]',
    ),
    (
        "more abstentions than people",
        f"method: show-of-hands\npresent: 3\nabstained: 4\n{TWO}",
        '7: Votes, vote 1, “Which?”, present: found "3", and 4 abstained or spoiled their paper; one of them is wrong [counts-disagree]',
    ),
    (
        "more hands than people",
        f"method: show-of-hands\npresent: 10\n{TWO}",
        '7: Votes, vote 1, “Which?”, present: found "10", and 11 voted, abstained or spoiled; one of them is wrong [counts-disagree]',
    ),
    (
        "more dots than were handed out",
        f"method: dots\ndots_each: 1\npresent: 10\n{TWO}",
        "9: Votes, vote 1, “Which?”, options: 11 dots were given, and 10 people had 10 in all; one of them is wrong [counts-disagree]",
    ),
    (
        "more rankings than people",
        RANKED + "present: 2\nballots: {ranking: a, count: 3}",
        "10: Votes, vote 1, “Which?”, ballots: 3 rankings were handed in, and 2 people could; one of them is wrong [counts-disagree]",
    ),
    (
        "more votes for an option than people",
        f"method: approval\npresent: 5\n{TWO}",
        '8: Votes, vote 1, “Which?”, options, option 1, “A”, votes: found "6", and only 5 people voted; one of them is wrong [counts-disagree]',
    ),
    (
        "more scores than people",
        "method: score\nscale: {least: 1, most: 5}\npresent: 2\noptions: [{name: A, scores: {5: 3}}]",
        "9: Votes, vote 1, “Which?”, options, option 1, “A”, scores: 3 people gave a score, and only 2 could; one of them is wrong [counts-disagree]",
    ),
    (
        "something chosen that was no option",
        f"method: approval\n{TWO}\nchosen: Bee",
        '8: Votes, vote 1, “Which?”, chosen: found "Bee", which is no option of this vote; the options are A, B [unknown-option]',
    ),
    (
        "the wrong one chosen",
        f"method: approval\n{TWO}\nchosen: B",
        '8: Votes, vote 1, “Which?”, chosen: found "B", but the counts name A; one of them is wrong [result-disagrees]',
    ),
    (
        "a tie settled where there was none",
        f"method: approval\n{TWO}\ntie_break: A coin.",
        "8: Votes, vote 1, “Which?”, tie break: the counts hold no tie for the last seat; take this out [result-disagrees]",
    ),
    (
        "nothing said of what was chosen",
        "method: not-known\ncounts: not-kept\noptions: [{name: A}, {name: B}]",
        "4: Votes, vote 1, “Which?”, chosen: this is missing; without counts, write what was chosen, or [] when nothing was decided [missing-field]",
    ),
    (
        "fewer chosen than seats",
        "method: not-known\ncounts: not-kept\nseats: 2\nchosen: A\noptions: [{name: A}, {name: B}]",
        "9: Votes, vote 1, “Which?”, chosen: 1 option was chosen, and “seats” says 2; one of them is wrong [result-disagrees]",
    ),
    (
        "a tie left open",
        "method: approval\noptions: [{name: A, votes: 5}, {name: B, votes: 5}]",
        "4: Votes, vote 1, “Which?”, chosen: the counts end in a tie between A and B, so they alone decide nothing; write what was chosen and how the "
        "tie was settled (tie_break), or “chosen: []” when nothing was decided [result-disagrees]",
    ),
    (
        "a tie settled for somebody else",
        "method: approval\noptions: [{name: A, votes: 5}, {name: B, votes: 5}, {name: C, votes: 1}]\nchosen: C",
        '8: Votes, vote 1, “Which?”, chosen: found "C", but the counts name a tie between A and B; one of them is wrong [result-disagrees]',
    ),
    (
        "a tie for the second seat settled without the first",
        "method: approval\nseats: 2\noptions: [{name: A, votes: 9}, {name: B, votes: 5}, {name: C, votes: 5}]\n"
        "chosen: [B, C]",
        '9: Votes, vote 1, “Which?”, chosen: found "B, C", but the counts name A and then a tie between B and C; one of them is wrong [result-disagrees]',
    ),
    (
        "a tie settled without saying how",
        "method: approval\noptions: [{name: A, votes: 5}, {name: B, votes: 5}]\nchosen: A",
        "4: Votes, vote 1, “Which?”, tie break: this is missing; the counts end in a tie between A and B: add a line “tie_break: …” that says how that was settled [result-disagrees]",
    ),
]

CASES = [(name, vote(rest), answer) for name, rest, answer in VOTES]


@pytest.mark.parametrize(("typed", "answer"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_mistake_is_answered_in_one_plain_sentence(tmp_path: Path, typed: str, answer: str) -> None:
    workshop = "" if "workshop:" in typed else "\nworkshop: {status: held}"
    text = f"---\ntitle: A post\n{typed}{workshop}\ndate: 2016-10-10\n---\nWords.\n"
    _, problems = read(tmp_path, workshops__a_post=text)
    assert [str(problem) for problem in problems] == [f"{SOURCE}:{answer}"]


def test_a_vote_for_nothing_has_no_finding(tmp_path: Path) -> None:
    tie = vote("method: approval\noptions: [{name: A, votes: 5}, {name: B, votes: 5}]\nchosen: []")
    text = f"---\ntitle: A post\n{tie}\nworkshop: {{status: held}}\ndate: 2016-10-10\n---\nWords.\n"
    assert read(tmp_path, workshops__a_post=text)[1] == ()
