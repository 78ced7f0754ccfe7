"""What an author probably mistyped in one line of front matter.

Each hint knows one mistake, and answers with a sentence that says what to type, or with nothing. A line is only looked
at once it could not be read, or stands above one that could not.
"""

from collections.abc import Callable, Collection

from plugins.frontmatter.line import Line, quoted
from plugins.frontmatter.smart_quotes import CURLY
from plugins.frontmatter.spaces import unseen_in_name
from plugins.patterns import lazy_pattern

BACKSLASH = "a backslash between straight double quotes stands for something else; put the text in single quotes: '"
_CURLY = lazy_pattern(f"[{CURLY}][^{CURLY}]{{0,200}}(?:[:,#]|$)")
_TO_THE_CLOSING_QUOTE = {'"': lazy_pattern(r'(?:\\.|[^\\"])*+"'), "'": lazy_pattern(r"(?:''|[^'])*+'")}
_KEY_WITHOUT_SPACE = lazy_pattern(r"([^\W\d][\w-]{0,60}):([^\s/:].*)")
_KEY_WITH_OTHER_SIGN = lazy_pattern(r"([^\W\d][\w-]{0,60}?)(?: *([=;：]) *| ([-–—]) )(.*)")
_KEY_WITHOUT_COLON = lazy_pattern(r"([a-z][a-z_]{1,30}) +([^:]*)")
_BRACKETS_AND_MORE = lazy_pattern(r"[\[{][^\[\]{}]*[\]}]+ *[^\s,#\]}:]")
_BULLET = lazy_pattern(r"[•–—·*+‣◦] ")
_HYPHEN_AND_WORD = lazy_pattern(r"-[^\W\d]")
_BLOCK_MARK = lazy_pattern(r"[|>][-+0-9]{0,2}(?: +#.*)?")
_BLOCK_MARK_AND_HASH = lazy_pattern(r"[|>][-+0-9]{0,2}#")
_HASH = lazy_pattern(r"(?:\s|[\[{,])(#[^\s,\]}]{1,20})")
_FIELD = lazy_pattern(r"([^\W\d][\w-]{0,60}) *:(?: |$)")
_NAME_AND_VALUE = lazy_pattern(r"([^\W\d][\w-]{0,60})(?: +([^\s:=：;–—-].*|-[^\s-].*))?")
_NUMBER = lazy_pattern(r"[0-9][0-9:.-]{0,15}(?: ?[ap]m)?")
_SHORT = 40


def hint_for_line(line: Line, names: frozenset[str] = frozenset()) -> str | None:
    """The sentence that answers the most certain mistake in a line; None when it looks well."""
    known = _field_beside_name(line, names) or forgotten_colon(line, names)
    return known or next((sentence for hint in _HINTS if (sentence := hint(line))), None)


def forgotten_colon(line: Line, names: Collection[str]) -> str | None:
    """A line that begins with the name of a field, and has no colon behind it."""
    match = None if line.key else _NAME_AND_VALUE.fullmatch(line.text)
    if not match or match[1].casefold() not in names or (line.hyphens and not match[2]):
        return None
    value = f" {match[2][:_SHORT]}" if match[2] else ""
    return f"put a colon after “{match[1]}”: “{match[1]}:{value}”"


def not_closed(mark: str) -> str:
    return f"the quote that opens here is not closed; put {mark} at the end of the text"


def _field_beside_name(line: Line, names: frozenset[str]) -> str | None:
    match = _FIELD.match(line.value)
    if not match or line.key not in names or match[1] not in names:
        return None
    return f"“{line.value[:_SHORT]}” begins a line of its own; put it below, with two spaces before it"


def unclosed_quote(line: Line) -> str | None:
    """A straight quote that opens a text and does not close it where the text ends."""
    mark = line.value[:1]
    if mark not in _TO_THE_CLOSING_QUOTE:
        return None
    closed = _TO_THE_CLOSING_QUOTE[mark].match(line.value, 1)
    if not closed:
        return not_closed(mark)
    rest = line.value[closed.end() :].strip()
    if not rest or rest[0] in "#,]}:":
        return None
    if mark == "'":
        return f"an apostrophe ends this text; put it in straight double quotes: {quoted(line.value.strip(mark))}"
    return f"there is text after the closing quote; put single quotes round all of it: {quoted(line.value)}"


def list_under_text(text: str, names: frozenset[str]) -> str | None:
    """A line that looks like an entry of a list, or a field, and was read as a part of the text above it."""
    if text.startswith("- "):
        return (
            "a list begins here, but there is text before it; take that text away, or put all of it in straight quotes"
        )
    if _BULLET.match(text) or _HYPHEN_AND_WORD.match(text):
        return "a list is written with a hyphen and a space: begin the line with “- ”"
    line = Line(0, "", text, "", "")
    return unseen_in_name(text) or _space_after_colon(line) or _number_without_colon(line, names)


