"""A page is a function of its template, its view and the site."""

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from jinja2 import TemplateAssertionError, UndefinedError

from plugins.engine.page import Page
from plugins.engine.rendering import Renderer

_SECONDS = count(1_000_000_000)


@dataclass(frozen=True, slots=True)
class View:
    title: str
    story: object = ""


@dataclass(frozen=True, slots=True)
class OurHtml:
    html: str

    def __html__(self) -> str:
        return self.html


@dataclass(frozen=True)
class Theme:
    folder: Path

    def rendered(self, template: str, view: object, site: object = None) -> bytes:
        (self.folder / "templates").mkdir(exist_ok=True)
        file = self.folder / "templates" / "page.html"
        file.write_bytes(template.encode())
        os.utime(
            file, times=(second := next(_SECONDS), second)
        )  # Two writes in one tick of a disk's clock look like one.
        return Renderer(self.folder, site).render(Page("first/index.html", "page.html", view))


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    return Theme(tmp_path)


def test_a_template_sees_the_view_as_page_and_the_site(theme: Theme) -> None:
    assert theme.rendered("{{ page.title }} – {{ site.title }}", View("One"), View("Diary")) == "One – Diary".encode()


def test_text_is_escaped_and_only_a_value_that_says_it_is_html_is_not(theme: Theme) -> None:
    view = View('<b>"&', OurHtml("<p>story</p>"))
    assert theme.rendered("{{ page.title }}{{ page.story }}", view) == b"&lt;b&gt;&#34;&amp;<p>story</p>"


def test_a_template_that_has_changed_is_read_anew(theme: Theme) -> None:
    before = Renderer(theme.folder, None)
    assert theme.rendered("{{ page.title }}", View("One")) == b"One"
    assert theme.rendered("{{ page.title }}!", View("One")) == b"One!"
    assert before.render(Page("first/index.html", "page.html", View("Two"))) == b"Two!"


def test_text_is_escaped_in_every_kind_of_file(theme: Theme) -> None:
    (theme.folder / "templates").mkdir()
    (theme.folder / "templates" / "feed.xml").write_text("{{ page.title }}")
    assert Renderer(theme.folder, None).render(Page("feed.xml", "feed.xml", View("<&"))) == b"&lt;&amp;"


def test_a_name_that_the_view_does_not_have_is_an_error_that_names_page_and_template(theme: Theme) -> None:
    with pytest.raises(UndefinedError) as error:
        theme.rendered("{{ page.titel }}", View("One"))
    assert error.value.__notes__ == ["This happened while first/index.html was rendered with the template page.html."]


def test_lines_end_as_on_unix_whatever_the_template_and_the_view_hold(theme: Theme) -> None:
    assert theme.rendered("a\r\n{{ page.title }}\r\n", View("b\r\nc\rd")) == b"a\nb\nc\nd\n"


def test_indentation_of_a_template_stays_behind_and_that_of_a_view_does_not(theme: Theme) -> None:
    assert theme.rendered("<li>\n\t {{ page.title }}\n\n  b\n</li>\n", View("a\n  c")) == b"<li>\na\n  c\n\nb\n</li>\n"


def test_a_block_leaves_no_line_of_its_own(theme: Theme) -> None:
    assert theme.rendered("<p>\n  {% if true %}\n  yes\n  {% endif %}\n</p>\n", View("")) == b"<p>\nyes\n</p>\n"


@dataclass
class Counted:
    """HTML that counts how often it is shown."""

    times: int = 0

    def __html__(self) -> str:
        self.times += 1
        return str(self.times)


def test_an_imported_macro_makes_the_same_of_the_same_once_for_all_pages(theme: Theme) -> None:
    (theme.folder / "templates").mkdir()
    (theme.folder / "templates" / "foot.html").write_text("{% macro foot(of, at='') %}{{ of }}{{ at }}{% endmacro %}")
    file = theme.folder / "templates" / "page.html"
    file.write_text(
        "{% from 'foot.html' import foot %}{{ once(foot, of=site) }} {{ once(foot, of=site, at=page.title) }} "
        "{{ once(foot, of=page.story, at=page.title) }}"
    )
    renderer = Renderer(theme.folder, Counted())
    made = [
        renderer.render(Page("index.html", "page.html", View(title, story)))
        for title, story in (("<a>", "one"), ("x<a>"[1:], "two"), ("b", "two"))
    ]
    assert made == [b"1 2&lt;a&gt; one&lt;a&gt;", b"1 2&lt;a&gt; two&lt;a&gt;", b"1 3b twob"]
    assert Renderer(theme.folder, Counted()).render(Page("index.html", "page.html", View("b"))) == b"1 2b b"


def test_a_macro_that_sees_the_page_is_asked_on_each(theme: Theme) -> None:
    (theme.folder / "templates").mkdir()
    (theme.folder / "templates" / "told.html").write_text("{% macro told(of) %}{{ page.title }}{% endmacro %}")
    file = theme.folder / "templates" / "page.html"
    file.write_text(
        "{% from 'told.html' import told with context %}{% macro own(of) %}{{ page.title }}{% endmacro %}"
        "{{ once(own, of=site) }}{{ once(told, of=site) }}"
    )
    renderer = Renderer(theme.folder, "the site")
    pages = [Page("index.html", "page.html", View(title)) for title in ("One", "Two", "Three")]
    assert [renderer.render(page) for page in pages] == [b"OneOne", b"TwoTwo", b"ThreeThree"]


@pytest.mark.parametrize("filter_left_out", ["safe", "random"])
def test_what_would_let_text_through_or_roll_dice_is_not_there(theme: Theme, filter_left_out: str) -> None:
    with pytest.raises(TemplateAssertionError, match=f"No filter named '{filter_left_out}'"):
        theme.rendered(f"{{{{ page.title | {filter_left_out} }}}}", View("x"))


@pytest.mark.parametrize("function", ["range(3)", "lipsum()", "namespace()", "dict()"])
def test_jinjas_own_functions_are_not_there(theme: Theme, function: str) -> None:
    with pytest.raises(UndefinedError):
        theme.rendered(f"{{{{ {function} }}}}", View("x"))
