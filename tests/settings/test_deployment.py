"""Which builds of a host are copies for a proposed change, and what such a copy tells search engines."""

from pathlib import Path

import pytest

from plugins.settings import with_diary_file
from plugins.settings.deployment import is_preview_deployment

NETLIFY, CLOUDFLARE = {"NETLIFY": "true"}, {"CF_PAGES": "1"}
GITLAB, VERCEL = {"GITLAB_CI": "true", "CI_DEFAULT_BRANCH": "trunk"}, {"VERCEL": "1"}
PREVIEWS = [
    {**NETLIFY, "CONTEXT": "deploy-preview"},
    {**NETLIFY, "CONTEXT": "branch-deploy"},
    {**CLOUDFLARE, "CF_PAGES_BRANCH": "idea"},
    {**CLOUDFLARE, "CF_PAGES_BRANCH": "main", "DIARY_PRODUCTION_BRANCH": "live"},
    {**GITLAB, "CI_COMMIT_BRANCH": "idea"},
    {**GITLAB, "CI_PIPELINE_SOURCE": "merge_request_event"},
    {**VERCEL, "VERCEL_ENV": "preview"},
]
FOUND_BY_READERS: list[dict[str, str]] = [
    {},
    {"CONTEXT": "deploy-preview", "CF_PAGES_BRANCH": "idea", "VERCEL_ENV": "preview"},
    {"CI": "true", "GITHUB_ACTIONS": "true"},
    {**NETLIFY, "CONTEXT": "production"},
    {**CLOUDFLARE, "CF_PAGES_BRANCH": "main"},
    {**CLOUDFLARE, "CF_PAGES_BRANCH": "live", "DIARY_PRODUCTION_BRANCH": "live"},
    {**GITLAB, "CI_COMMIT_BRANCH": "trunk"},
    {**VERCEL, "VERCEL_ENV": "production"},
]


@pytest.mark.parametrize("environ", PREVIEWS)
def test_a_copy_for_a_proposed_change_is_known(environ: dict[str, str]) -> None:
    assert is_preview_deployment(environ)


@pytest.mark.parametrize("environ", FOUND_BY_READERS)
def test_the_site_that_readers_find_is_none(environ: dict[str, str]) -> None:
    assert not is_preview_deployment(environ)


@pytest.mark.parametrize("text", ["name: Ours\n", "name: Ours\nsearch_engines: yes\n", ""])
def test_no_preview_is_listed_whatever_the_diary_says(tmp_path: Path, text: str) -> None:
    (tmp_path / "diary.yml").write_text(text, "utf-8")
    usual = {"PATH": str(tmp_path), "DIARY_SEARCH_ENGINES": True}
    assert with_diary_file(usual, PREVIEWS[0])["DIARY_SEARCH_ENGINES"] is False
    assert with_diary_file(usual, {})["DIARY_SEARCH_ENGINES"] is True
