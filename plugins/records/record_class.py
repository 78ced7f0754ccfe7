"""Python's `dataclass`, but for the methods that it writes as source and compiles, six for each class.

Of some 350 record classes a build makes instances of half, and making the classes took longer than the site of a small
diary. Here, `__init__` is compiled when the sixth instance is made, and the other methods are functions
that need no compiling (docs/decisions/0202). What a class defines itself is left to it, as with Python's own.
"""

import copyreg
import dataclasses
from collections.abc import Callable
from operator import attrgetter
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]
_FEW = 5
"""So many instances are made before it is worth compiling how."""

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(made=None, /, *, frozen=False, slots=False, eq=True, order=False, kw_only=False):
        if made is None:
            return lambda made: dataclass(made, frozen=frozen, slots=slots, eq=eq, order=order, kw_only=kw_only)
        if order:
            return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, order=True, kw_only=kw_only)(made)
        # Else Python would write the signature there.
        made.__doc__ = made.__doc__ or made.__name__
        own = set(vars(made))
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(made)
        for name, method in _methods(made, frozen=frozen, slots=slots, eq=eq).items():
            if name not in own:
                setattr(made, name, method)
        return made


def _methods(made: type, *, frozen: bool, slots: bool, eq: bool) -> dict[str, object]:
    methods: dict[str, object] = {"__init__": _init_when_needed(made, frozen=frozen), "__repr__": _as_text}
    if eq:
        compared = _values(tuple(field.name for field in dataclasses.fields(made) if field.compare))
        methods |= {"__eq__": _equality(compared), "__hash__": _hashing(compared) if frozen else None}
    if frozen:
        methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
    if frozen and (slots or hasattr(made, "__setstate__")):
        methods |= _pickling(tuple(field.name for field in dataclasses.fields(made)))
    return methods


def _init_when_needed(made: type, *, frozen: bool) -> Callable[..., None]:
    few = 0

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807 - it is called so in a traceback
        nonlocal few
        few += 1
        if few > _FEW or not _is_filled(made, self, given, named):
            init = _init(made, frozen=frozen)
            made.__init__ = init  # type: ignore[misc]  # mypy knows no class that is made as we go
            init(self, *given, **named)

    return __init__


def _is_filled(made: Any, record: Any, given: tuple[object, ...], named: dict[str, object]) -> bool:
    """Whether what is given fits the fields of a record, which has it then; nothing is said of what does not fit."""
    fields = dataclasses.fields(made)
    plain = [field.name for field in fields if field.init and not field.kw_only]
    values = {**dict(zip(plain, given, strict=False)), **named}
    if len(values) != len(given) + len(named) or not values.keys() <= {field.name for field in fields if field.init}:
        return False
    for field in fields:
        if field.name in values:
            value = values[field.name]
        elif field.default is not dataclasses.MISSING:
            value = field.default
        elif field.default_factory is not dataclasses.MISSING:
            value = field.default_factory()
        else:
            return False
        object.__setattr__(record, field.name, value)
    if hasattr(made, "__post_init__"):
        record.__post_init__()
    return True


def _init(made: Any, *, frozen: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"_absent": object(), "_set": object.__setattr__}
    plain, named, lines = ["self"], list[str](), list[str]()
    for field in dataclasses.fields(made):
        name = parameter = value = field.name
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_new_{name}"] = field.default_factory
            parameter, value = f"{name}=_absent", f"_new_{name}() if {name} is _absent else {name}"
        if field.init:
            (named if field.kw_only else plain).append(parameter)
        else:
            value = f"_default_{name}" if f"_default_{name}" in known else f"_new_{name}()"
        if frozen and isinstance(slot := getattr(made, name, None), MemberDescriptorType):
            known[f"_set_{name}"] = slot.__set__  # Quicker by a quarter than to ask the object where its slot is.
            lines.append(f" _set_{name}(self, {value})")
        else:
            lines.append(f" _set(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    parameters = ", ".join([*plain, *(["*", *named] if named else [])])
    exec("\n".join([f"def __init__({parameters}):", *lines, " pass"]), known)  # noqa: S102 - as Python's own does
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


@recursive_repr()
def _as_text(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _values(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def _equality(compared: Callable[[object], tuple[object, ...]]) -> Callable[[object, object], bool]:
    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - as above
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hashing(compared: Callable[[object], tuple[object, ...]]) -> Callable[[object], int]:
    return lambda self: hash(compared(self))


def _refuse_to_set(_: object, name: str, __: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _pickling(names: tuple[str, ...]) -> dict[str, object]:
    """How an instance is taken apart and put together: a build takes tens of thousands apart, to digest them."""
    values = _values(names)

    def __reduce_ex__(self: object, _: object) -> tuple[object, ...]:  # noqa: N807 - as above
        return copyreg.__newobj__, (self.__class__,), values(self)  # type: ignore[attr-defined]  # mypy lacks it

    def __setstate__(self: object, state: tuple[object, ...]) -> None:  # noqa: N807 - as above
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__reduce_ex__": __reduce_ex__, "__setstate__": __setstate__}
