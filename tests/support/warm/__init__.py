"""Programs that tests start, run in forks of a Python that has imported all (CONTRIBUTING.md, "How tests are fast")."""
