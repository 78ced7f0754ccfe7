"""What the pages' templates see: one dataclass a page, every text ready to show."""
