"""What no published text may say."""

from pathlib import Path

import pytest

from plugins.consent.disclosures import EMAIL, consent_references, folder_in, is_like_a_reference, machine_folders


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ask mo@example.org.", "mo@example.org"),
        ("mo.lo+x@mail.example.co.uk!", "mo.lo+x@mail.example.co.uk"),
        ("@mo@example.org", "mo@example.org"),
    ],
)
def test_an_email_address_is_found(text: str, address: str) -> None:
    found = EMAIL.search(text)
    assert found
    assert found[0] == address


@pytest.mark.parametrize("text", ["mo@home", "@mo", "3 @ 4.50", "mo at example.org"])
def test_what_only_has_its_sign_is_no_email_address(text: str) -> None:
    assert EMAIL.search(text) is None


def test_a_folder_of_somebodys_computer_is_found() -> None:
    assert folder_in(b"see /home/mo/x.txt") == b"/home/mo/x.txt"
    assert folder_in(rb"see C:\Users\mo") == rb"C:\Users\mo"
    assert folder_in(b"see /homework/ and https://example.org/home/") is None


def test_the_folders_of_this_machine_are_found_where_they_are_long_enough_to_tell_something() -> None:
    here = machine_folders(Path("/opt/diary"), Path("/srv"))
    assert folder_in(b"it lies in /opt/diary/x", here) == b"/opt/diary/"
    assert folder_in(b"it lies in /srv/x", here) is None
    share = (rb"\\council\diaries" + b"\\", b"file://council/diaries")
    assert folder_in(rb"it lies in \\council\diaries\x", share) == share[0]
    assert folder_in(b"it lies in file://council/diaries/x", share) == share[1]


def test_each_consent_is_found_once_and_never_inside_another_number() -> None:
    found = consent_references("C-07 and C-071, C-07, X-C-09, C-10.", {"C-07", "C-09", "C-10"})
    assert [match[0] for match in found] == ["C-07", "C-10"]


def test_what_looks_like_a_consent_is_known_without_the_register() -> None:
    assert is_like_a_reference("I signed C-07.")
    assert not any(map(is_like_a_reference, ["Vitamin C", "C-in-C", "AC-07", "C-07b"]))
