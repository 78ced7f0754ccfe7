"""The kinds of places that a site can be published to, one module each."""
