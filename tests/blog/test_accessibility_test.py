"""The accessibility statement tells of a test of this site, or is told to."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from plugins.blog.accessibility_test import RESULT, accessibility_test_findings
from plugins.workshops.intake import read_diary
from tests.support.diaries import LONDON, written
from tests.support.pages import settings_of

TOLD = "On Tuesday 24 November 2026 a program looked for failures on all 27 pages."
TESTED = json.dumps({"tested": "2026-11-24", "pages": 27})
FOREIGN = (
    "content/pages/accessibility.md:7: this tells of a test that was not made of this site; build the site, and run "
    "python3 tasks.py accessibility [accessibility-test]"
)


def findings(
    folder: Path, said: str, result: str | None, *, pages: int = 27, now: str = "2026-12-01"
) -> list[tuple[str, bool]]:
    story = f"Words.\n\n<!-- from the test: status -->\n{said}\n<!-- end of what is from the test -->"
    content = written(folder, pages__accessibility=f"---\ntitle: Accessibility\n---\n{story}\n")
    if result is not None:
        (content / RESULT).write_text(result, "utf-8")
    settings = settings_of(content, now=datetime.fromisoformat(now).replace(tzinfo=LONDON))
    diary, _ = read_diary(content, zone=settings.zone, now=settings.now)
    return [
        (str(each), each.stops) for each in accessibility_test_findings(settings, diary.entries, pages=lambda: pages)
    ]


def test_a_statement_that_tells_of_the_newest_test_of_this_site_is_right(tmp_path: Path) -> None:
    assert findings(tmp_path, TOLD, TESTED) == []
    assert findings(tmp_path, TOLD, TESTED, pages=32) == []
    assert findings(tmp_path, TOLD, TESTED, pages=22) == []


def test_a_statement_that_tells_of_no_test_yet_is_left_alone(tmp_path: Path) -> None:
    assert findings(tmp_path, "", None) == []


@pytest.mark.parametrize(
    "result",
    [
        None,
        "no json",
        "[]",
        "{}",
        json.dumps({"tested": "24 November", "pages": 27}),
        json.dumps({"tested": "2026-11-24", "pages": 28}),
        json.dumps({"tested": "2026-11-25", "pages": 27}),
    ],
)
def test_a_statement_that_tells_of_another_sites_test_is_a_finding(tmp_path: Path, result: str | None) -> None:
    assert findings(tmp_path, TOLD, result) == [(FOREIGN, True)]


@pytest.mark.parametrize(
    ("pages", "now", "why"),
    [
        (33, "2026-12-01", "the site was tested when it had 27 pages, and now it has 33"),
        (21, "2026-12-01", "the site was tested when it had 27 pages, and now it has 21"),
        (27, "2027-11-25", "the site was tested 366 days ago"),
    ],
)
def test_a_site_that_has_changed_much_is_to_be_tested_again(tmp_path: Path, pages: int, now: str, why: str) -> None:
    message = f"{why}; build the site, and run python3 tasks.py accessibility [accessibility-test]"
    assert findings(tmp_path, TOLD, TESTED, pages=pages, now=now) == [
        (f"content/pages/accessibility.md:7: {message}", False)
    ]
