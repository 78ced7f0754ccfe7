"""Words explained where a story uses them first."""

from plugins.story import Html, Term, with_terms


def term(word: str, means: str = "What it is.") -> Term:
    return Term(word, anchor="a-word", means=Html(means), href="/words/?a&b")


def marked(shown: str, word: str) -> str:
    return (
        f'<button type="button" class="term" popovertarget="term-a-word">{shown}</button>'
        '<span class="term-means" id="term-a-word" popover><span class="term-means__word">'
        f'{word}: </span>What it is.<span class="term-means__more"> '
        '<a href="/words/?a&amp;b">More words explained</a></span></span>'
    )


def test_the_first_use_of_a_term_is_explained() -> None:
    story = Html("<p>A <em>persona</em>, a persona.</p>")
    assert with_terms(story, [term("persona")]).html == f"<p>A <em>{marked('persona', 'persona')}</em>, a persona.</p>"


def test_a_term_is_found_in_capitals_and_in_the_plural_and_not_inside_a_word() -> None:
    story = Html("<p>Impersonal Personas.</p>")
    assert with_terms(story, [term("persona")]).html == f"<p>Impersonal {marked('Personas', 'persona')}.</p>"


def test_the_longer_of_two_terms_is_explained() -> None:
    terms = [term("service"), term("service blueprint")]
    shown = marked("service blueprint", "service blueprint")
    assert with_terms(Html("<p>A service blueprint</p>"), terms).html == f"<p>A {shown}</p>"


def test_terms_in_headings_links_code_and_quotations_are_left_alone() -> None:
    story = Html(
        '<h2 id="persona">Persona</h2><blockquote><p>persona</p></blockquote>'
        '<p><a href="/persona/">persona</a> <code>persona</code><br></p>'
    )
    assert with_terms(story, [term("persona")]) == story


def test_a_story_without_terms_stays_as_it_is() -> None:
    assert with_terms(Html("<p>persona</p>"), []) == Html("<p>persona</p>")


def test_terms_with_signs_are_found_as_they_are_set() -> None:
    assert with_terms(Html("<p>R&amp;D</p>"), [term("R&D")]).html == f"<p>{marked('R&amp;D', 'R&amp;D')}</p>"
    assert with_terms(Html("<p>users’ forum</p>"), [term("users' forum")]).html.startswith("<p><button")


def test_the_name_of_a_sign_is_no_term() -> None:
    story = Html("<p>a &amp; b &lt; c &#60; d</p>")
    assert with_terms(story, [term("amp"), term("lt"), term("60")]) == story
