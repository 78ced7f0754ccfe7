"""Styles, scripts and pictures of the theme, bundled under addresses that name their content. Needs no Node."""

from plugins.assets.bundle import Asset, Assets, bundle
from plugins.assets.scanning import AssetError

__all__ = ["Asset", "AssetError", "Assets", "bundle"]
