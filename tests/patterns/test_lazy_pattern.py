"""A lazy pattern answers as Python's own does, and is not compiled before it is asked."""

import re
from typing import Any

import pytest

from plugins.patterns import lazy_pattern


def test_it_answers_as_pythons_own_does() -> None:
    for text, flags in ((r"(?P<letter>[a-c])(\d)?", re.IGNORECASE), (r"^b", re.MULTILINE | re.DOTALL), ("", 0)):
        own, lazy = re.compile(text, flags), lazy_pattern(text, flags)
        for read in ("B2 a1\nb", "", "none"):
            assert str(lazy.search(read)) == str(own.search(read))
            assert str(lazy.match(read)) == str(own.match(read))
            assert (lazy.findall(read), lazy.split(read), lazy.sub("-", read), lazy.subn("-", read)) == (
                *(own.findall(read), own.split(read), own.sub("-", read), own.subn("-", read)),
            )
            assert [found.span() for found in lazy.finditer(read)] == [found.span() for found in own.finditer(read)]
        assert (lazy.pattern, lazy.flags, lazy.groups, lazy.groupindex) == (text, own.flags, own.groups, own.groupindex)
    assert lazy_pattern(rb"\w").fullmatch(b"a")


def test_it_is_compiled_once_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    own = re.compile

    def heard(*asked: Any) -> object:
        compiled.append(asked)
        return own(*asked)

    monkeypatch.setattr(re, "compile", heard)
    lazy = lazy_pattern("a", re.ASCII)
    assert compiled == []
    assert lazy.match("a")
    assert not lazy.search("b")
    assert compiled == [("a", re.ASCII)]


def test_what_is_no_pattern_is_told_when_it_is_asked() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.match("a")
    with pytest.raises(AttributeError, match="scan"):
        wrong.scan  # type: ignore[attr-defined]  # noqa: B018
