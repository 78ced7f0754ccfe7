"""Every page of an edition, as template and view."""
