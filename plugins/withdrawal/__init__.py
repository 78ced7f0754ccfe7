"""A consent taken back: where it was used, the register marked, and what no program can do, step by step."""
