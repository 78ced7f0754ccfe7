"""What a template sees: text ready to show, in the order in which it is shown."""
