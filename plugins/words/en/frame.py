"""What stands around every page: the way in, the navigation, the foot."""

SKIP = "Skip to the main part"
MAIN_NAVIGATION = "Main"
YOU_ARE_HERE = "You are here"
MORE = "More"
