"""The tasks, the gates and the environment."""
