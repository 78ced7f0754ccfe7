"""Names that every computer can store, and slugs of every script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.paths import Claims, check
from plugins.files.names import is_slug, slug, unfit_name, unfit_slug

LABELS = st.text(max_size=60)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Young carers", "young-carers"),
        ("Café & Tŷ", "cafe-ty"),
        ("Łódź", "łodz"),
        ("1️⃣ first", "1-first"),
        ("ورشة العمل", "ورشة-العمل"),
        ("می\u200cخواهم", "میخواهم"),
        ("ሰላም ነው", "ሰላም-ነው"),
        ("住房问题", "住房问题"),
        ("が", "が"),
        ("가나다", "가나다"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("Йод", "йод"),
        ("¿?", ""),
        ("\u3164\u200b", ""),
    ],
)
def test_letters_of_every_script_make_an_address(name: str, address: str) -> None:
    assert slug(name) == slug(unicodedata.normalize("NFD", name)) == unicodedata.normalize("NFC", address)


@given(LABELS)
def test_a_slug_is_stored_by_every_computer_or_told(name: str) -> None:
    address = slug(name)
    if not address:
        return
    assert is_slug(address)
    if not unfit_slug(address):
        check(f"tags/{address}/index.html")
        check(f"workshops/{unicodedata.normalize('NFD', address)}.json")


@given(st.lists(LABELS, max_size=6))
def test_names_of_different_slugs_are_different_files_everywhere(names: list[str]) -> None:
    claims = Claims()
    for address in {slug(name) for name in names}:
        if address and not unfit_slug(address):
            claims.claim(f"tags/{address}/index.html")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("list.pdf", ""),
        ("aux.txt", "Windows keeps the name aux.txt for itself"),
        ("a:b", "it has a character that some computers refuse in a file's name"),
        ("line\nend", "it has a character that some computers refuse in a file's name"),
        ("list.pdf.", "Windows drops a dot or blank at the end of a name"),
        ("list ", "Windows drops a dot or blank at the end of a name"),
        ("가" * 50, "one of its names is longer than 255 bytes"),
    ],
)
def test_a_name_that_some_computer_cannot_store_is_told(name: str, fault: str) -> None:
    assert unfit_name(name) == fault
