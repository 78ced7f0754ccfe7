"""The scale in figures, where a sheet uses it."""

from plugins.assets.lengths import in_figures, lengths_of

TOKENS = """:root {
  --space-1: 0.25rem;
  --step--1: 0.833rem;
  --step-1: clamp(1rem, 2vw, 2rem);
  --measure: 34rem;
}"""
SHEET = (
    ":root{--space-1:0.25rem;--step--1:0.833rem;--step-1:clamp(1rem,2vw,2rem);--measure:34rem}"
    "a{margin:calc(-1*var(--space-1)) var(--space-1);font-size:var(--step--1)}b{font-size:var(--step-1);width:var(--measure)}"
)


def test_lengths_of_the_scale_are_figures_and_others_keep_their_names() -> None:
    assert in_figures(SHEET, lengths_of(TOKENS)) == (
        ":root{--measure:34rem}a{margin:calc(-1*0.25rem) 0.25rem;font-size:0.833rem}"
        "b{font-size:clamp(1rem, 2vw, 2rem);width:var(--measure)}"
    )


def test_a_theme_without_a_scale_stays_as_it_is() -> None:
    assert in_figures("a{margin:1rem}", lengths_of("")) == "a{margin:1rem}"
