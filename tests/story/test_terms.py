"""Words explained where a story uses them first."""

from plugins.story import FirstWords, Html, Term, with_terms
from tests.story.stories import html, shown, told


def term(word: str, means: str = "What it is.") -> Term:
    return Term(word, anchor="a-word", means=Html(means), href="/words/?a&b")


def with_marks(text: str, *terms: Term) -> str:
    return shown(with_terms(told(text)[0].parts, terms))


def marked(shown: str, word: str) -> str:
    return (
        f'<button type="button" class="term" popovertarget="term-a-word">{shown}</button>'
        '<span class="term-means" id="term-a-word" popover><span class="term-means__bracket"> (</span>'
        '<span class="term-means__word">'
        f'{word}: </span>What it is.<span class="term-means__more"> '
        '<a href="/words/?a&amp;b">More words explained</a> <button type="button" class="term-means__close" '
        'popovertarget="term-a-word" popovertargetaction="hide">Close</button></span>'
        '<span class="term-means__bracket">)</span></span>'
    )


def test_the_first_use_of_a_term_is_explained() -> None:
    page = with_marks("A *persona*, a persona.", term("persona"))
    assert page == f"<p>A <em>{marked('persona', 'persona')}</em>, a persona.</p>"


def test_a_term_is_found_in_capitals_and_in_the_plural_and_not_inside_a_word() -> None:
    assert with_marks("Impersonal Personas.", term("persona")) == f"<p>Impersonal {marked('Personas', 'persona')}.</p>"


def test_the_longer_of_two_terms_is_explained() -> None:
    page = with_marks("A service blueprint", term("service"), term("service blueprint"))
    assert page == f"<p>A {marked('service blueprint', 'service blueprint')}</p>"


def test_two_terms_in_one_line_are_both_explained() -> None:
    page = with_marks("A persona or an ask, an ask.", term("ask"), term("persona"))
    assert page == f"<p>A {marked('persona', 'persona')} or an {marked('ask', 'ask')}, an ask.</p>"


def test_terms_in_headings_links_code_and_quotations_are_left_alone() -> None:
    story = (
        "## Persona\n\n> persona\n> - *persona*\n\n[*persona*](other.md) `persona` "
        "\n\n```\npersona\n```\n\n![persona](a.jpg)\n\n    persona"
    )
    assert with_marks(story, term("persona")) == html(story)


def test_a_term_is_explained_in_lists_and_tables_and_beside_a_picture() -> None:
    explained = marked("persona", "persona")
    assert f"<li>A {explained}</li>" in with_marks("- A persona", term("persona"))
    assert f"<td>{explained}</td>" in with_marks("a | b\n-|-\npersona | 2", term("persona"))
    page = with_marks("![A table](a.jpg)\nA persona", term("persona"))
    assert page == f"<figure>A photo</figure><p>A {explained}</p>"


def test_a_story_without_terms_stays_as_it_is() -> None:
    assert with_marks("persona") == "<p>persona</p>"


def test_terms_with_signs_are_found_as_they_are_set() -> None:
    for written in ("R&D", "R&amp;D"):
        assert with_marks(written, term("R&D")) == f"<p>{marked('R&amp;D', 'R&amp;D')}</p>"
    assert with_marks("users' forum", term("users' forum")).startswith("<p><button")


def test_the_name_of_a_sign_is_no_term() -> None:
    story = "a & b < c &lt; d"
    assert with_marks(story, term("amp"), term("lt"), term("60")) == html(story)


def test_quotation_marks_and_brackets_stay_with_the_word_that_they_stand_around() -> None:
    explained = marked("persona", "persona")
    whole = f'<span class="term-whole">“{explained}”,</span>'
    assert with_marks('A "persona", then.', term("persona")) == f"<p>A {whole} then.</p>"
    bracket = f'A <span class="term-whole">({explained}</span> or not)'
    assert with_marks("A (persona or not)", term("persona")) == f"<p>{bracket}</p>"
    assert with_marks("A persona's day", term("persona")) == f"<p>A {explained}’s day</p>"


def places(text: str, *terms: str) -> list[int]:
    return FirstWords(terms).used_in(told(text)[0].parts)


def test_a_term_is_looked_for_where_its_first_word_stands() -> None:
    words = ("persona", "service blueprint", "blueprint", "prototype", "…")
    assert places("*Personas* and a service.", *words) == [0, 1, 4]
    assert places("Nothing of it.", "persona") == []
    assert places("Nothing at all.") == []
