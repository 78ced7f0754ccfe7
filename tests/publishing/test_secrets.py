"""No secret is ever shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.publishing.secrets import VARIABLES, without_secrets


@pytest.mark.parametrize("name", VARIABLES)
def test_a_secret_of_the_environment_is_struck_out(name: str) -> None:
    assert without_secrets("refused: sEcReT/+=", {name: "sEcReT/+="}) == "refused: ***"


def test_what_stands_before_the_at_of_a_web_address_is_struck_out() -> None:
    said = "fatal: could not read from https://me:hush@example.org/diary.git"
    assert without_secrets(said, {}) == "fatal: could not read from https://***@example.org/diary.git"


def test_an_empty_variable_strikes_out_nothing() -> None:
    assert without_secrets("all is well", {"GITHUB_TOKEN": ""}) == "all is well"


LETTERS = st.text("abc", min_size=1)


@given(LETTERS, LETTERS, st.text("012"), st.text("012"))
def test_a_secret_that_holds_another_leaves_nothing_of_either(one: str, other: str, before: str, after: str) -> None:
    secrets = {"AWS_SECRET_ACCESS_KEY": one, "AWS_SESSION_TOKEN": one + other}
    assert without_secrets(f"{before} {one}{other} {after}", secrets) == f"{before} *** {after}"
