"""The plan of a publication."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.publishing.plan import UNKNOWN, Plan, plan, rank

PATHS = st.sampled_from(
    [
        "index.html",
        "index.html.br",
        "404.html",
        "about/index.html",
        "posts/a/index.html",
        "feed.xml",
        "workshops/calendar.ics",
        "robots.txt",
        "photos/aa-640.jpg",
        "static/site.0123abcd.css",
        "static/site.0123abcd.css.gz",
    ]
)
SITES = st.dictionaries(PATHS, st.sampled_from(["a", "b"]))
PUBLISHED = st.dictionaries(PATHS, st.sampled_from(["a", "b", UNKNOWN]))


def test_what_pages_need_goes_first_the_home_page_last() -> None:
    site = dict.fromkeys(
        ["index.html", "feed.xml", "about/index.html", "photos/a.jpg", "static/site.0123abcd.css", "404.html"], "new"
    )
    assert plan({}, site).put == (
        "static/site.0123abcd.css",
        "photos/a.jpg",
        "404.html",
        "about/index.html",
        "feed.xml",
        "index.html",
    )


def test_pages_go_before_what_they_show() -> None:
    published = dict.fromkeys(["index.html", "static/old.0123abcd.css", "gone/index.html", "photos/a.jpg"], "old")
    assert plan(published, {"index.html": "old"}).removed == (
        "gone/index.html",
        "photos/a.jpg",
        "static/old.0123abcd.css",
    )


def test_what_is_there_already_stays_where_it_is() -> None:
    assert plan({"index.html": "a"}, {"index.html": "a"}).changes_nothing


def test_more_than_half_is_most_and_half_is_not() -> None:
    assert not Plan(put=(), removed=("a", "b"), there=4).removes_most
    assert Plan(put=(), removed=("a", "b", "c"), there=4).removes_most
    assert not Plan(put=("a",), removed=(), there=0).removes_most


@given(PUBLISHED, SITES)
def test_a_plan_carried_out_gives_the_site(published: dict[str, str], site: dict[str, str]) -> None:
    planned = plan(published, site)
    after = {**published, **{path: site[path] for path in planned.put}}
    for path in planned.removed:
        del after[path]
    assert after == site


@given(PUBLISHED, SITES)
def test_no_reader_finds_a_page_before_what_it_needs(published: dict[str, str], site: dict[str, str]) -> None:
    planned = plan(published, site)
    assert [rank(path) for path in planned.put] == sorted(rank(path) for path in planned.put)
    assert tuple(path for phase in planned.phases for path in phase) == planned.put
    assert all(len({rank(path) for path in phase}) == 1 for phase in planned.phases)
    assert not set(planned.put) & set(planned.removed)


@given(PUBLISHED, SITES)
def test_nothing_is_put_twice_nor_for_nothing(published: dict[str, str], site: dict[str, str]) -> None:
    planned = plan(published, site)
    assert len(set(planned.put)) == len(planned.put)
    assert not [path for path in planned.put if published.get(path) == site[path]]
    assert plan(site, site).changes_nothing
