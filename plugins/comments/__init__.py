"""Readers answer below a post: what is shown of it in the page, and the service that takes it in."""