def _number_without_colon(line: Line, names: frozenset[str]) -> str | None:
    """`number 2` and `number = 2`, where other words may be a sentence that goes on."""
    other_sign = _KEY_WITH_OTHER_SIGN.fullmatch(line.text)
    if other_sign and other_sign[1] in names and other_sign[2]:
        return _other_sign(line)
    value = line.text.partition(" ")[2]
    return forgotten_colon(line, names) if _NUMBER.fullmatch(value.strip()) else None


def hash_at_block_mark(text: str) -> str | None:
    """`|#1` and `>#1`: PyYAML's quick parser takes what follows for a comment and says nothing."""
    return _sign_before_text(text) if _BLOCK_MARK_AND_HASH.match(text) else None


def _unseen_in_name(line: Line) -> str | None:
    return unseen_in_name(line.text)


def _tab(line: Line) -> str | None:
    return "this line begins with a tab; use spaces instead" if line.text.startswith(("\t", "-\t")) else None


def _curly(line: Line) -> str | None:
    if _CURLY.search(line.value) and (line.value[0] in "[{" or ": " in line.value or " #" in line.value):
        meant = quoted(line.value.strip(CURLY))
        return f"the quotes around {line.value[:_SHORT]} are curly; type straight ones: {meant}"
    return None


def _space_after_colon(line: Line) -> str | None:
    match = None if line.key else _KEY_WITHOUT_SPACE.fullmatch(line.text)
    return f"put a space after the colon: “{match[1]}: {match[2].strip()[:_SHORT]}”" if match else None


def _list_beside_name(line: Line) -> str | None:
    if line.key and line.value.startswith("- "):
        return f"a list begins on a line of its own; put “{line.value[:_SHORT]}” below, with two spaces before it"
    return None


def _colon_inside(line: Line) -> str | None:
    if line.value and line.value[0] not in "'\"[{|>" and (": " in line.value or line.value.endswith(":")):
        return f"this text has a colon in it; put it in straight quotes: {quoted(line.value)}"
    return None


def _bracket(line: Line) -> str | None:
    value = line.value
    if value[:1] not in ("[", "{"):
        return None
    if _BRACKETS_AND_MORE.match(value):
        return _sign_before_text(value)
    for opening, closing in (("[", "]"), ("{", "}")):
        if value.count(opening) > value.count(closing):
            return f"the bracket {opening} that opens here is not closed; put {closing} at its end"
        if value.count(opening) < value.count(closing):
            return f"there is one bracket {closing} too many here; take it away"
    return None


def _sign_in_front(line: Line) -> str | None:
    text = line.value if line.key or line.hyphens else line.text
    if text[:1] in tuple("@`%*&!|>?,]}:") and not _BLOCK_MARK.fullmatch(text) and not _BULLET.match(text):
        return _sign_before_text(text)
    return None


def _sign_before_text(text: str) -> str:
    return f"text cannot begin with {text[0]} here; put it in straight quotes: {quoted(text)}"


def _bullet(line: Line) -> str | None:
    text = line.value if line.hyphens else line.text
    if _BULLET.match(text) or _HYPHEN_AND_WORD.match(line.text):
        return "a list is written with a hyphen and a space: begin the line with “- ”"
    return None


def _hash(line: Line) -> str | None:
    found = _HASH.search(line.value) if line.value[:1] not in ("'", '"') else None
    return cut_by_hash(line.value[: found.start(1)], found[1]) if found else None


def cut_by_hash(before: str, found: str) -> str:
    """The answer to text that ends before a `#`."""
    if before.rstrip().endswith(("'", '"')):
        return (
            f"{found} stands behind the closing quote and would be lost, since # begins a comment; put that quote "
            "behind it (or, if you mean a comment, put a space on either side of #)"
        )
    return (
        f"the text ends before {found}, since # begins a comment; put the text in straight quotes "
        "(or, if you mean a comment, put a space after #)"
    )


def _other_sign(line: Line) -> str | None:
    match = None if line.key else _KEY_WITH_OTHER_SIGN.fullmatch(line.text)
    return f"write a colon where the {match[2] or match[3]} is: “{match[1]}: {match[4][:_SHORT]}”" if match else None


def _colon_missing(line: Line) -> str | None:
    at_the_edge = line.indent == 0 or line.hyphens
    match = _KEY_WITHOUT_COLON.fullmatch(line.text) if at_the_edge and not line.key else None
    return f"put a colon after the name of the field: “{match[1]}: {match[2][:_SHORT]}”" if match else None


_HINTS: tuple[Callable[[Line], str | None], ...] = (
    _tab,
    _unseen_in_name,
    _curly,
    unclosed_quote,
    _bracket,
    _space_after_colon,
    _list_beside_name,
    _colon_inside,
    _bullet,
    _sign_in_front,
    _hash,
    _other_sign,
    _colon_missing,
)
