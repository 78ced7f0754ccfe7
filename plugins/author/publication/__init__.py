"""Publishing from the desk: what will change in words, the diary kept in git, the site brought to its readers."""
