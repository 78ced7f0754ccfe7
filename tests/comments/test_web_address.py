"""Where a link of a comment may lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.comments.web_address import web_address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org", "https://example.org"),
        (" HTTPS://Example.ORG:8080/a?b=c&d#e ", "https://example.org:8080/a?b=c&d#e"),
        ("https://example.org/a b|c", "https://example.org/a%20b%7Cc"),
        ("https://example.org/%zz%41?é=[1]#a b", "https://example.org/%25zz%41?%C3%A9=%5B1%5D#a%20b"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("http://192.0.2.1/x", "http://192.0.2.1/x"),
    ],
)
def test_an_address_is_spelt_as_the_standard_wants_it(written: str, address: str) -> None:
    assert web_address(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "",
        "posts/welcome/",
        "#comments",
        "//example.org/",
        "mailto:mo@example.org",
        "javascript:alert(1)",
        "https:example.org",
        "https:///example.org",
        "https://",
        "https://intranet/",
        "https://mo@example.org/",
        "https://mo:secret@example.org/",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://example.org\\@evil.example/",
        "https://[::1]/",
        "http://[",
        "https://a..example/",
        "https://-a.example/",
        "https://a_b.example/",
        "https://1.2.3.4.5/",
        "https://256.1.1.1/",
        "https://example.1/",
        "https://xn--zzzzzz.example/",
        "https://xn--abc-.example/",
        f"https://{'a' * 64}.example/",
        f"https://{'a.' * 130}example/",
    ],
)
def test_what_a_reader_could_not_follow_is_no_address(written: str) -> None:
    assert web_address(written) == ""


@given(st.text(), st.text())
def test_whatever_was_typed_an_address_is_whole_and_the_same_again(host: str, path: str) -> None:
    for written in (host, f"https://{host}", f"https://example.org/{path}"):
        address = web_address(written)
        assert not address or (address.isascii() and address.startswith(("https://", "http://")))
        assert web_address(address) == address
