"""The table of headers, and the files that are made of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.headers import Rule, content_security_policy, lifetime, media_type, table
from plugins.headers.apache import apache
from plugins.headers.media import FOR_EVER, FOR_MINUTES
from plugins.headers.nginx import nginx
from plugins.headers.redirects_file import read_redirects, written_redirects
from plugins.headers.rules_file import RulesFileError, read_rules, written_rules


def test_every_answer_carries_the_policy_of_the_pages_and_that_nobody_frames_them() -> None:
    headers = dict(table()[0].headers)
    assert headers["Content-Security-Policy"] == f"{content_security_policy()}; frame-ancestors 'none'"
    assert headers == {
        **headers,
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_site_that_asks_not_to_be_found_asks_so_with_every_file_whatever_server_sends_it() -> None:
    rules = table("/diary/", indexed=False)
    assert ("X-Robots-Tag", "noindex") in rules[0].headers
    assert "X-Robots-Tag" not in dict(table()[0].headers)
    assert "  X-Robots-Tag: noindex\n" in written_rules(rules).decode()
    assert nginx(rules).count('add_header X-Robots-Tag "noindex" always;') == len(rules)
    assert 'Header always set X-Robots-Tag "noindex"\n' in apache(rules)


def test_the_header_lets_in_what_some_page_needs() -> None:
    more = {"form-action": ["https://comments.example.org"]}
    assert (
        "form-action 'self' https://comments.example.org;"
        in dict(table("/", more)[0].headers)["Content-Security-Policy"]
    )


def test_only_what_is_named_by_its_content_may_be_kept_for_ever() -> None:
    assert lifetime("static/site.0123abcd.css") == FOR_EVER
    assert lifetime("static/site.css") == FOR_MINUTES
    assert lifetime("pictures/0123456789abcdef-640.jpg") == FOR_MINUTES
    assert lifetime("index.html") == FOR_MINUTES
    assert table("/diary/")[1] == Rule("/diary/static/", (("Cache-Control", FOR_EVER),))


def test_a_kind_that_nobody_knows_is_just_bytes() -> None:
    assert media_type("workshops.ics") == "text/calendar; charset=utf-8"
    assert media_type("a.b/c") == "application/octet-stream"
    assert media_type("_headers") == "application/octet-stream"


def test_the_file_for_hosts_reads_as_they_want_it() -> None:
    rules = (Rule("/", (("A", "one: two"), ("B", "x"))), Rule("/static/", (("C", "y"),)))
    assert written_rules(rules).decode() == "/*\n  A: one: two\n  B: x\n/static/*\n  C: y\n"


WORDS = st.lists(st.text("aZ'()=;:/.-", min_size=1), min_size=1).map(" ".join)
RULES = st.builds(
    Rule,
    st.lists(st.sampled_from(["diary", "static"])).map(lambda names: "".join(["/", *(f"{name}/" for name in names)])),
    st.lists(st.tuples(st.sampled_from(["Cache-Control", "X-A"]), WORDS)).map(tuple),
)


@given(st.lists(RULES).map(tuple))
def test_what_was_written_is_read_again(rules: tuple[Rule, ...]) -> None:
    assert read_rules(written_rules(rules).decode()) == rules


@pytest.mark.parametrize("text", ["  A: b\n", "/*\n  no header\n", "something\n", "/about\n"])
def test_a_line_that_is_none_of_ours_is_told(text: str) -> None:
    with pytest.raises(
        RulesFileError, match=r"_headers:\d: this line is no header and no address: build the site again\."
    ):
        read_rules(text)


def test_nginx_is_told_the_whole_list_in_every_location() -> None:
    told = nginx(table("/diary/"))
    blocks = re.findall(r"location /\S+ \{(.*?)\n\}", told, re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        for name, _ in table()[0].headers:
            assert f"add_header {name} " in block
    assert "error_page 404 /diary/404.html;" in told
    assert "brotli" not in told
    assert "brotli_static on;" in nginx(table(), brotli=True)


def test_redirects_are_read_again_by_whoever_serves_the_site() -> None:
    pairs = (("/posts/a plan/", "/posts/our-plan/"), ("/2016/#1.html", "/posts/café/"))
    text = written_redirects(pairs).decode()
    assert text.splitlines()[0] == "/posts/a%20plan/ /posts/our-plan/ 301!"
    assert read_redirects(text) == (("/posts/a plan/", "/posts/our-plan/"), ("/2016/#1.html", "/posts/caf%C3%A9/"))


def test_nginx_leads_on_from_an_old_address_with_every_header() -> None:
    told = nginx(table(), [("/posts/a plan/", "/posts/our-plan/")])
    block = re.search(r'location = "/posts/a plan/" \{(.*?)\n\}', told, re.DOTALL)
    assert block
    assert 'return 301 "/posts/our-plan/";' in block[1]
    assert all(f"add_header {name} " in block[1] for name, _ in table()[0].headers)


def test_apache_is_told_each_header_once_and_where_the_folder_lies() -> None:
    told = apache(table("/diary/", {"connect-src": ["https://a.example/%41"]}))
    for name, value in table()[0].headers:
        assert told.count(f"Header always set {name} ") == 1, value
    assert "https://a.example/%%41" in told
    assert "ErrorDocument 404 /diary/404.html\n" in told
    assert '<If "%{REQUEST_URI} =~ m#^/diary/static/#">\n    Header set Cache-Control ' in told


def test_apache_leads_on_from_an_old_address_below_its_folder() -> None:
    told = apache(table("/diary/"), [("/diary/2016/a (1).html", "/diary/posts/caf%C3%A9/")])
    assert told.endswith('RewriteRule "^2016/a\\ \\(1\\)\\.html$" "/diary/posts/caf\\%C3\\%A9/" [R=301,L,NE]\n')
