"""Somebody takes back a consent to a photo: after the next build and publication it is nowhere, whatever the place."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.publishing.places import KINDS, Place
from tests.publishing.sites import published
from tests.support.builds import built
from tests.support.photographs import put

_POST = """---
title: One
date: 2016-10-10
photos:
  - {file: photos/a.jpg, alt: Somebody at a table, people: recognisable, consent: C-1}
---
We sat together.
"""
_WHEN_AND_WHERE = {"DIARY_NOW": "2020-01-01T12:00", "DIARY_SITE_URL": "https://diary.test"}


@dataclass(frozen=True, slots=True)
class Sites:
    """The diary before and after the consent was taken back, and the bytes of each size of the photo."""

    before: Path
    after: Path
    photo: frozenset[bytes]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    folder = tmp_path_factory.mktemp("withdrawal")
    content = folder / "content"
    put(content / "posts" / "one", "photos/a.jpg")
    (content / "posts" / "one" / "index.md").write_text(_POST, "utf-8")
    (content / "consent.yml").write_text("C-1: {covers: [photo]}\n", "utf-8")
    before = built(content, folder / "before", environment=_WHEN_AND_WHERE)
    (content / "consent.yml").write_text("C-1: {covers: [photo], withdrawn: 2019-12-31}\n", "utf-8")
    after = built(content, folder / "after", environment=_WHEN_AND_WHERE)
    sizes = frozenset(path.read_bytes() for path in (before / "pictures").rglob("*") if path.is_file())
    assert sizes
    return Sites(before, after, sizes)


@pytest.mark.parametrize("place", KINDS, indirect=True)
def test_a_withdrawn_photo_is_gone_from_where_it_was_published(place: Place, sites: Sites) -> None:
    to, environ, is_there = place
    published(sites.before, to, environ=environ)
    assert is_there(sites.photo)
    published(sites.after, to, environ=environ)
    assert not is_there(sites.photo)
