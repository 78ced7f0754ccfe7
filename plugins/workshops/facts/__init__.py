"""What follows from the records: pure functions, nothing remembered, nothing guessed."""
