"""All findings of a build, as one text."""

from plugins.problems import Problem, report

SECOND = Problem("content/posts/second.md", 3, "date", "this is missing", "missing-field")
FIRST = Problem("content/posts/first.md", 3, "date", "this is missing", "missing-field")
LATER = Problem("content/posts/first.md", 20, "", "type the line again", "unseen-character")
NOTICE = Problem("content/posts/first.md", 9, "photos[0]", "this photo is left out", "consent-over", stops=False)


def test_nothing_found_is_nothing_said() -> None:
    assert report([]) == ""


def test_one_finding_has_a_heading() -> None:
    assert report([FIRST]) == (
        "1 finding to mend before the diary can be published:\n\ncontent/posts/first.md:3: date: this is missing [missing-field]"
    )


def test_findings_stand_file_by_file_and_each_once() -> None:
    assert report([SECOND, LATER, FIRST, SECOND]) == (
        "3 findings in 2 files to mend before the diary can be published:\n"
        "\n"
        "content/posts/first.md:3: date: this is missing [missing-field]\n"
        "content/posts/first.md:20: type the line again [unseen-character]\n"
        "\n"
        "content/posts/second.md:3: date: this is missing [missing-field]"
    )


def test_notices_stand_apart_and_before_what_must_be_mended() -> None:
    assert report([FIRST, NOTICE]) == (
        "1 notice, and the build goes on:\n"
        "\n"
        "content/posts/first.md:9: photos[0]: this photo is left out [consent-over]\n"
        "\n"
        "1 finding to mend before the diary can be published:\n"
        "\n"
        "content/posts/first.md:3: date: this is missing [missing-field]"
    )


def test_notices_alone_are_told() -> None:
    assert report([NOTICE]) == (
        "1 notice, and the build goes on:\n\ncontent/posts/first.md:9: photos[0]: this photo is left out [consent-over]"
    )


def test_a_long_list_says_at_its_end_how_long_it_is() -> None:
    many = [
        Problem(f"content/posts/{number:02}.md", 3, "date", "this is missing", "missing-field") for number in range(30)
    ]
    lines = report(many).splitlines()
    assert lines[0] == "30 findings in 30 files to mend before the diary can be published:"
    assert lines[-1] == "That makes 30 findings in 30 files; the list begins further up."
    assert sum(line.startswith("content/") for line in lines) == 30
