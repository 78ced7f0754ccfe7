"""What each provider says of itself: what it needs, what it sees, where readers go."""

import json
from typing import Any

import pytest

from plugins.comments.providers import PROVIDERS, CommentedPage, Widgets
from plugins.comments.providers.own_service import OwnService
from plugins.comments.providers.settings_fields import provider_from

HELLO = CommentedPage(
    thread="posts/hello/",
    address="https://diary.example.org/posts/hello/",
    first_address="https://diary.example.org/posts/hello/",
    title="Hello & welcome?",
    language="en-GB",
)
SETTINGS: dict[str, dict[str, Any]] = {
    "isso": {"service": "https://comments.example.org/talk"},
    "giscus": {"repo": "owner/diary", "repo_id": "R_1", "category": "Comments", "category_id": "DIC_1"},
    "utterances": {"repo": "owner/diary"},
    "disqus": {"shortname": "our-diary"},
    "remark42": {"host": "https://remark.example.org", "run_by": "the library"},
    "comentario": {"host": "https://talk.example.org", "run_by": "the library"},
    "mastodon": {"server": "https://social.example.org", "account": "us", "posts": {"posts/hello/": "7"}},
    "email": {"address": "us@example.org"},
    "none": {},
}


def widgets(name: str, place: CommentedPage = HELLO) -> Widgets:
    return provider_from(PROVIDERS[name], ("comments", name), SETTINGS[name]).widgets(place)


@pytest.mark.parametrize("name", sorted(set(PROVIDERS) - {"none"}))
def test_each_provider_gives_readers_one_way_to_answer(name: str) -> None:
    offered = widgets(name)
    assert [offered.form, offered.embed, offered.link].count(None) == 2
    assert bool(offered.scripts) == (offered.link is None)


def test_nowhere_is_no_way() -> None:
    assert not widgets("none").any
    assert provider_from(PROVIDERS["none"], ("comments", "none"), {}).sources == {}


def test_our_own_form_goes_to_the_service_and_nowhere_else() -> None:
    provider = provider_from(OwnService, ("comments", "isso"), SETTINGS["isso"])
    form = provider.widgets(HELLO).form
    assert form is not None
    assert (form.action, form.thread) == ("https://comments.example.org/talk/answer", "posts/hello/")
    assert provider.sources == {
        "connect-src": ("https://comments.example.org",),
        "form-action": ("https://comments.example.org",),
    }
    assert provider.reply("posts/hello/", "17") == (
        "https://comments.example.org/talk/answer?thread=posts%2Fhello%2F&parent=17"
    )


@pytest.mark.parametrize("name", ["giscus", "utterances", "disqus", "remark42", "comentario"])
def test_what_others_keep_names_them_and_loads_only_what_the_policy_lets_in(name: str) -> None:
    provider = provider_from(PROVIDERS[name], ("comments", name), SETTINGS[name])
    embed = provider.widgets(HELLO).embed
    assert embed is not None
    assert embed.company in embed.button
    assert "your internet address" in embed.sees[1]
    recipe = json.loads(embed.recipe)
    script = recipe["script"]["src"]
    sources = provider.sources["script-src"]
    assert any(script.startswith(source.replace("*.", "our-diary.")) for source in sources)
    assert "'unsafe-inline'" not in str(provider.sources)


def test_a_letter_has_the_posts_title_as_its_subject() -> None:
    link = widgets("email").link
    assert link is not None
    assert link.href == "mailto:us@example.org?subject=Hello%20%26%20welcome%3F"


def test_mastodon_has_a_way_only_where_there_is_a_post() -> None:
    link = widgets("mastodon").link
    assert link is not None
    assert (link.href, link.label) == ("https://social.example.org/@us/7", "Answer at social.example.org")
    elsewhere = CommentedPage(thread="posts/other/", address="", first_address="", title="", language="en")
    assert not widgets("mastodon", elsewhere).any
    assert provider_from(PROVIDERS["mastodon"], ("comments", "mastodon"), SETTINGS["mastodon"]).sources == {}
    assert provider_from(PROVIDERS["email"], ("comments", "email"), SETTINGS["email"]).sources == {}
