"""What the timeline says, in words."""

from datetime import UTC, datetime
from pathlib import Path

from tests.timeline.timelines import points_of, post, seen, workshop

VOTE = "{{id: {0}, question: {0}?, method: show-of-hands, counts: not-kept, options: [{{name: Yes}}, {{name: Or no}}], chosen: {1}}}"


def test_a_session_of_several_days_or_hours_says_until_when(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        workshops__a=workshop("number: 1, start: 2031-07-05, end: 2031-07-06"),
        workshops__b=workshop("number: 2, start: 2031-07-07 17:00, end: 19:00"),
    )
    assert [point.when for point in points_of(view)] == ["Saturday 5 to Sunday 6 July", "Monday 7 July, 5pm to 7pm"]


def test_years_and_months_are_headings_and_now_has_its_own(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        workshops__a=workshop("start: 2016-10, status: held"),
        posts__b=post("milestones: [{when: 2031, title: Y}, {when: 2031-09, title: M}, {when: 2033, title: Z}]"),
    )
    told = [
        (year.heading, stretch.heading, len(stretch.past), stretch.now is not None, len(stretch.ahead))
        for year in view.years
        for stretch in year.stretches
    ]
    assert told == [
        ("2016", "October 2016", 1, False, 0),
        ("2031", "Some time in 2031", 1, False, 0),
        ("2031", "June 2031", 0, True, 0),
        ("2031", "September 2031", 0, False, 1),
        ("2033", "Some time later in 2033", 0, False, 1),
    ]
    silences = ["", "Nothing for 14 years", "Nothing in the year between"]
    assert [year.silence for year in view.years] == silences
    ids = [stretch.anchor for year in view.years for stretch in year.stretches]
    assert ids == ["y2016-10", "y2031-some-time", "y2031-6", "y2031-9", "y2033-later"]


def test_what_was_and_what_is_to_come_in_one_month_stand_on_both_sides_of_now(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        now=datetime(2031, 6, 15, 12, tzinfo=UTC),
        workshops__a=workshop("start: 2031-06-10"),
        workshops__b=workshop("start: 2031-06-20"),
    )
    (june,) = view.years[0].stretches
    assert [point.title for point in june.past] == ["A workshop"]
    assert june.now
    assert june.now.text == "Sunday 15 June 2031"
    assert [point.state_word for point in june.ahead] == ["Next"]


def test_a_workshop_says_its_number_state_place_and_that_it_was_moved(tmp_path: Path) -> None:
    fields = "number: 2, name: Walking, start: 2031-07-07, previously: 2031-06-30, status: planned, venue: {name: The hall, address: Mill Lane}"
    (point,) = points_of(seen(tmp_path, workshops__a=workshop(fields, "summary: We walk.")))
    assert (point.word, point.title, point.state_word, point.when) == (
        "Workshop 2",
        "A workshop",
        "Next",
        "Monday 7 July",
    )
    assert tuple(map(str, point.notes)) == ("Moved from Monday 30 June 2031", "At The hall, Mill Lane")
    assert point.text is not None
    assert point.text.html == "We walk."
    assert point.over == "2031-07-07T23:59:59+01:00"


def test_a_planned_workshop_whose_date_has_passed_is_not_called_next(tmp_path: Path) -> None:
    (point,) = points_of(seen(tmp_path, workshops__a=workshop("start: 2031-05-31, status: planned")))
    assert (point.mark, point.state_word) == ("planned", "its date has passed")


def test_what_nobody_wrote_down_is_not_made_up(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        workshops__a=workshop("status: held", date="2031-02"),
        workshops__b=workshop("status: planned"),
        workshops__c=workshop("status: cancelled"),
    )
    held, planned, cancelled = points_of(view)
    assert (held.when, held.machine) == ("", "")
    assert tuple(map(str, held.notes)) == ("We did not write down the day. We wrote about it: February 2031",)
    assert (planned.when, planned.machine, planned.over) == ("date not known yet", "", "")
    assert (cancelled.when, cancelled.state_word) == ("", "Called off")


def test_one_vote_is_told_in_the_point_and_several_on_lines_of_their_own(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        workshops__a=workshop("number: 1, start: 2031-01-13", f"votes: [{VOTE.format('one', 'Yes')}]"),
        workshops__b=workshop(
            "number: 2, start: 2031-02-10", f"votes: [{VOTE.format('two', 'Yes')}, {VOTE.format('three', '[]')}]"
        ),
    )
    _, one, _, several = points_of(view)
    assert (one.title, one.text and one.text.html, one.href) == ("one?", "We chose Yes.", "/workshops/a/#one")
    assert (one.lane, one.lines) == ("beside", ())
    assert (several.title, several.href, several.text) == ("We voted twice", "/workshops/b/#votes", None)
    assert [(line.label, line.text.html, line.href) for line in several.lines] == [
        ("two?", "We chose Yes.", "/workshops/b/#two"),
        ("three?", "We did not choose.", "/workshops/b/#three"),
    ]


def test_a_prototype_is_told_by_the_name_of_its_idea_or_else_by_its_own(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        posts__a=post(
            "ideas: [{id: tea, name: Street Tea}]\n"
            "prototypes: [{id: pot, idea: tea, status: testing}, {id: cup, status: adopted}, {id: mug, status: dropped}]"
        ),
    )
    started, judged = points_of(view)
    assert (started.word, started.title, started.lane) == ("Prototype started", "Street Tea", "line")
    assert (judged.word, judged.title) == ("Prototype result", "What came of 2 prototypes")
    assert [(line.label, line.text.html) for line in judged.lines] == [
        ("cup", "It is a service now."),
        ("mug", "We did not take it further."),
    ]


def test_an_answer_is_told_beside_what_was_asked(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        workshops__a=workshop("start: 2031-01-13", "feedback: {even_better_if: [{id: tea, said: More *tea*.}]}"),
        posts__b=post("answers: [{to: a#tea, did: A pot & a cup., status: done}]", date="2031-02-01"),
        posts__c=post("answers: [{to: a#tea, did: One., status: doing}, {to: a#tea, did: Two., status: done}]"),
    )
    both, _, one = points_of(view)
    assert (one.title, one.href) == ("You said: More tea.", "/workshops/a/#tea")
    assert one.text is not None
    assert one.text.html == "We did: A pot &amp; a cup."
    assert both.title == "2 answers to what people asked for"


def test_only_kinds_that_there_are_can_be_chosen(tmp_path: Path) -> None:
    view = seen(tmp_path, workshops__a=workshop("start: 2031-01-13"), workshops__b=workshop("status: planned"))
    assert [(each.anchor, each.count) for each in view.filters] == [("workshops", "2")]
    assert seen(tmp_path / "empty", pages__about="---\ntitle: About\n---\nX.\n").filters == ()


def test_a_milestone_says_what_it_was(tmp_path: Path) -> None:
    view = seen(tmp_path, posts__a=post("milestones: [{when: 2031-02-03, title: It began, text: With *tea*.}]"))
    (point,) = points_of(view)
    assert (point.title, point.text and point.text.html, point.when) == (
        "It began",
        "With <em>tea</em>.",
        "Monday 3 February",
    )
