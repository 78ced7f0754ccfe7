"""A record as the fields of a form: labelled, helped, with choices where there are any."""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import Literal

from plugins.author.forms.ids import is_made
from plugins.author.forms.labels import choice_label, field_label, help_text, item_label
from plugins.author.forms.state import WORD, AsWritten, ItemState, State
from plugins.contract.shape import (
    Choice,
    FieldShape,
    Kind,
    Leaf,
    Many,
    Part,
    Scores,
    Shape,
    Table,
    WordOrPart,
    shape_of,
)
from plugins.contract.values import Count, Words
from plugins.records import dataclass

Control = Literal[
    "as-written",
    "boxes",
    "choice",
    "fields",
    "hidden",
    "lines",
    "long-text",
    "records",
    "scores",
    "text",
    "word-or-fields",
]
Options = tuple[tuple[str, str], ...]
"""What can be picked: what is written, and what the author reads."""
_YES_NO: Options = (("true", "Yes"), ("false", "No"))
_ALL_SCORES = range(1, 6)
_MOST_SCORES = 25
_NO_NAMES = ("id", "composite")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field; which of `value`, `values`, `options`, `fields` and `items` it has depends on its control."""

    name: str
    label: str
    help: str
    control: Control
    is_required: bool = False
    value: str = ""
    values: tuple[str, ...] = ()
    options: Options = ()
    fields: tuple["FieldView", ...] = ()
    items: tuple["ItemView", ...] = ()
    item_label: str = ""
    faults: tuple[str, ...] = ()
    has_focus: bool = False
    is_number: bool = False

    @property
    def is_main(self) -> bool:
        """Whether it is seen at once; what is seldom needed and empty is folded away."""
        is_asked_for = self.has_focus or bool(self.faults)
        return self.is_required or self.is_filled or is_asked_for or self.control in ("records", "hidden")

    @property
    def id(self) -> str:
        return self.name.replace(".", "-")

    @property
    def is_filled(self) -> bool:
        """Whether anything stands in it: what is empty is folded."""
        return bool(self.value or self.values or self.items or any(each.is_filled for each in self.fields))


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item of a list of records."""

    name: str
    title: str
    was: str
    fields: tuple[FieldView, ...]
    is_gone: bool
    is_open: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """What a form knows besides its file: what can be picked, and what is to be mended, by the names of fields.

    `at` is the name of what was worked on last, which is open and has the focus.
    """

    options: Callable[[type, str, Mapping[str, State]], Options | None] = lambda _record, _name, _state: None
    faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    at: str = ""

    def is_in(self, name: str) -> bool:
        """Whether something with this name, or in it, was worked on or is to be mended."""
        return any(f"{each}.".startswith(f"{name}.") for each in (self.at, *self.faults) if each)


def record_fields(
    record: type, state: Mapping[str, State], context: FormContext, *, below: str = ""
) -> tuple[FieldView, ...]:
    """The fields of a record, in the order of the contract."""
    shape = shape_of(record)
    return tuple(_field(shape, each, state, context, below) for each in shape.fields.values())


def _field(shape: Shape, each: FieldShape, state: Mapping[str, State], context: FormContext, below: str) -> FieldView:
    name, held = f"{below}{each.written}", state.get(each.written, "")
    view = FieldView(
        name=name,
        label=field_label(each.written),
        help=help_text(each),
        control="as-written",
        is_required=each.required,
        faults=context.faults.get(name, ()),
        has_focus=context.at == name,
    )
    if isinstance(held, AsWritten):
        return view
    if isinstance(held, str):
        return _one_value(view, each, held, context.options(shape.record, each.written, state))
    return _more_values(view, each.kind, held, state, context)


def _one_value(view: FieldView, field: FieldShape, held: str, options: Options | None) -> FieldView:
    kind = field.kind.of if isinstance(field.kind, Many) else field.kind
    options = _options(kind) if options is None else options
    if is_made(field):
        return replace(view, control="hidden", value=held)
    if isinstance(field.kind, Many | Table):
        lines = tuple(line for line in held.split("\n") if line)
        if options is not None:
            return replace(view, control="boxes", values=lines, options=_with(options, lines))
        return replace(view, control="lines", value=held)
    if options is not None:
        help_ = "" if isinstance(kind, Choice) else view.help  # It names the words that are written in the file.
        return replace(view, control="choice", help=help_, value=held, options=_with(options, (held,) if held else ()))
    is_long = isinstance(kind, Leaf) and kind.type is Words
    is_number = isinstance(kind, Leaf) and kind.type in (Count, int, float)
    return replace(view, control="long-text" if is_long else "text", value=held, is_number=is_number)


