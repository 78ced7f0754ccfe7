"""From a built folder to a site that readers find."""
