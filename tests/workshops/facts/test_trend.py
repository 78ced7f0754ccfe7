"""The same question, asked at one workshop after another."""

from pathlib import Path

from plugins.workshops.facts.published_figures import with_publishable_figures
from plugins.workshops.facts.ratings import Trend, trends
from plugins.workshops.facts.small_groups import SmallGroupRule
from tests.support.diaries import read


def asked(*ratings: str, fields: str = "status: held") -> str:
    return (
        f"---\ntitle: A\ndate: 2016\nworkshop: {{{fields}}}\nfeedback: {{ratings: [{', '.join(ratings)}]}}\n---\nX.\n"
    )


def rating(counts: str, question: str = "How?", most: int = 5, group: str = "") -> str:
    more = f", group: {group}" if group else ""
    return f"{{question: '{question}', scale: {{least: 1, most: {most}}}, counts: {{{counts}}}{more}}}"


def found(folder: Path, **files: str) -> tuple[Trend, ...]:
    diary, problems = read(folder, **files)
    assert problems == ()
    return trends(with_publishable_figures(diary.entries, SmallGroupRule()))


def test_a_question_that_two_workshops_asked_has_the_answers_of_each(tmp_path: Path) -> None:
    (trend,) = found(
        tmp_path,
        workshops__a=asked(rating("5: 7, 4: 5"), rating("3: 10", "Once?")),
        workshops__b=asked(rating("5: 6, 4: 6")),
        posts__c="---\ntitle: C\ndate: 2016\n---\nX.\n",
        posts__d="---\ntitle: D\ndate: 2016\nfeedback: {ratings: " + rating("2: 10") + "}\n---\nX.\n",
    )
    assert (trend.question, trend.scale.most) == ("How?", 5)
    assert [(point.entry.slug, point.spread and point.spread.commonest) for point in trend.points] == [
        ("d", (2,)),
        ("a", (5,)),
        ("b", (5, 4)),
    ]


def test_what_may_not_be_told_and_what_nobody_answered_have_no_answers(tmp_path: Path) -> None:
    (trend,) = found(
        tmp_path,
        workshops__a=asked(rating("5: 12")),
        workshops__b=asked(rating("5: 9")),
        workshops__c=asked(rating("5: 12"), fields="status: held, attendance: {group: All, count: 13}"),
        workshops__d=asked("{question: 'How?', scale: {least: 1, most: 5}, counts: {}, agreed: true}"),
    )
    assert [point.spread is not None for point in trend.points] == [True, False, False, False]


def test_another_scale_and_the_answers_of_a_group_are_another_matter(tmp_path: Path) -> None:
    assert (
        found(
            tmp_path,
            workshops__a=asked(rating("5: 12"), rating("5: 12")),
            workshops__b=asked(rating("5: 12", most=10), rating("5: 12", group="Housing")),
        )
        == ()
    )
