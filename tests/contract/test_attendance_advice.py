"""Names under attendance, and quotes that one person alone can have said, are asked about; nothing stops for them."""

from pathlib import Path

import pytest

from tests.support.diaries import read

SOURCE = "content/workshops/a-post/index.md"


def advice(folder: Path, attendance: str, who: str = "") -> list[str]:
    quotes = f"feedback: {{quotes: [{{words: Tea., who: {who}, consent: Q-1}}]}}\n" if who else ""
    text = f"---\ntitle: A\ndate: 2016\nworkshop:\n  attendance:\n    - {attendance}\n{quotes}---\nX.\n"
    folder.joinpath("content").mkdir()
    (folder / "content/consent.yml").write_text("Q-1: {covers: [quote]}\n" if who else "", encoding="utf-8")
    _, problems = read(folder, workshops__a_post=text)
    assert not [problem for problem in problems if problem.stops]
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "name",
    [
        "Jo Smith",
        "Dr Ahmed",
        "Mrs X",
        "Ms. O’Dell",
        "Cllr Jones",
        "Siân O'Dell",
        "Jo-Anne Quill-feather",
        "J. Smith",
        "Jo S.",
        "Ana de Souza",
        "Mary Ann Evans",
        "Олена Шевченко",
        "Jo Smith (Housing)",
        "Jo Smith from Housing",
        "Will Young",
        "{group: Jo Smith, count: 1}",
        "{group: 'Jo Smith, Housing', count: 1}",
    ],
)
def test_what_looks_like_a_persons_name_is_asked_about(tmp_path: Path, name: str) -> None:
    group = name.removeprefix("{group: ").removesuffix(", count: 1}").strip("'")
    called = f", “{group}”" if group != name else ""
    where = f"{SOURCE}:6: Workshop, attendance, number 1{called}, group"
    asked = (
        f'{where}: found "{group}"; is this a person? Nobody who came is named unless they asked for it: '
        "write the group that they came from, such as “Housing” [person-named]"
    )
    assert advice(tmp_path, name) == [asked]


@pytest.mark.parametrize(
    "group",
    [
        "Young carers",
        "Young Carers",
        "Housing",
        "Youth Offending Team",
        "North Riverbend Council",
        "Leaving Care Team",
        "Education Service",
        "LAC Health Team",
        "Head of Corporate Parenting",
        "Social Workers",
        "Voluntary sector",
        "NHS England",
        "LAC",
        "Young people from Luton",
        "of Luton Town",
        "The Foster Carers of Upper Lower Middle Stratton",
        "18 to 25",
        "{group: Jo Smith, count: 2}",
    ],
)
def test_groups_are_asked_nothing(tmp_path: Path, group: str) -> None:
    assert advice(tmp_path, group) == []


@pytest.mark.parametrize(
    ("group", "who"),
    [
        ("Housing", "Somebody from Housing"),
        ("Young carers", "A young carer"),
        ("Leaving Care Team", "Leaving care team"),
    ],
)
def test_a_quote_from_a_group_of_which_one_person_came_is_a_notice(tmp_path: Path, group: str, who: str) -> None:
    asked = (
        f'{SOURCE}:7: Feedback, quotes, quote 1, who: found "{who}", and one person came from “{group}”: whoever knows that '
        "knows who said it. Write it so that it can be several people, or ask them whether they mind [quote-of-one]"
    )
    assert advice(tmp_path, f"{{group: {group}, count: 1}}", who) == [asked]


@pytest.mark.parametrize(
    ("attendance", "who"),
    [
        ("{group: Housing, count: 2}", "Somebody from Housing"),
        ("Housing", "Somebody from Housing"),
        ("{group: Housing, count: 1}", "Somebody"),
        ("{group: Art, count: 1}", "A party"),
    ],
)
def test_a_quote_that_several_can_have_said_is_no_notice(tmp_path: Path, attendance: str, who: str) -> None:
    assert advice(tmp_path, attendance, who) == []
