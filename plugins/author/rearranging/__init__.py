"""Posts renamed, moved, put off and called off, with all that hangs on them; and all of that taken back."""
