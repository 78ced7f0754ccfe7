"""What is jargon, and what only looks like it."""

import pytest

from plugins.blog.advice.jargon import unexplained


def told(text: str, *entries: str) -> list[str]:
    return [message.partition("”")[0][1:] for _, message in unexplained(text, entries)]


JARGON = [
    ("My PA came to the review.", ["PA"]),
    ("Our PAs and an IRO wrote the EHCP.", ["PA", "IRO", "EHCP"]),
    ("The PA said yes. A PA said no.", ["PA"]),
    ("Every pathway plan names a personal adviser.", ["pathway plan", "personal adviser"]),
    ("Pathway plans are read by stakeholders.", ["Pathway plans", "stakeholders"]),
    ("We met.\nStakeholder engagement matters.", ["Stakeholder"]),
    ("“Staying Put” is for them; a Staying-put home is good.", ["Staying-put"]),
    ("It is multi agency work, co-production even.", ["multi agency", "co-production"]),
    ("A PA wrote to the virtual school. It is hers.", ["PA", "virtual school"]),
    ("PA", ["PA"]),
    ("The NEET figures (they fell).", ["NEET"]),
]


@pytest.mark.parametrize(("text", "words"), JARGON, ids=[text for text, _ in JARGON])
def test_jargon_is_told_where_it_first_stands(text: str, words: list[str]) -> None:
    assert told(text) == words


PLAIN = [
    "We met at the NHS centre in the UK, and the CEO said OK.",
    "Part II and part IV are on TV.",
    "It was GREAT, and we had FUN. TEKKERS!",
    "The EHCP (education, health and care plan) and the PIP (money for the ill).",
    "You must NOT run. It is for ALL of us.",
    "WE WANT A GARDEN",
    "The GARDEN is ours. We love the garden.",
    "My adviser (PA) came, and the PA stayed.",
    "The PA (that is your adviser) came.",
    "IRISS is short for an institute. IRISS helped.",
    "The PA, who is your adviser, came.",
    "A stakeholder is somebody who has a say.",
    "She leads the Virtual School, and the Corporate Parenting Service.",
    "Write to PO14 3AB, or look at IMG_2043.JPG and A4.",
    "It is at www.example.org/PA and in M&S, Q&A, 5PM.",
    "COVID-19 was hard. H. G. Wells, J. P. and R.E.M. were not.",
    "The placement of the table was good.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_only_looks_like_jargon_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("entry", ["PA", "pa", "PAs", "Personal adviser (PA)", "Personal advisers", "personal adviser"])
def test_an_entry_in_a_glossary_ends_it(entry: str) -> None:
    assert told("My PA and your PAs came.", "another", entry) == []


def test_the_message_says_what_to_do() -> None:
    assert [message for _, message in unexplained("My PA has a caseload and a pathway plan.", ())] == [
        "“PA” is short for something; add it to a glossary, or write it out",
        "“pathway plan” is a word of the trade; add it to a glossary, or say it in everyday words",
    ]
