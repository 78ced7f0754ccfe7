"""Which fields of which views the templates read: their syntax trees, followed by type from page to macro."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

_TAKES = re.compile(r"(\w+)(?:\.\w+)?: ([A-Z]\w+)")
_UNKNOWN: frozenset[Any] = frozenset()
Types = frozenset[Any]
"""What an expression may be: type hints, macros and imported templates; empty where nothing is known of it."""


@dataclass(frozen=True)
class Macro:
    """A macro, by the template that holds it."""

    template: str
    name: str


@dataclass(frozen=True)
class Imported:
    """A template under a name of another."""

    template: str


@cache
def _hints(view: type) -> Mapping[str, Any]:
    return get_type_hints(view)


def _arms(hint: Any) -> Types:
    """The types that a hint allows, but for None."""
    if get_origin(hint) in (Union, UnionType):
        return frozenset[Any]().union(*(_arms(arm) for arm in get_args(hint)))
    return _UNKNOWN if hint is NoneType else frozenset({hint})


def _held(types: Types) -> Types:
    """What a loop over it, or a look into it, gives."""
    found = _UNKNOWN
    for hint in types:
        arguments = [arm for arm in get_args(hint) if arm is not Ellipsis]
        origin: object = get_origin(hint)
        if origin is tuple and Ellipsis not in get_args(hint):
            found = found.union(*map(_arms, arguments))
        elif arguments:
            found |= _arms(arguments[-1])
    return found


@dataclass
class Reading:
    """What was read so far: (view, field)."""

    environment: Environment
    views: Mapping[str, type]
    read: set[tuple[type, str]] = field(default_factory=set)
    _trees: dict[str, nodes.Template] = field(default_factory=dict)
    _walked: set[tuple[object, ...]] = field(default_factory=set)

    def page(self, template: str) -> None:
        """Follow a page's template from what its first line says that it takes."""
        source, _, _ = self._loaded(template)
        known = {"site": "Site", **dict(_TAKES.findall(source.split("#}")[0]))}
        self._template(template, {name: frozenset({self.views[view]}) for name, view in known.items()})

    def _loaded(self, template: str) -> Any:
        assert self.environment.loader is not None
        return self.environment.loader.get_source(self.environment, template)

    def _tree(self, template: str) -> nodes.Template:
        if template not in self._trees:
            self._trees[template] = self.environment.parse(self._loaded(template)[0])
        return self._trees[template]

    def _template(self, template: str, names: Mapping[str, Types]) -> None:
        self._statements(self._tree(template).body, {**names, **self._macros(template)})

    def _macros(self, template: str) -> dict[str, Types]:
        """The names that a template has of macros: its own, and those that it imports."""
        tree = self._tree(template)
        names: dict[str, Types] = {
            macro.name: frozenset({Macro(template, macro.name)}) for macro in tree.find_all(nodes.Macro)
        }
        for imported in tree.find_all(nodes.FromImport):
            for name in imported.names:
                theirs, ours = name if isinstance(name, tuple) else (name, name)
                names[ours] = frozenset({Macro(_text(imported.template), theirs)})
        for whole in tree.find_all(nodes.Import):
            names[whole.target] = frozenset({Imported(_text(whole.template))})
        return names

    def _statements(self, body: Sequence[nodes.Node], names: dict[str, Types]) -> None:
        for node in body:
            self._statement(node, names)

    def _statement(self, node: nodes.Node, names: dict[str, Types]) -> None:
        match node:
            case nodes.Macro() | nodes.FromImport() | nodes.Import():
                return
            case nodes.Extends():
                self._template(_text(node.template), {name: names[name] for name in names if name in ("page", "site")})
            case nodes.For():
                inner = {**names, **self._bound(node.target, _held(self._types(node.iter, names)))}
                self._statements([*([node.test] if node.test else []), *node.body], inner)
                self._statements(node.else_, dict(names))
            case nodes.Assign():
                names |= self._bound(node.target, self._types(node.node, names))
            case nodes.With():
                inner = dict(names)
                for target, value in zip(node.targets, node.values, strict=True):
                    inner |= self._bound(target, self._types(value, names))
                self._statements(node.body, inner)
            case nodes.Expr():
                self._types(node, names)
            case _:
                self._statements(list(node.iter_child_nodes()), names)

    def _bound(self, target: nodes.Node, types: Types) -> dict[str, Types]:
        if isinstance(target, nodes.Name):
            return {target.name: types}
        parts = list(target.iter_child_nodes())
        pairs = [get_args(hint) for hint in types if len(get_args(hint)) == len(parts)]
        each = [_UNKNOWN.union(*(_arms(pair[index]) for pair in pairs)) for index in range(len(parts))]
        return {part.name: each[index] for index, part in enumerate(parts) if isinstance(part, nodes.Name)}

    def _types(self, node: nodes.Node, names: Mapping[str, Types]) -> Types:
        match node:
            case nodes.Name():
                return names.get(node.name, _UNKNOWN)
            case nodes.Getattr():
                return self._attribute(self._types(node.node, names), node.attr)
            case nodes.Getitem():
                self._types(node.arg, names)
                return _held(self._types(node.node, names))
            case nodes.Call():
                self._call(node, names)
                return _UNKNOWN
            case nodes.CondExpr() | nodes.Or() | nodes.And():
                return _UNKNOWN.union(*(self._types(part, names) for part in self._parts(node)))
            case _:
                for part in self._parts(node):
                    self._types(part, names)
                return _UNKNOWN

    def _parts(self, node: nodes.Node) -> Iterator[nodes.Expr]:
        for part in node.iter_child_nodes():
            if isinstance(part, nodes.Expr):
                yield part
            else:
                yield from self._parts(part)

    def _attribute(self, types: Types, name: str) -> Types:
        found = _UNKNOWN
        for held in types:
            if isinstance(held, Imported):
                found |= frozenset({Macro(held.template, name)})
            elif isinstance(held, type) and is_dataclass(held):
                self.read.add((held, name))
                found |= _arms(_hints(held).get(name, NoneType))
        return found

    def _call(self, node: nodes.Call, names: Mapping[str, Types]) -> None:
        given = [self._types(argument, names) for argument in node.args]
        named = {argument.key: self._types(argument.value, names) for argument in node.kwargs}
        if isinstance(node.node, nodes.Name) and node.node.name == "once":
            called, *given = given
        else:
            called = self._types(node.node, names)
        for held in called:
            if isinstance(held, Macro):
                self._macro(held, given, named)

    def _macro(self, called: Macro, given: Sequence[Types], named: Mapping[str, Types]) -> None:
        macro = next(each for each in self._tree(called.template).find_all(nodes.Macro) if each.name == called.name)
        taken = dict(zip((argument.name for argument in macro.args), given, strict=False)) | dict(named)
        once = (called, tuple(sorted((name, str(types)) for name, types in taken.items())))
        if once not in self._walked:
            self._walked.add(once)
            self._statements(macro.body, {**self._macros(called.template), **taken})


def _text(node: nodes.Node) -> str:
    assert isinstance(node, nodes.Const)
    return str(node.value)
