"""The content security policy."""

from plugins.headers import content_security_policy


def test_a_page_may_load_only_what_is_its_own() -> None:
    assert content_security_policy() == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'"
    )


def test_a_host_is_added_where_it_is_needed_and_once() -> None:
    more = {"form-action": ["https://c.example.org", "https://c.example.org"], "frame-src": ["https://c.example.org"]}
    policy = content_security_policy(more)
    assert policy.endswith("form-action 'self' https://c.example.org; frame-src https://c.example.org")
