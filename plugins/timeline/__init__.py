"""Where the project has been and where it goes: one ordered list, and the calendar and data made of it."""
