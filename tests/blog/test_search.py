"""The files of the search: what each page says stands in a file of its own."""

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

NOW = datetime(2031, 6, 1, tzinfo=UTC)


def said(content: Path) -> dict[str, list[str]]:
    """What each page that can be found says, by its link."""
    files = rendered(site_model_of(content, now=NOW))
    return {
        page["href"]: json.loads(files[f"search/texts/{page['texts']}.json"])
        for page in json.loads(files["search/index.json"])["pages"]
    }


def explaining(day: int, *terms: str) -> str:
    return f"---\ntitle: Day {day}\ndate: 2030-01-{day:02}\nglossary: [{', '.join(terms)}]\n---\nWe met.\n"


def test_a_word_that_posts_explain_differently_is_found_by_what_the_first_said(tmp_path: Path) -> None:
    content = written(
        tmp_path,
        posts__first=explaining(1, "{term: rota, means: A list of turns.}", "{term: ROTA, means: A plan.}"),
        posts__second=explaining(2, "{term: Rota, means: Whose turn it is.}", "{term: PA, means: A helper.}"),
    )
    found = said(content)
    assert found["/jargon/#rota"] == ["A list of turns."]
    assert found["/jargon/#pa"] == ["A helper."]
