"""The last look: every byte of a built folder, before anything leaves."""
