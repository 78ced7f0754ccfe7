"""Styles, scripts and pictures of the theme, bundled under addresses that name their content."""

from plugins.assets.bundle import Asset, AssetError, Assets, bundle

__all__ = ["Asset", "AssetError", "Assets", "bundle"]
