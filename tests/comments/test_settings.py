"""What the settings may say of comments: half a configuration is refused with one sentence."""

from pathlib import Path
from typing import Any

import pytest

from plugins.comments.providers import PROVIDERS
from plugins.comments.providers.settings_fields import CommentsSettingsError
from plugins.comments.settings import CommentsSettings, comments_settings
from plugins.workshops.record.post import CommentsProvider

GISCUS = {"repo": "owner/diary", "repo_id": "R_1", "category": "Comments", "category_id": "DIC_1"}


def settings(written: Any = None, **environ: str) -> CommentsSettings:
    given = {"PATH": "/diary/content", **({"DIARY_COMMENTS": written} if written is not None else {})}
    return comments_settings(given, environ)


def refusal(written: Any = None, **environ: str) -> str:
    with pytest.raises(CommentsSettingsError) as told:
        settings(written, **environ)
    return str(told.value)


def test_a_diary_that_says_nothing_takes_no_comments() -> None:
    silent = settings()
    assert (silent.usual, silent.service, silent.hosts) == ("none", "", frozenset())
    assert silent.folder.file == Path("/diary/.comments/archive.json")


def test_a_service_in_the_environment_is_enough() -> None:
    served = settings(DIARY_COMMENTS_SERVICE="http://localhost:8100", DIARY_COMMENTS_TOKEN="secret-token")
    assert (served.usual, served.service, served.token) == ("isso", "http://localhost:8100/", "secret-token")
    assert served.hosts == {"http://localhost:8100"}
    assert "secret-token" not in repr(served)


def test_the_settings_name_the_service_and_the_environment_another_for_the_preview() -> None:
    written = {"provider": "isso", "service": "https://example.org/comments/"}
    assert settings(written).service == "https://example.org/comments/"
    assert settings(written, DIARY_COMMENTS_SERVICE="http://127.0.0.1:9/").service == "http://127.0.0.1:9/"


def test_several_providers_can_be_set_up_for_single_posts() -> None:
    both = settings({"provider": "isso", "service": "https://c.example.org/", "email": {"address": "us@example.org"}})
    assert set(both.providers) == {"none", "isso", "email"}


def test_every_provider_that_a_post_can_name_is_on_the_shelf() -> None:
    assert set(PROVIDERS) == set(CommentsProvider.__args__)  # type: ignore[attr-defined]  # A Literal has them.


def test_an_archive_can_be_kept_elsewhere(tmp_path: Path) -> None:
    place = tmp_path / "kept.json"
    assert settings(DIARY_COMMENTS_ARCHIVE=str(place)).folder.file == place
    assert refusal(DIARY_COMMENTS_ARCHIVE=str(tmp_path)) == (
        f"DIARY_COMMENTS_ARCHIVE is '{tmp_path}', which is a folder; name the file, such as .comments/archive.json."
    )


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("isso", "Comments: write its fields below it, such as provider: none"),
        (
            {"provider": "isso"},
            "Comments, provider: “comments” in content/diary.yml has no “service” for the provider “isso”; write the address "
            "of the comments service there, or in DIARY_COMMENTS_SERVICE",
        ),
        (
            {"provider": "giscuss"},
            "Comments, provider: found 'giscuss', which is no provider; did you mean “giscus”?",
        ),
        (
            {"provider": 7},
            "Comments, provider: found 7, which is no provider; the fields here are isso, giscus, utterances, "
            "disqus, remark42, comentario, mastodon, email, none",
        ),
        (
            {"provider": "giscus"},
            "Comments, provider: “comments” in content/diary.yml has no “giscus” for the provider of this name; write there "
            "what it needs",
        ),
        (
            {"servise": "https://c.example.org/"},
            "Comments, servise: there is no field “servise” here; did you mean “service”?",
        ),
        (
            {"xyz": 1},
            "Comments, xyz: there is no field “xyz” here; the fields here are comentario, disqus, email, giscus, isso, "
            "mastodon, none, provider, remark42, service, utterances",
        ),
        (
            {"giscus": "owner/diary"},
            "Comments, giscus: write its fields below it, such as "
            "{'repo': 'owner/repository', 'repo_id': 'R_kgDOExample', 'category': 'Announcements', 'category_id': 'DIC_kwDOExample'}",
        ),
        (
            {"giscus": {**GISCUS, "repo_id": ""}},
            "Comments, giscus: this has no “repo_id”; write one, such as 'R_kgDOExample': half of it would show readers a door "
            "that does not open",
        ),
        (
            {"giscus": {**GISCUS, "repo": "diary"}},
            "Comments, giscus, repo: found 'diary'; write it as in 'owner/repository'",
        ),
        (
            {"giscus": {**GISCUS, "repoid": "x"}},
            "Comments, giscus, repoid: there is no field “repoid” here; did you mean “repo_id”?",
        ),
        (
            {"none": {"whatever": "x"}},
            "Comments, none, whatever: there is no field “whatever” here; the fields here are none",
        ),
        (
            {"email": {"address": "us@example.org?bcc=them@example.org"}},
            "Comments, email, address: found 'us@example.org?bcc=them@example.org'; write it as in 'diary@example.org'",
        ),
        (
            {"mastodon": {"server": 7, "account": "us", "posts": {"posts/hello/": "7"}}},
            "Comments, mastodon, server: found 7; write it as in 'https://comments.example.org/'",
        ),
        (
            {"disqus": {"shortname": "x.example.org/"}},
            "Comments, disqus, shortname: found 'x.example.org/'; write it as in 'our-diary'",
        ),
        (
            {"mastodon": {"server": "https://social.example.org", "account": "us", "posts": {"posts/hello/": 7}}},
            "Comments, mastodon, posts: found {'posts/hello/': 7}; write it as in {'workshops/first/': '109300000000000000'}",
        ),
        (
            {"service": "comments.example.org"},
            "Comments, service: found 'comments.example.org'; write a whole address, such as https://comments.example.org/",
        ),
        (
            {"service": "https://c.example.org; script-src *"},
            "Comments, service: found 'https://c.example.org; script-src *'; write a whole address, such as "
            "https://comments.example.org/",
        ),
        (
            {"service": "https://mo:secret@c.example.org/"},
            "Comments, service: found 'https://mo:secret@c.example.org/'; write a whole address, such as "
            "https://comments.example.org/",
        ),
        (
            {"service": "http://comments.example.org/"},
            "Comments, service: found 'http://comments.example.org/'; write it with https, since others could read on the "
            "way what is sent there",
        ),
    ],
)
def test_half_a_configuration_is_refused_with_one_sentence(written: Any, answer: str) -> None:
    assert refusal(written) == f"content/diary.yml: {answer}"


def test_a_service_in_the_environment_that_is_none_is_told_by_its_name() -> None:
    assert refusal(DIARY_COMMENTS_SERVICE="comments.example.org") == (
        "DIARY_COMMENTS_SERVICE in the environment: found 'comments.example.org'; write a whole address, such as "
        "https://comments.example.org/."
    )


def test_a_token_without_a_service_is_refused_and_not_shown() -> None:
    assert refusal(DIARY_COMMENTS_TOKEN="secret-token") == (
        "DIARY_COMMENTS_TOKEN is set, and no service to show it to; name it in DIARY_COMMENTS_SERVICE, or take the token out."
    )
