"""The theme's styles, scripts and pictures, in the diary's own accent, kept for the next build of the same software."""

from plugins.assets import Assets, bundle
from plugins.blog.settings import BlogSettings
from plugins.engine.loaded_software import loaded_room


def theme_assets(settings: BlogSettings) -> Assets:
    """Raises AssetError for a developer."""
    return bundle(settings.theme / "static", accent=settings.accent, made_by=loaded_room("assets"))
