"""The values that a PDF is written in."""

import pytest

from plugins.pdf.syntax import Name, Reference, Value, value_at


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b"/J#61vaScript", Name("JavaScript")),
        (b"(a(b)c\\)\\\\)", b"a(b)c)\\"),
        (b"(a\\101\\12b\\\r\nc\\\nd\re)", b"aA\nbcd\ne"),
        (b"(a\\qb)", b"aqb"),
        (b"(not closed", b"not closed"),
        (b"<41 4>", b"A@"),
        (b"12 0 R", Reference(12)),
        (b"[1 0 R 2 true null -1.5]", [Reference(1), 2, "true", "null", "-1.5"]),
        (b"% a remark\n<< /A % another\n [ (x) ] /B << /C /D >> >>", {"A": [b"x"], "B": {"C": Name("D")}}),
        (b"<< /A 1 endobj", ["A", 1]),
        (b"<< /A [1 2", ["A"]),
        (b"<< /A ) }", ["A", ")", "}"]),
        (b">>", None),
        (b"endobj", None),
        (b"", None),
    ],
)
def test_a_value_is_read(written: bytes, value: Value) -> None:
    assert value_at(written, 0)[0] == value


def test_a_value_ends_where_the_next_begins() -> None:
    assert value_at(b"(a) /B", 0) == (b"a", 3)
