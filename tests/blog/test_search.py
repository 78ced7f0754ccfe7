"""The files of the search: what each page says stands in a file of its own."""

import json
from datetime import UTC, datetime
from pathlib import Path

from plugins.blog.kept_texts import KINDS
from plugins.blog.pages.site import own_paths, planned_files
from plugins.blog.search_index import stem
from plugins.blog.site_model import site_model
from plugins.photos.store import MemoryStore
from plugins.story import KeptStories
from plugins.workshops.intake import read_contents
from tests.support.diaries import written
from tests.support.pages import rendered, settings_of, site_model_of

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


def test_no_two_pages_share_a_file_whatever_they_are_called(tmp_path: Path) -> None:
    dashes = "\u2014" * 60
    idea = "ideas: {id: tea, name: Tea, about: Tea for all.}\nglossary: [{term: rota, means: A list.}"
    content = written(
        tmp_path,
        posts__one=f"---\ntitle: One\ndate: 2030-01-01\n{idea}, {{term: con, means: Against.}}, {{term: {dashes}, means: A rest.}}]\n---\nA post.\n",
        workshops__two="---\ntitle: W\ndate: 2030-01-02\nworkshop: {start: 2030-01-02, status: held}\n---\nA workshop.\n",
        **{
            f"pages__{name}": f"---\ntitle: {name}\n---\nThe page {name}.\n"
            for name in ("posts_one", "workshops_two", "ideas_tea", "jargon_rota")
        },
    )
    found = said(content)
    assert {href: texts[0] for href, texts in found.items() if "_2014_" not in href} == {
        "/posts/one/": "A post.",
        "/workshops/two/": "A workshop.",
        "/ideas/tea/": "Tea for all.",
        "/jargon/#rota": "A list.",
        "/jargon/#con": "Against.",
        "/posts-one/": "The page posts_one.",
        "/workshops-two/": "The page workshops_two.",
        "/ideas-tea/": "The page ideas_tea.",
        "/jargon-rota/": "The page jargon_rota.",
    }
    assert found["/jargon/#" + "_2014_" * 60] == ["A rest."]


def test_a_file_keeps_its_name_when_other_pages_come(tmp_path: Path) -> None:
    def names(**posts: str) -> set[str]:
        files = rendered(site_model_of(written(tmp_path / str(len(posts)), **posts), now=NOW))
        return {path for path in files if path.startswith("search/texts/")}

    few = names(posts__b=explaining(2))
    assert len(few) == 1
    assert few < names(posts__a=explaining(1), posts__b=explaining(3))


class Kept:
    """A diary whose words are kept from build to build."""

    def __init__(self, content: Path) -> None:
        self._content, self._store = content, MemoryStore()

    def stems(self) -> tuple[int, dict[str, bytes]]:
        """How many words a build asks the stem of, and the files of its search, which are those of a build from nothing."""
        settings, kept = settings_of(self._content, now=NOW), KeptStories(self._store, "1")
        diary, _ = read_contents(settings.content, zone=settings.zone, now=NOW).whole()
        model, _ = site_model(settings, diary, kept=kept)
        fresh, _ = site_model(settings, diary)
        asked = asked_for()
        assert "search/index.json" in own_paths(model)
        planned = list(planned_files(model))
        assert asked_for() == asked, "Whoever asks which files there will be reads no post."
        files = {file.path: file.content for file in planned if file.path.startswith("search/")}
        asked = asked_for() - asked
        kept.save({*KINDS, *(entry.source for entry in model.publication.entries)})
        wanted = [file for file in planned_files(fresh) if file.path in files]
        assert files == {file.path: file.content for file in reversed(wanted)}, "Whatever is asked for first."
        return asked, files


def asked_for() -> int:
    known = stem.cache_info()
    return known.hits + known.misses


def test_words_of_a_page_that_says_what_it_said_are_not_worked_out_again(tmp_path: Path) -> None:
    content = written(
        tmp_path,
        posts__a=explaining(1, "{term: rota, means: A list.}"),
        posts__b=explaining(2),
        pages__c="---\ntitle: C\n---\nD.\n",
    )
    diary = Kept(content)
    assert diary.stems()[0] == 16
    before = diary.stems()
    assert before[0] == 0
    (content / "posts/b.md").write_text("---\ntitle: Day 2\ndate: 2030-01-02\n---\nWe left early.\n", "utf-8")
    asked, after = diary.stems()
    assert asked == 5, "Those of the one post: its title and its story."
    assert json.loads(after["search/words-l.json"]) == {**json.loads(before[1]["search/words-l.json"]), "left": [1, 1]}
