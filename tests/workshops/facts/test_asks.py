"""What people asked for, what was done about it, and what still waits."""

from pathlib import Path

from plugins.workshops.diary import Diary
from plugins.workshops.facts.asks import Ask, asks
from tests.support.diaries import read


def workshop(number: int, more: str = "", date: str = "") -> str:
    return (
        f"---\ntitle: Workshop {number}\ndate: {date or f'2016-0{number}-10'}\n"
        f"workshop: {{number: {number}, status: held}}\n{more}\n---\nX.\n"
    )


def post(date: str, more: str = "") -> str:
    return f"---\ntitle: A post\n{f'date: {date}' if date else ''}\n{more}\n---\nX.\n"


def asked(*ids: str) -> str:
    return "feedback: {even_better_if: [" + ", ".join(f"{{id: {name}, said: {name}}}" for name in ids) + "]}"


def answered(to: str, status: str, more: str = "") -> str:
    return f"answers: {{to: {to}, did: We did, status: {status}{more}}}"


def found(folder: Path, **files: str) -> tuple[Ask, ...]:
    diary, problems = read(folder, **files)
    assert problems == ()
    return asks(diary, shown=diary.entries, held=diary.workshops)


def test_an_ask_without_an_answer_is_open_and_as_old_as_the_workshops_held_since(tmp_path: Path) -> None:
    tea, cake = found(
        tmp_path,
        workshops__a=workshop(1, asked("tea")),
        workshops__b=workshop(2),
        workshops__c=workshop(3, asked("cake")),
    )
    assert (tea.remark.id, tea.status, tea.answers, tea.waited) == ("tea", "open", (), 2)
    assert (cake.remark.id, cake.waited) == ("cake", 0)


def test_an_ask_in_the_works_waits_on_and_one_that_is_settled_does_not(tmp_path: Path) -> None:
    states = {
        ask.remark.id: (ask.status, ask.waited)
        for ask in found(
            tmp_path,
            workshops__a=workshop(1, asked("tea", "cake", "milk")),
            workshops__b=workshop(2, answered("a#tea", "doing")),
            workshops__c=workshop(3, answered("a#cake", "done")),
            workshops__d=workshop(4, answered("a#milk", "not-possible")),
        )
    }
    assert states == {"tea": ("doing", 3), "cake": ("done", None), "milk": ("not-possible", None)}


def test_the_answer_that_was_published_last_says_where_an_ask_stands(tmp_path: Path) -> None:
    (ask,) = found(
        tmp_path,
        workshops__a=workshop(1, asked("tea")),
        posts__z=post("2016-03-01", answered("a#tea", "done")),
        posts__m=post("2016-04-01", answered("a#tea", "doing")),
        posts__b=post("2016-03", answered("a#tea", "doing")),
    )
    assert [given.entry.slug for given in ask.answers] == ["b", "z", "m"]
    assert (ask.status, ask.waited) == ("doing", 0)


def test_an_answer_on_a_page_goes_by_its_own_day_and_comes_last_without_one(tmp_path: Path) -> None:
    (ask,) = found(
        tmp_path,
        workshops__a=workshop(1, asked("tea")),
        pages__late=post("", answered("a#tea", "done")),
        pages__early=post("", answered("a#tea", "doing", ", when: 2016-02")),
        posts__m=post("2016-03-01", answered("a#tea", "doing")),
    )
    assert [given.entry.slug for given in ask.answers] == ["early", "m", "late"]


def test_an_ask_of_this_very_post_may_be_answered_in_it(tmp_path: Path) -> None:
    (ask,) = found(tmp_path, workshops__a=workshop(1, asked("tea") + "\n" + answered("tea", "done")))
    assert (ask.status, ask.waited) == ("done", None)


def test_an_ask_without_an_id_is_told_too_and_no_answer_is_its(tmp_path: Path) -> None:
    tea, cake = found(
        tmp_path,
        workshops__a=workshop(1, "feedback: {even_better_if: [Tea., {id: cake, said: Cake.}]}"),
        workshops__b=workshop(2, answered("a#cake", "done")),
    )
    assert (tea.remark.said, tea.position, tea.status, tea.waited) == ("Tea.", 0, "open", 1)
    assert (cake.position, cake.status) == (1, "done")


def test_an_ask_of_another_post_counts_the_workshops_that_began_after_it(tmp_path: Path) -> None:
    waits = found(
        tmp_path,
        workshops__a=workshop(1),
        workshops__b="---\ntitle: B\ndate: 2017\nworkshop: {start: 2016-03-05 10:00}\n---\nX.\n",
        workshops__c=workshop(3),
        workshops__d="---\ntitle: D\nworkshop: {status: planned}\n---\nX.\n",
        posts__a_note=post("2016-03-06", asked("late")),
        posts__z_note=post("2016-02", asked("early")),
        pages__hello=post("", asked("undated")),
    )
    assert [(ask.remark.id, ask.waited) for ask in waits] == [("early", 2), ("late", 1), ("undated", 0)]


def test_what_is_not_shown_neither_asks_nor_answers_nor_makes_anybody_wait(tmp_path: Path) -> None:
    diary, _ = read(
        tmp_path,
        workshops__a=workshop(1, asked("tea")),
        workshops__b=workshop(2, asked("cake") + "\n" + answered("a#tea", "done")),
    )
    shown = tuple(entry for entry in diary.entries if entry.slug == "a")
    (ask,) = asks(diary, shown=shown, held=diary.workshops)
    assert (ask.remark.id, ask.status, ask.waited) == ("tea", "open", 0)


def test_a_diary_without_feedback_has_no_asks() -> None:
    assert asks(Diary(), shown=(), held=()) == ()
