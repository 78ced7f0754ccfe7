"""A build that takes what earlier ones kept writes what a build from nothing writes, whatever was changed between."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from plugins.blog.site_building import Making, whole
from plugins.photos.pipeline import Pipeline
from plugins.photos.store import FolderStore, MemoryStore
from plugins.story import KeptStories
from plugins.workshops.intake import KeptPosts, KeptRecords, read_contents
from tests.support.builds import build, built, every_byte
from tests.support.diaries import LONDON, written
from tests.support.pages import rendered, settings_of, taking_comments
from tests.support.photographs import file_of, photograph, put

NOW = datetime(2031, 6, 1, 12, tzinfo=LONDON)
FILES = {
    "workshops__first": """
        ---
        title: First
        date: 2031-05-01
        tags: [Tea, Cake]
        workshop: {number: 1, start: 2031-05-01}
        photos: [{file: cups.jpg, alt: Cups., people: none}, {file: room.jpg, alt: A room., people: recognisable, consent: C-01}]
        glossary: [{term: advocate, means: Somebody who *speaks* for you.}]
        ---
        ## What we did

        We had tea, as [told](../../posts/later.md#how) and [here](#what-we-did).

        ![Cups](cups.jpg)

        ![Room](room.jpg)
        """,
    "workshops__second": """
        ---
        title: Second
        date: 2031-05-02
        workshop: {number: 2, start: 2031-06-03}
        ---
        An advocate came. See [the first](../first/index.md).
        """,
    "posts__later": """
        ---
        title: Later
        date: 2031-05-03
        tags: [Cake]
        summary: It said "so" in [the first](../workshops/first/index.md).
        comments: {closes: 2031-06-04}
        ---
        ## How

        It went well.[^1]

        [^1]: Mostly.
        """,
    "posts__soon": "---\ntitle: Soon\ndate: 2031-06-02\n---\nSee [later](later.md).\n",
}


@dataclass
class Warm:
    """A diary that is built again and again, with what was kept."""

    content: Path
    stories: FolderStore
    photos: MemoryStore
    previewed: KeptRecords = field(default_factory=KeptRecords)
    now: datetime = NOW
    name: str = "A diary"
    made_by: str = "1"

    def edit(self, file: str, old: str, new: str) -> None:
        text = (self.content / file).read_text("utf-8")
        assert old in text
        (self.content / file).write_text(text.replace(old, new), "utf-8")

    def site(self) -> dict[str, str]:
        """What a warm build writes, as do a cold one and a preview."""
        warm = self._made(Pipeline(self.photos), KeptStories(self.stories, self.made_by))
        assert warm == self._made(Pipeline(), None)
        assert warm == self._made(Pipeline(self.photos), None, self.previewed)
        return warm

    def _made(self, pipeline: Pipeline, kept: KeptStories | None, records: KeptRecords | None = None) -> dict[str, str]:
        settings = replace(settings_of(self.content, now=self.now), name=self.name)
        records = records or KeptRecords(keeps=False, posts=KeptPosts(kept.text("posts") if kept else b""))
        contents = read_contents(self.content, zone=settings.zone, now=self.now, kept=records)
        make = Making(settings, self.content.parent / "output", pipeline, taking_comments(self.content), kept=kept)
        model, told = whole(contents, make)
        assert [str(problem) for problem in told if problem.stops] == []
        if kept:
            kept.learn("posts", records.posts.as_kept(shown := {entry.source for entry in model.publication.entries}))
            kept.save({"posts", *shown})
        return {**rendered(model), "told": "\n".join(map(str, told))}


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Warm:
    """The diary, and what its builds have kept so far."""
    folder = tmp_path_factory.mktemp("warm")
    content = written(folder, **FILES)
    (content / "consent.yml").write_text("C-01: {covers: [photo], until: 2031-06-05}\n", "utf-8")
    for seed, name in enumerate(("cups.jpg", "room.jpg")):
        put(content / "workshops/first", name, file_of(photograph(seed=seed)))
    shutil.copytree(content, folder / "before")
    warm = Warm(content, FolderStore(folder / "kept", diary=content, private=True), MemoryStore())
    warm.site()
    return warm


@pytest.fixture
def warm(lasting: Warm) -> Iterator[Warm]:
    """The same, with every file as it was at first."""
    yield lasting
    shutil.rmtree(lasting.content)
    shutil.copytree(lasting.content.parent / "before", lasting.content)
    lasting.now, lasting.name, lasting.made_by = NOW, "A diary", "1"


def has(site: dict[str, str], words: str) -> list[str]:
    return sorted(path for path, text in site.items() if words in text and path != "told")


def test_a_tag_renamed_leaves_its_old_page(warm: Warm) -> None:
    warm.edit("posts/later.md", "[Cake]", "[Cakes]")
    site = warm.site()
    assert "tags/cakes/index.html" in site
    assert 'href="/posts/later/"' not in site["tags/cake/index.html"]


def test_the_last_post_of_a_tag_takes_it_along(warm: Warm) -> None:
    warm.edit("workshops/first/index.md", "[Tea, Cake]", "[Cake]")
    assert "tags/tea/index.html" not in warm.site()


def test_a_renamed_post_has_its_new_address_wherever_it_is_linked(warm: Warm) -> None:
    (warm.content / "posts/later.md").rename(warm.content / "posts/evening.md")
    for file in ("posts/soon.md", "workshops/first/index.md"):
        warm.edit(file, "later.md", "evening.md")
    site = warm.site()
    assert "posts/later/index.html" not in site
    assert has(site, 'href="/posts/later/') == []


def test_a_slug_that_changes_alone_changes_the_pages_that_link_to_it(warm: Warm) -> None:
    warm.edit("posts/later.md", "title: Later", "title: Later\nslug: at-night")
    site = warm.site()
    assert 'href="/posts/at-night/#story-how"' in site["workshops/first/index.html"]
    assert has(site, 'href="/posts/later/') == []


def test_a_title_is_new_on_every_page_that_shows_it(warm: Warm) -> None:
    warm.edit("workshops/second/index.md", "title: Second", "title: Another name")
    assert has(warm.site(), "Second") == []


def test_a_heading_and_a_note_are_new_where_they_stand(warm: Warm) -> None:
    warm.edit("posts/later.md", "## How", "## However")
    warm.edit("workshops/first/index.md", "later.md#how", "later.md#however")
    warm.edit("posts/later.md", "Mostly.", "Always.")
    assert has(warm.site(), "Mostly.") == []


def test_a_draft_and_what_was_deleted_are_on_no_page(warm: Warm) -> None:
    warm.edit("workshops/second/index.md", "date: 2031-05-02", "date: 2031-05-02\nstatus: draft")
    site = warm.site()
    assert has(site, "An advocate came") == []
    assert "workshops/second/index.html" not in site
    (warm.content / "posts/soon.md").unlink()
    warm.site()


def test_workshops_in_another_order(warm: Warm) -> None:
    warm.edit("workshops/first/index.md", "number: 1", "number: 3")
    warm.site()


def test_an_explanation_is_new_where_the_word_is_used(warm: Warm) -> None:
    warm.edit("workshops/first/index.md", "*speaks*", "*stands up*")
    assert "stands up" in warm.site()["workshops/second/index.html"]


def test_another_language_has_other_quotation_marks(warm: Warm) -> None:
    warm.edit("posts/later.md", "title: Later", "title: Later\nlang: de")
    assert has(warm.site(), "“so”") == []


def test_photos_in_another_order_stand_where_they_stood(warm: Warm) -> None:
    photos = re.search(r"photos: \[(.*?}), (.*)\]", FILES["workshops__first"])
    assert photos
    warm.edit("workshops/first/index.md", f"{photos[1]}, {photos[2]}", f"{photos[2]}, {photos[1]}")
    warm.site()


def test_a_photo_whose_consent_is_taken_back_is_on_no_page(warm: Warm) -> None:
    (warm.content / "consent.yml").write_text("C-01: {covers: [photo], withdrawn: 2031-06-01}\n", "utf-8")
    assert has(warm.site(), "A room.") == []


def test_another_name_of_the_diary(warm: Warm) -> None:
    warm.name = "The other diary"
    assert has(warm.site(), "The other diary")


def test_other_software_reads_everything_anew(warm: Warm) -> None:
    warm.made_by = "2"
    warm.site()


@pytest.mark.parametrize(
    ("now", "words", "is_there"),
    [
        ("2031-06-02T00:00", "posts/soon/", True),
        ("2031-06-06T00:00", "A room.", False),
        ("2031-06-05", "It went", True),
    ],
)
def test_only_time_passes(warm: Warm, now: str, words: str, is_there: bool) -> None:
    warm.now = datetime.fromisoformat(now).replace(tzinfo=LONDON)
    assert bool(has(warm.site(), words)) == is_there


def test_the_real_build_keeps_what_readers_see_and_nothing_else(tmp_path: Path) -> None:
    content = written(tmp_path, **FILES)
    shutil.rmtree(content / "workshops")
    later, environment = content / "posts/later.md", {"DIARY_NOW": "2031-06-01T12:00"}
    later.write_text("---\ntitle: Later\ndate: 2031-05-03\n---\nIt went well.\n", "utf-8")
    (content / "posts/draft.md").write_text("---\ntitle: Draft\nstatus: draft\n---\nNobody knows.\n", "utf-8")
    kept = ("-e", *(f'DIARY_{name}_KEPT="{tmp_path / "kept" / name}"' for name in ("STORIES", "PAGES")))
    site = built(content, tmp_path / "site", *kept, environment=environment)
    stories = "".join(file.read_text("utf-8", "replace") for file in (tmp_path / "kept").rglob("stories.json"))
    assert "It went well." in stories and '"title":"Later"' in stories  # noqa: PT018 - both are kept
    assert not re.search("Nobody knows|Draft", stories)
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "kept").glob("*/*")} == {0}
    later.write_text(later.read_text("utf-8").replace("well", "on"), "utf-8")
    warm = every_byte(built(content, site, *kept, environment=environment))
    before, private = every_byte(tmp_path / "kept"), {"DIARY_PRIVATE_WORDS_LIST": "It went on"}
    assert [path for path, said in before.items() if path.endswith("later/index.html") and b"It went on" in said] != []
    assert build(content, tmp_path / "stopped", *kept, environment=environment | private).returncode == 1
    assert every_byte(tmp_path / "kept") == before
    shutil.rmtree(site)
    assert warm == every_byte(built(content, tmp_path / "cold", *kept, "DIARY_NO_CACHE=true", environment=environment))
    assert {path.rpartition("/")[2] for path in every_byte(tmp_path / "kept")} == {"of"}, "Of a site that is no more."
