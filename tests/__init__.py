"""The tests. They mirror `plugins/`; what several of them share is in `support/`."""
