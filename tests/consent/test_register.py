"""The register of consents, and what stands when one does not hold."""

from datetime import datetime
from pathlib import Path

import pytest

from plugins.consent.register import Cover, Register, read_register
from tests.support.diaries import LONDON, read, written

REGISTER = """
C-01: {covers: [photo, quote]}
C-02: {covers: quote, until: 2016-12-31}
C-03: {covers: photo, withdrawn: 2016-11-01}
C-04: {covers: [photo, share]}
"""
POST = """
---
title: One
date: 2016-10-10
workshop: {{status: held}}
feedback:
  quotes: {{words: It was good., consent: {consent}}}
---
Words.
"""


def register_of(folder: Path, text: str) -> tuple[object, list[str]]:
    file = folder / "consent.yml"
    file.write_text(text, encoding="utf-8")
    register, problems = read_register(file, source="content/consent.yml", zone=LONDON)
    return register, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("consent", "subject", "status"),
    [
        ("C-01", "photo", "holds"),
        ("C-01", "quote", "holds"),
        ("C-02", "photo", "other-subject"),
        ("C-02", "quote", "run-out"),
        ("C-03", "photo", "withdrawn"),
        ("C-04", "share", "holds"),
        ("C-01", "share", "other-subject"),
        ("C-05", "photo", "unknown"),
    ],
)
def test_a_consent_holds_for_what_it_covers_until_its_end(
    tmp_path: Path, consent: str, subject: Cover, status: str
) -> None:
    file = tmp_path / "consent.yml"
    file.write_text(REGISTER, encoding="utf-8")
    register, problems = read_register(file, source="content/consent.yml", zone=LONDON)
    assert problems == ()
    now = datetime(2017, 1, 1, tzinfo=LONDON)
    assert register.status(consent, subject, now=now, zone=LONDON) == status


def test_a_consent_holds_to_the_last_second_of_its_last_day(tmp_path: Path) -> None:
    file = tmp_path / "consent.yml"
    file.write_text(REGISTER, encoding="utf-8")
    register, _ = read_register(file, source="content/consent.yml", zone=LONDON)
    last = datetime(2016, 12, 31, 23, 59, 59, tzinfo=LONDON)
    assert register.status("C-02", "quote", now=last, zone=LONDON) == "holds"


def test_mistakes_in_the_register_are_told_with_their_lines(tmp_path: Path) -> None:
    assert register_of(tmp_path, "C-01: yes\nC-02: {cover: photo, covers: photo}\n")[1] == [
        "content/consent.yml:1: Consent C-01: write what it covers, such as {covers: [photo], until: 2027-10-31} [wrong-shape]",
        "content/consent.yml:2: Consent C-02: there is no field “cover” here; did you mean “covers”? [unknown-key]",
    ]


def test_a_register_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    assert register_of(tmp_path, "- C-01\n")[1] == [
        "content/consent.yml:1: found a list; take the hyphen away and write fields, such as “title: …” [wrong-shape]"
    ]


@pytest.mark.parametrize(
    ("consent", "findings", "stops"),
    [
        ("C-01", [], []),
        (
            "C-09",
            ['Feedback, quotes, quote 1, consent: found "C-09", which is not in content/consent.yml'],
            [True],
        ),
        (
            "C-03",
            [
                'Feedback, quotes, quote 1, consent: the consent "C-03" was withdrawn; '
                "this quote is left out of everything that is published"
            ],
            [False],
        ),
    ],
)
def test_a_quote_without_a_consent_that_holds_is_not_in_the_record(
    tmp_path: Path, consent: str, findings: list[str], stops: list[bool]
) -> None:
    content = written(tmp_path, workshops__one=POST.format(consent=consent))
    (content / "consent.yml").write_text(REGISTER, encoding="utf-8")
    diary, problems = read(tmp_path)
    problems = tuple(problem for problem in problems if problem.source != "content/consent.yml")
    told = [f"{problem.place}: {problem.message}" for problem in problems]
    assert [told[index][: len(words)] for index, words in enumerate(findings)] == findings
    assert [problem.stops for problem in problems] == stops
    feedback = diary.entries[0].post.feedback
    assert feedback is not None
    assert len(feedback.quotes) == (0 if findings else 1)


def test_a_quote_whose_consent_covers_only_photos_stops_the_build(tmp_path: Path) -> None:
    content = written(tmp_path, workshops__one=POST.format(consent="C-05"))
    (content / "consent.yml").write_text("C-05: {covers: photo}\n", encoding="utf-8")
    _, problems = read(tmp_path)
    assert [problem.stops for problem in problems] == [True]


@pytest.mark.parametrize(
    ("until", "told"),
    [
        ("2020-01-01", "Wednesday 1 January 2020 (today)"),
        ("2020-01-02", "Thursday 2 January 2020 (tomorrow)"),
        ("2020-01", "January 2020 (in 30 days)"),
        ("2020-03-01", "Sunday 1 March 2020 (in 60 days)"),
        ("2020-03-02", None),
        ("2020", None),
    ],
)
def test_a_consent_that_ends_within_sixty_days_is_told_where_it_is_used(
    tmp_path: Path, until: str, told: str | None
) -> None:
    content = written(tmp_path, workshops__one=POST.format(consent="C-07"))
    (content / "consent.yml").write_text(f"C-07: {{covers: quote, until: {until}}}\n", encoding="utf-8")
    diary, problems = read(tmp_path)
    assert [str(problem) for problem in problems] == (
        [
            "content/workshops/one/index.md:6: Feedback, quotes, quote 1, consent: "
            f'the consent "C-07" ends after {told}; from then on this quote is left out: ask in time whether it may stay [consent-ends-soon]'
        ]
        if told
        else []
    )
    assert not any(problem.stops for problem in problems)
    feedback = diary.entries[0].post.feedback
    assert feedback is not None
    assert len(feedback.quotes) == 1


