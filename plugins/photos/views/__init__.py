"""Pictures as pages show them: every address, size and word ready."""
