"""The environment of our templates: Jinja, told what a template sees, and how to spend less on what it never needs.

Pelican's environment leaves text unescaped and undefined names silent; ours does neither. A template sees `page`,
`site`, the `words` of the interface and `once`, and nothing else. Left out on purpose: Jinja's global functions,
whatever rolls dice (two builds must be equal) and `safe` (text that is HTML already comes as a value that says so, with
`__html__`).
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from markupsafe import escape

from plugins import words
from plugins.engine.compiled_templates import CompiledTemplates
from plugins.engine.once import Once

_THEMES = 8
"""So many themes are kept compiled in memory."""
_FILTERS_LEFT_OUT = ("random", "safe")
_CALLED_AS_THEY_ARE = frozenset({Macro, Once})
_SIGNS_OF_HTML = re.compile("[&<>\"']").search
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class WithoutIndentation(Extension):
    """Takes the blanks that open a template's lines: they are for its author, and readers would load them.

    A blank line, or one that ends, still parts two words; what a view holds is left as it is.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's hook
        return _INDENTATION.sub("", source)


class _Unwrapped(CodeGenerator):
    """Writes text that goes onto a page as it is: each piece was made a Markup for nobody, a fifth of all rendering."""

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.escaped(")


class _Template(Template):
    """Knows that nothing but `words` is global, for all templates: none need be made anew for the one that imports."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - Jinja's hook
        return super()._get_default_module()


class _Context(Context):
    """Calls macros, and what keeps what they made, without asking what else they may be: little else is called."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if type(called) not in _CALLED_AS_THEY_ARE:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return called(*args, **kwargs)


class _Environment(Environment):
    code_generator_class = _Unwrapped
    template_class = _Template
    context_class = _Context

    @staticmethod
    def escaped(value: object) -> str:
        """The same as `escape`, for what is put onto a page and never asked whether it is HTML."""
        if type(value) is str:
            return escape(value) if _SIGNS_OF_HTML(value) else value
        return value.__html__() if hasattr(value, "__html__") else escape(value)


@lru_cache(_THEMES)
def template_environment(templates: Sequence[Path], _stamps: frozenset[tuple[str, int]]) -> _Environment:
    """The templates of folders, the first before the others; each compiled once, and anew when a file has changed.

    Looking at a file each time that a page includes it would take a tenth of what rendering takes.
    """
    environment = _Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        auto_reload=False,
        cache_size=-1,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
        extensions=[WithoutIndentation],
        bytecode_cache=CompiledTemplates(Path(__file__).read_bytes()),
    )
    environment.globals.clear()
    environment.globals["words"] = words
    for name in _FILTERS_LEFT_OUT:
        del environment.filters[name]
    return environment