def _more_values(
    view: FieldView, kind: Kind, held: State, beside: Mapping[str, State], context: FormContext
) -> FieldView:
    match kind:
        case Many() if isinstance(held, tuple):
            return replace(
                view, control="records", items=_items(kind, held, context, view.name), item_label=item_label(view.name)
            )
        case Part() if isinstance(held, Mapping):
            return replace(
                view, control="fields", fields=record_fields(kind.record, held, context, below=f"{view.name}.")
            )
        case Scores() if isinstance(held, Mapping):
            return replace(view, control="scores", fields=_scores(held, beside, view.name))
        case WordOrPart() if isinstance(held, Mapping):
            fields = record_fields(kind.part.record, held, context, below=f"{view.name}.")
            words = _options(kind.word) or ()
            return replace(view, control="word-or-fields", value=_text(held.get(WORD)), options=words, fields=fields)
        case _:
            return view


def _options(kind: Kind) -> Options | None:
    if isinstance(kind, Choice):
        return tuple((word, choice_label(word)) for word in kind.words)
    return _YES_NO if isinstance(kind, Leaf) and kind.type is bool else None


def _with(options: Options, held: tuple[str, ...]) -> Options:
    """With what stands in the file already, though nobody could pick it now."""
    known = {value for value, _ in options}
    return (*options, *((each, each) for each in held if each not in known))


def _items(kind: Many, items: tuple[ItemState, ...], context: FormContext, name: str) -> tuple[ItemView, ...]:
    record = _record(kind.of)
    views: list[ItemView] = []
    for number, item in enumerate(items):
        below = f"{name}.{item.key}"
        held = item.value if isinstance(item.value, Mapping) else {}
        views.append(
            ItemView(
                name=below,
                title=_title(shape_of(record), held),
                was="" if item.was is None else str(item.was),
                fields=_focused(record_fields(record, held, context, below=f"{below}."), has_focus=context.at == below),
                is_gone=item.is_gone,
                is_open=item.was is None or context.is_in(below),
                is_first=number == 0,
                is_last=number == len(items) - 1,
            )
        )
    return tuple(views)


def _focused(fields: tuple[FieldView, ...], *, has_focus: bool) -> tuple[FieldView, ...]:
    """The fields of an item with the focus on the first that is typed."""
    first = next((each for each in fields if each.control in ("text", "long-text", "choice")), None)
    return tuple(replace(each, has_focus=each.has_focus or (has_focus and each is first)) for each in fields)


def _record(kind: Kind) -> type:
    if isinstance(kind, Part):
        return kind.record
    if isinstance(kind, WordOrPart):
        return kind.part.record
    raise TypeError(kind)


def _title(shape: Shape, state: Mapping[str, State]) -> str:
    """What an item is called in its folded line: the first text that it must have, or that it has."""
    texts = [(name, state.get(name)) for name in sorted(shape.fields, key=lambda name: not shape.fields[name].required)]
    return next(
        (text for name, text in texts if isinstance(text, str) and text and name not in ("id", "composite")), ""
    )


def _scores(held: Mapping[str, State], beside: Mapping[str, State], name: str) -> tuple[FieldView, ...]:
    """A field for each step of the scale, the highest first, and for every score that stands there."""
    scale = beside.get("scale")
    ends = [scale.get(end) for end in ("least", "most")] if isinstance(scale, Mapping) else []
    numbers = [int(end) for end in ends if isinstance(end, str) and end.lstrip("-").isdecimal() and len(end) < 4]
    steps = range(numbers[0], numbers[1] + 1) if len(numbers) == 2 else _ALL_SCORES
    names = list(map(str, reversed(steps[:_MOST_SCORES])))
    names += [each for each in held if each not in names]
    return tuple(
        FieldView(name=f"{name}.{each}", label=each, help="", control="text", value=_text(held.get(each)))
        for each in names
    )


def _text(state: State | None) -> str:
    return state if isinstance(state, str) else ""
