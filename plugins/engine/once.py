"""What a macro makes of the same values, made once for all pages of a site: the navigation, what stands at the foot.

A macro that is imported without context sees what it is given and the words of the interface, and nothing else, so the
same macro makes the same of the same. One that sees the page is another macro on each page, and is asked each time.
"""

from collections.abc import Callable

from markupsafe import Markup

Macro = Callable[..., Markup]


class Once:
    """The markup made for one site: in a template, `once(macro, of=…)` is the same as `macro(of=…)`."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[Markup, Macro, dict[str, object]]] = {}

    def __call__(self, macro: Macro, **values: object) -> Markup:
        # What is known is held, so that nothing else can come to lie where it lies.
        which = (value if isinstance(value, str) else id(value) for value in values.values())
        key = (id(macro), *values, *which)
        if key not in self._made:
            self._made[key] = (macro(**values), macro, values)
        return self._made[key][0]