def test_a_consent_that_nothing_needs_is_a_notice(tmp_path: Path) -> None:
    content = written(tmp_path, workshops__one=POST.format(consent="C-07"))
    (content / "consent.yml").write_text("C-07: {covers: quote}\n\nC-08: {covers: photo}\n", encoding="utf-8")
    _, problems = read(tmp_path)
    assert [(str(problem), problem.stops) for problem in problems] == [
        (
            "content/consent.yml:3: Consent C-08: no photo and no quote names this consent; take the line out when none will [consent-unused]",
            False,
        )
    ]


def test_a_post_with_a_slip_needs_each_consent_that_it_names_anywhere(tmp_path: Path) -> None:
    slip = "---\ndate: 2016\ntitle: Two: C-08\n---\nWords, see C-09.\n"
    content = written(tmp_path, workshops__one=POST.format(consent="C-07"), posts__two=slip)
    register = "".join(f"C-{number:02}: {{covers: [quote, photo]}}\n" for number in (7, 8, 9, 10))
    (content / "consent.yml").write_text(register, encoding="utf-8")
    _, problems = read(tmp_path)
    assert [(problem.source, problem.line, problem.code) for problem in problems] == [
        ("content/posts/two.md", 3, "unreadable-line"),
        ("content/consent.yml", 4, "consent-unused"),
    ]


def test_a_consent_that_may_be_a_name_is_told(tmp_path: Path) -> None:
    _, told = register_of(tmp_path, "robin: {covers: photo}\nC-07: {covers: photo}\n")
    assert told == [
        "content/consent.yml:1: Consent robin: write a number, such as C-07; an id that leads to a name does not belong here [consent-id]"
    ]


@pytest.mark.parametrize("nothing", ["", "~", "null"])
@pytest.mark.parametrize("field", ["until", "withdrawn"])
def test_a_day_that_is_left_blank_stops_the_build(tmp_path: Path, field: str, nothing: str) -> None:
    """Somebody began to write that a consent is taken back; it must not go on as if nothing had been said."""
    _, told = register_of(tmp_path, f"C-01:\n  covers: photo\n  {field}: {nothing}\n")
    assert told == [
        f"content/consent.yml:3: Consent C-01, {field}: the day is missing; write it, such as 2027-10-31, or take “{field}:” out [empty-field]"
    ]


@pytest.mark.parametrize(
    ("written_id", "instead"),
    [
        ("c1", "did you mean “C-01”? [consent-unknown]"),
        ("C_001", "did you mean “C-01”? [consent-unknown]"),
        ("C-11", "add it there, or take the quote out [consent-unknown]"),
        ("C-1008", "add it there, or take the quote out [consent-unknown]"),
    ],
)
def test_another_spelling_of_a_consent_is_offered_and_never_that_of_another_person(
    tmp_path: Path, written_id: str, instead: str
) -> None:
    content = written(tmp_path, workshops__one=POST.format(consent=written_id))
    (content / "consent.yml").write_text("C-01: {covers: quote}\nC-1009: {covers: quote}\n", encoding="utf-8")
    _, problems = read(tmp_path)
    assert [str(problem) for problem in problems if problem.stops] == [
        "content/workshops/one/index.md:6: Feedback, quotes, quote 1, consent: "
        f'found "{written_id}", which is not in content/consent.yml; {instead}'
    ]


def test_of_two_ids_that_are_spelt_alike_none_is_offered_and_none_covers_anything(tmp_path: Path) -> None:
    register, told = register_of(tmp_path, "C-01: {covers: photo}\nC-2: {covers: photo}\nc1: {covers: photo}\n")
    assert isinstance(register, Register)
    assert register.spelt_like("C1") is None
    assert register.unread == {"C-01", "c1"}
    assert told == [
        "content/consent.yml:3: Consent c1: this is spelt like “C-01” (line 1); nobody can tell which is meant, so keep one [used-twice]"
    ]


def test_ids_that_differ_only_in_where_their_digits_part_are_two_people(tmp_path: Path) -> None:
    register, told = register_of(tmp_path, "C-1-1: {covers: photo}\nC-11: {covers: photo}\nC-111: {covers: photo}\n")
    assert isinstance(register, Register)
    assert (register.unread, told) == (frozenset(), [])


@pytest.mark.parametrize("name", ["consent.yaml", "consent.yml.txt", "Consent.yml", "consent (1).yml", "consent.txt"])
def test_with_another_file_that_may_be_the_register_nothing_is_covered(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("C-01: {covers: photo, withdrawn: 2016-01-01}\n", encoding="utf-8")
    register, _ = register_of(tmp_path, "C-01: {covers: photo}\n")
    assert register == Register(is_readable=False)
