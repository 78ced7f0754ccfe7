"""The places that a diary names: which is meant by `--to`, and what is wrong with one."""

from pathlib import Path

import pytest

from plugins.publishing.failure import AddressError
from plugins.publishing.named_targets import target_named

TWO = "publish_to:\n  live: git:site#gh-pages\n  test: folder:/srv/test\n"
NOBODY = "Say where to, such as --to git:origin#gh-pages, or name a place under publish_to in content/diary.yml."


def diary(folder: Path, settings: str) -> Path:
    (folder / "diary.yml").write_text(f"name: Ours\n{settings}", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("settings", "to", "address"),
    [
        (TWO, "live", "git:site#gh-pages"),
        (TWO, "s3:elsewhere", "s3:elsewhere"),
        ("publish_to: {live: 's3:ours'}\n", "", "s3:ours"),
        ("publish_to: {live: ' s3:ours '}\n", "live", "s3:ours"),
        ("", "s3:elsewhere", "s3:elsewhere"),
    ],
)
def test_a_name_stands_for_its_address_and_the_only_one_for_itself(
    tmp_path: Path, settings: str, to: str, address: str
) -> None:
    assert target_named(to, diary(tmp_path, settings)) == address


@pytest.mark.parametrize(
    ("settings", "to", "answer"),
    [
        ("", "", NOBODY),
        ("", "live", NOBODY),
        ("publish_to: {live: [a]}\n", "live", NOBODY),
        (TWO, "", "The places that content/diary.yml names are live, test; say --to and one."),
        (TWO, "liv", "The places that content/diary.yml names are live, test; say --to and one. Did you mean live?"),
    ],
)
def test_what_nobody_named_is_asked_for(tmp_path: Path, settings: str, to: str, answer: str) -> None:
    with pytest.raises(AddressError) as asked:
        target_named(to, diary(tmp_path, settings))
    assert str(asked.value) == answer


def test_a_folder_without_settings_has_no_names(tmp_path: Path) -> None:
    with pytest.raises(AddressError):
        target_named("", tmp_path)
