"""All findings of a build, as one text."""

from plugins.problems import Problem, report, verdict

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


def test_a_verdict_counts_each_finding_and_notice_once() -> None:
    assert verdict([FIRST, FIRST, LATER, NOTICE]) == "2 findings and 1 notice: the diary cannot be published yet."
    assert verdict([FIRST]) == "1 finding: the diary cannot be published yet."
    assert verdict([NOTICE]) == "1 notice: the diary can be published."
    assert verdict([]) == "No findings: the diary can be published."
