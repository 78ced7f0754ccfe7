"""The settings of every diary that a test builds, so that no test reads those that an author may change."""
