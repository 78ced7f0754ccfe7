"""Every page of a site, as template and view."""
