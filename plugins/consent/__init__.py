"""Who agreed to what: the register of consents, and what it lets us publish."""
