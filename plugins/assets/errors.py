"""What a developer of the theme must mend."""


class AssetError(Exception):
    """The theme's static folder cannot be bundled: the message names file and line."""
