"""Languages, and the way in which each is written."""

import pytest

from plugins.contract.languages import OFTEN_USED, direction, is_registered, usual_case


@pytest.mark.parametrize(
    "tag", ["ar", "ar-EG", "he", "iw", "fa", "fa-AF", "ur", "yi", "dv", "ps", "pa-Arab", "ff-Adlm"]
)
def test_a_language_whose_letters_run_from_right_to_left_does_so(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize(
    "tag", ["en-GB", "cy", "pa", "ar-Latn", "ku", "so", "ti", "am", "zh-Hant", "arn", "fab", "no tag"]
)
def test_every_other_language_runs_from_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


def test_what_is_known_without_the_registry_is_registered() -> None:
    assert [tag for tag in sorted(OFTEN_USED) if not is_registered(tag)] == []


@pytest.mark.parametrize(
    ("tag", "usual"), [("en-gb", "en-GB"), ("CY", "cy"), ("ZH-hant-tw", "zh-Hant-TW"), ("sl-ROZAJ", "sl-rozaj")]
)
def test_a_tag_is_written_as_it_usually_is_since_pelican_writes_it_small(tag: str, usual: str) -> None:
    assert usual_case(tag) == usual
