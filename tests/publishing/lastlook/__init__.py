"""The last look at every byte."""
