"""HTML that we made ourselves and that a template may show as it stands."""

from markupsafe import escape

from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Html:
    """Markup from our own rendering; Jinja's autoescape lets it through because it says so itself."""

    html: str

    def __html__(self) -> str:
        """What autoescape asks for."""
        return self.html

    def __str__(self) -> str:
        return self.html


def escaped(text: str) -> Html:
    """Plain text as HTML, byte for byte as templates write it."""
    return Html(str(escape(text)))
