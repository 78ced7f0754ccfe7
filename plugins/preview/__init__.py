"""The diary while it is written: built at every save, served on this computer, findings over the last good page."""
